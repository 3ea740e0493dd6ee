internal import CivilCalendar
internal import ResponseRates
internal import YAML

extension PipelineReader {
  /// Reads the section `response`: who was invited, and how answers are told apart.
  mutating func response(_ node: YAMLNode) -> ResponseDefinition {
    let values = settings.section(
      node, named: "response",
      known: [
        "invitations", "units", "sectors", "localities", "tokens", "eligibility", "complete", "partial", "fieldwork",
      ])
    var definition = ResponseDefinition()
    definition.invitations = settings.text(values["invitations"], key: "invitations")
    definition.options.questions = ResponseQuestions(
      unit: question(values["units"], key: "response.units"),
      sector: question(values["sectors"], key: "response.sectors"),
      locality: question(values["localities"], key: "response.localities"),
      token: question(values["tokens"], key: "response.tokens"))
    if let eligibility = values["eligibility"], eligibility.text != "estimated" {
      if let share = share(eligibility, key: "eligibility") { definition.options.eligibility = .given(share) }
    }
    if let complete = values["complete"].flatMap({ share($0, key: "complete") }) {
      definition.options.completeness.complete = complete
    }
    if let partial = values["partial"], let limit = share(partial, key: "partial") {
      definition.options.completeness.partial = limit
      if limit > definition.options.completeness.complete {
        settings.bad(partial, key: "partial", "≤ complete (\(definition.options.completeness.complete))")
      }
    }
    definition.options.fieldwork = values["fieldwork"].flatMap { fieldwork($0) }
    return definition
  }

  private mutating func fieldwork(_ node: YAMLNode) -> Fieldwork? {
    let values = settings.section(node, named: "fieldwork", known: ["from", "to", "target"])
    for key in ["from", "to"] where values[key] == nil { settings.missing(key, in: "fieldwork", at: node) }
    let target = values["target"].flatMap { share($0, key: "target") }
    guard let first = settings.day(values["from"], key: "from"), let last = settings.day(values["to"], key: "to") else {
      return nil
    }
    if last < first { settings.bad(values["to"] ?? node, key: "to", "≥ \(first.iso)") }
    return Fieldwork(first: first, last: last, target: target)
  }

  /// A share 0…1.
  private mutating func share(_ node: YAMLNode, key: String) -> Double? {
    if let number = node.number, number >= 0, number <= 1 { return number }
    settings.bad(node, key: key, "0 ≤ x ≤ 1")
    return nil
  }
}
