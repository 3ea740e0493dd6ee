import Diagnostics

/// Cuts delimited text into rows of cells (RFC 4180, forgiving, every deviation noted).
struct DelimitedScanner {
  private let bytes: [UInt8]
  private let source: String
  private let separator: UInt8
  private var index: Int
  private var line = 1
  private(set) var diagnostics: [Diagnostic] = []

  init(bytes: [UInt8], source: String, separator: UInt8) {
    self.bytes = bytes
    self.source = source
    self.separator = separator
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row; nil at the end. An empty line is a row of one empty cell.
  mutating func nextRow() -> DelimitedRow? {
    guard index < bytes.count else { return nil }
    let firstLine = line
    var fields: [String] = []
    var lines: [Int] = []
    while true {
      lines.append(line)
      fields.append(nextField(column: fields.count + 1))
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    skipLineEnd()
    let spansLines = lines.last != firstLine
    return DelimitedRow(line: firstLine, fields: fields, fieldLines: spansLines ? lines : [])
  }

  /// One cell; afterwards `index` is at a separator, a line end or the end.
  private mutating func nextField(column: Int) -> String {
    if index < bytes.count, bytes[index] == .quotationMark { return quotedField(column: column) }
    let start = index
    var hasQuote = false
    while index < bytes.count, !endsField(bytes[index]) {
      hasQuote = hasQuote || bytes[index] == .quotationMark
      index += 1
    }
    if hasQuote { note(.csvStrayQuote, line: line, column: column) }
    return text(bytes[start..<index], line: line, column: column)
  }

  private mutating func quotedField(column: Int) -> String {
    let openingLine = line
    index += 1
    var content: [UInt8] = []
    var isClosed = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == .quotationMark {
        if index + 1 < bytes.count, bytes[index + 1] == .quotationMark {
          content.append(byte)
          index += 2
          continue
        }
        index += 1
        isClosed = true
        break
      }
      if byte == .lineFeed || (byte == .carriageReturn && !isFollowedByLineFeed) { line += 1 }
      content.append(byte)
      index += 1
    }
    if !isClosed { note(.csvUnterminatedQuote, line: openingLine, column: column) }
    if index < bytes.count, !endsField(bytes[index]) {
      note(.csvTextAfterQuote, line: line, column: column)
      while index < bytes.count, !endsField(bytes[index]) {
        content.append(bytes[index])
        index += 1
      }
    }
    return text(content[...], line: openingLine, column: column)
  }

  private mutating func text(_ content: ArraySlice<UInt8>, line: Int, column: Int) -> String {
    if content.contains(0) { note(.csvControlCharacter, line: line, column: column) }
    if let text = String(validating: content, as: UTF8.self) { return text }
    note(.csvInvalidUTF8, line: line, column: column)
    return String(decoding: content, as: UTF8.self)
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == separator || byte == .lineFeed || byte == .carriageReturn
  }

  private var isFollowedByLineFeed: Bool { index + 1 < bytes.count && bytes[index + 1] == .lineFeed }

  private mutating func skipLineEnd() {
    guard index < bytes.count else { return }
    if bytes[index] == .carriageReturn, isFollowedByLineFeed { index += 1 }
    index += 1
    line += 1
  }

  private mutating func note(_ code: DiagnosticCode, line: Int, column: Int) {
    diagnostics.append(Diagnostic(code, at: SourcePosition(file: source, line: line, column: column)))
  }
}

extension UInt8 {
  static let quotationMark = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
