internal import SpreadsheetWriting

extension WorkbookReport {
  /// A column of a sheet: one of the table, or one limit of its intervals.
  private struct Column {
    var title: String
    var kind: ReportTable.Column.Kind
    /// The table's column, from 0.
    var source: Int
    /// Which limit of an interval it holds.
    var limit: Limit?

    enum Limit { case low, high }

    /// Its width in characters of the workbook, each about 5.25 points wide.
    var width = 14.0

    /// How many lines a text takes in it.
    func lines(of text: String, bold: Bool = false) -> Int {
      WorkbookReport.lines(of: text, width: width, bold: bold)
    }

    /// As wide as the longest label, within bounds; figures have one width.
    mutating func fit(_ texts: [String]) {
      let longest = texts.map { TextMetrics.width(of: $0, size: 11.4) }.max() ?? 0
      switch kind {
      case .ordinal: width = 6
      case .label: width = min(max(14, ((longest + 12) / 5.25).rounded(.up)), 60)
      case .figure: width = 14
      case .room: width = 40
      }
    }
  }

  /// A table with its heading frozen, and the chart drawn from it to the right; further tables below.
  func write(_ page: Page, to sheet: borrowing SheetWriter) throws(SpreadsheetWritingFailure) {
    let columns = self.columns(of: page.table)
    for table in page.further + [page.table] {
      for (index, column) in self.columns(of: table).enumerated() {
        try sheet.setColumns(index + 1...index + 1, width: column.width)
      }
    }
    var head = try writeHead("\(page.name). \(page.title)", to: sheet)
    if page.unit != nil { head = try writeCaption(page.table, row: head, to: sheet) }
    let row = try write(page.table, columns: columns, head: head, to: sheet)
    // A blank row after the rows, and one after the notes.
    func below(_ row: Int, _ table: ReportTable) -> Int {
      row + 1 + (table.notes.isEmpty ? 0 : table.notes.count + 1)
    }
    var next = below(row, page.table)
    for table in page.further {
      let own = self.columns(of: table)
      let head = try writeCaption(table, row: next, to: sheet)
      next = below(try write(table, columns: own, head: head, to: sheet), table)
    }
    let labels = columns.prefix { $0.kind != .figure }.count
    if page.further.isEmpty { try sheet.freeze(rows: head, columns: labels) }
    try sheet.setPrinting(
      isLandscape: columns.count > 5, repeatedRows: page.further.isEmpty ? head : 0, fitsWidth: true)
    try sheet.setFooter(Self.footer)
    if let chart = page.chart, row > head + 1 {
      try insert(
        chart, columns: columns, head: head, last: row - 1, below: row + page.table.notes.count + 3, to: sheet)
    }
  }

  /// The caption of one of several tables; returns the row that follows.
  private func writeCaption(
    _ table: ReportTable, row: Int, to sheet: borrowing SheetWriter
  ) throws(SpreadsheetWritingFailure) -> Int {
    var style = CellStyle.plain
    style.isBold = true
    try sheet.write(table.caption, row: row, column: 1, style: style)
    return row + 1
  }

  /// The headings, rows and notes of a table; returns the row after its last.
  private func write(
    _ table: ReportTable, columns: [Column], head: Int, to sheet: borrowing SheetWriter
  ) throws(SpreadsheetWritingFailure) -> Int {
    try sheet.setRow(head, height: Double(columns.map { $0.lines(of: $0.title, bold: true) }.max() ?? 1) * 16 + 4)
    for (index, column) in columns.enumerated() {
      try sheet.write(column.title, row: head, column: index + 1, style: .head)
    }
    var row = head + 1
    for line in table.rows {
      try write(line, row: row, columns: columns, to: sheet)
      row += 1
    }
    var note = CellStyle.plain
    note.isItalic = true
    for (index, text) in table.notes.enumerated() {
      try sheet.write(text, row: row + 1 + index, column: 1, style: note)
    }
    return row
  }

  /// A column with intervals becomes two, so that both limits are numbers.
  private func columns(of table: ReportTable) -> [Column] {
    let columns = table.columns.enumerated().flatMap { place, column -> [Column] in
      let hasIntervals = table.rows.contains { row in
        guard row.cells.indices.contains(place), case .interval = row.cells[place] else { return false }
        return true
      }
      guard hasIntervals else { return [Column(title: column.title, kind: column.kind, source: place)] }
      return [
        Column(title: column.title + say(" (từ)", " (from)"), kind: column.kind, source: place, limit: .low),
        Column(title: column.title + say(" (đến)", " (to)"), kind: column.kind, source: place, limit: .high),
      ]
    }
    return columns.map { column in
      var column = column
      column.fit(
        table.rows.compactMap { row in
          row.cells.indices.contains(column.source)
            ? row.cells[column.source].words(in: .init(title: "", kind: column.kind)) : nil
        } + [column.title])
      return column
    }
  }

