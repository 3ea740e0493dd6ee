import Diagnostics
import FileSystem

/// The bytes of a source, from a file or from memory, chunk by chunk.
struct ByteFeed: ~Copyable {
  private var reader: FileReader?
  private let bytes: [UInt8]
  private var offset = 0

  /// Feeds from a file.
  init(path: String) throws(StageFailure) {
    reader = try FileReader(at: path)
    bytes = []
  }

  /// Feeds from memory.
  init(bytes: [UInt8]) {
    reader = nil
    self.bytes = bytes
  }

  /// The next bytes, fewer than `limit` only at the end.
  mutating func next(_ limit: Int) throws(StageFailure) -> [UInt8] {
    if reader != nil { return try reader?.next(limit) ?? [] }
    let end = min(offset + limit, bytes.count)
    defer { offset = end }
    return Array(bytes[offset..<end])
  }
}
