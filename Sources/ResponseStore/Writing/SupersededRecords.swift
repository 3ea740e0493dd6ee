internal import Diagnostics
internal import Responses
internal import SQLite

extension SQLiteResponseStore {
  /// Moves records that were replaced from those that are counted to the earlier versions; keys that are not among them
  /// are passed over.
  ///
  /// Part of the transaction that takes the new versions in. The ledger has a row for each source.
  /// - Returns: whether any record was moved.
  /// - Complexity: O(records of the form) for finding, O(segment) for each segment concerned.
  func supersede(_ keys: Set<String>, form: String) throws(StageFailure) -> Bool {
    guard !keys.isEmpty else { return false }
    let layouts = try layouts(ofForm: form)
    var rows: [Int64: LedgerRow] = [:]
    for segment in try segments(holding: PersonKey(exactly: keys)) where !segment.isSuperseded {
      guard layouts[segment.layoutID] != nil else { continue }
      let contents = try contents(of: segment, layouts)
      let isReplaced = (0..<contents.batch.count).map { keys.contains(contents.batch.keys[$0]) }
      guard isReplaced.contains(true) else { continue }
      let earlier = contents.selecting(isReplaced)
      try replace(segment, with: contents.selecting(isReplaced.map { !$0 }))
      _ = try add(earlier, layoutID: segment.layoutID, isSuperseded: true)
      for source in earlier.sources {
        rows[source, default: LedgerRow(form: form, source: source, action: .superseded)].accepted += 1
      }
    }
    try write(rows)
    return !rows.isEmpty
  }

  /// Notes the new records of a batch that were replaced before they came.
  func noteSuperseded(_ sources: [Int64], form: String) throws(StageFailure) {
    var rows: [Int64: LedgerRow] = [:]
    for source in sources {
      rows[source, default: LedgerRow(form: form, source: source, action: .superseded)].accepted += 1
    }
    try write(rows)
  }

  private func write(_ rows: [Int64: LedgerRow]) throws(StageFailure) {
    let moment = journalMoment()
    try inStore(path, .writing) { () throws(SQLiteFailure) in
      for (_, row) in rows.sorted(by: { $0.key < $1.key }) { try row.write(to: database, at: moment) }
    }
  }

  /// The condition by which a query on `segment` sees only records that are counted.
  ///
  /// A store opened for reading may be of a version without earlier versions of records.
  var isCounted: String {
    get throws(SQLiteFailure) {
      try hasEdits ? "segment.id NOT IN (SELECT segment FROM superseded_segment)" : "1"
    }
  }

  /// Whether the store has the tables of the fourth version.
  var hasEdits: Bool {
    get throws(SQLiteFailure) { try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'edit'") != nil }
  }
}
