import Archive
import Foundation
import Testing

/// Requirements: RF1 the four formats come of one run, and twice the same bytes; RF2 the PDF's measures are the decree's;
/// RF3 a program that is missing is told before anything is done; RF4 every figure has its origin and the command that
/// computes it anew runs; RF5 a template is checked without answers.
@Suite("Reports in four formats")
struct ReportFormatsTests {
  private static let all = "[html, docx, pdf, xlsx]"

  private func workspace(formats: String) throws -> Workspace {
    let workspace = try Workspace(withProject: true)
    // The annual report alone: the further ones have tests of their own.
    let text = try workspace.text("pipelines/bao-cao-nam.yaml").split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("  - {template:") }.joined(separator: "\n")
    try workspace.write(
      text.replacing("records: 3000", with: "records: 300").replacing("[html]", with: formats),
      to: "pipelines/bao-cao-nam.yaml")
    return workspace
  }

  @Test(
    "One run writes all formats, and a second the same bytes",
    .enabled(if: canRun("weasyprint", "rsvg-convert", "pdftotext", "pdffonts"), "a program is not installed"))
  func formats() throws {
    let workspace = try workspace(formats: Self.all)
    let endings = ["html", "docx", "pdf", "xlsx"]
    let files = endings.map { "reports/output/bao-cao-nam/2026-12-01/bao-cao-nam.\($0)" }
    let arguments = ["run", "pipelines/bao-cao-nam.yaml", "--as-of", "2026-12-01"]
    let first = try workspace.run(arguments)
    #expect(first.status == 0, "\(first.errors)")
    #expect(Set(first.output.split(separator: "\n").map(String.init)).isSuperset(of: files))
    let written = try files.map { try workspace.bytes($0) }
    #expect(try workspace.run(arguments + ["--force"]).status == 0)
    for (ending, (file, bytes)) in zip(endings, zip(files, written)) {
      #expect(try workspace.bytes(file) == bytes, "\(ending)")
    }
    let word = try ZipArchive(bytes: [UInt8](written[1]))
    #expect(word.members().contains { $0.name == "word/media/picture1.png" })
    try checkPDF(in: workspace, file: files[2])
  }

  /// Reads the measures of the printed pages back.
  private func checkPDF(in workspace: Workspace, file: String) throws {
    let outcome = try workspace.shell("pdftotext -bbox \(file) - && pdffonts \(file)")
    #expect(outcome.output.contains("page width=\"595.27"))
    #expect(outcome.output.contains("height=\"841.88"))
    let pages = outcome.output.components(separatedBy: "<page ").dropFirst()
    #expect(pages.count > 10)
    let millimetre = 72 / 25.4
    for (index, page) in pages.enumerated() {
      let words = page.components(separatedBy: "<word ").dropFirst().map(PrintedWord.init)
      let body = words.filter { $0.top > 19 * millimetre && $0.bottom < 277 * millimetre }
      #expect(body.allSatisfy { $0.left >= 29.5 * millimetre && $0.right <= 195.5 * millimetre }, "page \(index + 1)")
      let head = words.filter { $0.bottom < 20 * millimetre }
      if index == 0 {
        #expect(head.isEmpty, "no number on the first page")
      } else {
        let number = try #require(head.first)
        #expect(Int(number.text) != nil && head.count == 1)
        #expect(abs((number.left + number.right) / 2 - 112.5 * millimetre) < 2, "in the middle of the text")
        // 13 points of a Times face are 14.4 high.
        #expect((13.5...15.6).contains(number.bottom - number.top))
      }
    }
    #expect(outcome.output.contains("Liberation-Serif") || outcome.output.contains("Times"))
  }

  @Test("A program that is missing is told before anything is done", arguments: ["docx", "pdf"])
  func missingProgram(format: String) throws {
    let workspace = try workspace(formats: "[html, \(format)]")
    let outcome = try workspace.run(
      ["run", "pipelines/bao-cao-nam.yaml"], environment: ["PATH": workspace.folder.path])
    #expect(outcome.status == 69)
    #expect(
      outcome.errors.contains("PIPE-") && outcome.errors.contains(format == "pdf" ? "weasyprint" : "librsvg2-bin"))
    #expect(!workspace.exists("var/bao-cao-nam.sqlite") && !workspace.exists("reports/output"))
  }

  @Test("The commands that the origins of figures name compute the figures anew")
  func origins() throws {
    let workspace = try workspace(formats: "[html]")
    #expect(try workspace.run("run", "pipelines/bao-cao-nam.yaml", "--as-of", "2026-12-01").status == 0)
    let outcome = try workspace.run(
      "report", "pipelines/bao-cao-nam.yaml", "--as-of", "2026-12-01", "--explain", "--to", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try JSONDecoder().decode([Origin].self, from: Data(outcome.output.utf8))
    #expect(rows.count > 500)
    let estimates = Set(
      try workspace.text("reports/output/bao-cao-nam/2026-12-01/estimates.csv").split { $0 == "," || $0 == "\n" }
        .compactMap {
          Double($0)
        })
    // One of each statistic, overall and by domain.
    var seen: Set<String> = []
    for row in rows where row.source == "estimate" {
      let kind = "\(row.statistic) \(row.domain.isEmpty)"
      guard seen.insert(kind).inserted else { continue }
      #expect(row.value.map(estimates.contains) == true, "\(kind)")
      let again = try workspace.shell("\(row.command) --format json")
      #expect(again.status == 0, "\(row.command): \(again.errors)")
    }
    #expect(seen.count > 8)
    #expect(try workspace.run("report", "pipelines/bao-cao-nam.yaml", "--to", "csv").status == 64)
  }

  @Test("A template is checked through its folder or a pipeline, without answers")
  func check() throws {
    let workspace = try Workspace(withProject: true)
    for path in [
      "reports/bao-cao-nam", "reports/khao-sat/", "reports/phieu-don-vi", "reports/tom-tat",
      "pipelines/bao-cao-nam.yaml",
      "pipelines/bfi.yaml",
    ] {
      let outcome = try workspace.run("report", "check", path)
      #expect(outcome.status == 0, "\(path): \(outcome.output)")
      #expect(outcome.errors.contains("0 errors, 0 warnings"), "\(path): \(outcome.output)")
    }
    try workspace.write(
      try workspace.text("reports/bao-cao-nam/template.md") + "\nCó 82,4% và {{ value agree a6_listned }}.\n",
      to: "reports/bao-cao-nam/template.md")
    let outcome = try workspace.run("report", "check", "reports/bao-cao-nam")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("REPORT-010") && outcome.output.contains("REPORT-015"))
    #expect(outcome.output.contains("a6_listened"))
    #expect(try workspace.run("report", "check", "reports/none").status == 66)
    #expect(try workspace.run("report").status == 64)
  }
}

/// A row of the table of origins.
private struct Origin: Decodable {
  let source: String
  let statistic: String
  let domain: String
  let value: Double?
  let command: String
}

/// A word of a page with its box in points.
private struct PrintedWord {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  let text: String

  init(_ markup: String) {
    func number(_ name: String) -> Double {
      guard let start = markup.range(of: "\(name)=\"") else { return 0 }
      return Double(markup[start.upperBound...].prefix { $0 != "\"" }) ?? 0
    }
    (left, top, right, bottom) = (number("xMin"), number("yMin"), number("xMax"), number("yMax"))
    text = String(markup.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
  }
}

/// Whether a test that needs programs runs: where the tools are required it runs, and fails, without them.
func canRun(_ programs: String...) -> Bool {
  let environment = ProcessInfo.processInfo.environment
  return environment["YKIEN_REQUIRE_TOOLS"] == "1"
    || programs.allSatisfy { program in
      (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
      }
    }
}
