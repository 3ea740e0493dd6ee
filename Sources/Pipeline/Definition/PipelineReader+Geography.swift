internal import Geography
internal import YAML

extension PipelineReader {
  /// Reads the section `geography`.
  mutating func geography(_ node: YAMLNode) -> GeographyDefinition {
    let values = settings.section(
      node, named: "geography", known: ["crosswalk", "field", "legacy", "level", "harmonise_to", "list"])
    if values["crosswalk"] == nil { settings.missing("crosswalk", in: "geography", at: node) }
    var definition = GeographyDefinition(crosswalk: settings.text(values["crosswalk"], key: "crosswalk") ?? "")
    definition.field = question(values["field"], key: "geography.field")
    definition.legacy = question(values["legacy"], key: "geography.legacy")
    if let level = values["level"] {
      switch level.text {
      case "commune": definition.level = .commune
      case "province": definition.level = .province
      default: settings.bad(level, key: "level", "commune | province")
      }
    }
    definition.harmoniseTo = settings.day(values["harmonise_to"], key: "harmonise_to")
    if let list = values["list"] { definition.list = listRule(list) }
    if values["field"] == nil {
      for key in ["legacy", "level", "harmonise_to", "list"] where values[key] != nil {
        settings.missing("field", in: "geography", at: node)
        break
      }
    }
    return definition
  }

  private mutating func listRule(_ node: YAMLNode) -> GeographyDefinition.ListRule {
    switch node.text {
    case "former": return .fixed(.former)
    case "present": return .fixed(.present)
    case .some:
      settings.bad(node, key: "list", "former | present | {question: …, former: …, present: …}")
      return .fixed(.present)
    case nil: break
    }
    let values = settings.section(node, named: "list", known: ["question", "former", "present"])
    for key in ["question", "former", "present"] where values[key] == nil {
      settings.missing(key, in: "list", at: node)
    }
    guard let name = question(values["question"], key: "geography.list"),
      let former = settings.text(values["former"], key: "former"),
      let present = settings.text(values["present"], key: "present")
    else { return .fixed(.present) }
    return .question(name, former: former, present: present)
  }
}
