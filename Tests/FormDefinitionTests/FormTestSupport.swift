import Diagnostics
import FormDefinition
import Foundation

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
    let place = finding.position?.description.replacing("forms/x/", with: "").replacing(".csv", with: "") ?? "-"
    return "\(finding.code.identifier) \(place)"
  }
}
