import Diagnostics
import Foundation
import Ingest
import Responses
import Testing

@Suite("Workbooks")
struct WorkbookTests {
  private func takeFixture(_ name: String, mapping: ColumnMapping = ColumnMapping()) throws -> Taken {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
    return try take(
      [(name, Array(try Data(contentsOf: url)))], form: dialectForm(), options: IngestOptions(mapping: mapping))
  }

  @Test("KoboToolbox: labels, numbers as numbers; a sheet of no question is left and named")
  func kobo() throws {
    let taken = try takeFixture("kobo.xlsx")
    #expect(taken.report.sources.first?.label == "kobo.xlsx!/Phiếu")
    #expect(taken.dialect == "KoboToolbox; encoding utf-8; headings: labels; answers: labels; several choices: joined")
    #expect(taken.report.total.accepted == 2)
    let record = taken.record("s-1")
    #expect(record["income"] == "12.345", "a number of a cell has no thousands")
    #expect(record["area"] == "02" && record["needs"] == "home" && record["age"] == "35")
    #expect(taken.report.diagnostics.contains { $0.code == .sheetLeft })
  }

  @Test("Google: sheets without answers are left, a formula without a value holds its record, rows keep their numbers")
  func google() throws {
    let taken = try takeFixture("google.xlsx")
    #expect(taken.report.total.accepted == 1 && taken.report.total.quarantined == 1)
    #expect(taken.record()["needs"] == "pay study" && taken.record()["born"] == "1991-04-03")
    let held = try #require(taken.report.diagnostics.first { $0.code == .recordCellWithoutValue })
    #expect(held.position?.line == 4)
    let left = try #require(taken.report.diagnostics.first { $0.code == .sheetLeft })
    #expect(left.arguments["sheet"] == "Tổng hợp")
  }

  @Test("A legacy workbook: lost zeros, days, and the letters of an ABC font")
  func legacy() throws {
    let taken = try takeFixture("van-phong.xls", mapping: ColumnMapping(key: "id"))
    #expect(taken.report.total.accepted == 2)
    #expect(taken.dialect.contains("encoding misread-tcvn3"))
    let record = taken.record("1")
    #expect(record["area"] == "02" && record["born"] == "1991-04-03")
    #expect(record["wish"] == "Cộng hòa xã hội; nguyện vọng, điều kiện làm việc, chế độ đãi ngộ tốt hơn")
    #expect(taken.record("2")["area"] == "10")
  }

  @Test("Our entry workbook: row 2 is for people, entries of drop-downs, places of a ranking, keys where there are any")
  func entry() throws {
    let taken = try takeFixture("nhap-lieu.xlsx")
    #expect(taken.report.total.accepted == 2)
    #expect(taken.report.sources.map(\.label) == ["nhap-lieu.xlsx!/Nhập liệu"])
    #expect(taken.dialect == "ykien; encoding utf-8; headings: names; answers: both; several choices: split")
    let record = taken.record("A-001")
    #expect(record["sex"] == "female" && record["area"] == "02" && record["needs"] == "pay")
    #expect(record["first"] == "home pay" && record["at"] == "2026-11-21T08:30:00.000+07:00")
    #expect(taken.record("sha256")["area"] == "01")
  }

  @Test("The same workbook twice is one source; a file that is no workbook says so")
  func again() throws {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/kobo.xlsx", withExtension: nil))
    let bytes = Array(try Data(contentsOf: url))
    let twice = try take([("kobo.xlsx", bytes), ("kobo.xlsx", bytes)], form: dialectForm())
    #expect(twice.report.sources.first?.status == .unchanged)
    #expect(twice.report.total.identical == 2)
    let broken = try take([("b.xlsx", Array("no workbook".utf8))], form: dialectForm())
    #expect(broken.report.sources.map(\.status) == [.unusable])
    #expect(!broken.report.diagnostics.isEmpty)
    let cut = try take([("c.xlsx", Array(bytes.prefix(2000)))], form: dialectForm())
    #expect(cut.report.sources.map(\.status) == [.unusable])
  }
}
