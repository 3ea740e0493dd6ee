internal import Diagnostics
internal import Estimation
internal import YAML

extension PipelineReader {
  /// Reads the section `design` into a plan; the frames of its margins are returned in order.
  mutating func design(_ node: YAMLNode, into plan: inout EstimationPlan) -> [MarginFrame] {
    let values = settings.section(
      node, named: "design",
      known: [
        "sample", "weights", "strata", "clusters", "fpc", "rake", "raking", "post_stratify", "calibrate", "trim",
        "replicates", "single_psu", "deff",
      ])
    if let sample = settings.word(values["sample"], key: "sample", as: SampleKind.self) { plan.sample = sample }
    if let rule = settings.word(values["single_psu"], key: "single_psu", as: SinglePSURule.self) {
      plan.singlePSU = rule
    }
    if let reference = settings.word(values["deff"], key: "deff", as: DesignEffectReference.self) {
      plan.designEffect = reference
    }
    plan.weights = question(values["weights"], key: "weights")
    plan.strata = question(values["strata"], key: "strata")
    plan.clusters = questions(values["clusters"], key: "clusters")
    plan.populationSizes = questions(values["fpc"], key: "fpc")
    raking(values["raking"], into: &plan)
    plan.trim = trimming(values["trim"])
    plan.replicates = replicates(values["replicates"])
    return population(values, at: node, into: &plan)
  }

  /// Names of questions, remembered for the check against the form.
  mutating func questions(_ node: YAMLNode?, key: String) -> [String] {
    settings.texts(node, key: key).map { entry in
      mentions.append(QuestionMention(name: entry.text, key: key, position: settings.position(of: entry.node)))
      return entry.text
    }
  }

  private mutating func raking(_ node: YAMLNode?, into plan: inout EstimationPlan) {
    guard let node else { return }
    let values = settings.section(node, named: "raking", known: ["tolerance", "iterations", "variance"])
    if let tolerance = settings.number(values["tolerance"], key: "tolerance", between: 0, and: 1) {
      plan.raking.tolerance = tolerance
    }
    if let iterations = settings.integer(values["iterations"], key: "iterations", atLeast: 1) {
      plan.raking.iterations = iterations
    }
    if let variance = settings.word(values["variance"], key: "variance", as: RakingVariance.self) {
      plan.raking.variance = variance
    }
  }

  mutating func margins(_ node: YAMLNode?) -> [MarginFrame] {
    guard let node, !node.isNull else { return [] }
    guard let items = node.items else {
      settings.bad(node, key: "rake", "[- {by: …, population: …}]")
      return []
    }
    return items.compactMap { margin($0, section: "rake", use: .raking) }
  }

  /// One margin with its frame.
  mutating func margin(_ node: YAMLNode, section: String, use: MarginUse) -> MarginFrame? {
    let values = settings.section(node, named: section, known: ["by", "population", "unmatched", "map"])
    for key in ["by", "population"] where values[key] == nil { settings.missing(key, in: section, at: node) }
    let variables = questions(values["by"], key: "\(section).by")
    guard let file = settings.text(values["population"], key: "population"), !variables.isEmpty else { return nil }
    let rule = settings.word(values["unmatched"], key: "unmatched", as: UnmatchedRule.self)
    return MarginFrame(
      file: file, unmatched: rule ?? .error, map: levelMap(values["map"]), variables: variables, use: use)
  }

  mutating func levelMap(_ node: YAMLNode?) -> [String: String] {
    guard let node, !node.isNull else { return [:] }
    guard let entries = node.entries else {
      settings.bad(node, key: "map", "{a: b}")
      return [:]
    }
    var map: [String: String] = [:]
    for entry in entries {
      if let from = entry.key.text, let to = settings.text(entry.value, key: "map") { map[from] = to }
    }
    return map
  }
}
