/// Items in order of one figure: a bar or point for each, with its interval as a whisker.
struct RankingChart {
  struct Row {
    let label: String
    /// The figure with its printed form; nil: not published.
    let value: (number: Double, text: String)?
    /// The limits of its interval; nil: none.
    let limits: (low: Double, high: Double)?
  }

  let rows: [Row]
  let heading: String
  let unavailable: String
  /// Prints a tick of the axis.
  let tick: (Double, Int) -> String

  private let labelWidth = 236.0
  private let start = 250.0
  private let end = 562.0
  private let size = 11.5

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    let values = rows.flatMap { row in
      [row.value?.number, row.limits?.low, row.limits?.high].compactMap { $0 }
    }
    let axis = Axis(covering: values + [0])
    let zero = axis.place(0, from: start, to: end)
    let heights = rows.map { max(24, Double(lines(of: $0).count) * size * 1.2 + 8) }
    let top = 22.0
    let bottom = top + heights.reduce(0, +)
    drawing.lines([heading], x: Drawing.width, y: 12, size: 10.5, anchor: .end, bold: true)
    for mark in axis.ticks {
      let x = axis.place(mark, from: start, to: end)
      drawing.line(from: (x, top), to: (x, bottom), stroke: "#d8d8d8", width: 0.6)
      drawing.text(tick(mark, axis.places), x: x, y: bottom + 14, size: 10, anchor: .middle, role: "tick")
    }
    var y = top
    for (row, height) in zip(rows, heights) {
      let center = y + height / 2
      let label = lines(of: row)
      drawing.lines(label, x: 0, y: center - Double(label.count) * size * 0.6 + size * 0.95, size: size)
      if let value = row.value {
        let x = axis.place(value.number, from: start, to: end)
        drawing.rectangle(
          x: min(zero, x), y: center - 6, width: (x - zero).magnitude, height: 12, fill: "#8fbfba", stroke: "#00544d")
        if let limits = row.limits {
          let low = axis.place(limits.low, from: start, to: end)
          let high = axis.place(limits.high, from: start, to: end)
          drawing.line(from: (low, center), to: (high, center), stroke: "#000", width: 1.4)
          drawing.line(from: (low, center - 4), to: (low, center + 4), stroke: "#000", width: 1.4)
          drawing.line(from: (high, center - 4), to: (high, center + 4), stroke: "#000", width: 1.4)
        }
        drawing.text(
          value.text, x: Drawing.width, y: center + 4, size: size, anchor: .end, bold: true, role: "figure")
      } else {
        drawing.text(unavailable, x: start + 4, y: center + 4, size: size, fill: "#444", italic: true)
      }
      y += height
    }
    drawing.line(from: (zero, top - 3), to: (zero, bottom + 3), stroke: "#000", width: 1.2)
    return bottom + 22
  }

  private func lines(of row: Row) -> [String] { TextMetrics.wrap(row.label, width: labelWidth, size: size) }
}
