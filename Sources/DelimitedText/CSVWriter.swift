/// Writes RFC 4180 text: cells quoted where needed, CRLF or LF line ends, numbers in their shortest exact form.
public struct CSVWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8]

  private let separator: UInt8
  private let lineEnd: [UInt8]
  private let guardsFormulas: Bool
  private var isRowEmpty = true

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - separator: Stands between cells.
  ///   - lineEnd: Stands after each row.
  ///   - guardsFormulas: Puts an apostrophe before text cells that a spreadsheet would run as a formula: those that
  ///     begin with `=`, `+`, `-`, `@`, tab or carriage return.
  ///   - byteOrderMark: Begins with a UTF-8 byte order mark, which Excel needs to read Vietnamese.
  public init(
    separator: Character = ",", lineEnd: String = "\n", guardsFormulas: Bool = false, byteOrderMark: Bool = false
  ) {
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    self.lineEnd = Array(lineEnd.utf8)
    self.guardsFormulas = guardsFormulas
    bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// What was written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes out what was written so far, so that memory does not grow with the table.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Writes a row of text cells and ends it.
  public mutating func row(_ cells: some Sequence<String>) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  /// Writes a text cell.
  public mutating func cell(_ text: String) {
    beginCell()
    let content = text.utf8
    let isGuarded = guardsFormulas && (content.first.map(Self.beginsFormula) ?? false)
    let needsQuotes = content.contains {
      $0 == separator || $0 == .quotationMark || $0 == .lineFeed || $0 == .carriageReturn
    }
    guard needsQuotes || content.first == UInt8(ascii: " ") || content.last == UInt8(ascii: " ") else {
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: content)
      return
    }
    bytes.append(.quotationMark)
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for byte in content {
      if byte == .quotationMark { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(.quotationMark)
  }

  /// Writes a whole number.
  public mutating func cell(_ number: Int) {
    beginCell()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a number in the shortest form that reads back to the same value, without `.0`; not-a-number and nil are empty.
  public mutating func cell(_ number: Double?) {
    beginCell()
    if let number { bytes.append(contentsOf: number.shortestText.utf8) }
  }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(contentsOf: lineEnd)
    isRowEmpty = true
  }

  private mutating func beginCell() {
    if !isRowEmpty { bytes.append(separator) }
    isRowEmpty = false
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      .carriageReturn:
      true
    default: false
    }
  }
}

extension Double {
  /// The shortest decimal text that reads back to the same number, whole numbers without `.0`; NaN is "", infinities `inf`.
  public var shortestText: String {
    if isNaN { return "" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
