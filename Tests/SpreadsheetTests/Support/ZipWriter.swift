/// Writes zip archives without compression, for tests.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a member; `claimed` is the size it is said to unpack to.
  mutating func add(_ name: String, _ content: [UInt8], claimed: Int? = nil) {
    let offset = bytes.count
    let checksum = Self.checksum(content)
    let entry =
      Self.number(20, 2) + Self.number(0x800, 2) + Self.number(0, 2) + Self.number(0, 4) + Self.number(checksum, 4)
      + Self.number(content.count, 4) + Self.number(claimed ?? content.count, 4) + Self.number(name.utf8.count, 2)
    bytes += [0x50, 0x4B, 3, 4] + entry + Self.number(0, 2) + Array(name.utf8) + content
    directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + entry + Self.number(0, 12) + Self.number(offset, 4)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  var archive: [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
      + Self.number(directory.count, 4) + Self.number(bytes.count, 4) + Self.number(0, 2)
  }

  /// A number in little-endian bytes.
  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  /// CRC-32 as in zip archives.
  private static func checksum(_ content: [UInt8]) -> Int {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in content { remainder = remainder >> 8 ^ table[Int((remainder ^ UInt32(byte)) & 0xFF)] }
    return Int(~remainder)
  }

  /// The remainders of all bytes.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
    }
  }
}
