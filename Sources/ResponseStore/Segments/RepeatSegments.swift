internal import Compression
internal import Responses
internal import SQLite

/// How the rows of repeats lie in a segment: a blob of counts for each repeat that has rows, its columns among those of
/// the records, numbered on behind them.
enum RepeatSegments {
  /// The rows a segment can hold: far more than its records' bytes allow at ingest.
  private static let mostRows: Int64 = 1 << 28

  /// Writes the counts of repeats; one without rows is left out.
  static func write(_ repeats: [RepeatRows], segment: Int64, to database: Database) throws(SQLiteFailure) {
    guard repeats.contains(where: { $0.count > 0 }) else { return }
    let insertion = try database.prepare(
      "INSERT INTO segment_repeat (segment, repeat, count, checksum, counts) VALUES (?, ?, ?, ?, ?)")
    for (position, rows) in repeats.enumerated() where rows.count > 0 {
      let data = compressed(littleEndianBytes(rows.counts))
      try insertion.bind(1, segment)
      try insertion.bind(2, Int64(position))
      try insertion.bind(3, Int64(rows.count))
      try insertion.bind(4, checksum(of: data, repeated: position))
      try insertion.bind(5, data)
      try insertion.run()
    }
  }

  /// The counts of one repeat; none of its parents has rows when there is no blob, nil when it is damaged.
  static func counts(
    _ position: Int, segment: Int64, parents: Int, in database: Database
  ) throws(SQLiteFailure) -> [UInt32]? {
    let query = try database.prepare(
      "SELECT count, checksum, counts FROM segment_repeat WHERE segment = ? AND repeat = ?")
    try query.bind(1, segment)
    try query.bind(2, Int64(position))
    guard try query.step() else { return [UInt32](repeating: 0, count: parents) }
    let data = query.bytes(2)
    // A damaged count must not decide how much memory is asked for.
    guard query.integer(0) <= mostRows, checksum(of: data, repeated: position) == query.integer(1),
      let bytes = decompressed(data, limit: parents * 4),
      let counts = littleEndianNumbers(bytes[...], as: UInt32.self), counts.count == parents,
      counts.reduce(0, { $0 + Int64($1) }) == query.integer(0)
    else { return nil }
    return counts
  }

  private static func checksum(of data: [UInt8], repeated: Int) -> Int64 {
    Int64(bitPattern: Compression.checksum(of: data, seed: UInt64(truncatingIfNeeded: repeated)))
  }
}
