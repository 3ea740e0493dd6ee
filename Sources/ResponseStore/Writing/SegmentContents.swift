internal import Compression
internal import Responses
internal import SQLite

/// The records of one segment, ready to be written.
struct SegmentContents {
  var batch: RecordBatch
  var keyDigests: [UInt8]
  var originals: [[UInt8]]?
  let sourceIDs: [Int64]

  /// The records for which `keep` is true.
  func selecting(_ keep: [Bool]) -> SegmentContents {
    let kept = keep.indices.filter { keep[$0] }
    return SegmentContents(
      batch: batch.selecting(keep), keyDigests: kept.flatMap { keyDigests[(16 * $0)..<(16 * $0 + 16)] },
      originals: originals.map { originals in kept.map { originals[$0] } }, sourceIDs: sourceIDs)
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
    try insertion.bind(2, Int64(batch.count))
    try insertion.bind(3, holdsSimulated ? 1 : 0)
    try insertion.bind(4, compressed(ColumnEncoding.parts(of: .text(batch.keys))))
    try insertion.bind(5, keyDigests)
    try insertion.bind(6, batch.digests)
    try insertion.bind(7, compressed(littleEndianBytes(batch.recordNumbers)))
    try insertion.bind(8, compressed(littleEndianBytes(sources)))
    try insertion.bind(9, Self.checksum(keyDigests, batch.digests))
    try insertion.run()
    let id = database.lastInsertedID
    let columns = try database.prepare(
      "INSERT INTO segment_column (segment, field, encoding, checksum, data) VALUES (?, ?, ?, ?, ?)")
    for (field, column) in (batch.columns + batch.repeats.flatMap(\.columns)).enumerated() {
      guard let column, column.count > 0 else { continue }
      let (encoding, data) = ColumnEncoding.encode(column)
      try columns.bind(1, id)
      try columns.bind(2, Int64(field))
      try columns.bind(3, encoding.rawValue)
      try columns.bind(4, encoding.checksum(of: data, field: field))
      try columns.bind(5, data)
      try columns.run()
    }
    try RepeatSegments.write(batch.repeats, segment: id, to: database)
    try ConcealedAnswers.write(batch.concealed, segment: id, to: database)
    if let originals {
      var texts = TextColumn()
      for original in originals { texts.append(original) }
      let submission = try database.prepare("INSERT INTO original (segment, data) VALUES (?, ?)")
      try submission.bind(1, id)
      try submission.bind(2, compressed(ColumnEncoding.parts(of: .text(texts)), level: 3))
      try submission.run()
    }
    return id
  }

  /// The checksum of a segment's digests, by which no key is lost or found by damage.
  static func checksum(_ keyDigests: [UInt8], _ answerDigests: [UInt8]) -> Int64 {
    let keys = Compression.checksum(of: keyDigests, seed: 0)
    return Int64(bitPattern: Compression.checksum(of: answerDigests, seed: keys))
  }

  /// The row of each record's source.
  var sources: [Int64] {
    batch.sourceIndexes.isEmpty
      ? [Int64](repeating: sourceIDs[0], count: batch.count) : batch.sourceIndexes.map { sourceIDs[Int($0)] }
  }

  var holdsSimulated: Bool {
    let mark = Array("simulated:".utf8)
    var start = 0
    for end in batch.keys.ends {
      if batch.keys.bytes[start..<Int(end)].starts(with: mark) { return true }
      start = Int(end)
    }
    return false
  }
}
