import Diagnostics

/// The settings identify the form and name a language it has.
enum SettingsCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    guard let sheet = draft.sheets[.settings], let cells = sheet.rows.first else {
      report.add(
        .formIdentifierMissing, at: draft.input.place(of: SheetKind.settings.rawValue), ["name": draft.form.identifier])
      return
    }
    if sheet.rows.count > 1 {
      report.add(.formSettingsRows, at: sheet.rows[1].position(), ["count": String(sheet.rows.count)])
    }
    if cells[.formID].isEmpty {
      report.add(.formIdentifierMissing, at: cells.position(.formID), ["name": draft.form.identifier])
    } else if cells[.formID].contains(where: \.isWhitespace) {
      report.add(.formIdentifierBlank, at: cells.position(.formID))
    }
    let languages = draft.form.languages
    if !cells[.defaultLanguage].isEmpty, !languages.isEmpty,
      !languages.contains(where: { $0.code == draft.form.defaultLanguage })
    {
      report.add(
        .formDefaultLanguageUnknown, at: cells.position(.defaultLanguage),
        ["name": cells[.defaultLanguage], "languages": languages.map(\.name).joined(separator: ", ")])
    }
    // The web page could not send to it and would save files instead.
    if let address = draft.form.submissionURL, SubmissionAddress(address) == nil {
      report.add(.formSubmissionAddressInvalid, at: cells.position(.submissionURL))
    }
  }
}
