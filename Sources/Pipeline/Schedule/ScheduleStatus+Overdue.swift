internal import CivilCalendar

extension ScheduleStatus {
  /// The steps whose day is over and whose work is not done.
  ///
  /// Answers must be there after the cut-off; units are waited for until their day; the union's report must be there,
  /// complete, from its day on, and nothing may stand in the way on the last.
  static func overdueSteps(
    _ milestones: [MilestoneDay], asOf: CivilDay, obstacles: [ReadinessObstacle], facts: ReadinessFacts
  ) -> [MilestoneDay] {
    milestones.filter { step in
      guard step.day < asOf else { return false }
      return switch step.kind {
      case .dataCutoff: (facts.recordCount ?? 0) == 0
      case .unitDue: (facts.lateUnitCount ?? 0) > 0
      case .unionDue: obstacles.contains { $0.isOfReport }
      case .finalDue: !obstacles.isEmpty
      }
    }
  }

  /// The due day of the round before when its report was never written, for two months after it.
  static func missedRound(schedule: ScheduleDefinition, asOf: CivilDay, facts: ReadinessFacts) -> CivilDay? {
    guard facts.makesReport, facts.recordCount != nil else { return nil }
    let due = schedule.due.next(after: asOf)
    let missed = schedule.due.last(before: due)
    guard missed <= asOf, asOf.number - missed.number <= 60 else { return nil }
    let start = schedule.due.last(before: missed)
    let cutoff = schedule.milestones.first { $0.kind == .dataCutoff }?.day.last(before: missed)
    // A report written after the due day may have replaced one that was in time.
    if let day = facts.reportDay, day >= start, day >= missed || (cutoff.map { day > $0 } ?? true) { return nil }
    return missed
  }
}

extension ReadinessObstacle {
  /// Whether it is about the report, not about the answers.
  fileprivate var isOfReport: Bool {
    switch self {
    case .noReport, .reportBeforeCutoff, .reportOfEarlierRound, .newerAnswers, .lostAnswers, .noStore, .noRecords: true
    case .simulatedAnswers, .cutoffAhead, .missingFile: false
    }
  }
}
