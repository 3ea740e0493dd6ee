internal import Diagnostics
internal import Estimation
internal import Responses
internal import Trends
internal import YAML

/// Which former waves the current one is compared with.
struct TrendDefinition: Sendable {
  /// The former waves in order.
  var former: [FormerWaveDefinition] = []
  /// The registry of items, from the base folder; nil: every item stayed the same.
  var registry: String?
  /// The question by which people are known in several waves; nil: waves are independent.
  var panel: String?
  /// Which changes are given.
  var options = TrendOptions()
}

/// Where a former wave comes from.
struct FormerWaveDefinition: Sendable {
  /// Its label.
  var label: String
  /// The version of its form; nil: the current one's.
  var version: String?
  /// The published table of its estimates, from the base folder; nil when it is estimated anew.
  var estimates: String?
  /// The path of its store, from the base folder; nil: the current one.
  var store: String?
  /// Which records belong to it; nil: those of the whole store.
  var period: RecordPeriod?
  /// Where it stands.
  var position: SourcePosition
}

extension PipelineReader {
  /// Reads the section `trends`.
  mutating func trends(_ node: YAMLNode) -> TrendDefinition {
    var definition = TrendDefinition()
    let values = settings.section(
      node, named: "trends", known: ["former", "registry", "panel", "statistics", "adjust"])
    definition.registry = settings.text(values["registry"], key: "registry")
    definition.panel = question(values["panel"], key: "trends.panel")
    if let adjustment = settings.word(values["adjust"], key: "adjust", as: PValueAdjustment.self) {
      definition.options.adjustment = adjustment
    }
    let names = settings.texts(values["statistics"], key: "statistics")
    if !names.isEmpty { definition.options.statistics = [] }
    for name in names {
      if let statistic = Statistic(rawValue: name.text), TrendOptions.followed.contains(statistic) {
        definition.options.statistics.append(statistic)
      } else {
        settings.bad(
          name.node, key: "statistics", TrendOptions.followed.map(\.rawValue).joined(separator: " | "))
      }
    }
    guard let former = values["former"] else {
      settings.missing("former", in: "trends", at: node)
      return definition
    }
    guard let items = former.items, !items.isEmpty else {
      settings.bad(former, key: "former", "[- {wave: …, period: …}]")
      return definition
    }
    definition.former = items.compactMap { self.former($0) }
    return definition
  }

  private mutating func former(_ node: YAMLNode) -> FormerWaveDefinition? {
    let values = settings.section(
      node, named: "former", known: ["wave", "version", "estimates", "store", "period"])
    if values["wave"] == nil { settings.missing("wave", in: "former", at: node) }
    guard let label = settings.text(values["wave"], key: "wave") else { return nil }
    var wave = FormerWaveDefinition(label: label, position: settings.position(of: node))
    wave.version = settings.text(values["version"], key: "version")
    wave.estimates = settings.text(values["estimates"], key: "estimates")
    if values["store"] != nil { wave.store = storePath(values["store"]) }
    wave.period = values["period"].flatMap { period($0) }
    if wave.estimates == nil, wave.store == nil, wave.period == nil {
      settings.missing("period", in: "former", at: node)
    }
    if wave.estimates != nil, let other = values["store"] ?? values["period"] {
      settings.bad(other, key: "former", "estimates | store, period")
    }
    return wave
  }
}
