internal import Compression
internal import Diagnostics
internal import Responses
internal import SQLite

extension SQLiteResponseStore {
  /// The most late records that are taken in at once.
  private static let releasedAtOnce = 4096

  /// Takes the late records of unfrozen waves of one label in, in the order in which they came; each run of records of
  /// one version of the form is a transaction of its own.
  func releaseLate(of label: String, form: String) throws(StageFailure) -> LateRelease {
    let layouts = try layouts(ofForm: form)
    var result = LateRelease()
    var last: Int64 = 0
    while true {
      let (path, database, after) = (path, database, last)
      let rows = try inStore(path, .reading) { () throws(SQLiteFailure) in
        try LateRecords.thawed(label, form: form, after: after, limit: Self.releasedAtOnce, in: database)
      }
      guard let first = rows.first else { return result }
      let run = rows.prefix { $0.layout == first.layout }
      guard let layout = layouts[first.layout] else { throw .damaged("layout", at: path) }
      try writer(for: layout).release(Array(run), into: &result)
      last = run.last?.held ?? last
    }
  }
}

extension SQLiteRecordWriter {
  /// Takes late records of the writer's layout in after all, as records of the sources from which they came.
  func release(_ rows: [LateRecords.Row], into result: inout LateRelease) throws(StageFailure) {
    var records: [(row: LateRecords.Row, record: LateRecord)] = []
    for row in rows {
      guard let record = LateRecord(row.bytes), record.fits(layout) else {
        throw .damaged("late_record \(row.held)", at: store.path)
      }
      records.append((row, record))
    }
    isReleasing = true
    defer { isReleasing = false }
    try begin()
    do throws(StageFailure) {
      let sources = Set(rows.map(\.source)).sorted()
      let places = Dictionary(sources.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
      openSourceIDs = sources
      hasChanges = true
      let batch = RecordBatch(
        late: records.map(\.record), layout: layout, numbers: rows.map(\.number),
        sources: rows.map { places[$0.source] ?? 0 })
      let isSubmitted = records.contains { $0.record.submission != nil }
      let outcomes = try append(
        batch, originals: isSubmitted ? records.map { Array(($0.record.submission ?? "").utf8) } : nil)
      try writePending(leaving: 0)
      let release = try note(outcomes, records)
      openSourceIDs = []
      try commit()
      result.released += release.released
      result.quarantined += release.quarantined
      result.late += release.late
    } catch {
      rollBack()
      throw error
    }
  }

  /// Lets what was taken in go from the held records, and tells the ledger.
  private func note(
    _ outcomes: [RecordOutcome], _ records: [(row: LateRecords.Row, record: LateRecord)]
  ) throws(StageFailure) -> LateRelease {
    var result = LateRelease()
    var ledger: [Int64: LedgerRow] = [:]
    let form = layout.formIdentifier
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      for (outcome, (row, record)) in zip(outcomes, records) {
        guard outcome != .late else {
          result.late += 1
          continue
        }
        var entry = ledger[row.source] ?? LedgerRow(form: form, source: row.source, action: .released)
        entry.withheld += 1
        if outcome.isTakenIn { entry.accepted -= 1 }
        if outcome.isTakenIn || outcome == .identical {
          try database.execute("DELETE FROM held WHERE id = \(row.held)")
          result.released += 1
        } else {
          entry.quarantined -= 1
          try quarantine(row, record, outcome)
          result.quarantined += 1
        }
        ledger[row.source] = entry
      }
      let moment = journalMoment()
      for (_, entry) in ledger.sorted(by: { $0.key < $1.key }) { try entry.write(to: database, at: moment) }
    }
    return result
  }

  /// A late record that another one stands in the way of is held for that reason, as it would be on any day.
  private func quarantine(
    _ row: LateRecords.Row, _ record: LateRecord, _ outcome: RecordOutcome
  ) throws(SQLiteFailure) {
    let finding =
      outcome == .editedAlready
      ? Diagnostic(.editOutdated, ["original": (record.replaces ?? "").printable]) : Diagnostic(.recordConflicting)
    try database.execute("DELETE FROM late_record WHERE held = \(row.held)")
    let update = try database.prepare(
      "UPDATE held SET disposition = 'quarantined', diagnostics = ?, original = ? WHERE id = ?")
    try update.bind(1, HeldReasons([finding]).json)
    try update.bind(2, compressed(record.submission.map { Array($0.utf8) } ?? row.bytes))
    try update.bind(3, row.held)
    try update.run()
  }
}
