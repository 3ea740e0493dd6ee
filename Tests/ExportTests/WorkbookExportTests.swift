import Spreadsheet
import Testing

@testable import Export

/// Requirement: a workbook holds real numbers and dates, texts as texts, and tells what its columns mean.
@Suite("Exports as a workbook")
struct WorkbookExportTests {
  @Test("A sheet of records, one for each repeat, one of meanings")
  func sheets() throws {
    let workbook = Workbook.read(
      bytes: try #require(try ExportSample.export(as: .xlsx)["out.xlsx"]), source: "out.xlsx")
    #expect(workbook.diagnostics.isEmpty)
    #expect(workbook.sheets.map(\.name) == ["sample", "child", "school", "Giải thích cột"])
    let rows = workbook.sheets[0].rows
    #expect(rows.count == 4)
    let first = Dictionary(uniqueKeysWithValues: rows[1].cells.map { ($0.column, $0.value) })
    #expect(first[1] == .text("k1"))
    #expect(first[2] == .date("2026-11-21T18:20:00"))
    #expect(first[3] == .text("yes"))
    #expect(first[4] == .number(2), "a code that is a number")
    #expect(first[5] == .text("urban other"))
    #expect(first[8] == .number(2.5))
    #expect(first[9] == .date("1960-01-01"))
    #expect(first[10] == .date("08:30:00"))
    #expect(first[11] == .text("=1+1"))
    #expect(first[12] == .number(4), "the number that a calculation came to")
    #expect(rows.allSatisfy { $0.cells.allSatisfy { !$0.isFormula } })
    #expect(rows[2].cells.first?.value == .text("=k2"))
    #expect(rows[3].cells.count == 1, "nothing but the key")
    #expect(
      workbook.sheets[2].textRows(in: "x").rows.map(\.fields) == [
        ["PARENT_KEY", "KEY", "grade"], ["k1/child[1]", "k1/child[1]/school[1]", "1"],
        ["k1/child[2]", "k1/child[2]/school[1]", "2"], ["k1/child[2]", "k1/child[2]/school[2]"],
      ])
    let meanings = workbook.sheets[3].textRows(in: "x").rows.map(\.fields)
    #expect(meanings.contains(["", "view", "Ý kiến", "select_one", "1", "Kém"]))
    #expect(meanings.contains(["", "", "", "", "98", "Không biết"]))
  }
}
