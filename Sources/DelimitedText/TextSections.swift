public import Diagnostics

/// Several sheets in one text file: a sectioned CSV, or the table notation of Markdown.
///
/// The first cell of a row names the sheet that begins there; rows whose first cell is empty belong to it. Further cells
/// of the row that names a sheet are its heading row. Positions are lines of the file and cells counted from 1, the
/// first one included.
public struct TextSections: Sendable {
  /// The sheets by name (lower case), the first of each name.
  public private(set) var tables: [String: DelimitedTable] = [:]
  /// What is wrong with the text as a whole; what is wrong inside a sheet stands with its table.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads a sectioned CSV.
  ///
  /// - Complexity: O(bytes).
  public init(csv bytes: [UInt8], source: String) {
    var scanner = DelimitedScanner(bytes: bytes, source: source, separator: UInt8(ascii: ","))
    var rows: [DelimitedRow] = []
    while let row = scanner.nextRow() { rows.append(row) }
    divide(rows, source: source)
    diagnostics += scanner.diagnostics
  }

  /// Reads the tables of a Markdown file; lines that do not begin with `|` and lines of dashes are passed over.
  ///
  /// Inside a cell `\|` stands for the sign and `<br>` for a line break.
  /// - Complexity: O(bytes).
  public init(markdown bytes: [UInt8], source: String) {
    var rows: [DelimitedRow] = []
    var line = 0
    for content in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == .lineFeed }) {
      line += 1
      guard let fields = Self.cells(of: content) else { continue }
      if String(validating: content, as: UTF8.self) == nil {
        diagnostics.append(Diagnostic(.csvInvalidUTF8, at: SourcePosition(file: source, line: line)))
      }
      rows.append(DelimitedRow(line: line, fields: fields))
    }
    divide(rows, source: source)
  }

  private mutating func divide(_ rows: [DelimitedRow], source: String) {
    var sections: [(name: String, position: SourcePosition, rows: [DelimitedRow])] = []
    var strays = 0
    for row in rows where !row.isBlank {
      let name = row[0].trimmingBlanks().lowercased()
      let content = DelimitedRow(line: row.line, fields: [""] + row.fields.dropFirst())
      if !name.isEmpty {
        let position = row.position(ofField: 0, in: SourcePosition(file: source))
        sections.append((name, position, content.isBlank ? [] : [content]))
      } else if sections.isEmpty {
        if strays == 0 {
          diagnostics.append(Diagnostic(.sheetTextOutside, at: SourcePosition(file: source, line: row.line)))
        }
        strays += 1
      } else {
        sections[sections.count - 1].rows.append(content)
      }
    }
    var beginnings: [String: Int] = [:]
    for section in sections {
      if let first = beginnings[section.name] {
        diagnostics.append(
          Diagnostic(.sheetTwice, at: section.position, ["name": section.name, "first": String(first)]))
      } else {
        beginnings[section.name] = section.position.line
        if !section.rows.isEmpty { tables[section.name] = DelimitedTable(rows: section.rows, source: source) }
      }
    }
  }

  /// The cells of a table's row; nil for any other line and for lines of dashes.
  private static func cells(of line: ArraySlice<UInt8>) -> [String]? {
    let bar = UInt8(ascii: "|")
    let blanks: Set<UInt8> = [0x20, 0x09, .carriageReturn]
    guard let start = line.firstIndex(where: { !blanks.contains($0) }), line[start] == bar else { return nil }
    var cells: [String] = []
    var cell: [UInt8] = []
    for byte in line[(start + 1)...] {
      if byte == bar, cell.last != UInt8(ascii: "\\") {
        cells.append(text(cell))
        cell = []
      } else {
        if byte == bar { cell.removeLast() }
        cell.append(byte)
      }
    }
    let rest = text(cell)
    if !rest.isEmpty { cells.append(rest) }
    let isRule = cells.contains { !$0.isEmpty } && cells.allSatisfy { $0.utf8.allSatisfy { $0 == 0x2D || $0 == 0x3A } }
    return isRule ? nil : cells
  }

  private static func text(_ cell: [UInt8]) -> String {
    let text = String(decoding: cell, as: UTF8.self).trimmingBlanks()
    return text.contains("<br>")
      ? text.split(separator: "<br>", omittingEmptySubsequences: false).joined(separator: "\n") : text
  }
}
