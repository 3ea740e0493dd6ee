public import CivilCalendar
public import Diagnostics

/// Reads cells of a table of settings (a register, a list), collecting what is wrong with the place of each.
public struct CheckedRows {
  /// The table.
  public let table: DelimitedTable
  /// What was found to be wrong, the table's own errors first.
  public var findings: [Diagnostic]
  private let missing: DiagnosticCode
  private let unreadable: DiagnosticCode

  /// Reads a table from its bytes.
  ///
  /// - Parameters:
  ///   - missing: says that a column is not there, by the arguments `column` and `columns`.
  ///   - unreadable: says that a cell cannot be read, by the arguments `column`, `expected` and `found`.
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8], source: String, missing: DiagnosticCode, unreadable: DiagnosticCode) {
    table = DelimitedTable(bytes: bytes, source: source)
    findings = table.diagnostics.filter { $0.severity == .error }
    self.missing = missing
    self.unreadable = unreadable
  }

  /// Whether all columns are there; each that is not is a finding.
  public mutating func has(_ columns: [String]) -> Bool {
    let absent = columns.filter { table.column(named: $0) == nil }
    for column in absent {
      findings.append(
        Diagnostic(
          missing, at: table.headerPosition, ["column": column, "columns": columns.joined(separator: ",")]))
    }
    return absent.isEmpty
  }

  /// A cell without surrounding blanks; "" when there is no such column.
  public func text(_ row: DelimitedRow, _ column: String) -> String {
    table.column(named: column).map { row[$0].trimmingBlanks() } ?? ""
  }

  /// Where a cell stands.
  public func position(_ row: DelimitedRow, _ column: String) -> SourcePosition {
    table.position(of: row, field: table.column(named: column))
  }

  /// A text that must be there.
  public mutating func required(_ row: DelimitedRow, _ column: String) -> String? {
    let text = text(row, column)
    if !text.isEmpty { return text }
    bad(row, column, expected: "…")
    return nil
  }

  /// A day; nil when the cell is empty or, with a finding, is no day.
  public mutating func day(_ row: DelimitedRow, _ column: String) -> CivilDay? {
    let text = text(row, column)
    if text.isEmpty { return nil }
    if let day = CivilDay(iso: text) { return day }
    bad(row, column, expected: "yyyy-MM-dd")
    return nil
  }

  /// One of a few words.
  public mutating func word<Word: RawRepresentable & CaseIterable>(
    _ row: DelimitedRow, _ column: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text(row, column)) { return word }
    bad(row, column, expected: Word.allCases.map(\.rawValue).joined(separator: " | "))
    return nil
  }

  /// Reports a cell that cannot be read, by its first 40 characters.
  public mutating func bad(_ row: DelimitedRow, _ column: String, expected: String) {
    findings.append(
      Diagnostic(
        unreadable, at: position(row, column),
        ["column": column, "expected": expected, "found": String(text(row, column).prefix(40))]))
  }
}
