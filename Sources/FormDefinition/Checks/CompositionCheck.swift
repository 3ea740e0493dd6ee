import DelimitedText
import Diagnostics

/// Texts and names are in Unicode NFC: letters with their marks in one piece, as Vietnamese is written everywhere.
enum CompositionCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for kind in SheetKind.allCases {
      guard let sheet = draft.sheets[kind] else { continue }
      for row in sheet.table.rows {
        for (index, field) in row.fields.enumerated() where field.holdsCombiningMarks {
          report.add(.formTextNotComposed, at: SheetRow(sheet: sheet, row: row).position(field: index))
        }
      }
    }
  }
}

extension String {
  /// Whether a combining mark of Vietnamese stands after a Latin letter: a letter written in pieces.
  fileprivate var holdsCombiningMarks: Bool {
    guard utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return false }
    var followsLetter = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x300...0x303, 0x306, 0x309, 0x31B, 0x323: if followsLetter { return true }
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: followsLetter = true
      default: followsLetter = false
      }
    }
    return false
  }
}
