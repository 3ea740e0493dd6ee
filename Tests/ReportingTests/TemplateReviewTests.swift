import Diagnostics
import Estimation
import FormDefinition
import Testing

@testable import Reporting

/// Requirements: TR1 figures typed by hand are found with their place; TR2 years, dates and numbers of documents are not;
/// TR3 what one language lacks is found; TR4 the project's templates are clean; TR5 every figure has its origin.
@Suite struct TemplateReviewTests {
  private func check(_ files: [String: String], language: InterfaceLanguage? = nil) -> [Diagnostic] {
    let template = ReportTemplate.read(files: files.mapValues { Array($0.utf8) }, source: "reports/test")
    return Report.check(template, form: nil, language: language)
  }

  @Test(
    "A figure typed by hand is found",
    arguments: [
      ("Có 82,4% đồng thuận", 1, 4), ("một\nhai 40.924 người", 2, 5), ("tăng 2,3 điểm phần trăm", 1, 6),
      ("có 12 ý kiến", 1, 4), ("Đạt 95 %", 0, 0), ("điểm trung bình 3,71", 1, 17), ("Of 2,950 people", 1, 4),
    ])
  func typed(text: String, line: Int, column: Int) {
    let found = check(["template.md": text]).filter { $0.code.identifier == "REPORT-015" }
    #expect(found.map { $0.position?.line } == (line == 0 ? [] : [line]))
    if line > 0 { #expect(found.first?.position?.column == column) }
  }

  @Test(
    "Years, dates, numbers of documents and sections are no figures",
    arguments: [
      "năm 2026", "ngày 24 tháng 11 năm 2023", "Nghị quyết số 45-NQ/TW", "Nghị định 30/2020/NĐ-CP", "mục 1.2.3",
      "5 nhóm nhiệm vụ", "Trung ương Đảng khóa XIII", "15/12/2026", "A4",
    ])
  func untyped(text: String) {
    #expect(check(["template.md": text]).isEmpty)
  }

  @Test("What stands in one language only is found in both directions")
  func translation() {
    let found = check([
      "template.md": "{{ value agree a }} và {{ base a }}", "template.en.md": "{{ base a }} and {{ base b }}",
    ]).filter { $0.code.identifier == "REPORT-016" }
    #expect(found.count == 2)
    #expect(found.contains { $0.position?.file == "reports/test/template.md" })
    #expect(check(["template.md": "Đồng thuận"], language: .english).map(\.code.identifier) == ["REPORT-017"])
    #expect(check(["template.md": "Agreement"], language: .english).isEmpty)
  }

  @Test("The project's templates have no errors and no figures typed by hand", arguments: ["bao-cao-nam", "khao-sat"])
  func ownTemplates(name: String) throws {
    let template = try ReportFixtures.template(name)
    let form = try ReportFixtures.form("pks-01")
    #expect(Report.check(template, form: form, language: .vietnamese).map { $0.line(in: .english) } == [])
  }

  @Test("An item that was removed from the form is found before any answers")
  func removedItem() throws {
    var form = try ReportFixtures.form("pks-01")
    form.indicators.removeAll { $0.name.hasPrefix("a") }
    let found = Report.check(try ReportFixtures.template("bao-cao-nam"), form: form, language: .vietnamese)
    #expect(found.first?.severity == .error)
    #expect(found.contains { $0.code.identifier == "REPORT-010" })
  }

  @Test("Every figure has a place and an origin, in the order of printing")
  func origins() throws {
    var facts = ReportFixtures.facts(try ReportFixtures.form("pks-01"), domains: ["prof_gender"])
    ReportFixtures.addFrame(to: &facts)
    let report = Report.render(
      template: try ReportFixtures.template("bao-cao-nam"), facts: facts, language: .vietnamese)
    let placed = report.document.placedFigures
    #expect(placed.map(\.figure) == report.ledger)
    #expect(placed.first?.place == "I.1")
    #expect(Set(placed.map(\.place)).isSuperset(of: ["II.1", "Bảng 1", "Hình 1", "Phụ lục IV, Bảng 28"]))
    let table = report.document.originTable(pipeline: "p/b.yaml", form: "forms/pks-01", store: "sqlite:var/x.sqlite")
    #expect(table.rows.count == placed.count)
    let rows = table.csv().split(separator: "\n")
    #expect(
      rows[1]
        == "1,I.1,\"\(placed[0].figure.text)\",\(placed[0].figure.value),estimate,a_awareness,a1_know_resolution,agree,,,,estimate,ykien estimate p/b.yaml --explain a1_know_resolution --statistic agree"
    )
    #expect(rows.contains { $0.contains("--explain need_01_income_imp|need_01_income_prov") } == false)
    #expect(rows.contains { $0.contains("--explain 'need_01_income_imp|need_01_income_prov'") })
    #expect(rows.contains { $0.contains("--domain prof_gender=female") })
  }

