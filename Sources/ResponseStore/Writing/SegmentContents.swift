internal import Compression
internal import Responses
internal import SQLite

/// The records of one segment, ready to be written.
struct SegmentContents: Sendable {
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
    try EncodedSegment(self).write(to: database, layoutID: layoutID, id: id)
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
