internal import Estimation
internal import YAML

extension PipelineReader {
  /// Reads the section `disclosure`; the tables published before.
  mutating func disclosure(_ node: YAMLNode?, into plan: inout EstimationPlan) -> [String] {
    guard let node else { return [] }
    let values = settings.section(
      node, named: "disclosure", known: ["minimum_count", "minimum_cell", "protection", "dominance", "published"])
    if let count = settings.integer(values["minimum_count"], key: "minimum_count", atLeast: 1) {
      plan.disclosure.minimumCount = count
    }
    plan.disclosure.minimumCell = settings.integer(values["minimum_cell"], key: "minimum_cell", atLeast: 1)
    if let width = settings.integer(values["protection"], key: "protection", atLeast: 1) {
      plan.disclosure.protection = width
    }
    plan.disclosure.dominance = values["dominance"].flatMap { dominance($0) }
    return settings.texts(values["published"], key: "published").map(\.text)
  }

  /// Reads `dominance`: the p of the p %-rule, or p, or n and k of (n, k)-dominance, or all three.
  private mutating func dominance(_ node: YAMLNode) -> DominanceRule? {
    if node.entries == nil {
      return settings.number(node, key: "dominance", between: 0, and: 100).map { DominanceRule(percent: $0) }
    }
    let values = settings.section(node, named: "dominance", known: ["p", "n", "k"])
    var rule = DominanceRule(percent: settings.number(values["p"], key: "p", between: 0, and: 100))
    if values["n"] == nil, values["k"] == nil {
      if values["p"] == nil { settings.missing("p", in: "dominance", at: node) }
      return rule
    }
    for key in ["n", "k"] where values[key] == nil { settings.missing(key, in: "dominance", at: node) }
    let share = settings.number(values["k"], key: "k", between: 0, and: 100)
    guard let count = settings.integer(values["n"], key: "n", atLeast: 1), let share else { return rule }
    if count > DominanceRule.mostKept, let node = values["n"] {
      settings.bad(node, key: "n", "1 … \(DominanceRule.mostKept)")
    }
    rule.largest = DominanceRule.Largest(count: count, percent: share)
    return rule
  }
}
