internal import Estimation
internal import YAML

extension PipelineReader {
  /// Reads the section `intervals`.
  mutating func intervals(_ node: YAMLNode?, into plan: inout EstimationPlan) {
    guard let node else { return }
    let values = settings.section(node, named: "intervals", known: ["level", "proportion", "distribution"])
    if let level = settings.number(values["level"], key: "level", between: 0, and: 1) { plan.intervals.level = level }
    if let interval = settings.word(values["proportion"], key: "proportion", as: ProportionInterval.self) {
      plan.intervals.proportion = interval
    }
    if let distribution = settings.word(values["distribution"], key: "distribution", as: IntervalDistribution.self) {
      plan.intervals.distribution = distribution
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
    if let rule = settings.word(values["rule"], key: "rule", as: WeightedQuantileRule.self) {
      plan.quantiles.rule = rule
    }
    if let interval = settings.word(values["interval"], key: "interval", as: QuantileInterval.self) {
      plan.quantiles.interval = interval
    }
  }

  /// Reads the section `compare`.
  mutating func comparisons(_ node: YAMLNode?) -> [Comparison] {
    guard let node, !node.isNull else { return [] }
    guard let items = node.items else {
      settings.bad(node, key: "compare", "[- {items: […], by: …}]")
      return []
    }
    return items.compactMap { item in
      let values = settings.section(item, named: "compare", known: ["items", "by", "test", "adjust"])
      for key in ["items", "by"] where values[key] == nil { settings.missing(key, in: "compare", at: item) }
      var comparison = Comparison(
        items: settings.texts(values["items"], key: "items").map(\.text),
        domain: questions(values["by"], key: "compare.by"))
      if let test = settings.word(values["test"], key: "test", as: ComparisonTest.self) { comparison.test = test }
      if let adjustment = settings.word(values["adjust"], key: "adjust", as: PValueAdjustment.self) {
        comparison.adjustment = adjustment
      }
      return comparison.domain.isEmpty ? nil : comparison
    }
  }
}
