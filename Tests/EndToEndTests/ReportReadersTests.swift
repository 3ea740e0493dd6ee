import Foundation
import Testing

/// Requirements: RR1 Office files are valid by the schemas of ECMA-376 and the rules of the Open XML SDK; RR2 LibreOffice
/// opens them, and headings, captions and pages come back; RR3 the page reads without a mouse, on a narrow screen and in
/// print, and axe-core finds nothing.
@Suite("Reports in the programs that open them")
struct ReportReadersTests {
  /// The annual report of few answers, in a folder of its own.
  private func annual(isParty: Bool = false) throws -> (workspace: Workspace, folder: String) {
    let workspace = try Workspace(withProject: true)
    var text = try workspace.text("pipelines/bao-cao-nam.yaml")
    text = text.replacing("records: 3000", with: "records: 300").replacing("[html]", with: "[html, docx, xlsx]")
    if isParty { text = text.replacing("  issuer:\n", with: "  issuer:\n    style: party\n") }
    try workspace.write(text, to: "pipelines/bao-cao-nam.yaml")
    let outcome = try workspace.run("run", "pipelines/bao-cao-nam.yaml", "--as-of", "2026-12-01")
    try #require(outcome.status == 0, "\(outcome.errors)")
    return (workspace, "reports/output/bao-cao-nam/2026-12-01")
  }

  private func check(_ files: String, in workspace: Workspace) throws -> Workspace.Outcome {
    try workspace.shell("'\(Tools.python)' -B '\(Tools.script("check_office.py"))' '\(Tools.schemas)' \(files)")
  }

  @Test(
    "Word documents and workbooks are valid",
    .enabled(if: Tools.canCheckOffice, "openxml-audit, the schemas of ECMA-376 or rsvg-convert are missing"),
    arguments: [false, true])
  func valid(isParty: Bool) throws {
    let (workspace, folder) = try annual(isParty: isParty)
    for format in ["docx", "xlsx"] {
      #expect(try workspace.run("form", "build", "forms/pks-01", "--to", format, "-o", "form").status == 0)
    }
    let outcome = try check("\(folder)/*.docx \(folder)/*.xlsx form/*.docx form/*.xlsx", in: workspace)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test(
    "The check finds what is out of order",
    .enabled(if: Tools.canCheckOffice, "openxml-audit, the schemas of ECMA-376 or rsvg-convert are missing"))
  func invalid() throws {
    let workspace = try Workspace(withProject: true)
    #expect(try workspace.run("form", "build", "forms/bfi", "--to", "docx", "-o", "form").status == 0)
    let outcome = try workspace.shell(
      """
      mkdir open && cd open && unzip -q ../form/*.docx
      sed -i 's|<w:keepLines/>|<w:outlineLvl w:val="1"/>|; s|w:val="center"|w:val="centred"|' word/styles.xml
      python3 -m zipfile -c ../broken.docx '[Content_Types].xml' _rels docProps word
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try check("broken.docx", in: workspace).output
    #expect(found.contains("Element 'spacing': This element is not expected") && found.contains("'centred'"), "\(found)")
  }

  @Test(
    "LibreOffice opens the Word document, counts its headings the same, and gives them back",
    .enabled(if: canRun("soffice", "rsvg-convert"), "soffice or rsvg-convert is not installed"))
  func libreOffice() throws {
    let (workspace, folder) = try annual()
    let outcome = try workspace.shell(
      """
      soffice --headless --convert-to 'txt:Text (encoded):UTF8' --outdir text \(folder)/bao-cao-nam.docx
      soffice --headless --convert-to docx --outdir again \(folder)/bao-cao-nam.docx
      soffice --headless --convert-to pdf --outdir sheets \(folder)/bao-cao-nam.xlsx
      unzip -p again/bao-cao-nam.docx word/document.xml > again/document.xml
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // What stands between the tags of headings on the page, in the text that LibreOffice sees.
    let page = try workspace.text("\(folder)/bao-cao-nam.html")
    let headings = page.matches(of: /<h([234])>(.*?)<\/h[234]>/).map { match in
      String(match.2.replacing(/<[^>]*>/, with: ""))
    }
    let lines = Set(
      try workspace.text("text/bao-cao-nam.txt").split(whereSeparator: \.isNewline).map {
        $0.trimmingCharacters(in: .whitespaces.union(["\u{feff}"]))
      })
    #expect(headings.count > 25)
    #expect(headings.filter { !lines.contains($0) } == [])
    let again = try workspace.text("again/document.xml")
    for (level, tag) in [(1, "h2"), (2, "h3"), (3, "h4")] {
      let count = again.components(separatedBy: "<w:pStyle w:val=\"Heading\(level)\"/>").count - 1
      #expect(count == page.components(separatedBy: "<\(tag)>").count - 1, "\(level)")
    }
    #expect(again.contains("SEQ Bảng") && again.contains("<w:tblHeader"))
  }

  @Test(
    "The page reads without a mouse, on a narrow screen and in print",
    .enabled(if: Tools.canBrowse, "chromium or a Python with playwright is not installed"))
  func page() throws {
    let (workspace, folder) = try annual()
    let outcome = try workspace.shell(
      "'\(Tools.python)' -B '\(Tools.script("read_page.py"))' \(folder)/bao-cao-nam.html")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try JSONDecoder().decode([String: [String]].self, from: Data(outcome.output.utf8))
    #expect(found.keys.sorted() == ["errors", "outside", "unsorted", "violations", "wide"])
    for (kind, lines) in found { #expect(lines == [], "\(kind)") }
  }
}

/// The tools that Packaging/check-tools.sh fetches.
private enum Tools {
  static let folder = Workspace.project.appending(path: ".build/tools").path
  static let python =
    ProcessInfo.processInfo.environment["YKIEN_BROWSER_PYTHON"] ?? folder + "/venv/bin/python"
  static let schemas = folder + "/ecma-376"

  static func script(_ name: String) -> String {
    Workspace.project.appending(path: "Tests/EndToEndTests/Office/\(name)").path
  }

  private static func imports(_ modules: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: python) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", "import \(modules)"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let isRequired = ProcessInfo.processInfo.environment["YKIEN_REQUIRE_TOOLS"] == "1"

  static let canCheckOffice =
    isRequired
    || canRun("rsvg-convert", "unzip") && FileManager.default.fileExists(atPath: schemas + "/wml.xsd")
      && imports("openxml_audit")

  static let canBrowse =
    isRequired
    || FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
      && imports("playwright, axe_playwright_python")
}
