public import SpreadsheetWriting

/// Writes a report's tables and charts as a workbook: a sheet for each, an overview in front, the methods behind.
///
/// Figures are numbers with a format, never text; words are never formulas.
public struct WorkbookReport {
  let report: ReportDocument

  func say(_ vietnamese: String, _ english: String) -> String { report.say(vietnamese, english) }

  /// Writes the workbook to a path.
  ///
  /// The same report gives the same bytes: the day inside is that of the report.
  /// - Parameter temporaryFolder: where parts lie until then.
  /// - Complexity: O(size of the report).
  public static func write(
    _ report: ReportDocument, to path: String, temporaryFolder: String
  ) throws(SpreadsheetWritingFailure) {
    let writer = WorkbookReport(report: report)
    let created = report.day.map { ($0.number) * 86_400 } ?? 315_532_800
    let workbook = try WorkbookWriter(
      path: path, temporaryFolder: temporaryFolder, title: report.plainTitle, created: max(created, 315_532_800))
    let pages = writer.pages
    try workbook.addSheet(writer.say("Mục lục", "Contents")) { (sheet) throws(SpreadsheetWritingFailure) in
      try writer.writeContents(of: pages, to: sheet)
      sheet.activate()
    }
    for page in pages {
      try workbook.addSheet(page.name) { (sheet) throws(SpreadsheetWritingFailure) in
        try writer.write(page, to: sheet)
      }
    }
    try workbook.addSheet(writer.say("Phương pháp", "Methods")) { (sheet) throws(SpreadsheetWritingFailure) in
      try writer.writeMethods(to: sheet)
    }
    try workbook.close()
  }

  /// A sheet with a table, and the chart drawn from it; or with the tables of a unit.
  struct Page {
    var name: String
    var table: ReportTable
    var chart: ReportChart?
    /// The unit whose sheet it is; nil: it holds one table of the report.
    var unit: String?
    /// Further tables below the first.
    var further: [ReportTable] = []

    var title: String { unit ?? chart?.caption ?? table.caption }
  }

  /// The tables and charts in the order of the report; those of a unit's sheet together.
  private var pages: [Page] {
    let (front, sheets) = report.sheets
    let units = sheets.compactMap { sheet -> Page? in
      let tables = sheet.blocks.tables + sheet.blocks.charts.compactMap(\.data)
      guard let first = tables.first else { return nil }
      return Page(
        name: "\(say("Phiếu", "Sheet")) \(sheet.number)", table: first, unit: sheet.name,
        further: Array(tables.dropFirst()))
    }
    return front.flatMap { pages(of: $0) } + units + report.annexes.flatMap(\.blocks).flatMap { pages(of: $0) }
  }

  private func pages(of block: ReportBlock) -> [Page] {
    switch block {
    case .table(let table):
      // A table that the author wrote has no number and stays in the text.
      return table.number.map { [Page(name: "\(say("Bảng", "Table")) \($0)", table: table)] } ?? []
    case .chart(let chart):
      return chart.data.map { [Page(name: "\(say("Hình", "Figure")) \(chart.number)", table: $0, chart: chart)] } ?? []
    case .list(_, let items): return items.flatMap { $0.flatMap { pages(of: $0) } }
    case .quote(let blocks): return blocks.flatMap { pages(of: $0) }
    default: return []
    }
  }

  private func writeContents(of pages: [Page], to sheet: borrowing SheetWriter) throws(SpreadsheetWritingFailure) {
    try sheet.setColumns(1...1, width: 14)
    try sheet.setColumns(2...2, width: 100)
    var row = try writeHead(report.plainTitle, to: sheet)
    if report.style == .official {
      try sheet.write(report.issuer.name, row: row, column: 1, style: .plain)
      try sheet.write(report.dateline, row: row + 1, column: 1, style: .plain)
      row += 3
    }
    try sheet.write(say("Trang", "Sheet"), row: row, column: 1, style: .head)
    try sheet.write(say("Nội dung", "Content"), row: row, column: 2, style: .head)
    for (index, page) in pages.enumerated() {
      try sheet.write(page.name, leadingTo: page.name, row: row + index + 1, column: 1, style: .link)
      try sheet.write(page.title, row: row + index + 1, column: 2, style: .label)
    }
    try sheet.freeze(rows: row, columns: 0)
    try sheet.setPrinting(isLandscape: true, repeatedRows: row, fitsWidth: true)
    try sheet.setFooter(Self.footer)
  }

