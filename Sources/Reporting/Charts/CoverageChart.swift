/// How many of those asked have answered: a bar for each unit, as long for all, filled as far as the answers reach.
struct CoverageChart {
  struct Row {
    let label: String
    /// How many were asked and answered, as printed; nil: not published.
    let asked: String?
    let answered: String?
    /// The share that answered, 0…1, and its printed form; nil: not published.
    let share: (number: Double, text: String)?
  }

  let rows: [Row]
  let countHeading: String
  let shareHeading: String

  private let labelWidth = 222.0
  private let start = 236.0
  private let end = 466.0
  private let countEnd = 566.0
  private let size = 11.5

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    let headings = [
      (lines: TextMetrics.wrap(countHeading, width: countEnd - end - 12, size: 10.5, bold: true), x: countEnd),
      (
        lines: TextMetrics.wrap(shareHeading, width: Drawing.width - countEnd - 10, size: 10.5, bold: true),
        x: Drawing.width
      ),
    ]
    for heading in headings {
      drawing.lines(heading.lines, x: heading.x, y: 12, size: 10.5, anchor: .end, bold: true)
    }
    var y = 8 + Double(headings.map(\.lines.count).max() ?? 1) * 10.5 * 1.2 + 4
    for row in rows {
      let lines = TextMetrics.wrap(row.label, width: labelWidth, size: size)
      let height = max(24, Double(lines.count) * size * 1.2 + 8)
      let center = y + height / 2
      drawing.lines(lines, x: 0, y: center - Double(lines.count) * size * 0.6 + size * 0.95, size: size)
      let share = min(max(row.share?.number ?? 0, 0), 1)
      drawing.rectangle(x: start, y: center - 7, width: end - start, height: 14, fill: "#ffffff", stroke: "#555")
      drawing.rectangle(
        x: start, y: center - 7, width: (end - start) * share, height: 14, fill: "#2b746c", stroke: "#222")
      let count = [row.answered, row.asked].map { $0 ?? "…" }.joined(separator: "/")
      drawing.text(count, x: countEnd, y: center + 4, size: size, anchor: .end, role: "figure")
      drawing.text(
        row.share?.text ?? "…", x: Drawing.width, y: center + 4, size: size, anchor: .end, bold: true, role: "figure")
      y += height
    }
    return y + 4
  }
}
