internal import Diagnostics
internal import OpinionGroups
internal import YAML

/// Which opinion groups are looked for.
struct GroupDefinition: Sendable {
  /// Names of consensus indicators, all of whose items are taken; with ``items`` empty too: all of them.
  var indicators: [String] = []
  /// Names of items of consensus indicators.
  var items: [String] = []
  /// How they are looked for.
  var options = OpinionGroupOptions()
  /// Where the section stands.
  var position: SourcePosition
}

extension PipelineReader {
  /// Reads the section `groups`.
  mutating func groups(_ node: YAMLNode, minimumCount: Int) -> GroupDefinition {
    var definition = GroupDefinition(position: settings.position(of: node))
    definition.options.minimumCount = minimumCount
    let values = settings.section(
      node, named: "groups",
      known: ["indicators", "items", "seed", "most_groups", "most_missing", "minimum_size", "minimum_share"])
    definition.indicators = settings.texts(values["indicators"], key: "indicators").map(\.text)
    definition.items = settings.texts(values["items"], key: "items").map(\.text)
    if let seed = settings.integer(values["seed"], key: "seed", atLeast: 0) { definition.options.seed = UInt64(seed) }
    if let most = values["most_groups"] {
      if let number = most.integer, (2...20).contains(number) {
        definition.options.mostGroups = number
      } else {
        settings.bad(most, key: "most_groups", "2, 3, … 20")
      }
    }
    if let share = settings.number(values["most_missing"], key: "most_missing", between: 0, and: 1) {
      definition.options.mostMissing = share
    }
    if let size = settings.integer(values["minimum_size"], key: "minimum_size", atLeast: 1) {
      definition.options.minimumSize = size
    }
    if let share = settings.number(values["minimum_share"], key: "minimum_share", between: 0, and: 0.5) {
      definition.options.minimumShare = share
    }
    return definition
  }
}
