/// A cell's address: `AB12`.
struct CellReference {
  /// The 1-based column.
  let column: Int
  /// The 1-based row; nil when only letters were given.
  let row: Int?

  /// Reads an address; nil when it is none. Numbers too large for any sheet are kept as they are, up to a billion.
  init?(_ text: some Collection<UInt8>) {
    var column = 0
    var row: Int?
    for byte in text {
      switch byte {
      case 0x41...0x5A where row == nil: column = column * 26 + Int(byte) - 0x40
      case 0x61...0x7A where row == nil: column = column * 26 + Int(byte) - 0x60
      case 0x30...0x39 where column > 0: row = (row ?? 0) * 10 + Int(byte) - 0x30
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column < 1_000_000_000, row ?? 1 < 1_000_000_000 else { return nil }
    }
    guard column > 0, row != 0 else { return nil }
    self.column = column
    self.row = row
  }

  /// The letters by which spreadsheet programs call a column.
  static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }
}
