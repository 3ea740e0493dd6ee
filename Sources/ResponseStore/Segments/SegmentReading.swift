internal import Compression
internal import Responses
internal import SQLite

/// What is wrong with a stored segment.
enum SegmentFault: Hashable {
  /// The digests do not fit their checksum or the number of records.
  case digests
  /// Keys, record numbers or sources cannot be read.
  case identities
  /// The columns with these numbers are missing, or not what was written.
  case column(Int)
  /// The rows of the repeat at this position are not what was written.
  case rows(repeated: Int)
  /// The bytes of submissions are not what was written.
  case originals
  /// The answers to questions that were not shown are not what was written.
  case concealed
}

/// A segment read whole.
struct SegmentReading {
  /// The records; nil when there are faults.
  var contents: SegmentContents?
  /// What is wrong.
  var faults: [SegmentFault] = []
  /// The row of each record's source, as far as they could be read.
  var sources: [Int64] = []

  /// Reads a segment with everything that belongs to it; nil when there is none.
  ///
  /// - Complexity: O(records × fields).
  init?(_ id: Int64, layout: RecordLayout, in database: Database) throws(SQLiteFailure) {
    let query = try database.prepare(
      """
      SELECT count, keys, key_digests, answer_digests, digest_checksum, record_numbers, sources FROM segment WHERE id = ?
      """)
    try query.bind(1, id)
    guard try query.step() else { return nil }
    let (keyDigests, answerDigests) = (query.bytes(2), query.bytes(3))
    let isCounted =
      keyDigests.count == answerDigests.count && keyDigests.count % 16 == 0
      && Int64(keyDigests.count / 16) == query.integer(0)
    if !isCounted || SegmentContents.checksum(keyDigests, answerDigests) != query.integer(4) { faults.append(.digests) }
    // The length of a blob can be trusted to decide how much memory is asked for; a damaged count cannot.
    let count = isCounted ? Int(query.integer(0)) : keyDigests.count / 16
    let identities = Self.identities(
      keys: query.bytes(1), numbers: query.bytes(5), sources: query.bytes(6), count: count)
    if identities == nil { faults.append(.identities) }
    sources = identities?.sources ?? []
    var columns: [AnswerColumn?] = []
    let columnQuery = try database.prepare(
      "SELECT encoding, data, checksum FROM segment_column WHERE segment = ? AND field = ?")
    for (ordinal, field) in layout.fields.enumerated() {
      let column = try Self.column(columnQuery, segment: id, ordinal: ordinal, field, count: count)
      if column == nil { faults.append(.column(ordinal)) }
      columns.append(column)
    }
    let rows = try readRows(id, layout, count: count, columnQuery, in: database)
    let originals = try readOriginals(id, count: count, in: database)
    let concealed = try ConcealedAnswers.read(segment: id, rows: count, in: database)
    if concealed == nil { faults.append(.concealed) }
    guard faults.isEmpty, let identities else { return }
    let sourceIDs = Array(Set(identities.sources)).sorted()
    let places = Dictionary(sourceIDs.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    var batch = RecordBatch(
      layout: layout, columns: columns, keys: identities.keys, recordNumbers: identities.numbers,
      digests: answerDigests, sourceIndexes: identities.sources.map { places[$0] ?? 0 }, repeats: rows)
    batch.concealed = concealed ?? [:]
    contents = SegmentContents(batch: batch, keyDigests: keyDigests, originals: originals, sourceIDs: sourceIDs)
  }

  private static func identities(
    keys: [UInt8], numbers: [UInt8], sources: [UInt8], count: Int
  ) -> (keys: TextColumn, numbers: [UInt32], sources: [Int64])? {
    guard let keys = ColumnEncoding.texts(compressed: keys, count: count),
      let numberBytes = decompressed(numbers, limit: count * 4),
      let numbers = littleEndianNumbers(numberBytes[...], as: UInt32.self), numbers.count == count,
      let sourceBytes = decompressed(sources, limit: count * 8),
      let sources = littleEndianNumbers(sourceBytes[...], as: Int64.self), sources.count == count
    else { return nil }
    return (keys, numbers, sources)
  }

  /// One column of a segment; nil when it is missing or not what was written.
  ///
  /// - Parameter query: encoding, data and checksum of a segment's field.
  static func column(
    _ query: Statement, segment: Int64, ordinal: Int, _ field: Field, count: Int
  ) throws(SQLiteFailure) -> AnswerColumn? {
    defer { query.reset() }
    try query.bind(1, segment)
    try query.bind(2, Int64(ordinal))
    guard try query.step(), let encoding = ColumnEncoding(rawValue: query.integer(0)) else { return nil }
    let data = query.bytes(1)
    guard encoding.checksum(of: data, field: ordinal) == query.integer(2) else { return nil }
    return encoding.decode(data, field: field, count: count)
  }

  private mutating func readRows(
    _ id: Int64, _ layout: RecordLayout, count: Int, _ columnQuery: Statement, in database: Database
  ) throws(SQLiteFailure) -> [RepeatRows] {
    var rows: [RepeatRows] = []
    for (position, repeated) in layout.repeats.enumerated() {
      let parents = repeated.parent.map { rows[$0].count } ?? count
      guard let counts = try RepeatSegments.counts(position, segment: id, parents: parents, in: database) else {
        faults.append(.rows(repeated: position))
        rows.append(RepeatRows(counts: Array(repeating: 0, count: parents), columns: []))
        continue
      }
      var own = RepeatRows(counts: counts, columns: [])
      let rowCount = own.count
      let first = layout.firstField(ofRepeat: position)
      for (place, field) in repeated.fields.enumerated() {
        guard rowCount > 0 else {
          own.columns.append(.notShown(field, count: 0))
          continue
        }
        let column = try Self.column(columnQuery, segment: id, ordinal: first + place, field, count: rowCount)
        if column == nil { faults.append(.column(first + place)) }
        own.columns.append(column)
      }
      rows.append(own)
    }
    return rows
  }

  private mutating func readOriginals(
    _ id: Int64, count: Int, in database: Database
  ) throws(SQLiteFailure) -> [[UInt8]]? {
    let query = try database.prepare("SELECT data FROM original WHERE segment = ?")
    try query.bind(1, id)
    guard try query.step() else { return nil }
    guard let texts = ColumnEncoding.texts(compressed: query.bytes(0), count: count) else {
      faults.append(.originals)
      return nil
    }
    var originals: [[UInt8]] = []
    var start = 0
    for end in texts.ends {
      originals.append(Array(texts.bytes[start..<Int(end)]))
      start = Int(end)
    }
    return originals
  }
}
