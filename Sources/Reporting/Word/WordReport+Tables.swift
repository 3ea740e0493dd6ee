internal import Markup
internal import WordProcessing

extension WordReport {
  /// A table with its caption above and notes below: the heading repeats on every page, rows are not broken.
  func write(_ table: ReportTable, into body: inout MarkupWriter) {
    if let number = table.number {
      caption(say("Bảng", "Table"), number: number, words: table.caption, keepsWithNext: true).write(into: &body)
    } else if !table.caption.isEmpty, report.style != .sheets {
      // On a sheet the heading above says what the table holds.
      WordParagraph(.caption, table.caption, keepsWithNext: true).write(into: &body)
    }
    let layout = ColumnLayout(table, width: section.textWidth)
    let style: ReportParagraph = layout.isSmall ? .tableSmall : .tableText
    let head = table.columns.map { column in
      WordCell(
        [paragraph([WordRun(column.title, isBold: true)], style: style, alignment: .middle, keepsWithNext: true)],
        isShaded: true)
    }
    // A short table stays together; of a long one the first and last two rows do.
    let count = table.rows.count
    let rows = table.rows.enumerated().map { index, row in
      let isKept = index < count - 1 && (count <= 6 || index < 1 || index >= count - 2 || row.heading != nil)
      return self.row(
        row, table.columns, style: style, keepsWithNext: isKept || !table.notes.isEmpty && index == count - 1)
    }
    var word = WordTable(
      style: "ReportTable", widths: layout.widths, rows: [head] + rows, headCount: 1,
      emptyStyle: ReportParagraph.tableText.rawValue)
    word.title = table.caption
    word.write(into: &body)
    for note in table.notes { WordParagraph(.note, note).write(into: &body) }
    WordParagraph(.end, []).write(into: &body)
  }

  private func row(
    _ row: ReportTable.Row, _ columns: [ReportTable.Column], style: ReportParagraph, keepsWithNext: Bool
  ) -> [WordCell] {
    func cell(_ runs: [WordRun], _ alignment: CellAlignment) -> WordCell {
      WordCell([paragraph(runs, style: style, alignment: alignment, keepsWithNext: keepsWithNext)])
    }
    if let heading = row.heading {
      var cell = WordCell(
        [paragraph([WordRun(heading, isBold: true)], style: style, alignment: .start, keepsWithNext: true)],
        isShaded: true)
      cell.span = columns.count
      return [cell]
    }
    return zip(row.cells, columns).enumerated().map { place, pair in
      let (content, column) = pair
      let alignment = CellAlignment(column.kind)
      if case .suppressedToEnd = content {
        var rest = cell([WordRun(report.unavailable, isItalic: true)], .middle)
        rest.span = columns.count - place
        return rest
      }
      if case .words(let text) = content { return cell(runs(text), alignment) }
      return cell([WordRun(content.words(in: column))], alignment)
    }
  }

  private enum CellAlignment: String {
    case start = "left"
    case middle = "center"
    case end = "right"

    init(_ kind: ReportTable.Column.Kind) {
      self =
        switch kind {
        case .ordinal: .middle
        case .label, .room: .start
        case .figure: .end
        }
    }
  }

  private func paragraph(
    _ runs: [WordRun], style: ReportParagraph, alignment: CellAlignment, keepsWithNext: Bool
  ) -> WordParagraph {
    var paragraph = WordParagraph(style, runs, keepsWithNext: keepsWithNext)
    if alignment != .start { paragraph.alignment = alignment.rawValue }
    return paragraph
  }
}

extension ReportTable.Cell {
  /// What a reader sees in the cell; "" where the row ends with words over several cells.
  func words(in column: ReportTable.Column) -> String {
    switch self {
    case .ordinal(let number): "\(number)"
    case .text(let text): text
    case .words(let text): text.words
    case .figure(let figure, let isUnreliable): figure.text + (isUnreliable ? "(*)" : "")
    case .interval(let low, let high): "\(low.text)–\(high.text)"
    case .suppressed: "…"
    case .none: column.kind == .figure ? "-" : ""
    case .suppressedToEnd: ""
    }
  }
}
