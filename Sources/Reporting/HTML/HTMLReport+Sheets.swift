extension HTMLReport {
  /// The title and a list of the units, which lead to their sheets on screen; then the sheets, each a page on paper.
  var sheets: String {
    let (front, sheets) = report.sheets
    var html = "<div class=\"cover\">\n\(banner(isFirst: true))"
    html += "<h1><span class=\"type\">\(report.documentType.escapedForHTML)</span> "
    html += "<span class=\"title\">\(self.html(report.title))</span></h1>\n"
    html += "<nav aria-label=\"\(report.say("Các đơn vị", "Units"))\"><ol>"
    for sheet in sheets {
      html += "<li><a href=\"#sheet-\(sheet.number)\">\(sheet.name.escapedForHTML)</a></li>"
    }
    html += "</ol></nav>\n</div>\n"
    if !front.isEmpty { html += "<div class=\"text front\">\n\(blocks(front, isAnnex: false))</div>\n" }
    for sheet in sheets { html += self.sheet(sheet) }
    return html
  }

  /// A sheet: who sends it and when, what it is, whom it is about.
  private func sheet(_ sheet: ReportSheet) -> String {
    let issuer = report.issuer
    var html = "<section class=\"unit\" id=\"sheet-\(sheet.number)\">\n"
    html += """
      <div class="sender"><div class="issuer"><p class="body">\(issuer.name.escapedForHTML)</p><div class="rule"></div></div>
      <p class="dateline">\(issuer.place.escapedForHTML), \(report.dateline.escapedForHTML)</p></div>

      """
    if report.isSimulated {
      html += "<p class=\"simulated\" role=\"note\"><strong>\(report.simulatedWords)</strong></p>\n"
    }
    html += "<h2 class=\"unit-title\"><span class=\"type\">\(report.documentType.escapedForHTML)</span> "
    html += "<span class=\"title\">\(self.html(report.title))</span> "
    html += "<span class=\"name\">\(sheet.name.escapedForHTML)</span></h2>\n"
    return html + "<div class=\"text\">\n\(blocks(sheet.blocks, isAnnex: true))</div>\n</section>\n"
  }
}
