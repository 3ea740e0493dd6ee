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
    /// Its path as it was given; with `!/` before the name of a member of an archive or a sheet of a workbook.
    public let label: String
    /// The SHA-256 of its bytes when it was taken in, with that of the tables of rows beside it.
    public let sha256: String

    /// Whether the rows of its records stood in other files.
    public var hasRows: Bool { sha256.contains(String.rowsMark) }
  }

  /// A held record.
  public struct Record: Sendable, Hashable {
    /// Its number among the problems.
    public let problem: Int
    /// The SHA-256 of the bytes from which it is read again.
    public let sha256: String
    /// Its 1-based ordinal in them.
    public let number: Int
    /// The key that its source gave it; "" when it gave none.
    public let key: String
  }

  /// The submissions, each bytes once.
  public private(set) var submissions: [Submission] = []
  /// The tables.
  public private(set) var tables: [Table] = []
  /// The records to be read again.
  public private(set) var records: [Record] = []
  /// The problems that were released so far.
  public private(set) var released: Set<Int> = []
  /// What the journal says about records that a person decided on, by problem: the questions corrected, never answers.
  public var notes: [Int: String] = [:]
  /// The problems with corrected answers: when they stay held, their reasons stay those of the answers as they came.
  public var corrected: Set<Int> = []

  private struct Held {
    var id: Int64
    var source: Int64
  }

  private let form: String
  /// The first source with each digest.
  private var sources: [String: Int64] = [:]
  /// The rows of held records by that digest and record number.
  private var held: [String: [UInt32: [Held]]] = [:]
  /// The digests of the sources that are open.
  private var open: [String] = []

  /// Gathers the quarantined records of a form.
  ///
  /// - Parameter problems: those to be gathered; nil: all.
  init(form: String, problems: Set<Int>?, in database: Database) throws(SQLiteFailure) {
    self.form = form
    let query = try database.prepare(
      """
      SELECT held.id, held.source, record_number, original, label, kind, sha256, key FROM held
      JOIN source ON source.id = held.source
      WHERE disposition = 'quarantined' AND held.layout IN (SELECT id FROM layout WHERE form = ?) ORDER BY held.id
      """)
    try query.bind(1, form)
    while try query.step() {
      let row = Held(id: query.integer(0), source: query.integer(1))
      if let problems, !problems.contains(Int(row.id)) { continue }
      var number = UInt32(clamping: query.integer(2))
      // What a mapping says about answers stands behind the digest; a corrected mapping says something else.
      var sha256 = query.text(6).recordsDigest
      if query.text(5).hasPrefix("openrosa-xml") {
        // A submission is read again alone: it is the first record of its bytes.
        number = 1
        let bytes = decompressed(query.bytes(3), limit: Int(Int32.max)) ?? []
        sha256 = hexadecimal(SHA256.digest(of: bytes))
        if sources[sha256] == nil { submissions.append(Submission(label: query.text(4), bytes: bytes)) }
      } else if sources[sha256] == nil {
        tables.append(Table(label: query.text(4), sha256: sha256))
      }
      // The same bytes held in two sources are released from the first.
      let source = sources[sha256] ?? row.source
      sources[sha256] = source
      held[sha256, default: [:]][number, default: []].append(row)
      // A key worked out from the answers is none of the source's.
      let key = query.text(7).hasPrefix("sha256:") ? "" : query.text(7)
      records.append(Record(problem: Int(row.id), sha256: sha256, number: Int(number), key: key))
    }
  }

  /// The sources that hold what is read again; nil when one of them is not of the plan: its file was changed meanwhile.
  func sources(of descriptions: [SourceDescription]) -> [Int64]? {
    open = descriptions.map(\.sha256.recordsDigest)
    let found = open.compactMap { sources[$0] }
    return found.count == descriptions.count ? found : nil
  }

  /// Releases what was accepted, and what turned out to be there already.
  func release(
    _ outcomes: [RecordOutcome], _ batch: RecordBatch, sources: [Int64], in database: Database
  ) throws(SQLiteFailure) {
    var rows: [Int64: LedgerRow] = [:]
    for (record, outcome) in outcomes.enumerated() where outcome.isTakenIn || outcome == .identical {
      let place = batch.sourceIndexes.isEmpty ? 0 : Int(batch.sourceIndexes[record])
      let source = sources[place]
      let own = held[open[place]]?.removeValue(forKey: batch.recordNumbers[record]) ?? []
      guard outcome.isTakenIn || !own.isEmpty else { continue }
      if outcome.isTakenIn {
        rows[source, default: LedgerRow(form: form, source: source, action: .released)].accepted -= 1
      }
      for row in own {
        try database.execute("DELETE FROM held WHERE id = \(row.id)")
        rows[row.source, default: LedgerRow(form: form, source: row.source, action: .released)].quarantined += 1
        released.insert(Int(row.id))
        if let note = notes[Int(row.id)] { try writeJournal("accept", "\(form): \(row.id): \(note)", to: database) }
      }
    }
    let moment = journalMoment()
    for (_, row) in rows.sorted(by: { $0.key < $1.key }) { try row.write(to: database, at: moment) }
  }

  /// Keeps held records with the reasons they are held for now.
  func hold(_ records: [HeldRecord], in database: Database) throws(SQLiteFailure) {
    let update = try database.prepare("UPDATE held SET diagnostics = ? WHERE id = ?")
    for record in records {
      for row in held[open[record.sourceIndex]]?[UInt32(clamping: record.recordNumber)] ?? [] {
        if corrected.contains(Int(row.id)) { continue }
        try update.bind(1, HeldReasons(record.diagnostics).json)
        try update.bind(2, row.id)
        try update.run()
      }
    }
  }
}

extension SQLiteResponseStore {
  /// The quarantined records of a form, to be read again.
  ///
  /// - Parameter problems: the numbers of those to be read; nil: all.
  public func retryPlan(form: String, problems: Set<Int>? = nil) throws(StageFailure) -> RetryPlan {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      try RetryPlan(form: form, problems: problems, in: database)
    }
  }
}
