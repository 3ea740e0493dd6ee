internal import CivilCalendar
internal import Geography
internal import Diagnostics
public import Estimation

extension TargetReport {
  /// The table `targets`: one row per target, from the register to the state it is in.
  public var table: SideTable {
    var table = SideTable(
      name: "targets", title: BilingualText(vi: "Tiến độ thực hiện chỉ tiêu", en: "Progress towards targets"),
      columns: [
        "target", "label_vi", "label_en", "measure", "definition", "unit", "geography_level", "geography_code",
        "geography_valid_from", "goal", "value", "value_high", "due", "baseline", "baseline_date", "latest",
        "latest_date", "as_of", "progress", "planned_pace", "planned_growth", "required_pace", "required_growth",
        "pace", "growth", "figures", "projection", "projection_low", "projection_high", "probability", "state",
        "state_vi", "state_en", "flag", "source",
      ])
    for assessment in assessments { table.add(cells(of: assessment)) }
    return table
  }

  private func cells(of assessment: TargetAssessment) -> [SideTable.Cell] {
    let target = assessment.target
    let baseline = assessment.baseline
    var flags = flags(of: assessment)
    if assessment.isSuppressed { flags.insert(.suppressed, at: 0) }
    if assessment.projection?.isBounded == true { flags.append(.bounded) }
    let register: [SideTable.Cell] = [
      .text(target.name), .text(target.label.vietnamese), .text(target.label.english), .text(target.measure),
      .text(target.definition), .text(target.unit.rawValue), .text(target.area.level.rawValue),
      .text(target.area.code), .text(target.area.validFrom?.iso ?? ""), .text(target.goal.rawValue),
      .number(target.value), .number(target.highValue), .text(target.due.iso),
    ]
    let figures: [SideTable.Cell] = [
      .number(baseline?.value), .text(baseline?.day.iso ?? ""), .number(assessment.latest?.value),
      .text(assessment.latest?.day.iso ?? ""), .text(assessment.asOf.iso), .number(assessment.progress),
      .number(assessment.plannedPace?.perYear), .number(assessment.plannedPace?.growth),
      .number(assessment.requiredPace?.perYear), .number(assessment.requiredPace?.growth),
      .number(assessment.actualPace?.perYear), .number(assessment.actualPace?.growth),
      .count(assessment.figureCount),
    ]
    let projection = assessment.projection
    let outcome: [SideTable.Cell] = [
      .number(projection?.value), .number(projection?.low), .number(projection?.high),
      .number(projection?.probability), .text(assessment.state.rawValue),
      .text(assessment.state.wording.vietnamese), .text(assessment.state.wording.english),
      .text(flags.map(\.rawValue).joined(separator: " ")), .text(target.source),
    ]
    return register + figures + outcome
  }
}
