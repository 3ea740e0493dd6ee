internal import YAML

extension PipelineReader {
  /// Reads the section `schedule`.
  mutating func schedule(_ node: YAMLNode) -> ScheduleDefinition {
    let values = settings.section(
      node, named: "schedule", known: ["due", "milestones", "run_at", "time_zone", "move", "holidays", "response_rate"])
    if values["due"] == nil { settings.missing("due", in: "schedule", at: node) }
    let due = dayOfYear(values["due"], key: "due")
    var definition = ScheduleDefinition(due: due ?? .december15)
    if let milestones = values["milestones"] {
      let kinds = Milestone.Kind.allCases
      let days = settings.section(milestones, named: "milestones", known: kinds.map(\.rawValue))
      definition.milestones = kinds.compactMap { kind in
        dayOfYear(days[kind.rawValue], key: kind.rawValue).map { Milestone(kind: kind, day: $0) }
      }
    }
    if let runAt = values["run_at"] {
      definition.runAt = runAt.text.flatMap(RunTime.init)
      if definition.runAt == nil { settings.bad(runAt, key: "run_at", "\"MM-dd HH:mm\"") }
    }
    if let move = values["move"] {
      definition.movesToWorkingDays = settings.word(move, key: "move", as: MilestoneRule.self) != MilestoneRule.none
    }
    definition.holidayFile = settings.text(values["holidays"], key: "holidays")
    definition.responseRate = settings.number(values["response_rate"], key: "response_rate", between: 0, and: 1)
    if let zone = values["time_zone"], zone.text != "Asia/Ho_Chi_Minh" {
      settings.bad(zone, key: "time_zone", "Asia/Ho_Chi_Minh")
    }
    return definition
  }

  /// What becomes of a step on a day off.
  private enum MilestoneRule: String, CaseIterable {
    case before, none
  }

  private mutating func dayOfYear(_ node: YAMLNode?, key: String) -> DayOfYear? {
    guard let node else { return nil }
    if let day = node.text.flatMap(DayOfYear.init) { return day }
    settings.bad(node, key: key, "MM-dd")
    return nil
  }
}
