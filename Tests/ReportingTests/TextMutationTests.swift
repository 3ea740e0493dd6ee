import Diagnostics
import Estimation
import FormDefinition
import Testing

@testable import Reporting

/// Requirements: TM1 whatever is missing, the reports of the annual pipeline read correctly: no empty placeholder, no
/// "NaN", no sentence without its figure, no heading without content; TM2 what cannot be said is said in its words.
@Suite struct TextMutationTests {
  /// What has happened to the data.
  enum Mutation: String, CaseIterable {
    case none, noAwareness, noNeeds, allSuppressed, oneRespondent, noRespondents, noFormerWave, nothingComparable
    case nothingChanged, wholeUnit, silentUnit, smallUnits, surplusUnit, unknownUnits, noUnits, noTables, noSchedule
    case overdue, realAnswers, unreliable, onlyQuestionsWithoutScale
  }

  /// A report of the annual pipeline.
  struct Template: CustomTestStringConvertible, Sendable {
    var name: String
    var language: InterfaceLanguage
    var testDescription: String { "\(name) \(language.rawValue)" }

    static let all = [
      Template(name: "bao-cao-nam", language: .vietnamese), Template(name: "phieu-don-vi", language: .vietnamese),
      Template(name: "tom-tat", language: .vietnamese), Template(name: "tom-tat", language: .english),
    ]
  }

  private func rendered(_ template: Template, _ mutation: Mutation) throws -> RenderedReport {
    Report.render(
      template: try ReportFixtures.template(template.name), facts: try UnitFixtures.facts(mutation),
      language: template.language)
  }

  @Test("Whatever is missing, the report reads correctly", arguments: Template.all, Mutation.allCases)
  func reads(template: Template, mutation: Mutation) throws {
    let report = try rendered(template, mutation)
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    #expect(ReportReading(report.document).faults == [])
  }

  @Test("Every unit has one sheet, with its words where there is too little to publish")
  func sheets() throws {
    let document = try rendered(Template.all[1], .none).document
    let sheets = document.sheets.sheets
    #expect(document.sheets.front.isEmpty)
    #expect(sheets.map(\.number) == Array(1...sheets.count))
    #expect(sheets.map(\.name).prefix(2) == ["Đơn vị mẫu education", "Đơn vị mẫu health"])
    #expect(sheets.last?.name == "Đơn vị mẫu ngoài phiếu")
    let headings = sheets[1].blocks.compactMap { block in
      if case .heading(_, let number, _) = block { number } else { nil }
    }
    #expect(headings == ["1. ", "2. ", "3. ", "4. "], "numbers begin anew on every sheet")
    // The last unit is on the list, and no answer stands for it.
    #expect(text(of: sheets.last).contains("Không đủ số liệu để công bố nhu cầu của riêng đơn vị."))
    #expect(sheets[0].blocks.tables.map(\.rows.count) == [2, 8, 3])
  }

  @Test(
    "The words on a unit's participation follow what is known of it",
    arguments: [
      (Mutation.wholeUnit, "Tất cả 200 người được mời của đơn vị đã gửi phiếu."),
      (.silentUnit, "Đơn vị có 200 người được mời; đến nay chưa nhận được phiếu trả lời nào."),
      (.smallUnits, "Đơn vị có 200 người được mời; số phiếu nhận được không đủ số liệu để công bố."),
      (
        .surplusUnit,
        "Đơn vị có 230 phiếu gửi về, nhiều hơn số người được mời (200); đề nghị đơn vị kiểm tra lại danh sách mời."
      ),
      (
        .unknownUnits, "Đơn vị có 200 người được mời; phiếu trả lời không ghi đơn vị nên không tính được tỷ lệ trả lời."
      ),
      (.noTables, "Đơn vị không có trong danh sách mời nên không tính được tỷ lệ trả lời."),
      (.noUnits, "Chưa có danh sách đơn vị được mời nên chưa lập được phiếu cho từng đơn vị."),
    ])
  func participation(mutation: Mutation, words: String) throws {
    let document = try rendered(Template.all[1], mutation).document
    let texts = document.body.compactMap { if case .paragraph(let text) = $0 { text.words } else { nil } }
    #expect(texts.contains { $0.contains(words) }, "\(texts.prefix(3))")
  }

