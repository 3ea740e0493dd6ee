/// Numbers of people by kind: a bar for each row whose parts lie end to end, with the total behind it.
struct StackedChart {
  struct Row {
    let label: String
    /// The number of each part with its printed form; nil: not published.
    let parts: [(number: Double, text: String)?]
    /// The total as printed; "" for none.
    let total: String
  }

  let rows: [Row]
  let parts: [String]

  private let labelWidth = 190.0
  private let start = 200.0
  private let end = 566.0
  private let size = 11.5

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    var y = drawing.key(of: parts, shade: look)
    let longest = rows.map(length).max() ?? 0
    let unit = longest > 0 ? (end - start) / longest : 0
    for row in rows {
      let lines = TextMetrics.wrap(row.label, width: labelWidth, size: size)
      let height = max(26, Double(lines.count) * size * 1.2 + 8)
      let center = y + height / 2
      drawing.lines(lines, x: 0, y: center - Double(lines.count) * size * 0.6 + size * 0.95, size: size)
      var x = start
      for (index, part) in row.parts.enumerated() {
        guard let part, part.number > 0 else { continue }
        let width = part.number * unit
        drawing.shadedPart(
          part.text, x: x, center: center, width: width, height: 18, shade: look(index))
        x += width
      }
      drawing.text(row.total, x: Drawing.width, y: center + 4, size: size, anchor: .end, bold: true, role: "figure")
      y += height
    }
    drawing.line(from: (start, 24), to: (start, y), stroke: "#000", width: 1.2)
    return y + 6
  }

  private func length(_ row: Row) -> Double { row.parts.reduce(0) { $0 + max(0, $1?.number ?? 0) } }

  /// Dark and light parts in turn, every second hatched, so that neighbours differ on a copier.
  private func look(_ index: Int) -> Shade {
    let order = [6, 2, 5, 1, 4, 0, 3]
    let shade = Shade.steps[order[index % order.count]]
    return Shade(fill: shade.fill, ink: shade.ink, isHatched: index % 2 == 1 && shade.ink == "#ffffff")
  }
}
