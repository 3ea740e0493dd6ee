import Diagnostics
import Estimation
import Foundation
import Testing
import XML

@testable import Reporting

/// Requirements: WR1 the measures of the decree; WR2 real styles, headings, captions; WR3 tables repeat their heading and
/// break no row; WR4 annexes are sections numbered anew; WR5 the Party's style; WR6 well-formed, complete, the same twice;
/// WR7 whatever the data, the text reads right.
@Suite struct WordReportTests {
  private func rendered(
    suppressed: Bool = false, _ change: (inout ReportFacts) -> Void = { _ in }
  ) throws -> RenderedReport {
    var facts = ReportFixtures.facts(
      try ReportFixtures.form("pks-01"), domains: ["prof_gender"], suppressed: suppressed)
    ReportFixtures.addFrame(to: &facts)
    change(&facts)
    return Report.render(template: try ReportFixtures.template("bao-cao-nam"), facts: facts, language: .vietnamese)
  }

  private func probe(_ rendered: RenderedReport, hasPictures: Bool = true) -> WordProbe {
    let pictures = Dictionary(
      uniqueKeysWithValues: rendered.document.charts.map { ($0.identifier, Array("PNG \($0.identifier)".utf8)) })
    return WordProbe(parts: WordReport.parts(for: rendered.document, pictures: hasPictures ? pictures : [:]))
  }

  @Test("The page has the margins of the decree, and its number in the top margin, hidden on the first page")
  func page() throws {
    let probe = try probe(rendered())
    let size = ["w:w", "w:h"].map { WordProbe.attribute($0, of: "w:pgSz", in: probe.document) }
    #expect(size == ["11906", "16838"])
    let twips = ["w:top", "w:bottom", "w:left", "w:right", "w:header"].compactMap {
      Double(WordProbe.attribute($0, of: "w:pgMar", in: probe.document))
    }
    // Twentieths of a point to millimetres: 25.4/1440.
    let millimetres = twips.map { $0 * 25.4 / 1440 }
    #expect(zip(millimetres, [20...25, 20...25, 30...35, 15...20, 5...20]).allSatisfy { $1.contains($0.rounded()) })
    let sections = probe.document.components(separatedBy: "<w:sectPr>").dropFirst()
    #expect(sections.count == 1 + (try rendered().document.annexes.count))
    #expect(sections.enumerated().allSatisfy { $1.contains("<w:titlePg/>") == ($0 == 0) })
    #expect(sections.allSatisfy { $0.contains("<w:pgNumType w:start=\"1\"/>") })
    let header = probe.text("word/header1.xml")
    #expect(header.contains(" PAGE "))
    #expect(probe.style("Header").contains("<w:jc w:val=\"center\"/>"))
    #expect(["26", "28"].contains(WordProbe.attribute("w:val", of: "w:sz", in: probe.style("Header"))))
  }

  @Test("Text is Times New Roman of 14 points, justified, its first line 1 cm in, 6 points between paragraphs")
  func text() throws {
    let probe = try probe(rendered())
    let styles = probe.text("word/styles.xml")
    #expect(WordProbe.attribute("w:ascii", of: "w:rFonts", in: styles) == "Times New Roman")
    #expect(WordProbe.attribute("w:val", of: "w:sz", in: styles) == "28")
    let body = probe.style("BodyText")
    #expect(WordProbe.attribute("w:val", of: "w:jc", in: body) == "both")
    #expect(WordProbe.attribute("w:firstLine", of: "w:ind", in: body) == "567")
    #expect((Int(WordProbe.attribute("w:after", of: "w:spacing", in: body)) ?? 0) >= 120)
    let line = Int(WordProbe.attribute("w:line", of: "w:spacing", in: body)) ?? 0
    #expect((240...360).contains(line))
  }

  @Test(
    "The parts of an official report have the sizes and looks of the decree",
    arguments: [
      ("Letterhead", 24...26, false, false), ("LetterheadLine", 26...28, false, false), ("Title", 26...28, true, false),
      ("Subtitle", 26...28, true, false), ("RecipientsLabel", 24...24, true, true),
      ("Recipients", 22...22, false, false),
      ("Signer", 26...28, true, false), ("SignerName", 26...28, true, false), ("AnnexNumber", 28...28, true, false),
      ("AnnexTitle", 26...28, true, false), ("Attachment", 26...28, false, true), ("Heading1", 26...28, true, false),
      ("Heading2", 26...28, true, false),
    ])
  func parts(style: String, halfPoints: ClosedRange<Int>, isBold: Bool, isItalic: Bool) throws {
    let look = try probe(rendered()).style(style)
    let size = Int(WordProbe.attribute("w:val", of: "w:sz", in: look)) ?? 28
    #expect(halfPoints.contains(size))
    #expect(look.contains("<w:b/>") == isBold)
    #expect(look.contains("<w:i/>") == isItalic)
  }

