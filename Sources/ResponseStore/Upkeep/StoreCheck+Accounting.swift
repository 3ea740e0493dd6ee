internal import Diagnostics
internal import Responses
internal import SQLite

extension StoreCheck {
  /// Holds the accounting of every source and every form against what is there.
  ///
  /// For each source: accepted = records of it in segments + what the ledger says left it; and of held records at most
  /// as many as were quarantined or withheld (equal ones are kept once). Earlier versions are those that the ledger says
  /// left and were not erased since. For each form the sums.
  mutating func checkAccounting(_ layouts: [Int64: RecordLayout]) throws(SQLiteFailure) {
    let left = try ledgerSums()
    let held = try heldCounts()
    var accepted: [String: Int] = [:]
    let query = try database.prepare(
      """
      SELECT source.id, form, read, accepted, identical, quarantined, rejected, declined, withheld
      FROM source JOIN layout ON layout.id = source.layout ORDER BY source.id
      """)
    while try query.step() {
      result.sourceCount += 1
      let (id, form) = (query.integer(0), query.text(1))
      let accounting = query.accounting(from: 2)
      let counts = [
        accounting.read, accounting.accepted, accounting.identical, accounting.quarantined, accounting.rejected,
        accounting.declined, accounting.withheld,
      ]
      // Sums of damaged counts must not overflow.
      guard counts.allSatisfy({ (0...(1 << 56)).contains($0) }), accounting.balances else {
        report(.storeLawBroken, ["source": String(id)])
        continue
      }
      accepted[form, default: 0] += accounting.accepted
      let gone = left.bySource[id] ?? LedgerRow(form: form, source: id, action: .erased)
      let present = recordsBySource[form]?[id] ?? 0
      if present + gone.accepted != accounting.accepted {
        report(
          .storeAcceptedWrong,
          ["source": String(id), "expected": String(accounting.accepted - gone.accepted), "found": String(present)])
      }
      let earlier = supersededBySource[id] ?? 0
      if earlier != left.superseded[id] ?? 0 {
        report(
          .storeSupersededWrong,
          ["source": String(id), "expected": String(left.superseded[id] ?? 0), "found": String(earlier)])
      }
      for (disposition, counted, released) in [
        (HeldRecord.Disposition.quarantined, accounting.quarantined, gone.quarantined),
        (.withheld, accounting.withheld, gone.withheld),
      ] {
        let present = held[id]?[disposition] ?? 0
        if present + released > counted {
          report(
            .storeHeldWrong,
            ["source": String(id), "expected": String(counted - released), "found": String(present)])
        }
      }
    }
    for form in Set(layouts.values.map(\.formIdentifier)).union(recordsBySource.keys).sorted() {
      let present = recordsBySource[form]?.values.reduce(0, +) ?? 0
      let expected = (accepted[form] ?? 0) - (left.byForm[form] ?? 0)
      if present != expected {
        report(.storeFormWrong, ["form": form, "expected": String(expected), "found": String(present)])
      }
      try checkSegmentCounts(ofForm: form, present: present)
    }
  }

  /// What left each source; and by form what left altogether: de-identified records stay.
  private func ledgerSums() throws(SQLiteFailure) -> (
    bySource: [Int64: LedgerRow], byForm: [String: Int], superseded: [Int64: Int]
  ) {
    var bySource: [Int64: LedgerRow] = [:]
    var byForm: [String: Int] = [:]
    var superseded: [Int64: Int] = [:]
    guard try store.hasLedger else { return (bySource, byForm, superseded) }
    let query = try database.prepare("SELECT form, source, action, accepted, quarantined, withheld FROM ledger")
    while try query.step() {
      let form = query.text(0)
      if !query.isNull(1) {
        var row = bySource[query.integer(1)] ?? LedgerRow(form: form, source: query.integer(1), action: .erased)
        row.accepted = row.accepted &+ Int(query.integer(3))
        row.quarantined = row.quarantined &+ Int(query.integer(4))
        row.withheld = row.withheld &+ Int(query.integer(5))
        bySource[query.integer(1)] = row
        if query.text(2) == LedgerEntry.Action.superseded.rawValue {
          superseded[query.integer(1), default: 0] &+= Int(query.integer(3))
        }
      }
      if query.text(2) != LedgerEntry.Action.deidentified.rawValue {
        byForm[form, default: 0] &+= Int(query.integer(3))
      }
    }
    return (bySource, byForm, superseded)
  }

  private func heldCounts() throws(SQLiteFailure) -> [Int64: [HeldRecord.Disposition: Int]] {
    var counts: [Int64: [HeldRecord.Disposition: Int]] = [:]
    let query = try database.prepare("SELECT source, disposition, count(*) FROM held GROUP BY source, disposition")
    while try query.step() {
      guard let disposition = HeldRecord.Disposition(rawValue: query.text(1)) else { continue }
      counts[query.integer(0), default: [:]][disposition] = Int(query.integer(2))
    }
    return counts
  }

  /// The counts of the segments are what reports print.
  private mutating func checkSegmentCounts(ofForm form: String, present: Int) throws(SQLiteFailure) {
    let query = try database.prepare(
      """
      SELECT coalesce(sum(count), 0) FROM segment
      WHERE layout IN (SELECT id FROM layout WHERE form = ?) AND \(try store.isCounted)
      """)
    try query.bind(1, form)
    guard try query.step(), Int(query.integer(0)) != present else { return }
    report(.storeCountWrong, ["form": form, "expected": String(query.integer(0)), "found": String(present)])
  }
}
