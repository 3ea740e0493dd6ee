/// Two groups back to back: a pair of bars for each row from a middle column of labels, the first row at the bottom.
struct PyramidChart {
  struct Row {
    let label: String
    /// The figure of each group with its printed form; nil: not published.
    let left: (number: Double, text: String)?
    let right: (number: Double, text: String)?
  }

  let rows: [Row]
  let leftHeading: String
  let rightHeading: String
  /// Prints a tick of the axes.
  let tick: (Double, Int) -> String

  private let labelWidth = 150.0
  /// Room for a figure beyond the end of its bar.
  private let margin = 58.0
  private let size = 11.5

  private var middle: Double { Drawing.width / 2 }
  /// Where bars begin, from the middle.
  private var base: Double { labelWidth / 2 + 8 }
  private var reach: Double { Drawing.width / 2 - base - margin }

  /// Draws the chart; returns its height.
  ///
  /// As in a pyramid of ages, the first row, the youngest, lies at the bottom.
  func draw(in drawing: inout Drawing) -> Double {
    let axis = Axis(covering: rows.flatMap { [$0.left?.number, $0.right?.number].compactMap(\.self) } + [0], count: 4)
    let headings = [(leftHeading, middle - base, Drawing.Anchor.end), (rightHeading, middle + base, .start)].map {
      (lines: TextMetrics.wrap($0.0, width: reach + margin, size: size, bold: true), x: $0.1, anchor: $0.2)
    }
    for heading in headings {
      drawing.lines(heading.lines, x: heading.x, y: 13, size: size, anchor: heading.anchor, bold: true)
    }
    let top = 10 + Double(headings.map(\.lines.count).max() ?? 1) * size * 1.2 + 4
    let labels = rows.map { TextMetrics.wrap($0.label, width: labelWidth, size: size) }
    let heights = labels.map { max(26, Double($0.count) * size * 1.2 + 8) }
    let bottom = top + heights.reduce(0, +)
    for mark in axis.ticks {
      for side in [-1.0, 1] {
        let x = middle + side * (base + axis.place(mark, from: 0, to: reach))
        drawing.line(
          from: (x, top), to: (x, bottom), stroke: mark == 0 ? "#000" : "#d8d8d8", width: mark == 0 ? 1 : 0.6)
        drawing.text(tick(mark, axis.places), x: x, y: bottom + 14, size: 10, anchor: .middle, role: "tick")
      }
    }
    var y = top
    for ((row, label), height) in zip(zip(rows, labels), heights).reversed() {
      let center = y + height / 2
      drawing.lines(
        label, x: middle, y: center - Double(label.count) * size * 0.6 + size * 0.95, size: size, anchor: .middle)
      bar(row.left, axis, side: -1, center: center, in: &drawing)
      bar(row.right, axis, side: 1, center: center, in: &drawing)
      y += height
    }
    return bottom + 22
  }

  private func bar(
    _ figure: (number: Double, text: String)?, _ axis: Axis, side: Double, center: Double,
    in drawing: inout Drawing
  ) {
    let length = figure.map { axis.place($0.number, from: 0, to: reach) } ?? 0
    let x = side < 0 ? middle - base - length : middle + base
    if let figure, figure.number > 0 {
      drawing.rectangle(
        x: x, y: center - 8, width: length, height: 16, fill: side > 0 ? "#b3d3ce" : "#00544d", stroke: "#222")
      // The groups are told apart on a copier too.
      if side < 0 { drawing.hatch(x: x, y: center - 8, width: length, height: 16) }
    }
    drawing.text(
      figure?.text ?? "…", x: middle + side * (base + length + 5), y: center + 4, size: size,
      anchor: side < 0 ? .end : .start, bold: true, role: figure == nil ? nil : "figure")
  }
}
