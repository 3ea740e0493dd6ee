public import Diagnostics

/// A small table read whole (form sheets, frames): a heading row first; rows whose cells are all blank are left out.
///
/// Delimited text is RFC 4180 in UTF-8; line ends may be CRLF, LF or CR, and a byte order mark is skipped. What is wrong
/// stands in ``diagnostics``, each with its line and column; reading never stops early.
public struct DelimitedTable: Sendable {
  /// The name of the file, for positions.
  public let source: String
  /// The sheet of a workbook that the table is; nil when lines of a text are meant.
  public let sheet: String?
  /// The headings as written, without surrounding blanks.
  public let header: [String]
  /// The line of the heading row; 1 when there is none.
  public let headerLine: Int
  /// The rows below the heading row, as many cells as there are headings or more.
  public let rows: [DelimitedRow]
  /// What is wrong with the text, in its order.
  public let diagnostics: [Diagnostic]

  private let columnsByHeading: [String: Int]

  /// Reads a table from its bytes.
  ///
  /// - Complexity: O(bytes) time and memory.
  public init(bytes: [UInt8], source: String, separator: UInt8 = UInt8(ascii: ",")) {
    var scanner = DelimitedScanner(bytes: bytes, source: source, separator: separator)
    var rows: [DelimitedRow] = []
    while let row = scanner.nextRow() { rows.append(row) }
    self.init(rows: rows, source: source, sheet: nil, isRectangular: true, diagnostics: scanner.diagnostics)
  }

  /// Makes a table of rows that were read elsewhere (a workbook's sheet, a section of a text).
  ///
  /// Rows may differ in length: the headings are as many as the longest row has cells.
  /// - Parameters:
  ///   - sheet: the sheet of a workbook; nil when the rows' lines are those of a text.
  ///   - diagnostics: what was found while reading the rows.
  /// - Complexity: O(cells) time and memory.
  public init(rows: [DelimitedRow], source: String, sheet: String? = nil, diagnostics: [Diagnostic] = []) {
    self.init(rows: rows, source: source, sheet: sheet, isRectangular: false, diagnostics: diagnostics)
  }

  private init(
    rows all: [DelimitedRow], source: String, sheet: String?, isRectangular: Bool, diagnostics: [Diagnostic]
  ) {
    let place = SourcePosition(file: source, sheet: sheet)
    let rows = all.filter { !$0.isBlank }
    let width = isRectangular ? 0 : rows.reduce(0) { max($0, $1.fields.count) }
    let heading = rows.first?.padded(to: width)
    var columns: [String: Int] = [:]
    var findings = diagnostics
    let header = heading?.fields.map { $0.trimmingBlanks() } ?? []
    if let heading {
      for (index, name) in header.enumerated() where !name.isEmpty {
        if let first = columns[name.lowercased()] {
          findings.append(
            Diagnostic(
              .csvDuplicateHeading, at: heading.position(ofField: index, in: place),
              ["name": name, "first": String(first + 1)]))
        } else {
          columns[name.lowercased()] = index
        }
      }
    } else {
      findings.append(Diagnostic(.csvNoHeading, at: SourcePosition(file: source, sheet: sheet, line: 1)))
    }
    if isRectangular {
      for row in rows.dropFirst() { findings += Self.raggedness(of: row, expected: header.count, source: source) }
    }
    self.source = source
    self.sheet = sheet
    self.header = header
    headerLine = heading?.line ?? 1
    self.rows = rows.dropFirst().map { isRectangular ? $0.padded(to: header.count) : $0 }
    columnsByHeading = columns
    self.diagnostics = findings.inOrderOfPosition()
  }

  /// The position (from 0) of the column with a heading, upper and lower case being the same; nil if there is none.
  public func column(named heading: String) -> Int? { columnsByHeading[heading.lowercased()] }

  /// The place of a cell, or of a whole row when no field is given.
  public func position(of row: DelimitedRow, field: Int? = nil) -> SourcePosition {
    guard let field else { return SourcePosition(file: source, sheet: sheet, line: row.line) }
    return row.position(ofField: field, in: SourcePosition(file: source, sheet: sheet))
  }

  /// The place of a heading.
  public func position(ofHeading index: Int) -> SourcePosition {
    SourcePosition(file: source, sheet: sheet, line: headerLine, column: index + 1)
  }

  /// The place of the heading row.
  public var headerPosition: SourcePosition { SourcePosition(file: source, sheet: sheet, line: headerLine) }

  /// The columns (from 0) that hold anything but blanks below the heading row.
  ///
  /// - Complexity: O(cells).
  public func usedColumns() -> Set<Int> {
    var used: Set<Int> = []
    for row in rows {
      for (index, field) in row.fields.enumerated() where !field.isBlank { used.insert(index) }
    }
    return used
  }

  private static func raggedness(of row: DelimitedRow, expected: Int, source: String) -> [Diagnostic] {
    let found = row.fields.count
    if found == expected { return [] }
    let arguments = ["found": String(found), "expected": String(expected)]
    if found < expected {
      return [Diagnostic(.csvTooFewFields, at: SourcePosition(file: source, line: row.line), arguments)]
    }
    guard let surplus = (expected..<found).first(where: { !row.fields[$0].isBlank }) else { return [] }
    return [
      Diagnostic(.csvTooManyFields, at: row.position(ofField: surplus, in: SourcePosition(file: source)), arguments)
    ]
  }
}

extension [Diagnostic] {
  /// Sorted by line, then column; findings of one place keep their order.
  fileprivate func inOrderOfPosition() -> [Diagnostic] {
    enumerated().sorted { left, right in
      let leftKey = (left.element.position?.line ?? 0, left.element.position?.column ?? 0, left.offset)
      let rightKey = (right.element.position?.line ?? 0, right.element.position?.column ?? 0, right.offset)
      return leftKey < rightKey
    }.map(\.element)
  }
}
