internal import Estimation
internal import YAML

extension PipelineReader {
  /// Reads the section `intervals`.
  mutating func intervals(_ node: YAMLNode?, into plan: inout EstimationPlan) {
    guard let node else { return }
    let values = settings.section(node, named: "intervals", known: ["level", "proportion"])
    if let level = settings.number(values["level"], key: "level", between: 0, and: 1) { plan.intervals.level = level }
    if let interval = settings.word(values["proportion"], key: "proportion", as: ProportionInterval.self) {
      plan.intervals.proportion = interval
    }
  }

  /// Reads the section `quantiles`.
  mutating func quantiles(_ node: YAMLNode?, into plan: inout EstimationPlan) {
    guard let node else { return }
    let values = settings.section(node, named: "quantiles", known: ["p", "rule", "interval"])
    if values["p"] == nil { settings.missing("p", in: "quantiles", at: node) }
    for share in values["p"]?.items ?? values["p"].map({ [$0] }) ?? [] {
      guard let number = settings.number(share, key: "p", between: 0, and: 1) else { continue }
      if !plan.quantiles.shares.contains(number) { plan.quantiles.shares.append(number) }
    }
    if let rule = settings.word(values["rule"], key: "rule", as: QuantileRule.self) { plan.quantiles.rule = rule }
    if let interval = settings.word(values["interval"], key: "interval", as: QuantileInterval.self) {
      plan.quantiles.interval = interval
    }
  }
}
