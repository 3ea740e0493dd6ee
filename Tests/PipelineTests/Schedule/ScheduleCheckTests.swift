import CivilCalendar
import Diagnostics
import Testing

@testable import Pipeline

/// Requirements:
/// 1. A step on a day off is done on the last working day before it; the data cut-off stays where it is.
/// 2. A step is overdue from the day after it on, as long as its work is not done.
/// 3. Before the cut-off nothing is asked of the data; files that the pipeline names must always be there.
@Suite("Check of a schedule")
struct ScheduleCheckTests {
  @Test(
    "Steps on weekends and holidays move before them",
    arguments: [
      ("2025-11-01", ["2025-11-15", "2025-11-25", "2025-12-01", "2025-12-12"]),
      ("2026-11-01", ["2026-11-15", "2026-11-25", "2026-12-01", "2026-12-14"]),
      ("2028-11-01", ["2028-11-15", "2028-11-24", "2028-12-01", "2028-12-14"]),
    ])
  func moved(asOf: String, days: [String]) throws {
    // 24 November 2028 is a Friday and a day off: the unit's Saturday moves to the Thursday.
    let expected = days.map { $0 == "2028-11-24" ? "2028-11-23" : $0 }
    #expect(try status(asOf: asOf).milestones.map(\.day.iso) == expected)
  }

  @Test("Nothing moves when the schedule says so")
  func notMoved() throws {
    var schedule = try annual()
    schedule.movesToWorkingDays = false
    let status = ScheduleStatus(
      pipeline: "p", schedule: schedule, asOf: try day("2025-11-01"), facts: ReadinessFacts())
    #expect(status.milestones.allSatisfy { $0.day == $0.planned })
  }

  @Test("Before the cut-off only missing files are findings")
  func beforeCutoff() throws {
    #expect(try findings(asOf: "2026-11-15", ReadinessFacts()).isEmpty)
    var facts = ReadinessFacts()
    facts.missingFiles = ["pipelines/frames/x.csv"]
    #expect(try findings(asOf: "2026-02-17", facts) == ["missing_file"])
  }

  @Test("After the cut-off the data must be there and decided on, and units must have answered")
  func afterCutoff() throws {
    #expect(try findings(asOf: "2026-11-16", ReadinessFacts()) == ["overdue_data_cutoff", "no_store"])
    var facts = ReadinessFacts(recordCount: 100, quarantinedCount: 2)
    #expect(try findings(asOf: "2026-11-16", facts) == ["open_quarantine"])
    facts.quarantinedCount = 0
    facts.lateUnitCount = 3
    #expect(try findings(asOf: "2026-11-25", facts) == ["late_units"])
    #expect(try findings(asOf: "2026-11-26", facts) == ["overdue_unit_due", "late_units"])
  }

  @Test("The union's report is overdue from the day after its day on, until it is written anew")
  func unionsReport() throws {
    var facts = ReadinessFacts(recordCount: 100)
    #expect(try findings(asOf: "2026-12-01", facts).isEmpty)
    #expect(try findings(asOf: "2026-12-02", facts) == ["overdue_union_due", "no_report"])
    facts.reportDay = try day("2026-11-30")
    #expect(try findings(asOf: "2026-12-02", facts).isEmpty)
    facts.hasNewerAnswers = true
    #expect(try findings(asOf: "2026-12-02", facts) == ["overdue_union_due", "newer_answers"])
  }

  @Test("A due day that passed without a report is told of for two months")
  func missedRound() throws {
    var facts = ReadinessFacts(recordCount: 100)
    #expect(try findings(asOf: "2026-12-14", facts).contains("overdue_union_due"))
    #expect(try findings(asOf: "2026-12-15", facts) == ["missed_round"])
    #expect(try findings(asOf: "2027-02-13", facts) == ["missed_round"])
    #expect(try findings(asOf: "2027-02-14", facts).isEmpty)
    facts.reportDay = try day("2026-12-10")
    #expect(try findings(asOf: "2026-12-15", facts).isEmpty)
    facts.reportDay = try day("2025-12-10")
    #expect(try findings(asOf: "2027-01-01", facts) == ["missed_round"])
  }

  @Test("The file of days off prevails over the rule; what is wrong in it is told with its place")
  func holidayFile() throws {
    let text = "day,kind,name\n2026-12-14,off,Nghỉ bù\n2026-12-12,work,Làm bù\n"
    let holidays = try PublicHolidays.read(bytes: Array(text.utf8), source: "h.csv")
    let status = ScheduleStatus(
      pipeline: "p", schedule: try annual(), asOf: try day("2026-11-01"), facts: ReadinessFacts(), holidays: holidays)
    #expect(status.milestones.last?.day.iso == "2026-12-12")
    #expect(throws: StageFailure.self) {
      try PublicHolidays.read(bytes: Array("day,kind\n14/12/2026,off\n2026-12-14,closed\n".utf8), source: "h.csv")
    }
    do {
      _ = try PublicHolidays.read(bytes: Array("day,kind\n14/12/2026,off\n2026-12-14,closed\n".utf8), source: "h.csv")
    } catch {
      #expect(error.diagnostics.map(\.position?.line) == [2, 3])
    }
  }

  private func status(asOf: String, _ facts: ReadinessFacts = ReadinessFacts()) throws -> ScheduleStatus {
    ScheduleStatus(pipeline: "bao-cao-nam", schedule: try annual(), asOf: try day(asOf), facts: facts)
  }

  private func findings(asOf: String, _ facts: ReadinessFacts) throws -> [String] {
    ScheduleTable(statuses: [try status(asOf: asOf, facts)]).findings.map(\.code)
  }
}
