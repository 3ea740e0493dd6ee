import CivilCalendar
import DelimitedText
import Diagnostics

/// Reads cells of a programme's tables, collecting what is wrong with the place of each.
struct ProgrammeRows {
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
          .programmeColumnMissing, at: table.headerPosition,
          ["column": column, "columns": columns.joined(separator: ",")]))
    }
    return missing.isEmpty
  }

  func text(_ row: DelimitedRow, _ column: String) -> String {
    table.column(named: column).map { row[$0].trimmingBlanks() } ?? ""
  }

  /// Keys joined by semicolons.
  func list(_ row: DelimitedRow, _ column: String) -> [String] {
    text(row, column).split(separator: ";").map { String($0).trimmingBlanks() }.filter { !$0.isEmpty }
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

  /// The Vietnamese words, which must be there, and the English ones.
  mutating func label(_ row: DelimitedRow) -> BilingualText? {
    required(row, "label_vi").map { BilingualText(vi: $0, en: text(row, "label_en")) }
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

  /// Reports a cell that cannot be read.
  mutating func bad(_ row: DelimitedRow, _ column: String, expected: String) {
    findings.append(
      Diagnostic(
        .programmeCellUnreadable, at: position(row, column),
        ["column": column, "expected": expected, "found": text(row, column)]))
  }

  /// Reports a key that stands twice.
  mutating func repeated(_ row: DelimitedRow, _ column: String, _ key: String, _ first: Int) {
    findings.append(
      Diagnostic(.programmeRowRepeated, at: position(row, column), ["key": key, "first": String(first)]))
  }

  /// Reports keys of bodies that the register does not have.
  mutating func check(_ agencies: [String], in known: [String], at position: SourcePosition?) {
    for agency in agencies where !known.contains(agency) {
      let nearest = nearestName(to: agency, among: known.sorted()).map { " (→ \($0)?)" } ?? ""
      findings.append(
        Diagnostic(.programmeAgencyUnknown, at: position, ["agency": agency, "suggestion": nearest]))
    }
  }
}
