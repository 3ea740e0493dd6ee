import CivilCalendar
import DelimitedText
import Diagnostics
import Geography

/// Reads cells of a register or of observations, collecting what is wrong with the place of each.
struct RegisterRows {
  let table: DelimitedTable
  var findings: [Diagnostic]

  init(bytes: [UInt8], source: String) {
    table = DelimitedTable(bytes: bytes, source: source)
    findings = table.diagnostics.filter { $0.severity == .error }
  }

  /// Whether all columns are there.
  mutating func has(_ columns: [String]) -> Bool {
    let missing = columns.filter { table.column(named: $0) == nil }
    for column in missing {
      findings.append(
        Diagnostic(
          .targetColumnMissing, at: table.headerPosition,
          ["column": column, "columns": columns.joined(separator: ",")]))
    }
    return missing.isEmpty
  }

  func text(_ row: DelimitedRow, _ column: String) -> String {
    table.column(named: column).map { row[$0].trimmingBlanks() } ?? ""
  }

  func position(_ row: DelimitedRow, _ column: String) -> SourcePosition {
    table.position(of: row, field: table.column(named: column))
  }

  /// A text that must be there.
  mutating func required(_ row: DelimitedRow, _ column: String) -> String? {
    let text = text(row, column)
    if !text.isEmpty { return text }
    bad(row, column, expected: "…")
    return nil
  }

  /// A number; nil when the cell is empty or, with a finding, is no number.
  mutating func number(_ row: DelimitedRow, _ column: String) -> Double? {
    let text = text(row, column)
    if text.isEmpty { return nil }
    // `Double` reads words and hexadecimal numbers too.
    if text.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
      let number = Double(text), abs(number) <= 1e15
    {
      return number
    }
    bad(row, column, expected: "40924")
    return nil
  }

  /// A day; nil when the cell is empty or, with a finding, is no day.
  mutating func day(_ row: DelimitedRow, _ column: String) -> CivilDay? {
    let text = text(row, column)
    if text.isEmpty { return nil }
    if let day = CivilDay(iso: text) { return day }
    bad(row, column, expected: "yyyy-MM-dd")
    return nil
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ row: DelimitedRow, _ column: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text(row, column)) { return word }
    bad(row, column, expected: Word.allCases.map(\.rawValue).joined(separator: " | "))
    return nil
  }

  /// The area of three columns.
  mutating func area(_ row: DelimitedRow) -> AreaReference? {
    let level = word(row, "geography_level", as: AreaLevel.self)
    let code = level == .nation ? text(row, "geography_code") : required(row, "geography_code")
    let count = findings.count
    let day = day(row, "geography_valid_from")
    guard let level, let code, findings.count == count else { return nil }
    return AreaReference(level, code, validFrom: day)
  }

  mutating func bad(_ row: DelimitedRow, _ column: String, expected: String) {
    findings.append(
      Diagnostic(
        .targetCellUnreadable, at: position(row, column),
        ["column": column, "expected": expected, "found": String(text(row, column).prefix(40))]))
  }
}
