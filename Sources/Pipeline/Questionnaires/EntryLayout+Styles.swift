import Questionnaire
import SpreadsheetWriting

extension EntryLayout {
  /// Names for programs: small, so that people read the labels.
  static let name = style {
    $0.isItalic = true
    $0.fontSize = 8
    $0.textColor = 0x7F7F7F
    $0.numberFormat = "@"
  }

  static let title = style {
    $0.isBold = true
    $0.fontSize = 14
  }

  static let heading = style {
    $0.isBold = true
    $0.fontSize = 12
    $0.textColor = 0x2F5597
  }

  static let wrapped = style { $0.wraps = true }
  static let asText = style { $0.numberFormat = "@" }

  /// Cells of questions that a respondent does not answer.
  static let skipped = style {
    $0.fill = 0xD9D9D9
    $0.textColor = 0x808080
  }

  /// Cells that still lack a required answer.
  static let missing = style { $0.fill = 0xFFD9D9 }

  /// Labels above the columns; neighbouring groups of the form differ in colour.
  static func label(isKey: Bool, section: Int) -> CellStyle {
    style {
      $0.isBold = true
      $0.wraps = true
      $0.hasBorder = true
      $0.fill = isKey ? 0xFFE699 : section.isMultiple(of: 2) ? 0xE2EFDA : 0xDDEBF7
      $0.numberFormat = "@"
    }
  }

  private static func style(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle()
    change(&style)
    return style
  }
}

extension EntryContent {
  /// The width of the column in characters.
  var width: Double {
    switch self {
    case .key, .parentKey: 16
    case .choice: 26
    case .tick, .acknowledgement: 14
    case .number: 16
    case .date(let hasTime, _): hasTime ? 18 : 14
    case .time: 12
    case .text(let isLong): isLong ? 48 : 26
    }
  }

  /// How the cells look: keys and texts keep leading zeros, dates are days of a month of a year.
  var style: CellStyle {
    var style = CellStyle()
    switch self {
    case .key, .parentKey, .text: style.numberFormat = "@"
    case .date(let hasTime, _): style.numberFormat = hasTime ? "dd/mm/yyyy hh:mm" : "dd/mm/yyyy"
    case .time: style.numberFormat = "hh:mm"
    case .choice, .tick, .acknowledgement, .number: break
    }
    if case .text(isLong: true) = self { style.wraps = true }
    return style
  }
}