  @Test("A sheet names the days that lie ahead, and says of the others that they are over")
  func milestones() throws {
    let ahead = text(of: try rendered(Template.all[1], .none).document.sheets.sheets.first)
    #expect(ahead.contains("Đến hết ngày 15/11/2026: nhắc") && ahead.contains("Chậm nhất ngày 25/11/2026"))
    let over = text(of: try rendered(Template.all[1], .overdue).document.sheets.sheets.first)
    #expect(over.contains("Số liệu đã chốt ngày 15/11/2026"))
    #expect(over.contains("Hạn gửi báo cáo của đơn vị là ngày 25/11/2026; nếu chưa gửi, đề nghị gửi ngay;"))
    let none = text(of: try rendered(Template.all[1], .noSchedule).document.sheets.sheets.first)
    #expect(!none.contains("ngày"))
  }

  @Test("The summary gives places by intervals, changes beyond chance and the state of targets")
  func summary() throws {
    let text = try rendered(Template.all[2], .none).document.body.map(self.text(of:)).joined(separator: "\n")
    #expect(text.contains("(xếp thứ 1–") || text.contains("(xếp thứ 1)"))
    #expect(text.contains("tăng 6,0 điểm phần trăm;"))
    #expect(text.contains("giảm 4,0 điểm phần trăm."))
    #expect(text.contains("Theo dõi 4 chỉ tiêu; 2 chỉ tiêu đã đạt hoặc đúng tiến độ; 1 chỉ tiêu chậm"))
    #expect(text.contains("Đã tiếp nhận 42 kiến nghị; trả lời đúng hạn 71,4%; đã giải quyết 50,0%."))
    let chance = try rendered(Template.all[2], .nothingChanged).document.body.map(self.text(of:)).joined(
      separator: "\n")
    #expect(chance.contains("Không có thay đổi nào so với đợt 2025 vượt quá mức ngẫu nhiên."))
    let apart = try rendered(Template.all[2], .nothingComparable).document.body.map(self.text(of:))
      .joined(separator: "\n")
    #expect(apart.contains("Không có nội dung nào so sánh được với đợt 2025."))
  }

  @Test("Every figure of a sheet has its place, and comes from the unit's row")
  func origins() throws {
    let document = try rendered(Template.all[1], .none).document
    let figures = document.placedFigures
    #expect(figures.first?.place == "Phiếu 1, 1")
    #expect(figures.last.map { $0.place.hasPrefix("Phiếu \(document.sheets.sheets.count)") } == true)
    let domains = figures.compactMap { entry in
      if case .estimate(let key, _) = entry.figure.source { key.domain.isEmpty ? nil : key.domain } else { nil }
    }
    #expect(Set(domains) == ["prof_sector"])
  }

  @Test(
    "What speaks of a unit outside the loop is refused",
    arguments: [
      "{{ unit }}", "{{ sheet }}", "{{#if unit silent}}x{{/if}}", "{{ table beside }}",
      "{{ value agree a6_listened of=unit }}",
    ])
  func outside(text: String) throws {
    let form = try ReportFixtures.form("pks-01")
    let found = Report.check(ReportFixtures.template(text: text), form: form, language: .vietnamese)
    #expect(found.map(\.code.identifier) == ["REPORT-021"])
    let inside = Report.check(
      ReportFixtures.template(text: "{{#each levels by=prof_gender}}\(text){{/each}}"), form: form,
      language: .vietnamese)
    #expect(inside.isEmpty)
  }

  @Test("A pipeline that does not estimate by unit is told so")
  func notEstimated() throws {
    var facts = try UnitFixtures.facts(.none)
    facts.estimates = EstimatesTable(rows: facts.estimates.rows.filter { $0.domain != "prof_sector" })
    let report = Report.render(
      template: try ReportFixtures.template("phieu-don-vi"), facts: facts, language: .vietnamese)
    #expect(report.diagnostics.contains { $0.code == .unitsNotEstimated })
    #expect(ReportReading(report.document).faults == [])
  }

  private func text(of sheet: ReportSheet?) -> String {
    (sheet?.blocks ?? []).map(text(of:)).joined(separator: "\n")
  }

  private func text(of block: ReportBlock) -> String {
    switch block {
    case .heading(_, let number, let text): number + text.words
    case .paragraph(let text): text.words
    case .list(_, let items): items.map { $0.map(text(of:)).joined(separator: "\n") }.joined(separator: "\n")
    default: ""
    }
  }
}
