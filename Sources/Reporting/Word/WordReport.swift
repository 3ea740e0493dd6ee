internal import Diagnostics
internal import Markup
internal import WordProcessing

/// Writes a report as a Word document with real styles, headings, captions and tables, to be edited in an office.
public struct WordReport {
  let report: ReportDocument
  let section: WordSection
  /// The numbers of the pictures by chart, from 1.
  private let pictures: [String: Int]
  private var lists: WordLists
  /// Whether an annex is being written.
  private var isInAnnex = false

  var isOfficial: Bool { report.style == .official }
  var isParty: Bool { report.isParty }
  func say(_ vietnamese: String, _ english: String) -> String { report.say(vietnamese, english) }

  private init(_ report: ReportDocument, pictures: [String: Int]) {
    self.report = report
    self.pictures = pictures
    var section = WordSection(hidesFirstNumber: true)
    section.hasFooter = report.isSimulated
    self.section = section
    lists = WordLists(annex: report.say("Phụ lục", "Annex"), isParty: report.isParty)
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
    let drawn = report.charts.compactMap { chart in
      pictures[chart.identifier].map { (chart.identifier, WordImage(png: $0, svg: chart.svg)) }
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(drawn.map(\.0), 1...))
    var writer = WordReport(report, pictures: numbers)
    var package = WordPackage(
      title: report.plainTitle, language: report.language == .vietnamese ? "vi-VN" : "en-GB", styles: writer.styles)
    package.creator = writer.isOfficial ? report.issuer.name : ""
    package.created = report.day.map { "\($0.iso)T00:00:00Z" }
    package.footer = report.isSimulated ? report.simulatedWords : ""
    package.pictures = drawn.map(\.1)
    return package.parts { body in
      writer.write(into: &body)
      return writer.lists.numbering
    }.map { ($0.path, $0.bytes) }
  }

  private mutating func write(into body: inout MarkupWriter) {
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

  private mutating func write(_ annex: ReportAnnex, into body: inout MarkupWriter) {
    isInAnnex = true
    lists.beginAnnex()
    // Its words and number come from the list of its style.
    WordParagraph(.annexNumber, []).write(into: &body)
    WordParagraph(.annexTitle, annex.title).write(into: &body)
    if !annex.attachment.isEmpty { WordParagraph(.attachment, annex.attachment).write(into: &body) }
    for block in annex.blocks { write(block, into: &body) }
  }

  mutating func write(_ block: ReportBlock, into body: inout MarkupWriter) {
    switch block {
    case .heading(let level, let number, let text):
      writeHeading(level, number, runs(text), into: &body)
    case .paragraph(let text): WordParagraph(.text, runs(text)).write(into: &body)
    case .list(let start, let items):
      let counted = start.map { lists.items(from: $0) }
      for item in items { write(item, counted: counted, into: &body) }
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

  /// A heading, counted by Word where it counts as the report does.
  private mutating func writeHeading(_ level: Int, _ number: String, _ runs: [WordRun], into body: inout MarkupWriter) {
    let style = ReportParagraph.heading(level, inAnnex: isInAnnex)
    var paragraph = WordParagraph(style, runs)
    let counting =
      // Every sheet begins with 1 again, for which Word has no rule.
      report.style == .sheets
      ? .typed : lists.count(number, depth: isInAnnex ? level : level - 1, in: isInAnnex ? .annexes : .headings)
    switch counting {
    case .byStyle: break
    case .byList(let use, let level): paragraph.numbering = (use, level)
    case .typed:
      paragraph.runs.insert(WordRun(number), at: 0)
      if style != .heading4 { paragraph.numbering = (0, 0) }
    }
    paragraph.write(into: &body)
  }

  /// An item of a list: its sign or number stands before its first paragraph.
  private mutating func write(
    _ item: [ReportBlock], counted: (use: Int, level: Int)?, into body: inout MarkupWriter
  ) {
    guard case .paragraph(let text)? = item.first else {
      for block in item { write(block, into: &body) }
      return
    }
    var paragraph = WordParagraph(counted == nil ? .item : .orderedItem, runs(text))
    paragraph.numbering = counted
    paragraph.write(into: &body)
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

  /// Words and figures with their looks; no line ends between a figure and what is counted.
  func runs(_ text: ReportText) -> [WordRun] {
    var followsFigure = false
    return text.runs.map { run in
      if case .lineBreak = run.content { return WordRun(.lineBreak) }
      var words = run.words
      if case .figure = run.content {
        words = words.replacing(" ", with: "\u{00A0}", maxReplacements: 1)
      } else if followsFigure, words.first == " ", words.dropFirst().first?.isLetter == true {
        words = "\u{00A0}" + words.dropFirst()
      }
      if case .figure = run.content { followsFigure = true } else { followsFigure = false }
      var word = WordRun(words, isBold: run.isStrong, isItalic: run.isEmphasized)
      if run.isCode { word.style = "CodeText" }
      return word
    }
  }
}
