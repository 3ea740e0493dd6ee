import Diagnostics
import FormDefinition
import Foundation
import Testing

/// Sheets written inline: one text per sheet.
func sheets(
  survey: String? = nil, choices: String? = nil, settings: String? = nil, indicators: String? = nil,
  source: String = "forms/x"
) -> FormSheets {
  let texts = ["survey": survey, "choices": choices, "settings": settings, "indicators": indicators]
  return FormSheets(source: source, sheets: texts.compactMapValues { $0.map { Array($0.utf8) } })
}

/// The sheets of a form of the project.
func projectForm(_ name: String) throws -> FormSheets {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  var sheets: [String: [UInt8]] = [:]
  for sheet in ["survey", "choices", "settings", "indicators"] {
    let file = root.appending(path: "forms/\(name)/\(sheet).csv")
    sheets[sheet] = Array(try Data(contentsOf: file))
  }
  return FormSheets(source: "forms/\(name)", sheets: sheets)
}

/// Findings of a form, each as `FORM-021 survey:3:1`: the code, the sheet, the row and the column.
func findings(
  survey: String = "type,name,label\ntext,q,Q", choices: String? = nil, settings: String? = "form_id\nx",
  indicators: String? = nil
) -> [String] {
  let reading = Form.read(
    sheets(survey: survey, choices: choices, settings: settings, indicators: indicators))
  return reading.diagnostics.map { finding in
    #expect(unfilledPlaceholders(of: finding) == [])
    let place = finding.position?.description.replacing("forms/x/", with: "").replacing(".csv", with: "") ?? "-"
    return "\(finding.code.identifier) \(place)"
  }
}

/// The placeholders of a finding's wording, in either language, for which it has no argument.
func unfilledPlaceholders(of finding: Diagnostic) -> [String] {
  let code = finding.code
  let texts = InterfaceLanguage.allCases.flatMap { [code.message[$0], code.fix[$0]] }
  let wanted = Set(texts.flatMap(placeholders))
  return wanted.subtracting(finding.arguments.keys).subtracting(["field"]).sorted()
}

/// The names in braces in a wording; `${example}` is no placeholder.
func placeholders(_ text: String) -> [String] {
  text.matches(of: /(?:^|[^$]){([a-zA-Z]+)}/).map { String($0.output.1) }
}
