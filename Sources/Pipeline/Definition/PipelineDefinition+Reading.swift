internal import CivilCalendar
public import Diagnostics
internal import Estimation
internal import FileSystem
internal import YAML

extension PipelineDefinition {
  /// Reads a pipeline file.
  ///
  /// Nothing is ignored: an unknown key, or one this version cannot honour, is an error with its place.
  /// - Parameter source: the path of the file, from which the base folder follows.
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> PipelineDefinition {
    let root = try YAMLNode.parse(bytes: bytes, source: source)
    var reader = PipelineReader(source: source)
    var definition = reader.definition(root)
    definition.namedPaths = root.texts.filter {
      $0 != definition.reports.first?.output && !$0.contains(where: \.isNewline) && !$0.hasPrefix("/dev/")
    }
    if !reader.settings.diagnostics.isEmpty {
      throw StageFailure(reader.settings.diagnostics, exitCode: .unusableInput)
    }
    return definition
  }

  /// A path of the pipeline file as seen from the working folder.
  public func path(_ path: String) -> String { join(baseFolder, path) }
}

/// Reads the sections of a pipeline file one after the other.
struct PipelineReader {
  var settings: SettingsReader
  var mentions: [QuestionMention] = []

  init(source: String) { settings = SettingsReader(source: source) }

  mutating func definition(_ root: YAMLNode) -> PipelineDefinition {
    let values = settings.section(
      root, named: "pipeline",
      known: [
        "name", "form", "store", "wave", "period", "sources", "design", "by", "intervals", "quantiles", "compare",
        "disclosure", "report", "schedule", "validation", "quality", "retention",
        "groups",
        "texts",
        "trends",
        "response", "proceedings",
        "geography", "targets",
        "programme", "returns",
      ])
    for key in ["name", "form", "store", "wave", "sources"] where values[key] == nil {
      settings.missing(key, in: "pipeline", at: root)
    }
    var plan = EstimationPlan()
    let wave = wave(values["wave"])
    plan.wave = wave.label
    plan.period = values["period"].flatMap { period($0) }
    let frames = values["design"].map { design($0, into: &plan) } ?? []
    plan.domains = domains(values["by"])
    intervals(values["intervals"], into: &plan)
    quantiles(values["quantiles"], into: &plan)
    plan.comparisons = comparisons(values["compare"])
    let published = disclosure(values["disclosure"], into: &plan)
    let store = storePath(values["store"])
    let name = settings.text(values["name"], key: "name") ?? ""
    let schedule = values["schedule"].map { self.schedule($0) }
    let hasCutoff = plan.period != nil && schedule?.milestones.contains { $0.kind == .dataCutoff } ?? false
    if wave.freeze == .dataCutoff, !hasCutoff {
      settings.report(.pipelineFreezeWithoutCutoff, at: values["wave"] ?? root, [:])
    }
    let groups = values["groups"].map { self.groups($0, minimumCount: plan.disclosure.minimumCount) }
    let trends = values["trends"].map { self.trends($0) }
    return PipelineDefinition(
      name: name, form: settings.text(values["form"], key: "form") ?? "",
      store: store, sources: sources(values["sources"]),
      validation: validation(values["validation"]), quality: quality(values["quality"]), plan: plan, frames: frames,
      reports: values["report"].map { reports($0, pipeline: name) } ?? [], schedule: schedule,
      response: values["response"].map { response($0) }, proceedings: values["proceedings"].map { proceedings($0) },
      retention: values["retention"].map { retention($0, hasPeriod: values["period"] != nil) } ?? RetentionDates(),
      geography: values["geography"].map { geography($0) }, targets: values["targets"].map { targets($0) },
      texts: values["texts"].map { texts($0, store: store, hasPeriod: values["period"] != nil) },
      baseFolder: Self.baseFolder(of: settings.source), source: settings.source, groups: groups,
      trends: trends,
      programme: values["programme"].map { programme($0) }, returns: returns(values["returns"]),
      publishedTables: published, freeze: wave.freeze,
      questionMentions: mentions)
  }

