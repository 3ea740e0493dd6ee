internal import Diagnostics
internal import Markup
internal import WordProcessing

/// Writes a report as a Word document with real styles, headings, captions and tables, to be edited in an office.
public struct WordReport {
  let report: ReportDocument
  let section: WordSection
  /// The numbers of the pictures by chart, from 1.
  private let pictures: [String: Int]

  var isOfficial: Bool { report.style == .official }
  var isParty: Bool { report.isParty }
  func say(_ vietnamese: String, _ english: String) -> String { report.say(vietnamese, english) }

  private init(_ report: ReportDocument, pictures: [String: Int]) {
    self.report = report
    self.pictures = pictures
    var section = WordSection(hidesFirstNumber: true)
    section.hasFooter = report.isSimulated
    self.section = section
  }

  /// The files inside the document by their paths, in the order in which they are packed.
  ///
  /// The same report and pictures give the same bytes: the day inside is that of the report. Nothing refers to anything
  /// outside.
  /// - Parameter pictures: the charts by ``ReportChart/identifier`` as PNG files of 300 dots to the inch; a chart
  ///   without one is printed as the table of its data.
  /// - Complexity: O(size of the report).
  public static func parts(
    for report: ReportDocument, pictures: [String: [UInt8]]
  ) -> [(path: String, bytes: [UInt8])] {
    let drawn = report.charts.map(\.identifier).filter { pictures[$0] != nil }
    let numbers = Dictionary(uniqueKeysWithValues: zip(drawn, 1...))
    let writer = WordReport(report, pictures: numbers)
    var package = WordPackage(
      title: report.plainTitle, language: report.language == .vietnamese ? "vi-VN" : "en-GB", styles: writer.styles)
    package.creator = writer.isOfficial ? report.issuer.name : ""
    package.created = report.day.map { "\($0.iso)T00:00:00Z" }
    package.footer = report.isSimulated ? report.simulatedWords : ""
    package.pictures = drawn.compactMap { pictures[$0] }
    return package.parts { writer.write(into: &$0) }.map { ($0.path, $0.bytes) }
  }

  private func write(into body: inout MarkupWriter) {
    if report.style == .sheets, !report.sheets.sheets.isEmpty { return writeSheets(into: &body) }
    if isOfficial { writeLetterhead(into: &body) }
    writeTitle(into: &body)
    if isOfficial { writeAddressees(into: &body) }
    for block in report.body { write(block, into: &body) }
    if isOfficial { writeSignature(into: &body) }
    var current = section
    for annex in report.annexes {
      WordParagraph(.end, []).write(into: &body, endOf: current)
      current.hidesFirstNumber = false
      write(annex, into: &body)
    }
    current.write(into: &body)
  }

  private func writeTitle(into body: inout MarkupWriter) {
    if report.isSimulated {
      WordParagraph(.simulated, [WordRun(report.simulatedWords, isBold: true), WordRun(": \(report.simulatedReason)")])
        .write(into: &body)
    }
    WordParagraph(.title, report.documentType).write(into: &body)
    WordParagraph(.subtitle, runs(report.title)).write(into: &body)
    if isParty {
      WordParagraph(.centred, "-----").write(into: &body)
    } else {
      rule(length: section.textWidth / 4, within: section.textWidth).write(into: &body)
    }
  }

  /// A line of a length in the middle of a width.
  func rule(length: Int, within width: Int) -> WordParagraph {
    var rule = WordParagraph(.rule, [])
    let side = max(0, (width - length) / 2)
    rule.indents = (side, side)
    return rule
  }

  private func write(_ annex: ReportAnnex, into body: inout MarkupWriter) {
    let number = Numbering.roman(annex.number)
    WordParagraph(.annexNumber, say("Phụ lục \(number)", "Annex \(number)")).write(into: &body)
    WordParagraph(.annexTitle, annex.title).write(into: &body)
    if !annex.attachment.isEmpty { WordParagraph(.attachment, annex.attachment).write(into: &body) }
    for block in annex.blocks { write(block, into: &body) }
  }

  func write(_ block: ReportBlock, into body: inout MarkupWriter) {
    switch block {
    case .heading(let level, let number, let text):
      WordParagraph(.heading(level), [WordRun(number)] + runs(text)).write(into: &body)
    case .paragraph(let text): WordParagraph(.text, runs(text)).write(into: &body)
    case .list(let start, let items):
      for (index, item) in items.enumerated() {
        write(item, sign: start.map { "\($0 + index). " } ?? "- ", into: &body)
      }
    case .quote(let blocks):
      for block in blocks {
        if case .paragraph(let text) = block {
          WordParagraph(.quote, runs(text)).write(into: &body)
        } else {
          write(block, into: &body)
        }
      }
    case .code(let lines):
      for line in lines.split(separator: "\n") { WordParagraph(.code, String(line)).write(into: &body) }
    case .rule, .sheet: rule(length: section.textWidth / 4, within: section.textWidth).write(into: &body)
    case .table(let table): write(table, into: &body)
    case .chart(let chart): write(chart, into: &body)
    }
  }

  /// An item of a list: its sign stands before its first paragraph.
  private func write(_ item: [ReportBlock], sign: String, into body: inout MarkupWriter) {
    guard case .paragraph(let text)? = item.first else {
      for block in item { write(block, into: &body) }
      return
    }
    WordParagraph(.item, [WordRun(sign)] + runs(text)).write(into: &body)
    for block in item.dropFirst() { write(block, into: &body) }
  }

  private func write(_ chart: ReportChart, into body: inout MarkupWriter) {
    guard let number = pictures[chart.identifier] else {
      if let data = chart.data { write(data, into: &body) }
      return
    }
    // As wide as the text; a tall drawing is made smaller until its caption has room on the page.
    let width = section.textWidth * 635
    let height = Double(width) * chart.height / chart.width
    let scale = min(1, 7_700_000 / max(height, 1))
    let picture = WordPicture(
      number: number, width: Int(Double(width) * scale), height: Int(height * scale), title: chart.caption,
      description: chart.description)
    WordParagraph(.picture, [WordRun(.picture(picture))], keepsWithNext: true).write(into: &body)
    caption(say("Hình", "Figure"), number: chart.number, words: chart.caption, keepsWithNext: !chart.note.isEmpty)
      .write(into: &body)
    if !chart.note.isEmpty { WordParagraph(.note, chart.note).write(into: &body) }
  }

  /// A caption whose number Word counts anew when captions are added.
  func caption(_ label: String, number: Int, words: String, keepsWithNext: Bool) -> WordParagraph {
    WordParagraph(
      .caption,
      [
        WordRun("\(label) "), WordRun(.field("SEQ \(label) \\* ARABIC", result: "\(number)")), WordRun(". \(words)"),
      ], keepsWithNext: keepsWithNext)
  }

  /// Words and figures with their looks.
  func runs(_ text: ReportText) -> [WordRun] {
    text.runs.map { run in
      if case .lineBreak = run.content { return WordRun(.lineBreak) }
      var word = WordRun(run.words, isBold: run.isStrong, isItalic: run.isEmphasized)
      if run.isCode { word.style = "CodeText" }
      return word
    }
  }
}
