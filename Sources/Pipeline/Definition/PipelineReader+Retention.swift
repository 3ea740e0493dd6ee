internal import CivilCalendar
internal import YAML

extension PipelineReader {
  /// Reads the section `retention`: the days announced for the end of the wave's personal data.
  ///
  /// - Parameter hasPeriod: whether the pipeline says which records are of the wave.
  mutating func retention(_ node: YAMLNode, hasPeriod: Bool) -> RetentionDates {
    let steps = RetentionDates.Step.allCases
    let values = settings.section(node, named: "retention", known: steps.map(\.rawValue))
    if !hasPeriod { settings.missing("period", in: "pipeline", at: node) }
    var dates = RetentionDates()
    for step in steps { dates.days[step] = settings.day(values[step.rawValue], key: step.rawValue) }
    if let first = dates.days[.deidentify], let last = dates.days[.purge], last < first {
      settings.bad(values["purge_after"] ?? node, key: "purge_after", "≥ \(first.iso)")
    }
    return dates
  }
}
