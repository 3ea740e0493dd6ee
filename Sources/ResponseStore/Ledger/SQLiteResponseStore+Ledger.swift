public import Diagnostics
internal import SQLite

extension SQLiteResponseStore {
  /// What happened to the records of a form after they were taken in, oldest first.
  public func ledger(ofForm form: String) throws(StageFailure) -> [LedgerEntry] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasLedger else { return [] }
      let query = try database.prepare(
        """
        SELECT at, action, sum(accepted), sum(quarantined), sum(withheld) FROM ledger
        WHERE form = ? GROUP BY at, action ORDER BY min(id)
        """)
      try query.bind(1, form)
      var entries: [LedgerEntry] = []
      while try query.step() {
        guard let action = LedgerEntry.Action(rawValue: query.text(1)) else { continue }
        entries.append(
          LedgerEntry(
            at: query.integer(0), form: form, action: action, accepted: Int(query.integer(2)),
            quarantined: Int(query.integer(3)), withheld: Int(query.integer(4))))
      }
      return entries
    }
  }

  /// When accepted records of a form last left the store or changed: estimates made before are out of date.
  ///
  /// Records that were only cut off from their people give the same estimates.
  /// - Returns: milliseconds since 1970-01-01 UTC; nil when nothing ever left.
  public func estimatesOutdated(ofForm form: String) throws(StageFailure) -> Int64? {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasLedger else { return nil }
      let query = try database.prepare(
        """
        SELECT max(at) FROM ledger WHERE form = ? AND accepted <> 0 AND action <> 'deidentified'
        """)
      try query.bind(1, form)
      guard try query.step(), !query.isNull(0) else { return nil }
      return query.integer(0)
    }
  }

  /// Whether the store has the tables of the third version; one opened for reading may be older.
  var hasLedger: Bool {
    get throws(SQLiteFailure) { try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'ledger'") != nil }
  }
}
