internal import Compression
public import Diagnostics
internal import Responses
internal import SQLite

extension SQLiteResponseStore {
  /// Decides that held records of a form are not taken in: they are erased, and a ledger row counts them as rejected.
  ///
  /// The same bytes are not held again when their file comes again; a corrected record with the same key is welcome.
  /// - Returns: the numbers with which the form has no held record; when there are any, nothing is changed.
  public func reject(_ numbers: [Int], form: String) throws(StageFailure) -> [Int] {
    let (path, database) = (path, database)
    let unknown = try changing { () throws(StageFailure) -> [Int] in
      try inStore(path, .writing) { () throws(SQLiteFailure) in
        guard let tombstones = try Tombstones(in: database) else { return numbers }
        let query = try database.prepare(
          """
          SELECT source, disposition, original, key, diagnostics FROM held
          WHERE id = ? AND layout IN (SELECT id FROM layout WHERE form = ?)
          """)
        var rows: [(number: Int, row: LedgerRow, mark: [UInt8])] = []
        var edits: [(key: String, findings: [Diagnostic])] = []
        var unknown: [Int] = []
        for number in Set(numbers).sorted() {
          defer { query.reset() }
          try query.bind(1, Int64(number))
          try query.bind(2, form)
          guard try query.step() else {
            unknown.append(number)
            continue
          }
          let isQuarantined = query.text(1) == HeldRecord.Disposition.quarantined.rawValue
          let row = LedgerRow(
            form: form, source: query.integer(0), action: .rejected, quarantined: isQuarantined ? 1 : 0,
            withheld: isQuarantined ? 0 : 1)
          let bytes = decompressed(query.bytes(2), limit: Int(Int32.max)) ?? []
          edits.append((query.text(3), HeldReasons.findings(in: query.text(4), record: "") ?? []))
          rows.append((number, row, tombstones.mark(ofBytes: bytes, form: form)))
        }
        guard unknown.isEmpty else { return unknown }
        let moment = journalMoment()
        for (number, row, _) in rows {
          try database.execute("DELETE FROM held WHERE id = \(number)")
          try row.write(to: database, at: moment)
        }
        try StoredEdits.noteRejected(edits, form: form, in: database)
        try Tombstones.set(rows.map(\.mark), form: form, in: database)
        try writeJournal("reject", "\(form): \(rows.count) held", to: database)
        return []
      }
    }
    if unknown.isEmpty { try emptyLog() }
    return unknown
  }
}
