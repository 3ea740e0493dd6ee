internal import Geography
internal import YAML

extension PipelineReader {
  /// Reads the section `programme`.
  mutating func programme(_ node: YAMLNode) -> ProgrammeDefinition {
    let values = settings.section(node, named: "programme", known: ["folder", "agencies", "plan", "area"])
    for key in ["folder", "agencies"] where values[key] == nil { settings.missing(key, in: "programme", at: node) }
    var definition = ProgrammeDefinition(
      folder: settings.text(values["folder"], key: "folder") ?? "",
      agencies: settings.text(values["agencies"], key: "agencies") ?? "")
    definition.plan = settings.text(values["plan"], key: "plan")
    definition.area = values["area"].flatMap { area($0) }
    return definition
  }

  private mutating func area(_ node: YAMLNode) -> AreaReference? {
    let values = settings.section(node, named: "area", known: ["level", "code", "valid_from"])
    for key in ["level", "code", "valid_from"] where values[key] == nil {
      settings.missing(key, in: "area", at: node)
    }
    let level = settings.word(values["level"], key: "level", as: AreaLevel.self)
    let day = settings.day(values["valid_from"], key: "valid_from")
    guard let level, let day, let code = settings.text(values["code"], key: "code") else { return nil }
    return AreaReference(level, code, validFrom: day)
  }

  /// Reads the section `returns`: `{form, files, mapping}` each.
  mutating func returns(_ node: YAMLNode?) -> [ReturnsDefinition] {
    guard let node, !node.isNull else { return [] }
    guard let items = node.items else {
      settings.bad(node, key: "returns", "[- {form: …, files: …}]")
      return []
    }
    return items.compactMap { item in
      let values = settings.section(item, named: "returns", known: ["form", "files", "mapping"])
      for key in ["form", "files"] where values[key] == nil { settings.missing(key, in: "returns", at: item) }
      guard let form = settings.text(values["form"], key: "form"),
        let pattern = settings.text(values["files"], key: "files")
      else { return nil }
      return ReturnsDefinition(
        form: form, pattern: pattern, mapping: settings.text(values["mapping"], key: "mapping"))
    }
  }

  /// Reads the answers that a simulation draws from, by question.
  mutating func simulatedValues(_ node: YAMLNode?) -> [String: [String]] {
    guard let node, !node.isNull else { return [:] }
    guard let entries = node.entries else {
      settings.bad(node, key: "values", "{question: [\"75\", \"70\"]}")
      return [:]
    }
    var values: [String: [String]] = [:]
    for entry in entries {
      guard let name = question(entry.key, key: "simulate.values") else { continue }
      values[name] = settings.texts(entry.value, key: "values").map(\.text)
    }
    return values
  }
}