  private func write(
    _ line: ReportTable.Row, row: Int, columns: [Column], to sheet: borrowing SheetWriter
  ) throws(SpreadsheetWritingFailure) {
    if let heading = line.heading {
      var style = CellStyle.label
      (style.isBold, style.wraps) = (true, false)
      try sheet.write(heading, row: row, column: 1, style: style)
      return
    }
    var words = CellStyle.label
    (words.isItalic, words.alignment) = (true, .end)
    var middle = CellStyle.label
    middle.alignment = .center
    var empty = CellStyle.label
    empty.alignment = .end
    // Programs that do not fit rows to their text by themselves would cut wrapped labels.
    let lines = columns.map { column in
      column.kind == .label && line.cells.indices.contains(column.source)
        ? column.lines(of: line.cells[column.source].words(in: .init(title: "", kind: column.kind))) : 1
    }
    try sheet.setRow(row, height: Double(lines.max() ?? 1) * 16 + 2)
    for (index, column) in columns.enumerated() where line.cells.indices.contains(column.source) {
      switch line.cells[column.source] {
      case .ordinal(let number): try sheet.write(Double(number), row: row, column: index + 1, style: middle)
      case .text(let text): try sheet.write(text, row: row, column: index + 1, style: .label)
      case .words(let text): try sheet.write(text.words, row: row, column: index + 1, style: .label)
      case .figure(let figure, let isUnreliable):
        try sheet.write(
          figure.number, row: row, column: index + 1, style: .figure(figure, isUnreliable: isUnreliable))
      case .interval(let low, let high):
        let figure = column.limit == .high ? high : low
        try sheet.write(figure.number, row: row, column: index + 1, style: .figure(figure))
      case .suppressed: try sheet.write("…", row: row, column: index + 1, style: words)
      case .none: try sheet.write(column.kind == .figure ? "-" : "", row: row, column: index + 1, style: empty)
      case .suppressedToEnd: try sheet.write(report.unavailable, row: row, column: index + 1, style: words)
      }
    }
  }

  private func insert(
    _ chart: ReportChart, columns: [Column], head: Int, last: Int, below: Int, to sheet: borrowing SheetWriter
  ) throws(SpreadsheetWritingFailure) {
    func place(_ source: Int) -> Int? { columns.firstIndex { $0.source == source }.map { $0 + 1 } }
    let label = columns.firstIndex { $0.kind == .label }.map { $0 + 1 } ?? 1
    func native(_ kind: SheetChart.Kind, categories: Int, series: [SheetChart.Series]) -> SheetChart {
      SheetChart(
        kind, title: chart.caption, description: chart.description, rows: head + 1...last, categories: categories,
        series: series)
    }
    var drawing: SheetChart
    switch chart.plot {
    case .none: return
    case .stackedBars(let sources):
      let series = sources.enumerated().compactMap { index, source in
        place(source).map {
          SheetChart.Series(
            nameRow: head, column: $0,
            color: UInt32(Shade.diverging(index, of: sources.count).fill.dropFirst(), radix: 16))
        }
      }
      drawing = native(.stackedBars, categories: label, series: series)
    case .bars(let source):
      guard let column = place(source) else { return }
      drawing = native(.bars, categories: label, series: [.init(nameRow: head, column: column, color: 0x8FBFBA)])
    case .pairedBars(let sources):
      let series = zip(sources, [UInt32(0x00544D), 0xB3D3CE]).compactMap { source, color in
        place(source).map { SheetChart.Series(nameRow: head, column: $0, color: color) }
      }
      drawing = native(.bars, categories: label, series: series)
    case .points(let x, let y):
      guard let across = place(x), let up = place(y) else { return }
      drawing = native(.points, categories: across, series: [.init(nameRow: head, column: up, color: 0x00544D)])
      drawing.axes = (columns[across - 1].title, columns[up - 1].title)
    case .lines(let sources):
      drawing = native(
        .lines, categories: label, series: sources.compactMap { place($0).map { .init(nameRow: head, column: $0) } })
    }
    drawing.height = max(320, 120 + (last - head) * 34)
    if let shown = drawing.series.first, hasShares(chart.data, column: columns[shown.column - 1].source) {
      drawing.valueFormat = "0%"
    }
    try sheet.insert(drawing, row: below, column: 1)
  }

  /// Whether the figures of a column are shares.
  private func hasShares(_ table: ReportTable?, column: Int) -> Bool {
    table?.rows.contains { row in
      guard row.cells.indices.contains(column), case .figure(let figure, _) = row.cells[column] else { return false }
      return figure.text.last == "%"
    } ?? false
  }
}
