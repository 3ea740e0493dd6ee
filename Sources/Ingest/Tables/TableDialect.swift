/// How a table of text is written.
struct TableDialect: Sendable, Hashable {
  /// The byte between cells.
  var separator: UInt8
  /// The bytes before the header: a byte order mark.
  var preamble: Int

  /// Looks at the beginning of a file: a byte order mark, and which of comma, semicolon and tab divides its first line.
  static func detect(in bytes: [UInt8]) -> TableDialect {
    let preamble = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[preamble...] {
      if byte == Bytes.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == Bytes.lineFeed { break }
      if byte == Bytes.comma || byte == Bytes.semicolon || byte == Bytes.tab { counts[byte, default: 0] += 1 }
    }
    var separator = Bytes.comma
    for candidate in [Bytes.semicolon, Bytes.tab] where counts[candidate, default: 0] > counts[separator, default: 0] {
      separator = candidate
    }
    return TableDialect(separator: separator, preamble: preamble)
  }
}

/// Bytes with a meaning in tables.
enum Bytes {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
