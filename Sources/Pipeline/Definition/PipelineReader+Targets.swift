internal import Geography
internal import YAML

extension PipelineReader {
  /// Reads the section `targets`.
  mutating func targets(_ node: YAMLNode) -> TargetsDefinition {
    let values = settings.section(node, named: "targets", known: ["register", "observations", "from"])
    if values["register"] == nil { settings.missing("register", in: "targets", at: node) }
    var definition = TargetsDefinition(register: settings.text(values["register"], key: "register") ?? "")
    definition.observations = settings.texts(values["observations"], key: "observations").map(\.text)
    guard let from = values["from"], !from.isNull else { return definition }
    let sources = settings.section(from, named: "from", known: ["headcounts", "estimates"])
    if let headcounts = sources["headcounts"] { definition.headcounts = headcountSource(headcounts) }
    if let estimates = sources["estimates"] {
      if let items = estimates.items {
        definition.estimates = items.compactMap { estimateSource($0) }
      } else {
        settings.bad(estimates, key: "estimates", "[- {indicator: …, statistic: …, measure: …, definition: …}]")
      }
    }
    return definition
  }

  private mutating func headcountSource(_ node: YAMLNode) -> TargetsDefinition.HeadcountSource {
    let values = settings.section(
      node, named: "headcounts", known: ["form", "store", "units", "incomplete", "unstated"])
    var source = TargetsDefinition.HeadcountSource()
    source.form = settings.text(values["form"], key: "form")
    source.store = values["store"].map { storePath($0) }
    source.unstated = settings.text(values["unstated"], key: "unstated")
    source.units = settings.text(values["units"], key: "units")
    switch values["incomplete"]?.text {
    case "include": source.includesIncomplete = true
    case "exclude": break
    default: if let value = values["incomplete"] { settings.bad(value, key: "incomplete", "include | exclude") }
    }
    return source
  }

  private mutating func estimateSource(_ node: YAMLNode) -> TargetsDefinition.EstimateSource? {
    let keys = ["indicator", "item", "statistic", "level", "domain", "domain_level"]
    let values = settings.section(
      node, named: "estimates",
      known: keys + [
        "measure", "definition", "date", "geography_level", "geography_code", "geography_valid_from",
      ])
    for key in ["indicator", "statistic", "measure", "definition", "geography_level"] where values[key] == nil {
      settings.missing(key, in: "estimates", at: node)
    }
    let row = keys.map { settings.text(values[$0], key: $0) ?? "" }
    let level = settings.word(values["geography_level"], key: "geography_level", as: AreaLevel.self)
    let code = settings.text(values["geography_code"], key: "geography_code") ?? ""
    let day = settings.day(values["geography_valid_from"], key: "geography_valid_from")
    guard let measure = settings.text(values["measure"], key: "measure"),
      let definition = settings.text(values["definition"], key: "definition"), let level
    else { return nil }
    return TargetsDefinition.EstimateSource(
      row: row, measure: measure, definition: definition, area: AreaReference(level, code, validFrom: day),
      day: settings.day(values["date"], key: "date"))
  }
}
