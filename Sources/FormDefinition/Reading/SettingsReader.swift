import DelimitedText
import Diagnostics

/// Reads the settings sheet into a form.
enum SettingsReader {
  /// Sets what the first row of the sheet says; findings are those of its expressions.
  static func apply(_ sheet: Sheet, to form: inout Form) -> [Diagnostic] {
    guard let cells = sheet.rows.first else { return [] }
    var findings: [Diagnostic] = []
    if !cells[.formID].isEmpty { form.identifier = cells[.formID] }
    form.version = cells[.version]
    if !cells[.defaultLanguage].isEmpty { form.defaultLanguage = FormLanguage(name: cells[.defaultLanguage]).code }
    form.title = title(in: cells, defaultLanguage: form.defaultLanguage)
    form.submissionURL = cells[.submissionURL].isEmpty ? nil : cells[.submissionURL]
    for column in [SheetColumn.instanceName, .consent] where !cells[column].isEmpty {
      let parsed = Expression.parse(cells[column].straightenedQuotes, at: cells.position(column))
      findings += parsed.diagnostics
      if column == .consent { form.consent = parsed.expression } else { form.instanceName = parsed.expression }
    }
    let read: Set<SheetColumn> = [
      .formTitle, .translatedTitle, .formID, .version, .instanceName, .submissionURL, .consent,
    ]
    for (index, heading) in sheet.headings.enumerated() {
      if let column = heading.column, read.contains(column) { continue }
      let content = cells.row[index].trimmingBlanks()
      if content.isEmpty { continue }
      if let attribute = heading.attribute {
        form.attributes.append(NodeAttributes.Attribute(name: attribute.name, value: content))
      } else {
        form.settings[heading.column?.rawValue ?? sheet.table.header[index].lowercased()] = content
      }
    }
    return findings
  }

  /// The title: `form_title` in the default language, `translated_title::…` in others.
  ///
  /// Other readers of the sheets refuse a `form_title` per language, so a title has a column of its own for these.
  private static func title(in cells: SheetRow, defaultLanguage: String) -> LocalizedText {
    var title = cells.text(.formTitle)
    title.byCode.merge(cells.text(.translatedTitle).byCode) { own, _ in own }
    if !defaultLanguage.isEmpty, title.byCode[defaultLanguage] == nil, let text = title.byCode.removeValue(forKey: "") {
      title.byCode[defaultLanguage] = text
    }
    return title
  }
}
