import CivilCalendar
import Diagnostics
import Testing

@testable import Pipeline

@Suite("Schedules for other programs")
struct ScheduleCalendarTests {
  @Test("The calendar has a whole day for each step, the run in Universal Time, and lines of at most 75 bytes")
  func calendar() throws {
    let status = ScheduleStatus(
      pipeline: "báo cáo; năm, của Liên hiệp hội và mọi đơn vị thành viên", schedule: try annual(),
      asOf: try day("2026-11-21"), facts: ReadinessFacts())
    let text = ScheduleTable(statuses: [status]).calendar(language: .vietnamese)
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 6)
    #expect(lines.contains("DTSTART;VALUE=DATE:20261214"))
    // 07:00 in Vietnam is midnight in Universal Time.
    #expect(lines.contains("DTSTART:20261201T000000Z"))
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(
      unfolded.contains("SUMMARY:chốt số liệu – báo cáo\\; năm\\, của Liên hiệp hội và mọi đơn vị thành viên\r\n"))
    #expect(text == ScheduleTable(statuses: [status]).calendar(language: .vietnamese))
  }

  @Test("A run at 02:30 in Vietnam is on the day before in Universal Time")
  func earlyRun() throws {
    var schedule = try annual()
    schedule.runAt = RunTime("12-01 02:30")
    let status = ScheduleStatus(pipeline: "p", schedule: schedule, asOf: try day("2026-11-21"), facts: ReadinessFacts())
    #expect(ScheduleTable(statuses: [status]).calendar(language: .english).contains("DTSTART:20261130T193000Z"))
  }

  @Test("Units run the pipeline at its time in Vietnam, make up for a missed run, check daily and tell")
  func units() throws {
    let units = try installation(notification: "echo \"$YKIEN_EVENT\" 100%").systemdUnits
    #expect(
      units.map(\.name) == [
        "ykien-bao-cao-nam.service", "ykien-bao-cao-nam.timer", "ykien-bao-cao-nam-check.service",
        "ykien-bao-cao-nam-check.timer", "ykien-bao-cao-nam-notify@.service",
      ])
    #expect(units[0].text.contains("ExecStart=\"/opt/y k/ykien\" \"run\" \"pipelines/bao-cao-nam.yaml\"\n"))
    #expect(units[0].text.contains("OnFailure=ykien-bao-cao-nam-notify@run_failed.service\n"))
    #expect(units[1].text.contains("OnCalendar=*-12-01 07:00:00 Asia/Ho_Chi_Minh\nPersistent=true\n"))
    #expect(units[3].text.contains("OnCalendar=*-*-* 07:30:00 Asia/Ho_Chi_Minh\n"))
    #expect(units[4].text.contains("ExecStart=/bin/sh -c \"echo \\\"$$YKIEN_EVENT\\\" 100%%\"\n"))
  }

  @Test("Without a command nobody is told; without a time only the check runs")
  func quiet() throws {
    var installation = try installation(notification: nil)
    #expect(installation.systemdUnits.allSatisfy { !$0.text.contains("notify") })
    installation.schedule.runAt = nil
    #expect(installation.timers == ["ykien-bao-cao-nam-check.timer"])
    #expect(installation.cronLines.count == 1)
  }

  @Test("Lines of cron quote what a shell or cron would read otherwise")
  func cron() throws {
    let lines = try installation(notification: "date +%d | mail 'x'").cronLines
    #expect(
      lines[0]
        == "5 * * * * cd '/home/a b' && '/opt/y k/ykien' run 'pipelines/bao-cao-nam.yaml' --if-due || "
        + "YKIEN_PIPELINE='bao-cao-nam' YKIEN_EVENT=run_failed /bin/sh -c 'date +\\%d | mail '\\''x'\\'''")
    #expect(lines[1].hasPrefix("30 7 * * * "))
  }

  @Test("The last planned moment lies at or before now, in Vietnam's time")
  func lastMoment() throws {
    let run = try #require(RunTime("12-01 07:00"))
    // 2026-12-01 00:00 UTC is 07:00 in Vietnam.
    let moment = Int64(try day("2026-12-01").number) * 86_400_000
    #expect(run.last(before: moment) == moment)
    #expect(run.last(before: moment - 1) == Int64(try day("2025-12-01").number) * 86_400_000)
  }

  private func installation(notification: String?) throws -> ScheduleInstallation {
    ScheduleInstallation(
      pipeline: "bao-cao-nam", pipelineFile: "pipelines/bao-cao-nam.yaml", schedule: try annual(),
      program: "/opt/y k/ykien", folder: "/home/a b", notification: notification)
  }
}
