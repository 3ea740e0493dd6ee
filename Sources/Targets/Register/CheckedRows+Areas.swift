import CivilCalendar
import DelimitedText
import Diagnostics
import Geography

extension CheckedRows {
  /// Reads a register of targets, or a list of figures.
  init(register bytes: [UInt8], source: String) {
    self.init(bytes: bytes, source: source, missing: .targetColumnMissing, unreadable: .targetCellUnreadable)
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

  /// The area of three columns.
  mutating func area(_ row: DelimitedRow) -> AreaReference? {
    let level = word(row, "geography_level", as: AreaLevel.self)
    let code = level == .nation ? text(row, "geography_code") : required(row, "geography_code")
    let count = findings.count
    let day = day(row, "geography_valid_from")
    guard let level, let code, findings.count == count else { return nil }
    return AreaReference(level, code, validFrom: day)
  }
}
