/// The widths of a table's columns, so that figures are never broken and labels get what is left.
struct ColumnLayout {
  /// The widths in twentieths of a point; they add up to the width of the page or less.
  let widths: [Int]
  /// Whether the text must be small to fit.
  let isSmall: Bool

  /// Margins of a cell, with a little room.
  private static let padding = 200

  init(_ table: ReportTable, width: Int) {
    let large = Self.widths(table, width: width, size: 11)
    if large.fits {
      (widths, isSmall) = (large.widths, false)
    } else {
      (widths, isSmall) = (Self.widths(table, width: width, size: 9).widths, true)
    }
  }

  private static func widths(_ table: ReportTable, width: Int, size: Double) -> (widths: [Int], fits: Bool) {
    let needs = table.columns.indices.map { need($0, of: table, size: size) }
    let labels = table.columns.indices.filter { table.columns[$0].kind == .label }
    let fixed = table.columns.indices.filter { table.columns[$0].kind != .label }.reduce(0) { $0 + needs[$1] }
    let rest = width - fixed
    let least = labels.isEmpty ? 0 : min(2200, width / (labels.count + 1)) * labels.count
    guard !labels.isEmpty, rest >= least else {
      // Every column gets its part of the page by what it needs.
      let sum = max(1, fixed + least)
      let all = table.columns.indices.map { labels.contains($0) ? least / max(1, labels.count) : needs[$0] }
      return (all.map { $0 * width / sum }, labels.isEmpty && fixed <= width)
    }
    // Labels share the rest by the longest text of each.
    let wishes = labels.map { longest($0, of: table, size: size) }
    let sum = max(1, wishes.reduce(0, +))
    var widths = needs
    for (column, wish) in zip(labels, wishes) {
      let share = min(max(rest * wish / sum, rest / (labels.count * 2)), rest)
      widths[column] = share
    }
    let excess = widths.reduce(0, +) - width
    if excess > 0, let widest = labels.max(by: { widths[$0] < widths[$1] }) { widths[widest] -= excess }
    return (widths, true)
  }

  /// What a column of figures needs: its longest figure, and the longest word of its heading.
  private static func need(_ column: Int, of table: ReportTable, size: Double) -> Int {
    let head = table.columns[column].title.split(separator: " ").map {
      TextMetrics.width(of: String($0), size: size, bold: true)
    }
    let cells = table.rows.map { row -> Double in
      guard row.cells.indices.contains(column) else { return 0 }
      return TextMetrics.width(of: row.cells[column].words(in: table.columns[column]), size: size)
    }
    return Int((head + cells).max() ?? 0) * 20 + padding
  }

  private static func longest(_ column: Int, of table: ReportTable, size: Double) -> Int {
    table.rows.map { row -> Int in
      guard row.cells.indices.contains(column) else { return 0 }
      return Int(TextMetrics.width(of: row.cells[column].words(in: table.columns[column]), size: size))
    }.max() ?? 0
  }
}
