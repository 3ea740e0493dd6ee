import Diagnostics

/// The parameters of a select fit: a random order is asked for by yes or no, its seed by a number or a question, and
/// the columns of a file by names that columns can have.
enum ChoiceOrderCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.cells.sheet.has(.parameters) && row.type?.choiceList != nil {
      let parameters = readParameters(row.cells[.parameters]).parameters
      for name in invalid(parameters) {
        report.add(
          .formOrderInvalid, at: row.cells.position(.parameters), field: row.name,
          ["parameter": name, "name": row.name])
      }
    }
  }

  private static func invalid(_ parameters: [String: String]) -> [String] {
    var invalid: [String] = []
    let randomize = parameters["randomize"]
    if let randomize, randomize != "true", randomize != "false" { invalid.append("randomize") }
    if let seed = parameters["seed"] {
      let isNumber = Double(seed)?.isFinite == true
      let isReference = seed.hasPrefix("${") && seed.hasSuffix("}")
      if randomize != "true" || !(isNumber || isReference) { invalid.append("seed") }
    }
    for name in ["value", "label"] {
      guard let column = parameters[name] else { continue }
      let isName = column.split(separator: ":", omittingEmptySubsequences: false).allSatisfy {
        String($0).isElementName
      }
      if !isName { invalid.append(name) }
    }
    return invalid
  }
}
