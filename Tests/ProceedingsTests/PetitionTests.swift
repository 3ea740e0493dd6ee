import CivilCalendar
import Diagnostics
import Estimation
import Testing

@testable import Proceedings

/// Requirements:
/// 1. Petitions are answered on time, late, overdue or waiting as of the day; themes count with their needs.
/// 2. A petition counts once, as the latest log up to the day has it.
/// 3. Ties between themes and needs that do not fit are named.
@Suite("Petitions")
struct PetitionTests {
  static func log(_ keeper: String, to: String, _ rows: [[String: String]]) -> FormRecord {
    FormRecord(answers: ["org_name": keeper, "log_from": "2026-01-01", "log_to": to], rows: rows)
  }

  static func petition(
    _ code: String, _ theme: String, deadline: String, answered: String? = nil, outcome: String = "resolved",
    agency: String = "Cơ quan A"
  ) -> [String: String] {
    [
      "petition_code": code, "petition_theme": theme, "petition_origin": "dialogue", "responsible_agency": agency,
      "agency_level": "department", "received_date": "2026-02-01", "deadline": deadline,
      "answered": answered == nil ? "no" : "yes", "answer_date": answered ?? "",
      "outcome": answered == nil ? "" : outcome,
    ]
  }

  static let records = [
    log(
      "Hội mô phỏng", to: "2026-03-31",
      [
        petition("2026-1", "need_01_income", deadline: "2026-04-30"),
        petition("2026-2", "other", deadline: "2026-03-01"),
      ]),
    log(
      "Hội mô phỏng", to: "2026-06-30",
      [
        petition("2026-1", "need_01_income", deadline: "2026-04-30", answered: "2026-04-02"),
        petition("2026-10", "need_01_income", deadline: "2026-04-30", answered: "2026-05-02", outcome: "explained"),
        petition("2026-3", "need_02_housing", deadline: "2026-12-31", agency: "Cơ quan B"),
        petition("2026-4", "need_02_housing", deadline: "2026-08-31", agency: "Cơ quan B"),
      ]),
  ]

  static let needs = NeedThemes(needs: [
    "need_01_income": ["need_01_income"], "need_02_housing": ["need_02_housing", "need_01_income"], "other": [],
  ])

  func report(
    _ records: [FormRecord] = records, needs: NeedThemes? = needs, asOf: CivilDay = day(9, 30)
  ) throws -> PetitionReport {
    let form = try projectForm("bm-05")
    return try PetitionReport(
      of: FormRecords(form, repeated: "petition", records), form: form, needs: needs, asOf: asOf)
  }

  @Test("States, days, themes, needs and outcomes by hand")
  func byHand() throws {
    let report = try report()
    #expect(report.petitions.map(\.code) == ["2026-1", "2026-2", "2026-3", "2026-4", "2026-10"])
    #expect(report.petitions.map(\.state) == [.onTime, .overdue, .waiting, .overdue, .late])
    #expect(report.petitions.map { $0.daysLate(on: day(9, 30)) } == [nil, 213, nil, 30, 2])
    func summary(_ domain: String, _ level: String) throws -> PetitionSummary {
      try #require(report.summaries.first { $0.domain == domain && $0.level == level }?.summary)
    }
    let all = try summary("", "")
    #expect((all.total, all.answered, all.onTimeShare, all.resolvedShare) == (5, 2, 0.25, 0.5))
    #expect(Double.median(of: all.days) == 75, "60 and 90 days")
    #expect(try summary("need", "need_01_income").total == 4, "a theme of two needs counts with both")
    #expect(try summary("responsible_agency", "Cơ quan B").count(.overdue) == 1)
    let rows = report.rows(wave: "2026")
    #expect(rows.first { $0.item == "petition_theme" && $0.level == "need_02_housing" }?.estimate == 0.4)
    #expect(
      rows.first { $0.item == "petition_state" && $0.level == "overdue" && $0.domain.isEmpty }?.estimate == 0.4)
    let csv = report.tables.map { $0.csv() }
    #expect(csv[0].contains("need_02_housing,need_02_housing need_01_income,"))
    #expect(csv[1].contains("petitions,answered_on_time,answered_late,overdue,waiting,resolved,partly"))
  }

  @Test("An answer after the day does not count; a log after the day neither")
  func earlier() throws {
    let report = try report(asOf: day(4, 1))
    #expect(report.petitions.map(\.state) == [.waiting, .overdue])
    #expect(report.petitions.allSatisfy { $0.outcome.isEmpty })
    #expect(report.diagnostics.contains { $0.code.identifier == "PROC-002" })
  }

  @Test("Ties are read from CSV; unknown themes and themes without needs are named")
  func ties() throws {
    let read = try NeedThemes.read(
      bytes: Array("theme,need\na,n1\na,n2\na,n1\nother,\n".utf8), source: "needs.csv")
    #expect(read.needs == ["a": ["n1", "n2"], "other": []])
    let findings = try report(needs: read).diagnostics
    #expect(findings.contains { $0.code.identifier == "PROC-007" && $0.arguments["theme"] == "a" })
    #expect(findings.count { $0.code.identifier == "PROC-008" } == 14)
    let failure = #expect(throws: StageFailure.self) {
      _ = try NeedThemes.read(bytes: Array("theme\na\n".utf8), source: "needs.csv")
    }
    #expect(failure?.diagnostics.map(\.code.identifier) == ["PROC-006"])
  }

  @Test("No petition at all is said, without a figure")
  func nothing() throws {
    let report = try report([], needs: nil)
    #expect(report.tables.isEmpty && report.rows(wave: "").isEmpty)
    #expect(report.diagnostics.map(\.code.identifier) == ["PROC-005"])
    #expect(PetitionSummary([Petition]()).onTimeShare == nil && PetitionSummary([Petition]()).resolvedShare == nil)
  }
}
