import Diagnostics

/// Every row of the survey has a type that is known.
enum TypeCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows {
      guard case .unknown(let reason) = row.kind else { continue }
      let position = row.cells.position(.type)
      switch reason {
      case .missing: report.add(.formTypeMissing, at: position, field: row.name)
      case .unknown(let name):
        let word = name.split(separator: " ").first.map(String.init) ?? name
        var nearest = report.nearest(to: name, among: SurveyRowKind.typeNames, of: "type")
        if nearest == CheckReport.noSuggestion {
          nearest = report.nearest(to: word, among: SurveyRowKind.typeNames, of: "type")
        }
        report.add(.formTypeUnknown, at: position, field: row.name, ["name": name, "nearest": nearest])
      case .unsupported(let name): report.add(.formTypeUnsupported, at: position, field: row.name, ["name": name])
      case .fileFormat(let name): report.add(.formFileFormatUnknown, at: position, field: row.name, ["name": name])
      case .answersAsChoices(let name):
        report.add(.formAnswersAsChoicesUnfit, at: position, field: row.name, ["type": name])
      case .listMissing(let name): report.add(.formListNameMissing, at: position, field: row.name, ["name": name])
      }
    }
  }
}
