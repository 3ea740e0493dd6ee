internal import Compression
internal import Responses
internal import SQLite

/// A segment whose columns lie as they are stored: making it is work for any thread, writing it for the connection's.
struct EncodedSegment: Sendable {
  private struct Column: Sendable {
    var field: Int
    var encoding: ColumnEncoding
    var checksum: Int64
    var data: [UInt8]
  }

  let count: Int
  private let holdsSimulated: Bool
  private let keys: [UInt8]
  private let keyDigests: [UInt8]
  private let answerDigests: [UInt8]
  private let digestChecksum: Int64
  private let recordNumbers: [UInt8]
  private let sources: [UInt8]
  private let columns: [Column]
  private let original: [UInt8]?
  private let repeats: [RepeatRows]
  private let concealed: [Int: [ConcealedAnswer]]

  /// Encodes the columns of a segment.
  ///
  /// - Complexity: O(bytes of the answers); most of the time is compression.
  init(_ contents: SegmentContents) {
    let batch = contents.batch
    count = batch.count
    holdsSimulated = contents.holdsSimulated
    keys = compressed(ColumnEncoding.parts(of: .text(batch.keys)))
    keyDigests = contents.keyDigests
    answerDigests = batch.digests
    digestChecksum = SegmentContents.checksum(contents.keyDigests, batch.digests)
    recordNumbers = compressed(littleEndianBytes(batch.recordNumbers))
    sources = compressed(littleEndianBytes(contents.sources))
    var columns: [Column] = []
    for (field, column) in (batch.columns + batch.repeats.flatMap(\.columns)).enumerated() {
      guard let column, column.count > 0 else { continue }
      let (encoding, data) = ColumnEncoding.encode(column)
      columns.append(
        Column(field: field, encoding: encoding, checksum: encoding.checksum(of: data, field: field), data: data))
    }
    self.columns = columns
    original = contents.originals.map { originals in
      compressed(ColumnEncoding.parts(ofTexts: originals))
    }
    repeats = batch.repeats.map { RepeatRows(counts: $0.counts, columns: []) }
    concealed = batch.concealed
  }

  /// Writes the segment with its columns; returns its id.
  ///
  /// - Parameter id: the id it shall have; nil: the next.
  func write(to database: Database, layoutID: Int64, id: Int64? = nil) throws(SQLiteFailure) -> Int64 {
    let insertion = try database.prepare(
      """
      INSERT INTO segment (layout, count, is_simulated, keys, key_digests, answer_digests, record_numbers, sources,
        digest_checksum, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    // Left unbound, the id is null and SQLite gives one.
    if let id { try insertion.bind(10, id) }
    try insertion.bind(1, layoutID)
    try insertion.bind(2, Int64(count))
    try insertion.bind(3, holdsSimulated ? 1 : 0)
    try insertion.bind(4, keys)
    try insertion.bind(5, keyDigests)
    try insertion.bind(6, answerDigests)
    try insertion.bind(7, recordNumbers)
    try insertion.bind(8, sources)
    try insertion.bind(9, digestChecksum)
    try insertion.run()
    let id = database.lastInsertedID
    let insertions = try database.prepare(
      "INSERT INTO segment_column (segment, field, encoding, checksum, data) VALUES (?, ?, ?, ?, ?)")
    for column in columns {
      try insertions.bind(1, id)
      try insertions.bind(2, Int64(column.field))
      try insertions.bind(3, column.encoding.rawValue)
      try insertions.bind(4, column.checksum)
      try insertions.bind(5, column.data)
      try insertions.run()
    }
    try RepeatSegments.write(repeats, segment: id, to: database)
    try ConcealedAnswers.write(concealed, segment: id, to: database)
    if let original {
      let submission = try database.prepare("INSERT INTO original (segment, data) VALUES (?, ?)")
      try submission.bind(1, id)
      try submission.bind(2, original)
      try submission.run()
    }
    return id
  }
}
