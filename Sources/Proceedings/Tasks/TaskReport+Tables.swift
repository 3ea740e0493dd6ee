internal import CivilCalendar
internal import Diagnostics
public import Estimation

extension TaskReport {
  /// The name under which rows of tasks stand among the indicators.
  public static let indicator = "tasks"

  /// By what tasks are divided, everybody first, and how each part stands.
  public var summaries: [(domain: String, level: String, summary: TaskSummary)] {
    [("", "", TaskSummary(tasks))]
      + tasks.grouped(by: \.agency).sorted { $0.name < $1.name }.map { ("agency", $0.name, TaskSummary($0.members)) }
      + tasks.grouped(by: \.group).sorted { $0.name < $1.name }.map { ("task_group", $0.name, TaskSummary($0.members)) }
  }

  /// Rows of the estimates table: the share of tasks in each state, of all and by agency and group; `n` is the number of
  /// tasks. All tasks of a plan are counted, so nothing has a margin of error.
  public func rows(wave: String) -> [EstimateRow] {
    if tasks.isEmpty { return [] }
    return summaries.flatMap { domain, level, summary in
      PlanTask.State.allCases.compactMap { state in
        guard let share = summary.share(state) else { return nil }
        var row = EstimateRow(
          form: form, wave: wave, indicator: Self.indicator, item: "task_status", statistic: .proportion,
          level: state.rawValue, domain: domain, domainLevel: level)
        row.estimate = share
        row.baseCount = summary.total
        if isSimulated { row.flags.append(.simulated) }
        return row
      }
    }
  }

  /// The tables beside the estimates: `tasks`, `tasks-summary`, `tasks-obstacles`.
  ///
  /// Returns of agencies are administrative records: nothing is hidden. Texts are left out, because they may name people.
  public var tables: [SideTable] { tasks.isEmpty ? [] : [taskTable, summaryTable, obstacleTable] }

  private var taskTable: SideTable {
    var table = SideTable(
      name: "tasks", title: BilingualText(vi: "Nhiệm vụ của kế hoạch", en: "Tasks of the plan"),
      columns: [
        "plan", "task", "task_group", "agency", "reported_status", "state", "deadline", "completed_on", "days_late",
        "new_deadline", "reported_on", "flag",
      ])
    for task in tasks {
      let flags = [
        task.isLateSinceReport ? "late_since_report" : nil, task.isReportedBySupport ? "no_lead_report" : nil,
      ]
      table.add([
        .text(task.plan), .text(task.code), .text(task.group), .text(task.agency), .text(task.reportedStatus),
        .text(task.state.rawValue), .text(task.deadline?.iso ?? ""), .text(task.completedOn?.iso ?? ""),
        .count(task.daysLate), .text(task.newDeadline?.iso ?? ""), .text(task.reportedOn?.iso ?? ""),
        .text(flags.compactMap(\.self).joined(separator: " ")),
      ])
    }
    return table
  }

  private var summaryTable: SideTable {
    var table = SideTable(
      name: "tasks-summary",
      title: BilingualText(vi: "Tình trạng nhiệm vụ theo cơ quan và nhóm", en: "Tasks by agency and group"),
      columns: ["domain", "level", "tasks"] + PlanTask.State.allCases.map(\.rawValue)
        + ["on_time_share", "median_days_late", "most_days_late"])
    for (domain, level, summary) in summaries {
      table.add(
        [.text(domain), .text(level), .count(summary.total)]
          + PlanTask.State.allCases.map { .count(summary.count($0)) }
          + [
            .number(summary.onTimeShare), .number(.median(of: summary.lateDays)), .count(summary.lateDays.max()),
          ])
    }
    return table
  }

  private var obstacleTable: SideTable {
    var table = SideTable(
      name: "tasks-obstacles",
      title: BilingualText(vi: "Khó khăn, vướng mắc do các cơ quan nêu", en: "Obstacles named by agencies"),
      columns: ["obstacle", "agencies", "share_of_agencies", "late_tasks"])
    for obstacle in obstacles {
      table.add([
        .text(obstacle.code), .count(obstacle.agencies),
        .number(agencyCount == 0 ? nil : Double(obstacle.agencies) / Double(agencyCount)),
        .count(obstacle.lateTasks),
      ])
    }
    return table
  }
}
