public import CivilCalendar
public import Diagnostics

/// Something that is late or not ready.
public struct ScheduleFinding: Sendable, Hashable {
  /// What is late or not ready.
  public enum Matter: Sendable, Hashable {
    /// No report was made for a due day that is over.
    case missedRound(CivilDay)
    /// A step whose day is over is not done.
    case overdue(MilestoneDay)
    /// Something stands in the way of the report.
    case obstacle(ReadinessObstacle)
    /// The announced day for personal data is over, and they are still there.
    case retention(RetentionStatus)
    /// Something should be decided before the report leaves the house.
    case remark(ReadinessRemark)
  }

  /// The pipeline's name.
  public var pipeline: String
  /// What is late or not ready.
  public var matter: Matter

  /// What a person reads: one line.
  public func text(in language: InterfaceLanguage) -> String {
    if case .retention(let status) = matter { return status.text(in: language) }
    let what =
      switch matter {
      case .missedRound(let day):
        language.pick(
          "chưa có báo cáo nào trước ngày \(day.text(in: language))",
          "no report was made before \(day.text(in: language))")
      case .overdue(let step):
        language.pick(
          "quá hạn: \(step.kind.name[language]), \(step.day.text(in: language))",
          "overdue: \(step.kind.name[language]), \(step.day.text(in: language))")
      case .obstacle(let obstacle): obstacle.text(in: language)
      case .remark(let remark): remark.text(in: language)
      case .retention(let status): status.text(in: language)
      }
    return "\(pipeline.printable): \(what)"
  }

  /// The word by which a program knows it.
  var code: String {
    switch matter {
    case .missedRound: "missed_round"
    case .overdue(let step): "overdue_\(step.kind.rawValue)"
    case .obstacle(let obstacle): obstacle.code
    case .remark(let remark): remark.code
    case .retention(let status): "due_\(status.step.rawValue)"
    }
  }
}

extension ScheduleTable {
  /// What is late or not ready, pipeline by pipeline.
  ///
  /// Answers still come in before the data cut-off (without one: until thirty days before the due day), so that only
  /// files that are not there count until then; the report is asked for from the union's day on.
  public var findings: [ScheduleFinding] {
    let due = retention.filter(\.isDue).map { ScheduleFinding(pipeline: $0.pipeline, matter: .retention($0)) }
    return findingsOfSteps + due
  }

  private var findingsOfSteps: [ScheduleFinding] {
    statuses.flatMap { status -> [ScheduleFinding] in
      var matters: [ScheduleFinding.Matter] = []
      if let missed = status.missedRound { matters.append(.missedRound(missed)) }
      matters += status.overdue.map { .overdue($0) }
      let cutoff = status.milestones.first { $0.kind == .dataCutoff }?.day ?? CivilDay(number: status.due.number - 30)
      let isReportDue = status.milestones.contains {
        $0.kind != .dataCutoff && $0.kind != .unitDue && $0.day < status.asOf
      }
      for obstacle in status.obstacles {
        let counts =
          switch obstacle {
          case .missingFile: true
          case .noStore, .noRecords, .simulatedAnswers: status.asOf > cutoff
          case .cutoffAhead: false
          case .noReport, .reportBeforeCutoff, .reportOfEarlierRound, .newerAnswers: isReportDue
          case .lostAnswers: true
          }
        if counts { matters.append(.obstacle(obstacle)) }
      }
      if status.asOf > cutoff { matters += status.remarks.map { .remark($0) } }
      return matters.map { ScheduleFinding(pipeline: status.pipeline, matter: $0) }
    }
  }

  /// The findings as a JSON array of `pipeline` and `finding`.
  public var findingsJSON: String {
    let objects = findings.map {
      "{\"pipeline\": \($0.pipeline.quotedForJSON), \"finding\": \($0.code.quotedForJSON)}"
    }
    return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
  }
}
