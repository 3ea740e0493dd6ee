import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

/// The XForms document of a form written as CSV sheets.
func xform(_ survey: String, choices: String? = nil, settings: String? = nil) throws -> String {
  let sheets = ["survey": survey, "choices": choices, "settings": settings].compactMapValues {
    $0.map { Array($0.utf8) }
  }
  return XForm.document(for: try #require(Form.read(FormSheets(source: "forms/x", sheets: sheets)).form))
}