  @Test("Headings are real headings, captions count themselves, the letterhead is drawn with lines")
  func structure() throws {
    let report = try rendered()
    let probe = probe(report)
    let document = probe.document
    func count(_ text: String) -> Int { document.components(separatedBy: text).count - 1 }
    #expect(count("w:val=\"Heading1\"") == 6)
    #expect(count("w:val=\"Heading2\"") > 10)
    #expect(probe.style("Heading1").contains("<w:outlineLvl w:val=\"0\"/>"))
    let tables = (report.document.body + report.document.annexes.flatMap(\.blocks)).tables
    #expect(count("SEQ Bảng \\* ARABIC") == tables.count)
    #expect(count("SEQ Hình \\* ARABIC") == report.document.charts.count)
    #expect(count("<w:drawing>") == report.document.charts.count)
    #expect(count("<asvg:svgBlip ") == report.document.charts.count)
    let drawings = report.document.charts.indices.map { probe.text("word/media/picture\($0 + 1).svg") }
    #expect(drawings == report.document.charts.map(\.svg))
    #expect(report.document.charts.allSatisfy { document.contains("descr=\"\($0.description)\"") })
    #expect(count("<w:tblHeader/>") == tables.count)
    #expect(count("<w:cantSplit/>") == count("<w:tr>"))
    #expect(probe.style("Rule").contains("<w:pBdr>"))
    #expect(!probe.text("word/styles.xml").contains("<w:u "))
    let words = probe.words
    for part in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: [Số]/BC-LHH",
      "[Địa danh], ngày 09 tháng 7 năm 2026", "Kính gửi: [Cơ quan nhận báo cáo].", "TM. BAN THƯỜNG VỤ", "Nơi nhận:",
      "- Lưu: VT.", "Phụ lục I", "trân trọng báo cáo./.", "I. Công tác lãnh đạo",
    ] {
      #expect(words.contains(part), "missing: \(part)")
    }
  }

  @Test(
    "Word counts headings, annexes and items itself, as the web page has them", arguments: [false, true], [2, 10])
  func numbers(isParty: Bool, points: Int) throws {
    let letters = (1...points).map { "### Ý \($0)\n\nLời.\n\n" }.joined()
    let template = ReportFixtures.template(
      text: """
        # Phần một

        ## Mục

        \(letters)
        ## Mục

        ### Ý

        1. một
        2. hai

        Lời.

        3. ba
        4. bốn

        # Phần hai

        - gạch

        {{ annex "Một" }}

        # Trong phụ lục

        ## Sâu hơn

        {{ annex "Hai" }}

        # Lại từ đầu
        """, style: .official)
    var facts = ReportFixtures.facts(try ReportFixtures.form("pks-01"), domains: [])
    if isParty { facts.issuer.style = .party }
    let report = Report.render(template: template, facts: facts, language: .vietnamese)
    let probe = probe(report)
    let blocks = report.document.body + report.document.annexes.flatMap(\.blocks)
    let expected = blocks.compactMap {
      if case .heading(_, let number, let text) = $0 { number + text.words } else { nil }
    }
    let headings = probe.paragraphs.filter { $0.style.contains("Heading") }.map(\.words)
    #expect(headings == expected)
    #expect(headings.contains(points == 10 ? "đ) Ý 5" : "b) Ý 2"))
    #expect(probe.paragraphs.filter { $0.style == "AnnexNumber" }.map(\.words) == ["Phụ lục I", "Phụ lục II"])
    #expect(
      probe.paragraphs.filter { $0.style.hasPrefix("List") }.map(\.words) == [
        "1. một", "2. hai", "3. ba", "4. bốn", "- gạch",
      ])
    // No number of a heading is typed.
    #expect(!HTMLProbe.texts(of: "w:t", in: probe.document).contains { $0.hasPrefix("I.") || $0.hasPrefix("I-") })
  }

  @Test("No line ends between a figure and what is counted")
  func units() throws {
    let text = HTMLProbe.texts(of: "w:t", in: try probe(rendered()).document).joined()
    #expect(text.contains(/[0-9]\u{00A0}(người|phiếu|nhận định)/))
    #expect(!text.contains(/[0-9] (người|phiếu|nhận định)/))
  }

  @Test("In every row of a table the cells cover all columns")
  func tables() throws {
    for table in try probe(rendered()).document.components(separatedBy: "<w:tbl>").dropFirst() {
      let columns = table.components(separatedBy: "<w:gridCol").count - 1
      for row in table.components(separatedBy: "</w:tbl>")[0].components(separatedBy: "<w:tr>").dropFirst() {
        let cells = row.components(separatedBy: "<w:tc>").dropFirst()
        let covered = cells.reduce(0) { $0 + (Int(WordProbe.attribute("w:val", of: "w:gridSpan", in: $1)) ?? 1) }
        #expect(covered == columns)
      }
      let widths = table.components(separatedBy: "<w:gridCol w:w=\"").dropFirst().compactMap {
        Int($0.prefix { $0 != "\"" })
      }
      #expect(widths.reduce(0, +) <= 9360)
      #expect(widths.allSatisfy { $0 > 250 })
    }
  }

  @Test("Every part is well-formed, and the same report gives the same bytes")
  func wellFormed() throws {
    let first = try probe(rendered { $0.isSimulated = true })
    for part in first.parts where part.path.hasSuffix(".xml") || part.path.hasSuffix(".rels") {
      var events = XMLEvents()
      #expect(XMLParser(names: []).parse(part.bytes, into: &events) == nil, "\(part.path)")
    }
    let second = try probe(rendered { $0.isSimulated = true })
    #expect(first.parts.map(\.path) == second.parts.map(\.path))
    #expect(first.parts.map(\.bytes) == second.parts.map(\.bytes))
    #expect(first.text("docProps/core.xml").contains("2026-07-09T00:00:00Z</dcterms:created>"))
    let types = first.text("[Content_Types].xml")
    for part in first.parts where part.path.hasSuffix(".xml") && part.path.hasPrefix("word/") {
      #expect(types.contains("PartName=\"/\(part.path)\""), "\(part.path)")
    }
    #expect(first.words.contains("SỐ LIỆU MÔ PHỎNG"))
    #expect(first.text("word/footer1.xml").contains("SỐ LIỆU MÔ PHỎNG"))
    #expect(first.document.contains("w:type=\"first\" r:id=\"rIdFooter\""))
  }

  @Test("Figures in the Word document are those of the web page, in the same order")
  func sameFigures() throws {
    let report = try rendered()
    var html = HTMLProbe.removing("details", having: "", from: report.html)
    html = HTMLProbe.removing("svg", having: "", from: html)
    let shown = HTMLProbe.texts(of: "data", in: html)
    var rest = probe(report).words[...]
    for figure in shown {
      guard let place = rest.range(of: figure) else {
        Issue.record("\(figure) is missing or stands elsewhere")
        return
      }
      rest = rest[place.upperBound...]
    }
    #expect(shown.count > 300)
  }

  @Test("A body of the Party has its own head, numbers, signature and end")
  func party() throws {
    let probe = try probe(
      rendered {
        $0.issuer.style = .party
        ($0.issuer.parent, $0.issuer.name, $0.issuer.number) = (
          "TỈNH ỦY", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "[Số]-BC/BTGDVTU"
        )
      })
    let words = probe.words
    #expect(words.contains("ĐẢNG CỘNG SẢN VIỆT NAM"))
    #expect(!words.contains("CỘNG HÒA XÃ HỘI"))
    #expect(words.contains("Số [Số]-BC/BTGDVTU"))
    #expect(words.contains("\n*\n"))
    #expect(words.contains("T/M BAN THƯỜNG VỤ"))
    #expect(words.contains("I- Công tác lãnh đạo"))
    #expect(words.contains("-----"))
    #expect(!words.contains("./."))
    let body = probe.style("BodyText")
    #expect(WordProbe.attribute("w:lineRule", of: "w:spacing", in: body) == "exact")
    #expect(WordProbe.attribute("w:line", of: "w:spacing", in: body) == "360")
    #expect(probe.style("RecipientsLabel").contains("<w:u w:val=\"single\"/>"))
  }

  @Test("Without pictures every chart is printed as the table of its data")
  func withoutPictures() throws {
    let report = try rendered()
    let probe = probe(report, hasPictures: false)
    #expect(!probe.document.contains("<w:drawing>"))
    #expect(probe.document.components(separatedBy: "<w:tblHeader/>").count > report.document.charts.count * 2)
  }

  @Test("Whatever is withheld or missing reads as words", arguments: ["withheld", "nobody", "item"])
  func mutations(kind: String) throws {
    let report = try rendered(suppressed: kind == "withheld") { facts in
      if kind == "nobody" {
        facts.estimates = EstimatesTable()
        facts.weighting = WeightingFacts()
        facts.accounting = nil
      } else if kind == "item" {
        facts.estimates.rows.removeAll { $0.indicator.hasPrefix("b") }
      }
    }
    let words = probe(report).words
    #expect(!words.contains("nan") && !words.contains("NaN") && !words.contains("nil"))
    #expect(!words.contains("là … ") && !words.contains("Có …"))
    #expect(words.contains("trân trọng báo cáo"))
    if kind == "nobody" { #expect(words.contains("Chưa có phiếu trả lời hợp lệ")) }
    if kind == "withheld" { #expect(words.contains("không đủ số liệu để công bố")) }
  }
}
