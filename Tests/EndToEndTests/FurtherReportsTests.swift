import Foundation
import Testing

/// Requirements: FR1 a run makes every report of the list, in one folder with one manifest, and `--verify` makes them
/// again; FR2 a sheet of a unit is one page, the summary two, as PDF and as Word document; FR3 `--explain` names the
/// report of every figure; FR4 a dry run names the reports.
@Suite("The sheets of units and the summary")
struct FurtherReportsTests {
  private static let names = ["bao-cao-nam", "phieu-don-vi", "tom-tat", "tom-tat-en"]
  private static let folder = "reports/output/bao-cao-nam/2026-11-20"

  @Test("One run makes all reports, each a file of its own name, and makes them again byte for byte")
  func reports() throws {
    let workspace = try Workspace(withProject: true)
    try workspace.write(
      try workspace.text("pipelines/bao-cao-nam.yaml").replacing("records: 3000", with: "records: 300"),
      to: "pipelines/bao-cao-nam.yaml")
    let pipeline = ["pipelines/bao-cao-nam.yaml", "--as-of", "2026-11-20"]
    let dry = try workspace.run(["run", "--dry-run"] + pipeline)
    #expect(dry.output.contains("  tom-tat-en: reports/tom-tat → html\n"), "\(dry.output)")
    let run = try workspace.run(["run"] + pipeline)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("REPORT-"), "\(run.errors)")
    for name in Self.names {
      #expect(run.output.contains("\(Self.folder)/\(name).html\n"))
      let html = try workspace.text("\(Self.folder)/\(name).html")
      #expect(html.contains(name == "tom-tat-en" ? "SIMULATED DATA" : "SỐ LIỆU MÔ PHỎNG"))
    }
    let sheets = try workspace.text("\(Self.folder)/phieu-don-vi.html")
    #expect(sheets.components(separatedBy: "<section class=\"unit\"").count == 13, "a sheet for each of twelve units")
    let verified = try workspace.run(
      "run", "pipelines/bao-cao-nam.yaml", "--verify", "\(Self.folder)/manifest.json")
    #expect(verified.status == 0, "\(verified.output)")
    let origins = try workspace.run(["report", "--explain", "--to", "csv"] + pipeline)
    for name in Self.names { #expect(origins.output.contains("\n\(name),1,"), "\(name)") }
  }

  @Test(
    "A sheet is one page and the summary two, as PDF and as Word document",
    .enabled(if: canRun("weasyprint", "rsvg-convert", "pdfinfo", "soffice"), "a program is not installed"))
  func pages() throws {
    let workspace = try Workspace(withProject: true)
    try workspace.write(
      try workspace.text("pipelines/bao-cao-nam.yaml").replacing(
        "{template:", with: "{formats: [docx, pdf], template:"),
      to: "pipelines/bao-cao-nam.yaml")
    let run = try workspace.run("run", "pipelines/bao-cao-nam.yaml", "--as-of", "2026-11-20")
    #expect(run.status == 0, "\(run.errors)")
    for (name, pages) in [("phieu-don-vi", 12), ("tom-tat", 2), ("tom-tat-en", 2)] {
      let outcome = try workspace.shell(
        """
        soffice --headless -env:UserInstallation=file://$PWD/office --convert-to pdf --outdir office \
          \(Self.folder)/\(name).docx >&2; pdfinfo \(Self.folder)/\(name).pdf; pdfinfo office/\(name).pdf
        """)
      let counts = outcome.output.split(separator: "\n").filter { $0.hasPrefix("Pages:") }.compactMap {
        $0.split(separator: " ").last.flatMap { Int($0) }
      }
      #expect(counts == [pages, pages], "\(name): \(outcome.errors)")
    }
  }
}
