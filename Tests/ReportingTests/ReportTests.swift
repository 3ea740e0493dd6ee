import Diagnostics
import Estimation
import Foundation
import FormDefinition
import Testing

@testable import Reporting

/// Requirements: RP1 every figure printed comes from the facts; RP2 withheld figures read as words; RP3 a report of
/// nobody reads right; RP4 hostile labels stay text; RP5 the same facts give the same bytes; RP6 simulated answers are
/// marked; RP7 the document has the parts of an official report.
@Suite struct ReportTests {
  private func annual(_ change: (inout ReportFacts) -> Void = { _ in }, suppressed: Bool = false) throws
    -> RenderedReport
  {
    var facts = ReportFixtures.facts(
      try ReportFixtures.form("pks-01"), domains: ["prof_gender"], suppressed: suppressed)
    ReportFixtures.addFrame(to: &facts)
    change(&facts)
    return Report.render(template: try ReportFixtures.template("bao-cao-nam"), facts: facts, language: .vietnamese)
  }

  @Test("Every figure printed stands in the ledger, and every ledger entry equals the row it names")
  func ledger() throws {
    let facts = ReportFixtures.facts(try ReportFixtures.form("pks-01"), domains: ["prof_gender"])
    let index = EstimateIndex(facts.estimates)
    let report = try annual()
    let printed = Set(report.ledger.map(\.text))
    let shown = HTMLProbe.texts(of: "data", in: report.html)
    #expect(shown.count > 500)
    #expect(shown.filter { !printed.contains($0) } == [])
    let drawn = HTMLProbe.texts(of: "text", in: report.html, having: "class=\"figure\"")
    #expect(drawn.count > 100)
    #expect(drawn.filter { $0 != "…" && !printed.contains($0) && !printed.contains($0 + "%") } == [])
    for figure in report.ledger {
      guard case .estimate(let key, let column) = figure.source else { continue }
      let row = try #require(index[key])
      let value: Double? =
        switch column {
        case .estimate: row.estimate
        case .lowerLimit: row.lowerLimit
        case .upperLimit: row.upperLimit
        case .baseCount: row.baseCount.map(Double.init)
        }
      #expect(value == figure.value)
    }
  }

  @Test("Outside figures, ordinals, numbers of headings and the author's words the body prints no digit")
  func noDigitsOfOurOwn() throws {
    let facts = ReportFixtures.facts(try ReportFixtures.form("bfi"), domains: ["gender"])
    let text =
      "# {{ label }}\n\n{{#each consensus}}{{ summary }}\n\n{{ table consensus }}\n\n{{ table domains by=gender }}{{/each}}\n\n{{ list highest agree count=5 }}"
    let html = Report.render(template: ReportFixtures.template(text: text), facts: facts, language: .vietnamese).html
    var body = HTMLProbe.inner("main", in: html)
    for (element, filter) in [
      ("data", ""), ("td", "class=\"ordinal\""), ("caption", ""), ("p", "class=\"note\""), ("h1", ""),
    ] {
      body = HTMLProbe.removing(element, having: filter, from: body)
    }
    let words = HTMLProbe.plainText(body)
    #expect(words.filter(\.isNumber) == "")
    #expect(words.contains("Tỷ lệ đồng thuận cao nhất là"))
  }

  @Test("When everything is withheld the report says so and prints no estimate")
  func allSuppressed() throws {
    let report = try annual(suppressed: true)
    #expect(report.html.contains("không đủ số liệu để công bố"))
    #expect(!report.ledger.contains { if case .estimate = $0.source { true } else { false } })
    #expect(!report.html.contains("NaN") && !report.html.contains("nan"))
    let words = HTMLProbe.plainText(HTMLProbe.inner("main", in: report.html))
    #expect(!words.contains("là … "))
    #expect(!words.contains("Có …"))
    #expect(words.contains("Không đủ số liệu để công bố kết quả của nhóm này."))
  }

  @Test("A report of nobody has no table of estimates and says that there are no data")
  func nobody() throws {
    let report = try annual {
      $0.estimates = EstimatesTable()
      $0.weighting = WeightingFacts()
      $0.accounting = nil
    }
    let words = HTMLProbe.plainText(HTMLProbe.inner("main", in: report.html))
    #expect(words.contains("Chưa có phiếu trả lời hợp lệ"))
    #expect(words.contains("Chưa có số liệu về nhu cầu, nguyện vọng"))
    #expect(!report.html.contains("<svg"))
    #expect(report.html.contains("</html>"))
  }

