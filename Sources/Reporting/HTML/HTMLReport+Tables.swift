extension HTMLReport {
  /// A table with a caption above, headings that repeat on every page, and notes below, within a frame that scrolls on
  /// narrow screens; `name` tells it from others with the same caption.
  func table(_ table: ReportTable, name own: String = "") -> String {
    let number = table.number.map { report.say("Bảng \($0). ", "Table \($0). ") } ?? ""
    let caption = (number + table.caption).escapedForHTML
    let name = !own.isEmpty ? own : caption.isEmpty ? report.say("Bảng", "Table") : caption
    var html = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\">"
    html += "<table\(table.columns.count > 5 ? " class=\"broad\"" : "")>\n"
    if !caption.isEmpty { html += "<caption>\(caption)</caption>\n" }
    html += "<thead><tr>"
    for column in table.columns {
      html += "<th scope=\"col\" class=\"\(column.kind.rawValue)\">\(column.title.escapedForHTML)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows { html += self.row(row, columns: table.columns) }
    html += "</tbody></table></div>\n"
    for note in table.notes { html += "<p class=\"note\">\(note.escapedForHTML)</p>\n" }
    return "<div class=\"table\(table.rows.count <= 6 ? " short" : "")\">\(html)</div>"
  }

  /// A chart with its caption below, and its data in a table that unfolds.
  func chart(_ chart: ReportChart) -> String {
    let title = (report.say("Hình \(chart.number). ", "Figure \(chart.number). ") + chart.caption).escapedForHTML
    var html = "<figure>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(title)\">"
    html += chart.svg + "</div>\n"
    html += "<figcaption>\(title)</figcaption>\n"
    if !chart.note.isEmpty { html += "<p class=\"note\">\(chart.note.escapedForHTML)</p>\n" }
    if let data = chart.data {
      let words = report.say("Số liệu của biểu đồ", "Data of the chart")
      html += "<details><summary>\(words)</summary>"
      html += table(data, name: "\(words) \(chart.number)") + "</details>\n"
    }
    return html + "</figure>"
  }

  private func row(_ row: ReportTable.Row, columns: [ReportTable.Column]) -> String {
    if let heading = row.heading {
      return
        "<tr class=\"heading\"><th scope=\"rowgroup\" colspan=\"\(columns.count)\">\(heading.escapedForHTML)</th></tr>\n"
    }
    let unavailable = report.unavailable
    var html = "<tr>"
    for (cell, column) in zip(row.cells, columns) {
      let kind = column.kind.rawValue
      switch cell {
      case .ordinal(let number): html += "<td class=\"ordinal\">\(number)</td>"
      case .text(let text):
        html +=
          column.kind == .label
          ? "<th scope=\"row\" class=\"label\">\(text.escapedForHTML)</th>"
          : "<td class=\"\(kind)\">\(text.escapedForHTML)</td>"
      case .words(let text): html += "<td class=\"\(kind)\">\(self.html(text))</td>"
      case .figure(let figure, let isUnreliable):
        html += "<td class=\"figure\">\(figure.html)\(isUnreliable ? "(*)" : "")</td>"
      case .interval(let low, let high): html += "<td class=\"figure interval\">\(low.html)–\(high.html)</td>"
      case .suppressed: html += "<td class=\"figure\" title=\"\(unavailable.escapedForHTML)\">…</td>"
      case .none: html += "<td class=\"\(kind)\">\(column.kind == .figure ? "-" : "")</td>"
      case .suppressedToEnd:
        let rest = columns.count - row.cells.count + 1
        html += "<td class=\"withheld\" colspan=\"\(rest)\">\(unavailable.escapedForHTML)</td>"
      }
    }
    return html + "</tr>\n"
  }
}
