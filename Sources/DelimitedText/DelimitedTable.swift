public import Diagnostics

/// A small delimited table read whole (form sheets, frames): RFC 4180, UTF-8, a heading row first.
///
/// Line ends may be CRLF, LF or CR; a byte order mark is skipped; rows whose cells are all blank are left out.
/// What is wrong with the text stands in ``diagnostics``, each with its line and column; reading never stops early.
public struct DelimitedTable: Sendable {
  /// The name of the file, for positions.
  public let source: String
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
    var header: [String] = []
    var headerLine = 1
    var columns: [String: Int] = [:]
    var rows: [DelimitedRow] = []
    var isHeaderRead = false
    var findings: [Diagnostic] = []
    while let row = scanner.nextRow() {
      if row.isBlank { continue }
      if isHeaderRead {
        findings += Self.raggedness(of: row, expected: header.count, source: source)
        rows.append(row.padded(to: header.count))
        continue
      }
      isHeaderRead = true
      header = row.fields.map { $0.trimmingBlanks() }
      headerLine = row.line
      for (index, heading) in header.enumerated() where !heading.isEmpty {
        if let first = columns[heading.lowercased()] {
          findings.append(
            Diagnostic(
              .csvDuplicateHeading, at: row.position(ofField: index, in: source),
              ["name": heading, "first": String(first + 1)]))
        } else {
          columns[heading.lowercased()] = index
        }
      }
    }
    if !isHeaderRead { findings.append(Diagnostic(.csvNoHeading, at: SourcePosition(file: source, line: 1))) }
    self.source = source
    self.header = header
    self.headerLine = headerLine
    self.rows = rows
    columnsByHeading = columns
    diagnostics = (scanner.diagnostics + findings).inOrderOfPosition()
  }

  /// The position (from 0) of the column with a heading, upper and lower case being the same; nil if there is none.
  public func column(named heading: String) -> Int? { columnsByHeading[heading.lowercased()] }

  /// The place of a cell, or of a whole row when no field is given.
  public func position(of row: DelimitedRow, field: Int? = nil) -> SourcePosition {
    guard let field else { return SourcePosition(file: source, line: row.line) }
    return row.position(ofField: field, in: source)
  }

  /// The place of a heading.
  public func position(ofHeading index: Int) -> SourcePosition {
    SourcePosition(file: source, line: headerLine, column: index + 1)
  }

  private static func raggedness(of row: DelimitedRow, expected: Int, source: String) -> [Diagnostic] {
    let found = row.fields.count
    if found == expected { return [] }
    let arguments = ["found": String(found), "expected": String(expected)]
    if found < expected {
      return [Diagnostic(.csvTooFewFields, at: SourcePosition(file: source, line: row.line), arguments)]
    }
    guard let surplus = (expected..<found).first(where: { !row.fields[$0].isBlank }) else { return [] }
    return [Diagnostic(.csvTooManyFields, at: row.position(ofField: surplus, in: source), arguments)]
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
