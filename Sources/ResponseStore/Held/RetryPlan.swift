internal import Compression
public import Diagnostics
internal import Hashing
internal import Responses
internal import SQLite

/// Held records that are read again, under a corrected form or mapping.
///
/// A writer with a plan opens no new sources: what it accepts belongs to the source that held it, and the ledger says
/// that it was released.
public final class RetryPlan {
  /// A held submission, to be read again from its bytes.
  public struct Submission: Sendable {
    /// The name of the file it came from.
    public let label: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// A table with held records, to be read again from its file.
  public struct Table: Sendable, Hashable {
    /// Its path as it was given.
    public let label: String
    /// The SHA-256 of its bytes when it was taken in.
    public let sha256: String
  }

  /// The submissions, each bytes once.
  public private(set) var submissions: [Submission] = []
  /// The tables.
  public private(set) var tables: [Table] = []
  /// How many held records were released so far.
  public private(set) var releasedCount = 0

  private let form: String
  private var sources: [String: Int64] = [:]
  /// The rows of held records by source and record number.
  private var held: [Int64: [UInt32: [Int64]]] = [:]

  /// Gathers the quarantined records of a form.
  init(form: String, in database: Database) throws(SQLiteFailure) {
    self.form = form
    let query = try database.prepare(
      """
      SELECT held.id, held.source, record_number, original, label, kind, sha256 FROM held
      JOIN source ON source.id = held.source
      WHERE disposition = 'quarantined' AND held.layout IN (SELECT id FROM layout WHERE form = ?) ORDER BY held.id
      """)
    try query.bind(1, form)
    while try query.step() {
      let source = query.integer(1)
      var number = UInt32(clamping: query.integer(2))
      if query.text(5) == "openrosa-xml" {
        // A submission is read again alone: it is the first record of its bytes.
        number = 1
        let bytes = decompressed(query.bytes(3), limit: Int(Int32.max)) ?? []
        let sha256 = hexadecimal(SHA256.digest(of: bytes))
        // The same bytes held in two sources are released from the first.
        if let known = sources[sha256], known != source { continue }
        if sources.updateValue(source, forKey: sha256) == nil {
          submissions.append(Submission(label: query.text(4), bytes: bytes))
        }
      } else if sources.updateValue(source, forKey: query.text(6)) == nil {
        tables.append(Table(label: query.text(4), sha256: query.text(6)))
      }
      held[source, default: [:]][number, default: []].append(query.integer(0))
    }
  }

  /// The sources that hold what is read again; nil when one of them is not of the plan: its file was changed meanwhile.
  func sources(of descriptions: [SourceDescription]) -> [Int64]? {
    let found = descriptions.compactMap { sources[$0.sha256] }
    return found.count == descriptions.count ? found : nil
  }

  /// Releases what was accepted, and what turned out to be there already.
  func release(
    _ outcomes: [RecordOutcome], _ batch: RecordBatch, sources: [Int64], in database: Database
  ) throws(SQLiteFailure) {
    var rows: [Int64: LedgerRow] = [:]
    for (record, outcome) in outcomes.enumerated() where outcome.isTakenIn || outcome == .identical {
      let source = sources[batch.sourceIndexes.isEmpty ? 0 : Int(batch.sourceIndexes[record])]
      let own = held[source]?.removeValue(forKey: batch.recordNumbers[record]) ?? []
      guard outcome.isTakenIn || !own.isEmpty else { continue }
      for id in own { try database.execute("DELETE FROM held WHERE id = \(id)") }
      var row = rows[source] ?? LedgerRow(form: form, source: source, action: .released)
      if outcome.isTakenIn { row.accepted -= 1 }
      row.quarantined += own.count
      rows[source] = row
      releasedCount += own.count
    }
    let moment = journalMoment()
    for (_, row) in rows.sorted(by: { $0.key < $1.key }) { try row.write(to: database, at: moment) }
  }

  /// Keeps held records with the reasons they are held for now.
  func hold(_ records: [HeldRecord], sources: [Int64], in database: Database) throws(SQLiteFailure) {
    let update = try database.prepare("UPDATE held SET diagnostics = ? WHERE id = ?")
    for record in records {
      for id in held[sources[record.sourceIndex]]?[UInt32(clamping: record.recordNumber)] ?? [] {
        try update.bind(1, HeldReasons(record.diagnostics).json)
        try update.bind(2, id)
        try update.run()
      }
    }
  }
}

extension SQLiteResponseStore {
  /// The quarantined records of a form, to be read again.
  public func retryPlan(form: String) throws(StageFailure) -> RetryPlan {
    try inStore(path, .reading) { () throws(SQLiteFailure) in try RetryPlan(form: form, in: database) }
  }
}