  /// The folder that holds `pipelines/`; a pipeline file elsewhere stands for itself.
  static func baseFolder(of source: String) -> String {
    var folder = parentFolder(of: source)
    while folder != ".", folder != "/", fileName(of: folder) != "pipelines" { folder = parentFolder(of: folder) }
    let holder = fileName(of: folder) == "pipelines" ? parentFolder(of: folder) : parentFolder(of: source)
    return holder == "." ? "" : holder
  }

  /// A question's name, remembered for the check against the form.
  mutating func question(_ node: YAMLNode?, key: String) -> String? {
    guard let node, let name = settings.text(node, key: key) else { return nil }
    mentions.append(QuestionMention(name: name, key: key, position: settings.position(of: node)))
    return name
  }

  mutating func storePath(_ node: YAMLNode?) -> String {
    guard let node, let url = settings.text(node, key: "store") else { return "" }
    guard let path = StoreAddress(url)?.path else {
      settings.report(.pipelineStoreURL, at: node, ["url": url])
      return ""
    }
    return path
  }

  private mutating func sources(_ node: YAMLNode?) -> [PipelineSource] {
    guard let node else { return [] }
    guard let items = node.items, !items.isEmpty else {
      settings.bad(node, key: "sources", "[- {files: …}]")
      return []
    }
    var sources: [PipelineSource] = []
    for item in items {
      let values = settings.section(item, named: "sources", known: ["files", "mapping", "simulate"])
      if let simulate = values["simulate"] {
        if values.count > 1 { settings.report(.pipelineMixedSources, at: item, [:]) }
        let parts = settings.section(simulate, named: "simulate", known: ["records", "seed", "values"])
        let records = settings.integer(parts["records"], key: "records", atLeast: 1)
        if parts["records"] == nil { settings.missing("records", in: "simulate", at: simulate) }
        let seed = settings.integer(parts["seed"], key: "seed", atLeast: 0) ?? 1
        sources.append(
          .simulate(records: records ?? 0, seed: UInt64(seed), values: simulatedValues(parts["values"])))
      } else if let pattern = settings.text(values["files"], key: "files") {
        sources.append(.files(pattern: pattern, mapping: settings.text(values["mapping"], key: "mapping")))
      } else if values["files"] == nil {
        settings.missing("files", in: "sources", at: item)
      }
    }
    let simulated = sources.count { if case .simulate = $0 { true } else { false } }
    if simulated > 0, simulated < sources.count { settings.report(.pipelineMixedSources, at: node, [:]) }
    return sources
  }

  private mutating func domains(_ node: YAMLNode?) -> [[String]] {
    guard let node, !node.isNull else { return [] }
    guard let items = node.items else {
      settings.bad(node, key: "by", "[a, b, [a, b]]")
      return []
    }
    return items.map { item in
      settings.texts(item, key: "by").map { entry in
        mentions.append(QuestionMention(name: entry.text, key: "by", position: settings.position(of: entry.node)))
        return entry.text
      }
    }.filter { !$0.isEmpty }
  }

  mutating func period(_ node: YAMLNode) -> RecordPeriod? {
    let values = settings.section(node, named: "period", known: ["field", "from", "to"])
    for key in ["field", "from", "to"] where values[key] == nil { settings.missing(key, in: "period", at: node) }
    guard let field = question(values["field"], key: "period.field") else { return nil }
    guard let first = settings.day(values["from"], key: "from"), let last = settings.day(values["to"], key: "to") else {
      return nil
    }
    if last < first { settings.bad(values["to"] ?? node, key: "to", "≥ \(first.iso)") }
    return RecordPeriod(field: field, firstDay: first.number, lastDay: last.number)
  }
}

extension YAMLNode {
  /// The texts of all values below, keys left out.
  fileprivate var texts: [String] {
    if let entries { return entries.flatMap { $0.value.texts } }
    if let items { return items.flatMap(\.texts) }
    return text.map { [$0] } ?? []
  }
}
