import Diagnostics
import Foundation
import Testing

@testable import Pipeline

@Suite("Table of schedules")
struct ScheduleTableTests {
  @Test("In Vietnamese the table says what is due, how far away it is, and what stands in the way")
  func vietnamese() throws {
    let text = try table(ReadinessFacts(recordCount: 3000, isSimulated: true, reportDay: try day("2026-11-20")))
      .text(language: .vietnamese)
    #expect(
      text == """
        bao-cao-nam: gửi trước ngày 15/12/2026, còn 24 ngày
          chốt số liệu                    15/11/2026  đã qua 6 ngày
          đơn vị gửi báo cáo              25/11/2026  còn 4 ngày
          Liên hiệp hội lập xong báo cáo  01/12/2026  còn 10 ngày
          gửi báo cáo                     14/12/2026  còn 23 ngày
          dự kiến chạy lúc 07:00 ngày 01/12/2026
          chưa sẵn sàng:
            - số liệu là mô phỏng, chưa có câu trả lời thật

        Không có lịch: bfi.

        """)
  }

  @Test("In English too")
  func english() throws {
    let facts = ReadinessFacts(recordCount: 40, quarantinedCount: 1, reportDay: try day("2026-11-20"))
    let text = try table(facts).text(language: .english)
    #expect(
      text == """
        bao-cao-nam: due before 2026-12-15, in 24 days
          data cut-off                 2026-11-15  6 days ago
          units deliver                2026-11-25  in 4 days
          the union's report is ready  2026-12-01  in 10 days
          the report leaves the house  2026-12-14  in 23 days
          to be run on 2026-12-01 at 07:00
          ready
          to be looked at:
            - 1 record is quarantined and counts in no figure

        Without a schedule: bfi.

        """)
  }

  @Test("JSON gives a program the same facts")
  func json() throws {
    let bytes = Data(try table(ReadinessFacts()).json().utf8)
    let values = try #require(try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]])
    let value = try #require(values.first)
    #expect(values.count == 1)
    #expect(value["pipeline"] as? String == "bao-cao-nam")
    #expect(value["due"] as? String == "2026-12-15")
    #expect(value["last_day"] as? String == "2026-12-14")
    #expect(value["days_left"] as? Int == 24)
    #expect(value["ready"] as? Bool == false)
    #expect(value["obstacles"] as? [String] == ["no_store"])
    #expect(value["run_at"] as? String == "2026-12-01T07:00:00+07:00")
    let steps = try #require(value["milestones"] as? [[String: Any]])
    #expect(steps.map { $0["name"] as? String } == ["data_cutoff", "unit_due", "union_due", "final_due"])
    #expect(steps.map { $0["days_left"] as? Int } == [-6, 4, 10, 23])
  }

  @Test("Every obstacle is worded in both languages, and days away in every number")
  func wordings() throws {
    let day = try day("2026-11-15")
    let obstacles: [ReadinessObstacle] = [
      .noStore, .noRecords, .simulatedAnswers, .cutoffAhead(day), .noReport,
      .reportBeforeCutoff(written: day, cutoff: day), .reportOfEarlierRound(written: day), .newerAnswers,
    ]
    #expect(Set(obstacles.map { $0.text(in: .vietnamese) }).count == obstacles.count)
    #expect(Set(obstacles.map { $0.text(in: .english) }).count == obstacles.count)
    #expect(Set(obstacles.map(\.code)).count == obstacles.count)
    #expect(
      [-2, -1, 0, 1, 2].map { distance($0, in: .english) }
        == ["2 days ago", "1 day ago", "today", "in 1 day", "in 2 days"])
    #expect([-1, 0, 1].map { distance($0, in: .vietnamese) } == ["đã qua 1 ngày", "hôm nay", "còn 1 ngày"])
  }

  @Test("No pipelines are said to be none, and a name cannot steer the terminal or break the JSON")
  func edges() throws {
    #expect(ScheduleTable(statuses: []).text(language: .english) == "There are no pipelines.\n")
    #expect(ScheduleTable(statuses: []).json() == "[]\n")
    let status = ScheduleStatus(
      pipeline: "a\"\u{1B}[2J\\", schedule: try annual(), asOf: try day("2026-11-21"), facts: ReadinessFacts())
    let table = ScheduleTable(statuses: [status])
    #expect(!table.text(language: .english).contains("\u{1B}"))
    let values = try JSONSerialization.jsonObject(with: Data(table.json().utf8)) as? [[String: Any]]
    #expect(values?.first?["pipeline"] as? String == "a\"\u{1B}[2J\\")
  }

  private func table(_ facts: ReadinessFacts) throws -> ScheduleTable {
    let status = ScheduleStatus(
      pipeline: "bao-cao-nam", schedule: try annual(), asOf: try day("2026-11-21"), facts: facts)
    return ScheduleTable(statuses: [status], unscheduled: ["bfi"])
  }
}
