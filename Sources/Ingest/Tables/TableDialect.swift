/// How a table of text is written.
struct TableDialect: Sendable, Hashable {
  /// The byte between cells.
  var separator: UInt8
  /// The bytes before the header: a byte order mark, a line `sep=;`.
  var preamble: Int
  /// The line of the header.
  var firstLine = 1
  /// Whether the bytes begin with a byte order mark.
  var hasByteOrderMark: Bool

  /// How sheets of workbooks are written out.
  static let sheet = TableDialect(separator: Bytes.comma, preamble: 0, hasByteOrderMark: false)

  /// Looks at the beginning of a file: a byte order mark, Excel's line `sep=;`, and which of comma, semicolon and tab
  /// divides the first line.
  static func detect(in bytes: [UInt8]) -> TableDialect {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    let line = bytes[mark...].prefix(64).split(
      separator: Bytes.lineFeed, maxSplits: 1, omittingEmptySubsequences: false)
    if line.count == 2, let first = line.first, first.count <= 6, first.starts(with: "sep=".utf8), first.count > 4 {
      let separator = first[first.startIndex + 4]
      return TableDialect(
        separator: separator, preamble: mark + first.count + 1, firstLine: 2, hasByteOrderMark: mark > 0)
    }
    for byte in bytes[mark...] {
      if byte == Bytes.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == Bytes.lineFeed { break }
      if byte == Bytes.comma || byte == Bytes.semicolon || byte == Bytes.tab { counts[byte, default: 0] += 1 }
    }
    var separator = Bytes.comma
    for candidate in [Bytes.semicolon, Bytes.tab] where counts[candidate, default: 0] > counts[separator, default: 0] {
      separator = candidate
    }
    return TableDialect(separator: separator, preamble: mark, hasByteOrderMark: mark > 0)
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