  @Test("Some items withheld: summaries count them and lists leave them out")
  func partlySuppressed() throws {
    let report = try annual { facts in
      for place in facts.estimates.rows.indices where facts.estimates.rows[place].item == "a1_know_resolution" {
        facts.estimates.rows[place].estimate = nil
        facts.estimates.rows[place].lowerLimit = nil
        facts.estimates.rows[place].upperLimit = nil
        facts.estimates.rows[place].baseCount = nil
        facts.estimates.rows[place].flags = [.suppressed]
      }
    }
    let words = HTMLProbe.plainText(report.html)
    #expect(
      words.contains(
        "Về việc nắm rõ nội dung Nghị quyết và việc quán triệt, phổ biến ở đơn vị: không đủ số liệu để công bố."))
    #expect(words.contains("Có 1 nội dung không đủ số liệu để công bố."))
    #expect(report.html.contains("class=\"withheld\""))
  }

  @Test("Hostile labels stay text in the page, the tables and the charts")
  func hostileLabels() throws {
    let attack = "</title></svg><script>alert('x')</script> *đậm* {{ date }} \u{E000}0\u{E001} &amp;"
    let report = try annual { facts in
      facts.form.indicators[0].label = LocalizedText(["vi": attack])
      facts.form.title = LocalizedText(["vi": attack])
      facts.issuer.name = attack
      facts.issuer.recipients = [attack]
      facts.wave = attack
      for node in facts.form.children.indices {
        guard case .group(var group) = facts.form.children[node] else { continue }
        group.children = group.children.map { child in
          guard case .question(var question) = child else { return child }
          question.label = LocalizedText(["vi": attack])
          return .question(question)
        }
        facts.form.children[node] = .group(group)
      }
    }
    #expect(report.html.components(separatedBy: "<script").count == 2, "the page's own script")
    #expect(!report.html.contains("<script>alert"))
    #expect(!report.html.contains("<em>đậm"))
    #expect(report.html.contains("*đậm*"))
    #expect(report.html.contains("{{ date }}"))
    #expect(report.html.contains("&amp;amp;"))
  }

  @Test("The same facts give the same bytes")
  func deterministic() throws {
    let (first, second) = (try annual().html, try annual().html)
    #expect(first == second)
  }

  @Test("Simulated answers are marked on every printed page, at every section and annex")
  func simulated() throws {
    let marked = try annual { $0.isSimulated = true }.html
    #expect(marked.contains("@bottom-center { content: \"SỐ LIỆU MÔ PHỎNG\""))
    let sections = marked.components(separatedBy: "<h2").count - 1
    let banners = marked.components(separatedBy: "<strong>SỐ LIỆU MÔ PHỎNG</strong>").count - 1
    #expect(banners == sections + 1)
    let real = try annual().html
    #expect(!real.contains("MÔ PHỎNG"))
  }

  @Test("An opt-in survey claims no margin of error")
  func optIn() throws {
    let words = HTMLProbe.plainText(try annual().html)
    #expect(words.contains("báo cáo không nêu sai số chọn mẫu"))
    #expect(!words.contains("phản ánh sai số chọn mẫu"))
    let drawn = try annual { $0.sample = .probability }
    #expect(HTMLProbe.plainText(drawn.html).contains("phản ánh sai số chọn mẫu"))
  }

  @Test("The document has the parts of an official report")
  func officialParts() throws {
    let html = try annual().html
    for part in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: [Số]/BC-LHH",
      "[Địa danh], ngày 09 tháng 7 năm 2026", "Kính gửi:", "TM. BAN THƯỜNG VỤ", "Nơi nhận:", "Phụ lục I",
      "size: A4; margin: 20mm 15mm 20mm 30mm", "@page :first { @top-center { content: none; } }", "./.",
      "<h2>I. Công tác lãnh đạo", "<h2>VI. Đề xuất, kiến nghị</h2>", "display: table-header-group",
    ] {
      #expect(html.contains(part), "missing: \(part)")
    }
    #expect(!html.contains("http:") || html.contains("xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(!html.contains("src=") && !html.contains("href="))
  }

  @Test("The survey report speaks English and takes its title from the form")
  func english() throws {
    let facts = ReportFixtures.facts(try ReportFixtures.form("bfi"), domains: ["gender"])
    let html = Report.render(template: try ReportFixtures.template("khao-sat"), facts: facts, language: .english).html
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("SURVEY REPORT"))
    #expect(html.contains("2,950"))
    #expect(!HTMLProbe.plainText(HTMLProbe.inner("main", in: html)).contains("đồng"))
  }
}
