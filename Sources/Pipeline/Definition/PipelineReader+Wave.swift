public import CivilCalendar
internal import YAML

/// When a wave is frozen by itself.
public enum FreezeRule: Sendable, Hashable {
  /// After a day.
  case day(CivilDay)
  /// After the data cut-off of the schedule.
  case dataCutoff
}

extension PipelineReader {
  /// Reads `wave`: a label, or a label with the day after which the wave is frozen.
  mutating func wave(_ node: YAMLNode?) -> (label: String, freeze: FreezeRule?) {
    guard let node else { return ("", nil) }
    guard node.entries != nil else { return (settings.text(node, key: "wave") ?? "", nil) }
    let values = settings.section(node, named: "wave", known: ["label", "freeze"])
    if values["label"] == nil { settings.missing("label", in: "wave", at: node) }
    let label = settings.text(values["label"], key: "wave.label") ?? ""
    guard let freeze = values["freeze"], !freeze.isNull else { return (label, nil) }
    if freeze.text == "data_cutoff" { return (label, .dataCutoff) }
    if let day = freeze.text.flatMap(CivilDay.init(iso:)) { return (label, .day(day)) }
    settings.bad(freeze, key: "wave.freeze", "yyyy-MM-dd | data_cutoff")
    return (label, nil)
  }
}
