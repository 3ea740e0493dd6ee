import Diagnostics

/// A text that exists in one language exists in every language that has a column.
enum TranslationCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let languages = draft.form.languages
    guard languages.count > 1 else { return }
    for row in draft.rows { check(row.cells, name: row.name, languages, &report) }
    for choice in draft.choices { check(choice.cells, name: choice.choice.name, languages, &report) }
  }

  /// The columns that hold texts for readers.
  static func columns(of kind: SheetKind) -> [SheetColumn] {
    switch kind {
    case .survey: [.label, .hint, .guidanceHint, .requiredMessage, .constraintMessage]
    case .choices, .indicators: [.label]
    case .settings: []
    }
  }

  private static func check(
    _ cells: SheetRow, name: String, _ languages: [FormLanguage], _ report: inout CheckReport
  ) {
    for column in columns(of: cells.sheet.kind) where cells.sheet.has(column) {
      let texts = cells.text(column).byCode
      guard !texts.isEmpty, texts.count < languages.count || texts[""] != nil else { continue }
      let present = cells.sheet.columns(column)
      for language in languages where texts[language.code] == nil && texts[""] == nil {
        guard present.contains(where: { $0.code == language.code }) else { continue }
        report.add(
          .formTranslationMissing, at: cells.position(column, language: language.code), field: name,
          ["column": column.rawValue, "name": name, "language": language.name])
      }
    }
  }
}
