import DelimitedText
import Diagnostics

/// A text that exists in one language exists in every language that has a column.
enum TranslationCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let names = Dictionary(draft.form.languages.map { ($0.code, $0.name) }) { first, _ in first }
    for row in draft.rows { check(row.cells, name: row.name, names, &report) }
    for choice in draft.choices { check(choice.cells, name: choice.choice.name, names, &report) }
    for row in draft.indicators { check(row.cells, name: row.indicator.name, [:], &report) }
  }

  /// The columns that hold texts for readers.
  static func columns(of kind: SheetKind) -> [SheetColumn] {
    switch kind {
    case .survey: [.label, .hint, .guidanceHint, .requiredMessage, .constraintMessage]
    case .choices, .indicators, .externalChoices: [.label]
    case .settings: []
    }
  }

  /// A text in a column without a language stands for all languages.
  private static func check(
    _ cells: SheetRow, name: String, _ languageNames: [String: String], _ report: inout CheckReport
  ) {
    for column in columns(of: cells.sheet.kind) {
      let present = cells.sheet.columns(column)
      guard present.count > 1, cells.hasText(column) else { continue }
      if present.contains(where: { $0.code.isEmpty && !cells.row[$0.index].isBlank }) { continue }
      for (index, code) in present where !code.isEmpty && cells.row[index].isBlank {
        report.add(
          .formTranslationMissing, at: cells.position(field: index), field: name,
          ["column": column.rawValue, "name": name, "language": languageNames[code] ?? code])
      }
    }
  }
}
