import Diagnostics
import Testing

@testable import Reporting

/// Requirements: TP1 every fault has its line and column; TP2 the nearest name is offered; TP3 faults in parts that are
/// not printed are found; TP4 no text crashes the parser.
@Suite struct TemplateTests {
  private func findings(_ text: String) throws -> [Diagnostic] {
    let facts = ReportFixtures.facts(try ReportFixtures.form("pks-01"), domains: ["prof_gender"])
    return Report.render(template: ReportFixtures.template(text: text), facts: facts, language: .vietnamese).diagnostics
  }

  @Test(
    "A fault in a template is reported with its place",
    arguments: [
      ("một\nhai {{ value agree", "REPORT-003", 2, 5),
      ("{{   }}", "REPORT-004", 1, 1),
      ("\n\n{{#iff simulated}}x{{/iff}}", "REPORT-005", 3, 1),
      ("{{#if simulated}}\nx", "REPORT-006", 1, 1),
      ("a {{/if}}", "REPORT-007", 1, 3),
      ("{{else}}", "REPORT-007", 1, 1),
      ("Ấn tượng {{ valeu agree a1_know_resolution }}", "REPORT-009", 1, 10),
      ("{{ value agre a1_know_resolution }}", "REPORT-010", 1, 1),
      ("x\r\n{{ value agree a1_know_resolutoin }}", "REPORT-010", 2, 1),
      ("{{ value agree a1_know_resolution prof_gendre=male }}", "REPORT-010", 1, 1),
      ("{{ value agree a1_know_resolution prof_gender=mal }}", "REPORT-010", 1, 1),
      ("{{ chart likert group=Q }}", "REPORT-010", 1, 1),
      ("{{ chart likret }}", "REPORT-010", 1, 1),
      ("{{ value agree }}", "REPORT-011", 1, 1),
      ("{{#each }}{{/each}}", "REPORT-011", 1, 1),
      ("{{#if simulated}}{{ tabel needs }}{{/if}}", "REPORT-009", 1, 18),
      ("{{#if weather}}{{/if}}", "REPORT-010", 1, 1),
    ])
  func faults(text: String, code: String, line: Int, column: Int) throws {
    let found = try findings(text)
    let first = try #require(found.first { $0.code.identifier == code })
    #expect(first.position?.line == line)
    #expect(first.position?.column == column)
    #expect(first.position?.file == "reports/test/template.md")
  }

  @Test("The nearest name is offered")
  func nearest() throws {
    let found = try findings("{{ value agree a1_know_resolutoin }}")
    #expect(found.first?.fix(in: .english) == "did you mean “a1_know_resolution”?")
  }

  @Test("A figure that was not computed prints as dots with a warning")
  func notComputed() throws {
    let facts = ReportFixtures.facts(try ReportFixtures.form("pks-01"))
    let report = Report.render(
      template: ReportFixtures.template(text: "Tỷ lệ {{ value agree a1_know_resolution prof_gender=male }}."),
      facts: facts, language: .vietnamese)
    #expect(report.diagnostics.map(\.code.identifier) == ["REPORT-012"])
    #expect(report.diagnostics.first?.severity == .warning)
    #expect(report.html.contains("Tỷ lệ … (không có số liệu)."))
  }

  @Test(
    "No text crashes the parser",
    arguments: [
      "{{", "{{}", "}}", "{{ \" }}", "{{ a=b }}", "{{ =x }}", "{{#}}", "{{/}}", "{{#if}}{{else}}{{else}}{{/if}}", "",
      "\u{E000}0\u{E001}", "\u{E002}99999999999999999999\u{E001}", "{{ label label }}", "{{#each consensus}}",
      String(repeating: "{{#if simulated}}", count: 5000), String(repeating: "> ", count: 3000), "{{! }}",
    ])
  func hostileTemplates(text: String) throws {
    _ = try findings(text)
  }

  @Test("Deep nesting is refused")
  func depth() throws {
    let text = String(repeating: "{{#if simulated}}", count: 40)
    let found = try findings(text)
    #expect(found.contains { $0.code.identifier == "REPORT-008" })
  }

  @Test("A folder without a text, and one that is not UTF-8, are refused")
  func missing() {
    #expect(ReportTemplate.read(files: [:], source: "reports/x").diagnostics.map(\.code.identifier) == ["REPORT-001"])
    let broken = ReportTemplate.read(files: ["template.md": [0xFF, 0xFE]], source: "reports/x")
    #expect(broken.diagnostics.map(\.code.identifier) == ["REPORT-002"])
  }

  @Test("Settings that are unknown or unusable are reported with their place")
  func settings() {
    let yaml = "styel: plain\nbands: {high: 7}\nstyle: fancy\ntitle: {en: x}\n"
    let template = ReportTemplate.read(
      files: ["template.md": [], "template.yaml": Array(yaml.utf8)], source: "reports/x")
    #expect(
      template.diagnostics.map { "\($0.code.identifier) \($0.position?.line ?? 0)" } == [
        "REPORT-013 1", "REPORT-014 2", "REPORT-014 3", "REPORT-014 4",
      ])
    #expect(template.diagnostics.first?.fix(in: .english) == "did you mean “style”?")
  }

  @Test("Raw HTML of a template is left out")
  func rawHTML() throws {
    let facts = ReportFixtures.facts(try ReportFixtures.form("bfi"))
    let text = "<script>alert(1)</script>\n\nMột <b onclick=\"x\">hai</b> [ba](javascript:alert(1))"
    let html = Report.render(template: ReportFixtures.template(text: text), facts: facts, language: .vietnamese).html
    #expect(!html.contains("alert(1)"))
    #expect(!html.contains("onclick"))
    #expect(html.contains("hai"))
  }

  @Test("The project's templates have no findings", arguments: ["bao-cao-nam", "khao-sat"])
  func ownTemplates(name: String) throws {
    var facts = ReportFixtures.facts(try ReportFixtures.form("pks-01"), domains: ["prof_gender"])
    ReportFixtures.addFrame(to: &facts)
    for language in InterfaceLanguage.allCases {
      let report = Report.render(template: try ReportFixtures.template(name), facts: facts, language: language)
      #expect(report.diagnostics.map { $0.line(in: .english) } == [])
    }
  }
}
