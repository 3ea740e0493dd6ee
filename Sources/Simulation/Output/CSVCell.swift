/// Cells of RFC 4180 text, as bytes.
enum CSVCell {
  /// Whether a cell must stand in quotation marks.
  static func needsQuotes(_ content: some Collection<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    if first == UInt8(ascii: " ") { return true }
    var last = first
    for byte in content {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: return true
      default: last = byte
      }
    }
    return last == UInt8(ascii: " ")
  }

  /// Appends a cell, quoted if it must be.
  static func append(_ content: some Collection<UInt8>, to bytes: inout [UInt8]) {
    guard needsQuotes(content) else { return bytes.append(contentsOf: content) }
    bytes.append(UInt8(ascii: "\""))
    for byte in content {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
