public import Diagnostics
internal import Compression
internal import FoundationEssentials
internal import Responses
internal import SQLite

/// How the answers that were not shown lie beside a segment: compressed JSON, a list of row, question and answer.
enum ConcealedAnswers {
  private struct Entry: Codable {
    var row: Int
    var field: String
    var answer: String
  }

  /// The bytes that a segment's answers may have.
  private static let longest = 1 << 30

  /// Writes the answers of a segment; nothing when there are none.
  static func write(
    _ answers: [Int: [ConcealedAnswer]], segment: Int64, to database: Database
  ) throws(SQLiteFailure) {
    let entries = answers.sorted { $0.key < $1.key }.flatMap { row, own in
      own.map { Entry(row: row, field: $0.field, answer: $0.answer) }
    }
    guard !entries.isEmpty else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // Numbers and texts always encode.
    let data = compressed((try? encoder.encode(entries)).map { [UInt8]($0) } ?? [])
    let insertion = try database.prepare(
      "INSERT INTO concealed_answer (segment, count, checksum, data) VALUES (?, ?, ?, ?)")
    try insertion.bind(1, segment)
    try insertion.bind(2, Int64(entries.count))
    try insertion.bind(3, checksum(of: data))
    try insertion.bind(4, data)
    try insertion.run()
  }

  /// The answers of a segment by row; nil when they are not what was written.
  static func read(
    segment: Int64, rows: Int, in database: Database
  ) throws(SQLiteFailure) -> [Int: [ConcealedAnswer]]? {
    guard try isThere(in: database) else { return [:] }
    let query = try database.prepare("SELECT count, checksum, data FROM concealed_answer WHERE segment = ?")
    try query.bind(1, segment)
    guard try query.step() else { return [:] }
    let data = query.bytes(2)
    guard checksum(of: data) == query.integer(1), let bytes = decompressed(data, limit: longest),
      let entries = try? JSONDecoder().decode([Entry].self, from: Data(bytes)), entries.count == query.integer(0),
      entries.allSatisfy({ (0..<rows).contains($0.row) })
    else { return nil }
    return Dictionary(grouping: entries, by: \.row).mapValues { own in
      own.map { ConcealedAnswer(field: $0.field, answer: $0.answer) }
    }
  }

  /// Whether the store has the table; one opened for reading may be older.
  static func isThere(in database: Database) throws(SQLiteFailure) -> Bool {
    try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'concealed_answer'") != nil
  }

  private static func checksum(of data: [UInt8]) -> Int64 {
    Int64(bitPattern: Compression.checksum(of: data, seed: 0))
  }
}

extension SQLiteResponseStore {
  /// The answers to questions that were not shown among the records of a form: they are kept and not counted.
  public func concealedCount(ofForm form: String) throws(StageFailure) -> Int {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try ConcealedAnswers.isThere(in: database) else { return 0 }
      let query = try database.prepare(
        """
        SELECT coalesce(sum(concealed_answer.count), 0) FROM concealed_answer JOIN segment ON segment.id = segment
        WHERE layout IN (SELECT id FROM layout WHERE form = ?)
        """)
      try query.bind(1, form)
      return try query.step() ? Int(query.integer(0)) : 0
    }
  }
}
