internal import Diagnostics
internal import Estimation
internal import YAML

extension PipelineReader {
  /// Reads how weights meet population figures; the frames of the margins are returned in order.
  mutating func population(_ values: [String: YAMLNode], at node: YAMLNode, into plan: inout EstimationPlan)
    -> [MarginFrame]
  {
    let found = ["post_stratify", "rake", "calibrate"].filter { values[$0].map { !$0.isNull } ?? false }
    if found.count > 1 {
      settings.report(.pipelineSeveralWeightings, at: node, ["found": found.joined(separator: ", ")])
    }
    return margins(values["rake"]) + postStratification(values["post_stratify"])
      + calibration(values["calibrate"], into: &plan)
  }

  /// One entry as in `rake`, by itself or as a list of one.
  private mutating func postStratification(_ node: YAMLNode?) -> [MarginFrame] {
    guard let node, !node.isNull else { return [] }
    let entries = node.items ?? [node]
    guard entries.count == 1 else {
      settings.bad(node, key: "post_stratify", "{by: …, population: …}")
      return []
    }
    return entries.compactMap { margin($0, section: "post_stratify", use: .postStratification) }
  }

  private mutating func calibration(_ node: YAMLNode?, into plan: inout EstimationPlan) -> [MarginFrame] {
    guard let node, !node.isNull else { return [] }
    let values = settings.section(
      node, named: "calibrate",
      known: ["method", "by", "population", "unmatched", "map", "totals", "size", "bounds"])
    var target = CalibrationTarget()
    if let method = settings.word(values["method"], key: "method", as: CalibrationMethod.self) {
      target.method = method
    }
    target.size = settings.number(values["size"], key: "size", between: 0, and: 1e15)
    target.totals = totals(values["totals"])
    if let bounds = values["bounds"] { target.bounds = self.bounds(bounds) }
    plan.calibrate = target
    guard let by = values["by"], !by.isNull else {
      if target.totals.isEmpty { settings.missing("by", in: "calibrate", at: node) }
      return []
    }
    guard let file = settings.text(values["population"], key: "population") else {
      if values["population"] == nil { settings.missing("population", in: "calibrate", at: node) }
      return []
    }
    let rule = settings.word(values["unmatched"], key: "unmatched", as: UnmatchedRule.self) ?? .error
    let map = levelMap(values["map"])
    return (by.items ?? [by]).map { entry in
      MarginFrame(
        file: file, unmatched: rule, map: map, variables: questions(entry, key: "calibrate.by"), use: .calibration)
    }.filter { !$0.variables.isEmpty }
  }

  private mutating func totals(_ node: YAMLNode?) -> [(question: String, total: Double)] {
    guard let node, !node.isNull else { return [] }
    guard let entries = node.entries else {
      settings.bad(node, key: "totals", "{a: 1200000}")
      return []
    }
    return entries.compactMap { entry in
      guard let name = question(entry.key, key: "calibrate.totals"),
        let total = settings.number(entry.value, key: name, between: -1e300, and: 1e300)
      else { return nil }
      return (name, total)
    }
  }

  private mutating func bounds(_ node: YAMLNode) -> ClosedRange<Double>? {
    if let items = node.items, items.count == 2, let low = items[0].number, let high = items[1].number, low < high,
      low < 1, high > 1
    {
      return low...high
    }
    settings.bad(node, key: "bounds", "[L < 1, U > 1]")
    return nil
  }

  /// Reads the limits of weights.
  mutating func trimming(_ node: YAMLNode?) -> TrimRule? {
    guard let node, !node.isNull else { return nil }
    let values = settings.section(node, named: "trim", known: ["lower", "upper", "strict"])
    var rule = TrimRule()
    let none = -Double.leastNonzeroMagnitude
    if let lower = settings.number(values["lower"], key: "lower", between: none, and: 1) { rule.lower = lower }
    if let upper = settings.number(values["upper"], key: "upper", between: 1, and: .infinity) { rule.upper = upper }
    if let strict = truth(values["strict"], key: "strict") { rule.isStrict = strict }
    if values["lower"] == nil, values["upper"] == nil { settings.missing("upper", in: "trim", at: node) }
    return rule
  }

  /// Reads how replicates are made.
  mutating func replicates(_ node: YAMLNode?) -> ReplicatePlan? {
    guard let node, !node.isNull else { return nil }
    let values = settings.section(
      node, named: "replicates", known: ["type", "count", "seed", "columns", "combined", "scale", "rscales", "mse"])
    if values["type"] == nil { settings.missing("type", in: "replicates", at: node) }
    guard let type = settings.word(values["type"], key: "type", as: ReplicateType.self) else { return nil }
    var plan = ReplicatePlan(type)
    if let count = settings.integer(values["count"], key: "count", atLeast: 2) {
      if [.jackknife, .stratifiedJackknife].contains(type) { plan.groupCount = count } else { plan.count = count }
    }
    if let seed = settings.integer(values["seed"], key: "seed", atLeast: 0) { plan.seed = UInt64(seed) }
    if let mse = truth(values["mse"], key: "mse") { plan.isCentredOnEstimate = mse }
    if type == .columns {
      plan.columns = settings.texts(values["columns"], key: "columns").map(\.text)
      if plan.columns.isEmpty { settings.missing("columns", in: "replicates", at: node) }
      if let combined = truth(values["combined"], key: "combined") { plan.isCombined = combined }
      plan.scale = settings.number(values["scale"], key: "scale", between: 0, and: 1e15)
      plan.scales = scales(values["rscales"])
      if values["scale"] == nil, values["rscales"] == nil {
        settings.report(.pipelineReplicateScaleMissing, at: node, [:])
      }
    } else {
      for key in ["columns", "combined", "scale", "rscales"] {
        if let value = values[key] { settings.bad(value, key: key, "type: columns") }
      }
    }
    return plan
  }

  private mutating func scales(_ node: YAMLNode?) -> [Double] {
    guard let node, !node.isNull else { return [] }
    let none = -Double.leastNonzeroMagnitude
    return (node.items ?? [node]).compactMap { settings.number($0, key: "rscales", between: none, and: 1e15) }
  }

  private mutating func truth(_ node: YAMLNode?, key: String) -> Bool? {
    guard let node else { return nil }
    if let truth = node.truth { return truth }
    settings.bad(node, key: key, "true | false")
    return nil
  }
}