  @Test("Changes since a former wave are percentage points with intervals; what cannot be compared says so")
  func changes() throws {
    let form = try ReportFixtures.form("bfi")
    var facts = ReportFixtures.facts(form)
    let indicator = try #require(form.indicators.first { $0.kind == .consensus })
    for (place, item) in indicator.items.prefix(3).enumerated() {
      var row = EstimateRow(
        form: form.identifier, wave: "2026", indicator: indicator.name, item: item.name, statistic: .change,
        level: "2025:agree", domain: "", domainLevel: "")
      if place == 2 {
        row.flags = [.notComparable]
      } else {
        (row.estimate, row.lowerLimit, row.upperLimit) = (place == 0 ? 0.023 : -0.031, -0.05, 0.05)
      }
      facts.estimates.rows.append(row)
    }
    let text =
      "{{#if changes}}{{ chart changes }}\n\n{{ table changes }}{{/if}}\n\n{{#sentence}}Tăng {{ value change \(indicator.items[0].name) level=2025:agree }}.{{/sentence}}"
    let report = Report.render(template: ReportFixtures.template(text: text), facts: facts, language: .vietnamese)
    #expect(report.diagnostics.isEmpty)
    let words = HTMLProbe.plainText(report.html)
    #expect(words.contains("Tăng 2,3 điểm phần trăm."))
    #expect(words.contains("thay đổi so với đợt 2025"))
    #expect(words.contains("−3,1") && words.contains("không so sánh được") && words.contains("−5,0–5,0"))
    #expect(report.document.charts.count == 1)
  }

  @Test("A table from beside the estimates is printed with the columns asked for; a restricted one never")
  func sideTable() throws {
    var facts = ReportFixtures.facts(try ReportFixtures.form("bfi"))
    var table = SideTable(
      name: "response-units", title: BilingualText(vi: "Tỷ lệ trả lời", en: "Response"),
      columns: ["unit", "asked", "rate"])
    table.add([.text("Đơn vị A"), .count(1200), .number(0.824)])
    table.add([.text("Đơn vị B"), .count(nil), .number(nil)])
    facts.tables = [table]
    let text =
      "{{#if side response-units}}{{ table side response-units columns=\"unit rate\" labels=\"Đơn vị; Tỷ lệ\" percent=rate }}{{/if}}{{#if side none}}không{{/if}}"
    let template = ReportFixtures.template(text: text)
    let report = Report.render(template: template, facts: facts, language: .vietnamese)
    #expect(report.diagnostics.isEmpty)
    let words = HTMLProbe.plainText(report.html)
    #expect(words.contains("Bảng 1. Tỷ lệ trả lời"))
    #expect(words.contains("82,4%") && !words.contains("1.200") && !words.contains("không"))
    #expect(report.ledger.map(\.source) == [.table("response-units", row: 1, column: "rate")])
    facts.tables[0].isRestricted = true
    let restricted = Report.render(
      template: ReportFixtures.template(text: "{{ table side response-units }}"), facts: facts, language: .vietnamese)
    #expect(restricted.diagnostics.map(\.code.identifier) == ["REPORT-020"])
    #expect(!restricted.html.contains("Đơn vị A"))
  }
}
