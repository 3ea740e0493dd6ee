import CivilCalendar
import Testing

@testable import Pipeline

/// Requirements:
/// 1. "Before 15 December" is kept until the end of 14 December; from the 15th on, next year's round is meant.
/// 2. Each step falls in the round in which it comes last before the due day.
/// 3. A report is ready only when its answers are real, complete and none came in after it was written.
@Suite("Status of a schedule")
struct ScheduleStatusTests {
  @Test(
    "The due day and the days left follow the calendar",
    arguments: [
      ("2026-01-01", "2026-12-15", 348), ("2026-11-21", "2026-12-15", 24), ("2026-12-13", "2026-12-15", 2),
      ("2026-12-14", "2026-12-15", 1), ("2026-12-15", "2027-12-15", 365), ("2026-12-31", "2027-12-15", 349),
      ("2027-12-15", "2028-12-15", 366), ("2028-02-29", "2028-12-15", 290),
    ])
  func dueDay(asOf: String, due: String, left: Int) throws {
    let status = try status(asOf: asOf)
    #expect(status.due.iso == due)
    #expect(status.daysLeft == left)
    #expect(status.lastDay.iso == due.replacing("-15", with: "-14"))
  }

  @Test("On every day of eleven years the due day lies ahead, at most a leap year away, and steps lie before it")
  func everyDay() throws {
    let first = try #require(CivilDay(year: 2019, month: 12, day: 1))
    for number in first.number..<(first.number + 4018) {
      let status = ScheduleStatus(
        pipeline: "p", schedule: try annual(), asOf: CivilDay(number: number), facts: ReadinessFacts())
      #expect((1...366).contains(status.daysLeft))
      #expect(status.due.parts.month == 12 && status.due.parts.day == 15)
      #expect(status.milestones.allSatisfy { $0.day < status.due && status.due.number - $0.day.number <= 366 })
    }
  }

  @Test("Steps stand in the order of their days, those of a January report in the year before")
  func milestonesOfJanuary() throws {
    let schedule = ScheduleDefinition(
      due: try #require(DayOfYear("01-20")),
      milestones: [
        Milestone(kind: .finalDue, day: try #require(DayOfYear("01-19"))),
        Milestone(kind: .dataCutoff, day: try #require(DayOfYear("11-15"))),
      ], runAt: RunTime("12-01 07:00"))
    let status = ScheduleStatus(
      pipeline: "p", schedule: schedule, asOf: try day("2026-11-21"), facts: ReadinessFacts())
    #expect(status.milestones.map(\.kind) == [.dataCutoff, .finalDue])
    #expect(status.milestones.map(\.day.iso) == ["2026-11-15", "2027-01-19"])
    #expect(status.milestones.map { status.daysLeft(to: $0) } == [-6, 59])
    #expect(status.run?.day.iso == "2026-12-01")
  }

  @Test("A step on 29 February falls on the 28th in common years")
  func leapDay() throws {
    let schedule = ScheduleDefinition(due: try #require(DayOfYear("02-29")))
    #expect(
      ScheduleStatus(pipeline: "p", schedule: schedule, asOf: try day("2026-03-01"), facts: ReadinessFacts()).due.iso
        == "2027-02-28")
    #expect(
      ScheduleStatus(pipeline: "p", schedule: schedule, asOf: try day("2028-02-28"), facts: ReadinessFacts()).due.iso
        == "2028-02-29")
  }

  @Test("A report written after the cut-off, newer than all real answers, is ready")
  func ready() throws {
    let facts = ReadinessFacts(recordCount: 120, reportDay: try day("2026-11-20"))
    let status = try status(asOf: "2026-11-21", facts: facts)
    #expect(status.isReady)
    #expect(status.obstacles.isEmpty && status.remarks.isEmpty)
  }

  @Test("Whatever is missing stands in the way")
  func obstacles() throws {
    let written = try day("2026-11-20")
    #expect(try status(asOf: "2026-11-21").obstacles == [.noStore])
    #expect(
      try status(asOf: "2026-11-21", facts: ReadinessFacts(recordCount: 0)).obstacles == [.noRecords, .noReport])
    #expect(
      try status(
        asOf: "2026-11-21", facts: ReadinessFacts(recordCount: 9, isSimulated: true, reportDay: written)
      ).obstacles == [.simulatedAnswers])
    #expect(
      try status(
        asOf: "2026-11-21", facts: ReadinessFacts(recordCount: 9, reportDay: written, hasNewerAnswers: true)
      ).obstacles == [.newerAnswers])
  }

  @Test("Until the end of the cut-off day answers still come in; a report of that day is too early")
  func cutoff() throws {
    let cutoff = try day("2026-11-15")
    let facts = ReadinessFacts(recordCount: 9, reportDay: cutoff)
    #expect(try status(asOf: "2026-11-15", facts: facts).obstacles == [.cutoffAhead(cutoff)])
    #expect(
      try status(asOf: "2026-11-16", facts: facts).obstacles
        == [.reportBeforeCutoff(written: cutoff, cutoff: cutoff)])
  }

  @Test("Last year's report does not serve this year")
  func earlierRound() throws {
    let written = try day("2025-12-10")
    let facts = ReadinessFacts(recordCount: 9, reportDay: written)
    #expect(try status(asOf: "2026-11-21", facts: facts).obstacles == [.reportOfEarlierRound(written: written)])
    // Delivered before 15 December 2025, it is ready until the round ends.
    #expect(try status(asOf: "2025-12-14", facts: facts).isReady)
  }

  @Test("Quarantined records are a remark, and a pipeline without a report needs none")
  func remarks() throws {
    let facts = ReadinessFacts(recordCount: 9, quarantinedCount: 3, makesReport: false)
    let status = try status(asOf: "2026-11-21", facts: facts)
    #expect(status.isReady)
    #expect(status.remarks == [.openQuarantine(3)])
  }

  private func status(asOf: String, facts: ReadinessFacts = ReadinessFacts()) throws -> ScheduleStatus {
    ScheduleStatus(pipeline: "bao-cao-nam", schedule: try annual(), asOf: try day(asOf), facts: facts)
  }
}

/// The annual schedule: due before 15 December.
func annual() throws -> ScheduleDefinition {
  let days: [(Milestone.Kind, String)] = [
    (.dataCutoff, "11-15"), (.unitDue, "11-25"), (.unionDue, "12-01"), (.finalDue, "12-14"),
  ]
  return ScheduleDefinition(
    due: .december15, milestones: try days.map { Milestone(kind: $0.0, day: try #require(DayOfYear($0.1))) },
    runAt: RunTime("12-01 07:00"))
}

/// A day from `yyyy-MM-dd`.
func day(_ iso: String) throws -> CivilDay { try #require(CivilDay(iso: iso)) }
