import DelimitedText
import Diagnostics

/// Every language has a code of its own, and columns of texts come in all languages.
enum LanguagesCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var namesByCode: [String: String] = [:]
    for kind in [SheetKind.survey, .choices] {
      guard let sheet = draft.sheets[kind] else { continue }
      for (index, heading) in sheet.headings.enumerated() {
        guard let language = heading.language else { continue }
        let position = sheet.table.position(ofHeading: index)
        if let first = namesByCode[language.code] {
          guard first != language.name else { continue }
          report.add(
            .formLanguageCodeTwice, at: position, ["name": language.name, "first": first, "code": language.code])
          continue
        }
        namesByCode[language.code] = language.name
        if language.code == language.name, language.name.utf8.count > 3 {
          report.add(.formLanguageWithoutCode, at: position, ["name": language.name])
        }
      }
      missingColumns(sheet, languages: draft.form.languages, &report)
    }
  }

  private static func missingColumns(_ sheet: Sheet, languages: [FormLanguage], _ report: inout CheckReport) {
    for column in TranslationCheck.columns(of: sheet.kind) {
      let present = sheet.columns(column)
      let codes = Set(present.map(\.code))
      guard let first = present.first, !codes.contains("") else { continue }
      for language in languages where !codes.contains(language.code) {
        report.add(
          .formTranslationColumnMissing, at: sheet.table.position(ofHeading: first.index),
          ["column": column.rawValue, "language": language.name])
      }
    }
  }
}