  private func writeMethods(to sheet: borrowing SheetWriter) throws(SpreadsheetWritingFailure) {
    try sheet.setColumns(1...1, width: 44)
    try sheet.setColumns(2...2, width: 90)
    let row = try writeHead(say("Phương pháp và quy ước", "Methods and conventions"), to: sheet)
    for (index, line) in report.methods.enumerated() {
      let lines = [(line.label, 44.0), (line.text.words, 90)].map { Self.lines(of: $0.0, width: $0.1) }
      try sheet.setRow(row + index, height: Double(lines.max() ?? 1) * 16 + 2)
      try sheet.write(line.label, row: row + index, column: 1, style: .label)
      if case .figure(let figure)? = line.text.runs.first?.content, line.text.runs.count == 1 {
        try sheet.write(figure.number, row: row + index, column: 2, style: .figure(figure))
      } else {
        try sheet.write(line.text.words, row: row + index, column: 2, style: .label)
      }
    }
    try sheet.setPrinting(isLandscape: true, fitsWidth: true)
    try sheet.setFooter(Self.footer)
  }

  /// How many lines a text takes in a column of a width in characters, each about 5.25 points wide. Times is narrower than
  /// Arial, whose widths are known.
  static func lines(of text: String, width: Double, bold: Bool = false) -> Int {
    TextMetrics.wrap(text, width: width * 5.25 - 6, size: bold ? 12 : 11.4, bold: bold).count
  }

  /// The sheet's name and the number of the page.
  static let footer = "&C&\"Times New Roman\"&A – &P/&N"

  /// The title of a sheet, and below it that the answers are nobody's; returns the row that follows.
  func writeHead(_ title: String, to sheet: borrowing SheetWriter) throws(SpreadsheetWritingFailure) -> Int {
    var style = CellStyle.plain
    (style.isBold, style.fontSize) = (true, 13)
    try sheet.write(title, row: 1, column: 1, style: style)
    guard report.isSimulated else { return 3 }
    var warning = CellStyle.plain
    (warning.isBold, warning.textColor) = (true, 0x9B1C1C)
    try sheet.write("\(report.simulatedWords): \(report.simulatedReason)", row: 2, column: 1, style: warning)
    return 4
  }
}

extension CellStyle {
  /// The font of the report's text.
  static var plain: CellStyle {
    var style = CellStyle()
    (style.font, style.fontSize, style.isInMiddle) = ("Times New Roman", 12, true)
    return style
  }

  static var link: CellStyle {
    var style = CellStyle.label
    style.textColor = 0x0000C0
    return style
  }

  static var head: CellStyle {
    var style = CellStyle.plain
    (style.isBold, style.wraps, style.hasBorder, style.fill) = (true, true, true, 0xECECEC)
    style.alignment = .center
    return style
  }

  static var label: CellStyle {
    var style = CellStyle.plain
    (style.wraps, style.hasBorder) = (true, true)
    return style
  }

  /// The look of a figure: as many decimals as it is printed with.
  static func figure(_ figure: PrintedFigure, isUnreliable: Bool = false) -> CellStyle {
    var style = CellStyle.plain
    style.hasBorder = true
    style.numberFormat = figure.numberFormat + (isUnreliable ? "\"(*)\"" : "")
    return style
  }
}

extension PrintedFigure {
  /// How many decimals the figure is printed with.
  private var places: Int {
    let digits = text.last == "%" ? text.dropLast() : text[...]
    guard let mark = digits.lastIndex(where: { $0 == "," || $0 == "." }) else { return 0 }
    let tail = digits[digits.index(after: mark)...]
    // Three digits behind a mark are thousands: no figure is printed with three decimals.
    return tail.count == 3 ? 0 : tail.count
  }

  /// The format of a cell that shows the figure as it is printed.
  var numberFormat: String {
    let decimals = places == 0 ? "" : "." + String(repeating: "0", count: places)
    return text.last == "%" ? "0\(decimals)%" : "#,##0\(decimals)"
  }

  /// The number of a cell: the unrounded value; a difference of shares in percentage points.
  var number: Double {
    // The report prints differences of shares as percentage points.
    if case .estimate(let key, let column) = source, column != .baseCount, key.isInPoints { return value * 100 }
    return value.isFinite ? value : 0
  }
}
