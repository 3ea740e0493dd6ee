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
