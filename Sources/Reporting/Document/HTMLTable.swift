/// Writes a table as HTML: a caption above, headings that repeat on every page, notes below.
enum HTMLTable {
  /// The table within a frame that scrolls on narrow screens; `number` stands before the caption ("" for none).
  static func html(_ table: ReportTable, number: String, unavailable: String) -> String {
    let caption = ((number.isEmpty ? "" : "\(number) ") + table.caption).escapedForHTML
    var html = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption)\">"
    html += "<table\(table.columns.count > 5 ? " class=\"broad\"" : "")>\n"
    html += "<caption>\(caption)</caption>\n<thead><tr>"
    for column in table.columns {
      html += "<th scope=\"col\" class=\"\(column.kind.rawValue)\">\(column.title.escapedForHTML)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows { html += self.row(row, columns: table.columns, unavailable: unavailable) }
    html += "</tbody></table></div>\n"
    for note in table.notes { html += "<p class=\"note\">\(note.escapedForHTML)</p>\n" }
    return "<div class=\"table\(table.rows.count <= 6 ? " short" : "")\">\(html)</div>"
  }

  private static func row(_ row: ReportTable.Row, columns: [ReportTable.Column], unavailable: String) -> String {
    if let heading = row.heading {
      return
        "<tr class=\"heading\"><th scope=\"rowgroup\" colspan=\"\(columns.count)\">\(heading.escapedForHTML)</th></tr>\n"
    }
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
