import CivilCalendar
import Diagnostics
import Foundation
import Testing

@testable import Pipeline

/// Requirements:
/// 1. Announced days are read from the pipeline, and refused where they make no sense.
/// 2. A step is due when its day is over and records are left.
@Suite("Announced ends of personal data")
struct RetentionTests {
  private let period = "period: {field: end, from: 2026-01-01, to: 2026-12-14}\n"

  private func read(_ section: String) throws(StageFailure) -> PipelineDefinition {
    try PipelineDefinition.read(
      bytes: Array((PipelineDefinitionTests.head + section).utf8), source: "pipelines/p.yaml")
  }

  @Test("Both days are read, and either may be left out")
  func days() throws {
    let both = try read(period + "retention: {deidentify_after: 2027-06-30, purge_after: 2028-12-31}\n").retention
    #expect(both.days.mapValues(\.iso) == [.deidentify: "2027-06-30", .purge: "2028-12-31"])
    #expect(try read(period + "retention: {purge_after: 2028-12-31}\n").retention.days.count == 1)
    #expect(try read("").retention == RetentionDates())
  }

  @Test(
    "What cannot be carried out is refused",
    arguments: [
      ("retention: {deidentify_after: 2027-06-30, purge_after: 2027-06-29}\n", true),
      ("retention: {deidentify_after: 30/06/2027}\n", true), ("retention: {delete_after: 2027-06-30}\n", true),
      // Nobody could tell which records are of the wave.
      ("retention: {purge_after: 2028-12-31}\n", false),
    ])
  func refused(_ section: String, _ hasPeriod: Bool) {
    #expect(throws: StageFailure.self) { try read((hasPeriod ? period : "") + section) }
  }

  @Test("A step is due when its day is over and records are left")
  func due() throws {
    let last = try #require(CivilDay(iso: "2027-06-30"))
    func status(_ asOf: String, _ left: Int?) throws -> RetentionStatus {
      RetentionStatus(
        pipeline: "p", step: .deidentify, day: last, asOf: try #require(CivilDay(iso: asOf)), recordsLeft: left)
    }
    #expect(try !status("2027-06-30", nil).isDue && !status("2027-07-01", 0).isDue && status("2027-07-01", 3).isDue)
    let lines = try [("2027-06-29", nil), ("2027-07-01", 0), ("2027-07-01", 3)].map { day, left in
      try status(day, left).text(in: .vietnamese)
    }
    #expect(
      lines == [
        "p: bỏ danh tính sau ngày 30/06/2027, còn 1 ngày", "p: bỏ danh tính sau ngày 30/06/2027, đã xong",
        "p: bỏ danh tính sau ngày 30/06/2027, ĐẾN HẠN với 3 phiếu: `ykien store deidentify`",
      ])
    let table = ScheduleTable(statuses: [], unscheduled: ["p"], retention: [try status("2027-07-01", 3)])
    let values = try JSONSerialization.jsonObject(with: Data(table.json().utf8)) as? [[String: Any]]
    let retention = values?.first?["retention"] as? [[String: Any]]
    #expect(retention?.first?["due"] as? Bool == true && retention?.first?["records_left"] as? Int == 3)
  }
}
