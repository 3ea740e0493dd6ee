public import CivilCalendar
public import Diagnostics
public import FormDefinition
public import Responses
import TextEncoding

/// The tasks of plans by status, agency and lateness as of a day, from returns of the form `bm-03`.
///
/// Of each agency's returns on a plan the one with the latest day up to the day asked for counts. A task counts once, as
/// its lead agency reports it; when that agency did not report, as the first supporting agency does. A task with a
/// deadline before the day that is not completed is late, whatever the return said.
public struct TaskReport: Sendable {
  /// The tasks in the order of plan, number and agency.
  public let tasks: [PlanTask]
  /// Obstacles by code, in the order of the form: the agencies that name them.
  public let obstacles: [(code: String, agencies: Int, lateTasks: Int)]
  /// Agencies whose return counts.
  public let agencyCount: Int
  /// What should be looked at.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The day.
  public let asOf: CivilDay
  let form: String
  let isSimulated: Bool

  private static let around = ["agency_name", "plan_title", "plan_reference", "report_date", "obstacle_kinds"]
  private static let own = [
    "task_code", "task_group", "task_role", "task_leader", "task_deadline", "task_status", "task_completed_on",
    "task_new_deadline",
  ]

  /// Reads all returns once.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the form lacks a question of `bm-03`, and what the source throws.
  public init(of records: some RecordSource, form: Form, asOf: CivilDay) throws(StageFailure) {
    let table = try RepeatTable(
      of: records, repeat: "task", around: Self.around, own: Self.own, section: "tasks")
    let isSimulated = try records.isSimulated
    let returns = Returns(table.records, asOf: asOf)
    let (tasks, counts) = Self.tasks(table, returns: returns, asOf: asOf)
    self.tasks = tasks
    self.asOf = asOf
    self.form = form.identifier
    self.isSimulated = isSimulated
    let codes = records.layout.fields.first { $0.name == "obstacle_kinds" }?.choices ?? []
    obstacles = Self.obstacles(codes, table.records, returns: returns, tasks: tasks)
    agencyCount = Set(returns.latest.map { table.records[$0][0].comparisonKey }).count
    let day = asOf.iso
    if returns.laterCount > 0 {
      diagnostics.append(Diagnostic(.laterReportsLeftOut, ["count": String(returns.laterCount), "day": day]))
    }
    if counts.withoutLead > 0 {
      diagnostics.append(Diagnostic(.tasksWithoutLead, ["count": String(counts.withoutLead)]))
    }
    if counts.severalLeads > 0 {
      diagnostics.append(Diagnostic(.tasksWithSeveralLeads, ["count": String(counts.severalLeads)]))
    }
    if tasks.isEmpty { diagnostics.append(Diagnostic(.noProceedings, ["key": "tasks"])) }
  }

  /// Which returns count.
  private struct Returns {
    /// Positions of the records that count.
    var latest: Set<Int> = []
    var laterCount = 0

    init(_ records: [[String]], asOf: CivilDay) {
      var newest: [[String]: (day: CivilDay, record: Int)] = [:]
      for (record, answers) in records.enumerated() {
        guard let day = CivilDay(answer: answers[3]) else { continue }
        if day > asOf {
          laterCount += 1
          continue
        }
        let key = [answers[0].comparisonKey, TaskReport.plan(answers).comparisonKey]
        // Of two returns as of one day the one that came later counts.
        if let known = newest[key], known.day > day { continue }
        newest[key] = (day, record)
      }
      latest = Set(newest.values.map(\.record))
    }
  }

  private static func plan(_ around: [String]) -> String { around[2].isEmpty ? around[1] : around[2] }

  private static func tasks(
    _ table: RepeatTable, returns: Returns, asOf: CivilDay
  ) -> ([PlanTask], (withoutLead: Int, severalLeads: Int)) {
    var leads: [[String]: [PlanTask]] = [:]
    var supports: [[String]: PlanTask] = [:]
    for row in table.rows where returns.latest.contains(row.record) {
      let isLead = row.own[2] == "lead"
      let task = task(row, isLead: isLead, asOf: asOf)
      let key = [task.plan.comparisonKey, task.code]
      if isLead {
        leads[key, default: []].append(task)
      } else if supports[key] == nil {
        supports[key] = task
      }
    }
    let orphans = supports.filter { leads[$0.key] == nil }.values
    let all = leads.values.flatMap(\.self) + orphans
    return (
      all.sorted(by: PlanTask.isBefore), (orphans.count, leads.values.count { $0.count > 1 })
    )
  }

  private static func task(_ row: RepeatTable.Row, isLead: Bool, asOf: CivilDay) -> PlanTask {
    let deadline = CivilDay(answer: row.own[4])
    let completedOn = row.own[5] == "done" ? CivilDay(answer: row.own[6]) : nil
    var task = PlanTask(
      plan: plan(row.around), code: row.own[0], group: row.own[1],
      agency: isLead ? row.around[0] : row.own[3].isEmpty ? "" : row.own[3], reportedStatus: row.own[5],
      deadline: deadline, completedOn: completedOn, newDeadline: CivilDay(answer: row.own[7]),
      reportedOn: CivilDay(answer: row.around[3]), state: .ongoing)
    task.isReportedBySupport = !isLead
    if row.own[5] == "done" {
      let late = deadline.flatMap { deadline in completedOn.map { $0.days(since: deadline) } } ?? 0
      task.state = late > 0 ? .doneLate : .doneOnTime
      task.daysLate = late > 0 ? late : nil
    } else if let deadline, deadline < asOf {
      task.state = .late
      task.daysLate = asOf.days(since: deadline)
      task.isLateSinceReport = row.own[5] != "late"
    } else {
      task.state = row.own[5] == "late" ? .late : row.own[5] == "not_due" ? .notDue : .ongoing
    }
    return task
  }

  private static func obstacles(
    _ codes: [String], _ records: [[String]], returns: Returns, tasks: [PlanTask]
  ) -> [(code: String, agencies: Int, lateTasks: Int)] {
    let late = Dictionary(grouping: tasks.filter { $0.state == .late }, by: { $0.agency.comparisonKey }).mapValues(
      \.count)
    return codes.map { code in
      let agencies = Set(
        returns.latest.filter { records[$0][4].split(separator: " ").contains(Substring(code)) }
          .map { records[$0][0].comparisonKey })
      return (code, agencies.count, agencies.reduce(0) { $0 + (late[$1] ?? 0) })
    }
  }
}

extension PlanTask {
  /// By plan, then the numbers of the task one by one, then agency.
  static func isBefore(_ left: PlanTask, _ right: PlanTask) -> Bool {
    let numbers = (left.code.codeNumbers, right.code.codeNumbers)
    if left.plan != right.plan { return left.plan < right.plan }
    if numbers.0 != numbers.1 { return numbers.0.lexicographicallyPrecedes(numbers.1) }
    return (left.code, left.agency) < (right.code, right.agency)
  }
}

extension String {
  /// The numbers of `5.3`, for sorting.
  var codeNumbers: [Int] { split { !$0.isNumber }.map { Int($0) ?? 0 } }
}
