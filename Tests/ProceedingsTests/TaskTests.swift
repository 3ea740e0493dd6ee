import CivilCalendar
import Diagnostics
import Estimation
import Testing

@testable import Proceedings

/// Requirements:
/// 1. Tasks are on time, late, under way or not due as of the day, whatever the return said, worked by hand.
/// 2. The last return of an agency up to the day counts; a task counts once, as its lead agency reports it.
/// 3. No return, returns of later days, and tasks without a lead are named.
@Suite("Tasks of a plan")
struct TaskTests {
  static func answers(_ agency: String, _ reportDate: String, obstacles: String = "none") -> [String: String] {
    [
      "agency_name": agency, "plan_title": "Kế hoạch mô phỏng", "plan_reference": "01/KH", "report_date": reportDate,
      "obstacle_kinds": obstacles,
    ]
  }

  static func task(
    _ code: String, _ status: String, deadline: String? = nil, done: String? = nil, role: String = "lead",
    leader: String = "", group: String = "B_people"
  ) -> [String: String] {
    [
      "task_code": code, "task_group": group, "task_role": role, "task_leader": leader, "task_status": status,
      "task_deadline": deadline ?? "", "task_completed_on": done ?? "",
    ]
  }

  static let records = [
    // An older return of agency A: replaced.
    FormRecord(
      answers: answers("Cơ quan A", "2026-03-31"), rows: [task("1.1", "not_due", deadline: "2026-06-30")]),
    FormRecord(
      answers: answers("cơ quan A", "2026-06-30", obstacles: "funding staff"),
      rows: [
        task("1.1", "done", deadline: "2026-06-30", done: "2026-06-15"),
        task("1.2", "done", deadline: "2026-05-31", done: "2026-06-10"),
        task("1.10", "late", deadline: "2026-06-20"), task("2.1", "ongoing", deadline: "2026-09-30"),
        task("2.2", "ongoing", group: "A_awareness"),
      ]),
    FormRecord(
      answers: answers("Cơ quan B", "2026-06-30", obstacles: "funding"),
      rows: [
        task("3.1", "not_due", deadline: "2026-12-31"),
        // What the lead agency reports of 1.1 counts; of 4.1 there is no return of the lead agency.
        task("1.1", "late", deadline: "2026-06-30", role: "support", leader: "Cơ quan A"),
        task("4.1", "ongoing", deadline: "2026-08-31", role: "support", leader: "Cơ quan C"),
      ]),
    FormRecord(answers: answers("Cơ quan A", "2026-12-01"), rows: [task("1.10", "done", done: "2026-11-01")]),
  ]

  func report(_ records: [FormRecord] = records, asOf: CivilDay, batchSize: Int = 1000) throws -> TaskReport {
    let form = try projectForm("bm-03")
    return try TaskReport(
      of: FormRecords(form, repeated: "task", records, batchSize: batchSize), form: form, asOf: asOf)
  }

  @Test("States, lateness, agencies and obstacles by hand", arguments: [1, 2, 1000])
  func byHand(batchSize: Int) throws {
    let report = try report(asOf: day(10, 10), batchSize: batchSize)
    #expect(report.tasks.map(\.code) == ["1.1", "1.2", "1.10", "2.1", "2.2", "3.1", "4.1"], "2 stands before 10")
    #expect(
      report.tasks.map(\.state) == [.doneOnTime, .doneLate, .late, .late, .ongoing, .notDue, .late])
    #expect(report.tasks.map(\.daysLate) == [nil, 10, 112, 10, nil, nil, 40])
    #expect(report.tasks.map(\.isLateSinceReport) == [false, false, false, true, false, false, true])
    #expect(report.tasks.last?.agency == "Cơ quan C" && report.tasks.last?.isReportedBySupport == true)
    #expect(report.diagnostics.map(\.code.identifier) == ["PROC-002", "PROC-003"])
    let all = try #require(report.summaries.first?.summary)
    #expect((all.total, all.count(.late), all.lateDays.max()) == (7, 3, 112))
    #expect(all.onTimeShare == 1.0 / 5)
    let own = try #require(report.summaries.first { $0.domain == "agency" && $0.level == "cơ quan A" }?.summary)
    #expect((own.total, own.count(.doneOnTime), own.count(.late)) == (5, 1, 2))
    let funding = try #require(report.obstacles.first { $0.code == "funding" })
    #expect((funding.agencies, funding.lateTasks) == (2, 2))
    #expect(report.agencyCount == 2)
    let rows = report.rows(wave: "2026")
    #expect(rows.first { $0.level == "late" && $0.domain.isEmpty }?.estimate == 3.0 / 7)
    #expect(
      rows.first { $0.domain == "task_group" && $0.domainLevel == "A_awareness" && $0.level == "ongoing" }?.estimate
        == 1)
    #expect(rows.allSatisfy { $0.baseCount != nil && $0.standardError == nil })
    #expect(report.tables.map(\.name) == ["tasks", "tasks-summary", "tasks-obstacles"])
    #expect(report.tables[1].csv().contains("\n,,7,1,1,1,3,1,0.2,40,112\n"))
  }

  @Test("On an earlier day fewer tasks are late, and later returns are left out")
  func earlier() throws {
    let report = try report(asOf: day(6, 30))
    #expect(report.tasks.map(\.state) == [.doneOnTime, .doneLate, .late, .ongoing, .ongoing, .notDue, .ongoing])
    let first = try self.report(asOf: day(4, 1))
    #expect(first.tasks.map(\.code) == ["1.1"] && first.tasks.map(\.state) == [.notDue])
    #expect(first.diagnostics.map(\.arguments["count"]) == ["3"])
  }

  @Test("No return, one agency, two agencies that lead one task, another form")
  func degenerate() throws {
    let empty = try report([], asOf: day(10, 10))
    #expect(empty.rows(wave: "").isEmpty && empty.tables.isEmpty)
    #expect(empty.diagnostics.map(\.code.identifier) == ["PROC-005"])
    #expect(TaskSummary([PlanTask]()).onTimeShare == nil && TaskSummary([PlanTask]()).share(.late) == nil)
    let two = try report(
      ["A", "B"].map { FormRecord(answers: Self.answers($0, "2026-06-30"), rows: [Self.task("1.1", "ongoing")]) },
      asOf: day(10, 10))
    #expect(two.tasks.count == 2 && two.diagnostics.map(\.code.identifier) == ["PROC-004"])
    let form = try projectForm("bm-05")
    let failure = #expect(throws: StageFailure.self) {
      _ = try TaskReport(of: FormRecords(form, []), form: form, asOf: day(1, 1))
    }
    #expect(failure?.diagnostics.first?.code.identifier == "PROC-001")
  }
}
