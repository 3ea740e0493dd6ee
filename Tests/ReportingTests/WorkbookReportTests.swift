import Diagnostics
import Estimation
import Foundation
import FormDefinition
import Programs
import Spreadsheet
import SpreadsheetWriting
import Testing

@testable import Reporting

/// Requirements: XR1 a sheet for every table and chart; XR2 figures are numbers, unrounded; XR3 words are never formulas;
/// XR4 the same report gives the same bytes; XR5 whatever the data, the workbook opens.
@Suite struct WorkbookReportTests {
  private func bytes(of report: RenderedReport) throws -> [UInt8] {
    guard let folder = ScratchFolder() else { throw CancellationError() }
    let path = folder.path + "/report.xlsx"
    try WorkbookReport.write(report.document, to: path, temporaryFolder: folder.path)
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  private func annual(
    suppressed: Bool = false, _ change: (inout ReportFacts) -> Void = { _ in }
  ) throws -> RenderedReport {
    var facts = ReportFixtures.facts(
      try ReportFixtures.form("pks-01"), domains: ["prof_gender"], suppressed: suppressed)
    ReportFixtures.addFrame(to: &facts)
    change(&facts)
    return Report.render(template: try ReportFixtures.template("bao-cao-nam"), facts: facts, language: .vietnamese)
  }

  @Test("There is a sheet for every table and chart, an overview in front and the methods behind")
  func sheets() throws {
    let report = try annual()
    let workbook = Workbook.read(bytes: try bytes(of: report), source: "report.xlsx")
    #expect(workbook.diagnostics.isEmpty)
    let names = workbook.sheets.map(\.name)
    let tables = (report.document.body + report.document.annexes.flatMap(\.blocks)).tables
    #expect(names.count == 2 + tables.count + report.document.charts.count)
    #expect(names.first == "Mục lục" && names.last == "Phương pháp")
    #expect(names.contains("Bảng 1") && names.contains("Hình 1"))
    #expect(names.allSatisfy { $0.utf16.count <= 31 })
  }

  @Test("Every figure of a table stands in its sheet as its unrounded number")
  func numbers() throws {
    let report = try annual()
    let workbook = Workbook.read(bytes: try bytes(of: report), source: "report.xlsx")
    let tables = (report.document.body + report.document.annexes.flatMap(\.blocks)).tables
    for table in tables {
      let sheet = try #require(workbook.sheets.first { $0.name == "Bảng \(table.number ?? 0)" })
      let numbers = sheet.rows.flatMap { row in
        row.cells.compactMap { if case .number(let number) = $0.value { number } else { nil } }
      }
      let missing = table.figures.filter { figure in !numbers.contains { abs($0 - figure.number) < 1e-9 } }
      #expect(missing == [], "\(table.caption)")
    }
  }

  @Test("Words that look like formulas stay words")
  func formulas() throws {
    let report = try annual { facts in
      for place in facts.form.indicators.indices {
        facts.form.indicators[place].label = LocalizedText(["vi": "=HYPERLINK(\"x\")"])
      }
      facts.issuer.name = "=1+1"
    }
    let workbook = Workbook.read(bytes: try bytes(of: report), source: "report.xlsx")
    #expect(workbook.sheets.allSatisfy { $0.rows.allSatisfy { $0.cells.allSatisfy { !$0.isFormula } } })
    #expect(workbook.sheets.first?.rows.contains { $0.cells.contains { $0.value == .text("=1+1") } } == true)
  }

  @Test("The same report gives the same bytes; without answers, and with all withheld, the workbook opens")
  func robust() throws {
    #expect(try bytes(of: annual()) == bytes(of: annual()))
    let nobody = try annual {
      $0.estimates = EstimatesTable()
      $0.weighting = WeightingFacts()
      $0.accounting = nil
    }
    for report in [nobody, try annual(suppressed: true)] {
      let workbook = Workbook.read(bytes: try bytes(of: report), source: "report.xlsx")
      #expect(workbook.diagnostics.isEmpty)
      #expect(workbook.sheets.last?.name == "Phương pháp")
    }
  }

  @Test(
    "The format of a cell shows the figure as the report prints it",
    arguments: [
      ("82,4%", "0.0%"), ("95%", "0%"), ("3,71", "#,##0.00"), ("1.873", "#,##0"), ("40,924", "#,##0"), ("7", "#,##0"),
    ])
  func formats(text: String, format: String) {
    #expect(PrintedFigure(text: text, value: 1, source: .plan("x")).numberFormat == format)
  }
}
