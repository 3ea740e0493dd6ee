internal import Responses
internal import YAML

extension PipelineReader {
  /// Reads the section `quality`: which records are reported as doubtful.
  mutating func quality(_ node: YAMLNode?) -> QualityRules {
    var rules = QualityRules()
    guard let node else { return rules }
    let values = settings.section(
      node, named: "quality", known: ["fastest_minutes", "straight_line_items", "near_duplicates"])
    if let minutes = values["fastest_minutes"] {
      // Zero: no interview is too fast.
      if let number = minutes.number, number >= 0, number <= 1440 {
        rules.fastestMinutes = number
      } else {
        settings.bad(minutes, key: "fastest_minutes", "0 ≤ x ≤ 1440")
      }
    }
    if let items = settings.integer(values["straight_line_items"], key: "straight_line_items", atLeast: 2) {
      rules.straightLineItems = items
    }
    if let wanted = values["near_duplicates"] {
      if let truth = wanted.truth {
        rules.nearDuplicates = truth
      } else {
        settings.bad(wanted, key: "near_duplicates", "true | false")
      }
    }
    return rules
  }
}
