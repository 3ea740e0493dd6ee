import CivilCalendar
import DelimitedText
import Diagnostics

extension CheckedRows {
  /// Reads a table of a programme.
  init(programme bytes: [UInt8], source: String) {
    self.init(bytes: bytes, source: source, missing: .programmeColumnMissing, unreadable: .programmeCellUnreadable)
  }

  /// Keys joined by semicolons.
  func list(_ row: DelimitedRow, _ column: String) -> [String] {
    text(row, column).split(separator: ";").map { String($0).trimmingBlanks() }.filter { !$0.isEmpty }
  }

  /// The Vietnamese words, which must be there, and the English ones.
  mutating func label(_ row: DelimitedRow) -> BilingualText? {
    required(row, "label_vi").map { BilingualText(vi: $0, en: text(row, "label_en")) }
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
