/// The widths of a table's columns: figures are not broken, labels get what is left.
struct ColumnLayout {
  /// The widths in twentieths of a point; they add up to the width of the page or less.
  let widths: [Int]
  /// Whether the text must be small to fit.
  let isSmall: Bool

  /// Margins of a cell, with a little room.
  private static let padding = 190
  /// How wide figures of Times are beside Arial, whose widths are known; bold capitals are as wide.
  private static let narrowing = 0.92

  /// Lays a table out: large text with unbroken intervals, else intervals in two lines, else small text.
  init(_ table: ReportTable, width: Int) {
    let labels = table.columns.indices.filter { table.columns[$0].kind == .label }
    let least = labels.isEmpty ? 0 : max(width * 30 / 100, 1500 * labels.count)
    var attempt = Attempt(table, size: 11, breaksIntervals: false)
    if width - attempt.fixed < least { attempt = Attempt(table, size: 11, breaksIntervals: true) }
    isSmall = width - attempt.fixed < (labels.isEmpty ? 0 : width * 26 / 100)
    if isSmall { attempt = Attempt(table, size: 9, breaksIntervals: true) }
    widths = attempt.widths(labels: labels, within: width)
  }

  /// What the columns need with text of a size.
  private struct Attempt {
    let table: ReportTable
    let size: Double
    /// What each column of figures needs; 0 for labels.
    let needs: [Int]

    var fixed: Int { needs.reduce(0, +) }

    init(_ table: ReportTable, size: Double, breaksIntervals: Bool) {
      self.table = table
      self.size = size
      needs = table.columns.indices.map { column in
        if table.columns[column].kind == .label { return 0 }
        if table.columns[column].kind == .room { return 2000 }
        let head = table.columns[column].title.split(separator: " ").map {
          TextMetrics.width(of: String($0), size: size, bold: true)
        }
        let cells = table.rows.flatMap { row -> [Double] in
          guard row.cells.indices.contains(column) else { return [] }
          let words = row.cells[column].words(in: table.columns[column])
          guard breaksIntervals, case .interval(let low, let high) = row.cells[column] else {
            // The mark of figures that vary much is wider in Times.
            let mark = words.hasSuffix("(*)") ? TextMetrics.width(of: "(*)", size: size) / 4 : 0
            return [TextMetrics.width(of: words, size: size) + mark]
          }
          return [low.text + "–", high.text].map { TextMetrics.width(of: $0, size: size) }
        }
        let widest = max(head.max() ?? 0, (cells.max() ?? 0) * ColumnLayout.narrowing)
        return Int(widest * 20) + ColumnLayout.padding
      }
    }

    func widths(labels: [Int], within width: Int) -> [Int] {
      let rest = max(width - fixed, min(width / 4, 1200 * labels.count))
      guard !labels.isEmpty else {
        // Columns share what is left over; too many of them share what there is.
        let spare = max(0, width - fixed) / max(1, needs.count)
        return needs.map { fixed > width ? $0 * width / fixed : $0 + spare }
      }
      let wishes = labels.map(longest)
      let wide = wishes.map { Int(Double($0 * 20) * ColumnLayout.narrowing) + ColumnLayout.padding }
      let spare = rest - wide.reduce(0, +)
      if spare > 0 { return roomy(wide, labels: labels, spare: spare) }
      let sum = max(1, wishes.reduce(0, +))
      let shares = wishes.map { max(rest * $0 / sum, rest / (labels.count * 2)) }
      // What short labels get beyond their part is taken from the long ones, never from figures.
      let total = max(1, shares.reduce(0, +))
      var widths = needs
      for (column, share) in zip(labels, shares) { widths[column] = share * rest / max(rest, total) }
      // Nor is a date or word of a short label broken while a long label has room.
      if let widest = labels.max(by: { widths[$0] < widths[$1] }) {
        for column in labels where column != widest {
          // A short label stands on one line.
          let wish = longest(column) * 20 + ColumnLayout.padding
          let least = wish <= 1500 ? wish : longestWord(column)
          let missing = min(max(0, least - widths[column]), widths[widest] / 4)
          widths[column] += missing
          widths[widest] -= missing
        }
      }
      let all = max(1, widths.reduce(0, +))
      return all > width ? widths.map { $0 * width / all } : widths
    }

    /// Labels get what they ask for; what is spare goes to headings that would be broken, and the rest to the labels.
    private func roomy(_ wishes: [Int], labels: [Int], spare: Int) -> [Int] {
      var widths = needs
      for (column, wish) in zip(labels, wishes) { widths[column] = wish }
      var spare = spare
      for column in needs.indices where !labels.contains(column) {
        let title = TextMetrics.width(of: table.columns[column].title, size: size, bold: true)
        let missing = min(spare, max(0, Int(title * 20) + ColumnLayout.padding - widths[column]))
        widths[column] += missing
        spare -= missing
      }
      for column in labels { widths[column] += spare / labels.count }
      return widths
    }

    private func longestWord(_ column: Int) -> Int {
      let texts = table.rows.map { row in
        row.cells.indices.contains(column) ? row.cells[column].words(in: table.columns[column]) : ""
      }
      let words = texts.flatMap { $0.split(separator: " ") }
      let widest = words.map { TextMetrics.width(of: String($0), size: size) }.max() ?? 0
      return Int(widest * 20) + ColumnLayout.padding
    }

    private func longest(_ column: Int) -> Int {
      table.rows.map { row -> Int in
        guard row.cells.indices.contains(column) else { return 0 }
        return Int(TextMetrics.width(of: row.cells[column].words(in: table.columns[column]), size: size))
      }.max() ?? 0
    }
  }
}
