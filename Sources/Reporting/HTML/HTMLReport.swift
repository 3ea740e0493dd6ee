import Diagnostics

/// Writes a report as one web page that holds everything it shows and prints on A4.
struct HTMLReport {
  let report: ReportDocument

  private var isOfficial: Bool { report.style == .official }

  /// The page.
  var page: String {
    var html = """
      <!DOCTYPE html>
      <html lang="\(report.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">\(metadata)
      <title>\(report.plainTitle.escapedForHTML)</title>
      <style>
      \(Stylesheet.css(simulated: report.isSimulated ? report.simulatedWords : nil, annexCount: report.annexes.count, textSize: report.textSize))
      </style>
      </head>
      <body>
      <main class="sheet \(report.style.rawValue)\(report.isParty ? " party" : "")">

      """
    let end = "</main>\n\(SortScript.element)</body>\n</html>\n"
    if report.style == .sheets, !report.sheets.sheets.isEmpty { return html + sheets + end }
    html += banner(isFirst: true)
    if isOfficial { html += letterhead }
    html += "<h1><span class=\"type\">\(report.documentType.escapedForHTML)</span> "
    html += "<span class=\"title\">\(self.html(report.title))</span></h1>\n"
    html +=
      report.isParty ? "<p class=\"title-rule\">-----</p>\n" : "<div class=\"rule title-rule\"></div>\n"
    if isOfficial { html += addressees }
    html += "<div class=\"text\">\n\(blocks(report.body, isAnnex: false))</div>\n"
    if isOfficial { html += signature }
    for annex in report.annexes { html += self.annex(annex) }
    return html + end
  }

  /// Who issues the report and its day, which a PDF of the page carries too.
  private var metadata: String {
    let author = isOfficial ? "\n<meta name=\"author\" content=\"\(report.issuer.name.escapedForHTML)\">" : ""
    return author + (report.day.map { "\n<meta name=\"dcterms.created\" content=\"\($0.iso)\">" } ?? "")
  }

  private func annex(_ annex: ReportAnnex) -> String {
    let number = Numbering.roman(annex.number)
    var html = "<section class=\"annex annex\(annex.number)\">\n\(banner(isFirst: false))"
    html +=
      "<h2 class=\"annex-title\"><span class=\"annex-number\">\(report.say("Phụ lục \(number)", "Annex \(number)"))"
    html += "</span> <span class=\"title\">\(annex.title.escapedForHTML)</span></h2>\n"
    if !annex.attachment.isEmpty { html += "<p class=\"attached\">\(annex.attachment.escapedForHTML)</p>\n" }
    return html + blocks(annex.blocks, isAnnex: true) + "</section>\n"
  }

  func banner(isFirst: Bool) -> String {
    guard report.isSimulated else { return "" }
    let why = isFirst ? ": \(report.simulatedReason.escapedForHTML)" : ""
    return "<p class=\"simulated\(isFirst ? "" : " repeated")\" role=\"note\">"
      + "<strong>\(report.simulatedWords)</strong>\(why)</p>\n"
  }

  func blocks(_ blocks: [ReportBlock], isAnnex: Bool) -> String {
    blocks.map { block in
      // Whoever reads on screen sees at every section that the answers are nobody's.
      if case .heading(level: 1, _, _) = block, !isAnnex { return banner(isFirst: false) + html(block) }
      return html(block)
    }.joined()
  }

  private func html(_ block: ReportBlock) -> String {
    switch block {
    case .heading(let level, let number, let text):
      // The title is the first heading of the page.
      let tag = "h\(min(level + 1, 6))"
      return "<\(tag)>\(number)\(html(text))</\(tag)>\n"
    case .paragraph(let text): return "<p>\(html(text))</p>\n"
    case .list(let start, let items):
      let tag = start == nil ? "ul" : "ol"
      let first = start.map { $0 == 1 ? "" : " start=\"\($0)\" style=\"counter-reset: item \($0 - 1)\"" } ?? ""
      return "<\(tag)\(first)>\n\(items.map { "<li>\(html(item: $0))</li>\n" }.joined())</\(tag)>\n"
    case .quote(let inner): return "<blockquote>\n\(blocks(inner, isAnnex: true))</blockquote>\n"
    case .code(let lines):
      return "<pre>\(lines.split(separator: "\n").map { String($0).escapedForHTML }.joined(separator: "\n"))</pre>\n"
    case .rule, .sheet: return "<hr>\n"
    case .table(let table): return self.table(table) + "\n"
    case .chart(let chart): return self.chart(chart) + "\n"
    }
  }

  /// An item of one paragraph is a line without a paragraph of its own.
  private func html(item: [ReportBlock]) -> String {
    guard case .paragraph(let text)? = item.first else { return blocks(item, isAnnex: true) }
    return html(text) + blocks(Array(item.dropFirst()), isAnnex: true)
  }

  /// Words with their looks; figures carry their unrounded value.
  func html(_ text: ReportText) -> String { text.runs.map { html($0) }.joined() }

  private func html(_ run: ReportRun) -> String {
    var html =
      switch run.content {
      case .words(let words): words.escapedForHTML
      case .figure(let figure): figure.html
      case .fact(let words): "<span class=\"fact\">\(words.escapedForHTML)</span>"
      case .lineBreak: "<br>"
      }
    if run.isCode { html = "<code>\(html)</code>" }
    if run.isEmphasized { html = "<em>\(html)</em>" }
    if run.isStrong { html = "<strong>\(html)</strong>" }
    return run.address.isEmpty ? html : "<a href=\"\(run.address.escapedForHTML)\">\(html)</a>"
  }
}

extension PrintedFigure {
  /// The figure as HTML that carries its unrounded value.
  var html: String { "<data value=\"\(value)\">\(text.escapedForHTML)</data>" }
}
