/// The first row of a table that is not blank.
struct HeaderRow: Sendable, Hashable {
  /// The headings, without blanks at their ends.
  var headings: [String]
  /// Where the rows begin.
  var end: Int
  /// The line of the header.
  var line: Int
  /// The line on which the rows begin.
  var nextLine: Int

  /// Whether every heading is in quotes.
  var isQuoted: Bool

  /// Reads the header; nil when there is none, or when it does not end within the bytes.
  ///
  /// - Parameter first: the row above, when it is the second one that is wanted.
  init?(_ bytes: [UInt8], _ dialect: TableDialect, after first: HeaderRow? = nil, isLast: Bool) {
    var index = first?.end ?? dialect.preamble
    var line = first?.nextLine ?? dialect.firstLine
    var quotedCount = 0
    while index < bytes.count, bytes[index] == Bytes.lineFeed || bytes[index] == Bytes.carriageReturn {
      if bytes[index] == Bytes.lineFeed { line += 1 }
      index += 1
    }
    guard index < bytes.count else { return nil }
    self.line = line
    headings = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isComplete = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Bytes.quote {
        if isQuoted, index < bytes.count, bytes[index] == Bytes.quote {
          cell.append(byte)
          index += 1
        } else {
          if !isQuoted, cell.isEmpty { quotedCount += 1 }
          isQuoted.toggle()
        }
      } else if isQuoted {
        if byte == Bytes.lineFeed { line += 1 }
        cell.append(byte)
      } else if byte == dialect.separator {
        headings.append(HeaderRow.heading(cell))
        cell = []
      } else if byte == Bytes.lineFeed {
        line += 1
        isComplete = true
        break
      } else {
        cell.append(byte)
      }
    }
    guard isComplete || (isLast && !isQuoted) else { return nil }
    headings.append(HeaderRow.heading(cell))
    self.isQuoted = quotedCount == headings.count
    end = index
    nextLine = line
  }

  private static func heading(_ cell: [UInt8]) -> String {
    let text = String(decoding: cell, as: UTF8.self)
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
