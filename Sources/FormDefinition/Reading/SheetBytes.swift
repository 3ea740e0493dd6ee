/// The bytes of a CSV sheet as programs for tables save them: with commas or semicolons, as UTF-8 or UTF-16.
struct SheetBytes {
  /// The sheet in UTF-8.
  let utf8: [UInt8]
  /// What stands between cells: `;` when the heading row holds semicolons and no comma, as Excel writes it where numbers
  /// have a decimal comma.
  let separator: UInt8

  init(_ bytes: [UInt8]) {
    utf8 = Self.utf8(bytes)
    let heading = utf8.prefix { $0 != 0x0A && $0 != 0x0D }
    let hasSemicolon = heading.contains(UInt8(ascii: ";")) && !heading.contains(UInt8(ascii: ","))
    separator = UInt8(ascii: hasSemicolon ? ";" : ",")
  }

  /// UTF-16 is told by its byte order mark; everything else is left to be read as UTF-8.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
    guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
