/// A line for each item through a few points of time, its label and figures at both ends.
struct SlopeChart {
  struct Row {
    let label: String
    /// The figure of each point of time with its printed form; nil: not published, or not comparable.
    let points: [(number: Double, text: String)?]
  }

  let rows: [Row]
  let times: [String]
  /// Prints a tick of the axis.
  let tick: (Double, Int) -> String

  private let left = 60.0
  private let right = 330.0
  private let labelX = 378.0
  private let size = 11.0

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    let axis = Axis(covering: rows.flatMap { $0.points.compactMap { $0?.number } })
    let labels = rows.map { TextMetrics.wrap($0.label, width: Drawing.width - labelX - 8, size: size) }
    let needed = labels.reduce(0) { $0 + Double($1.count) * size * 1.2 + 4 }
    let top = 30.0
    let bottom = top + max(220, needed)
    for (index, time) in times.enumerated() {
      let x = place(index)
      drawing.line(from: (x, top - 6), to: (x, bottom), stroke: "#999", width: 0.8)
      drawing.text(time, x: x, y: 16, size: size, anchor: .middle, bold: true)
    }
    for mark in axis.ticks {
      let y = axis.place(mark, from: bottom, to: top)
      drawing.line(from: (left - 4, y), to: (right + 4, y), stroke: "#e0e0e0", width: 0.6)
      drawing.text(tick(mark, axis.places), x: left - 8, y: y + 3.5, size: 10, anchor: .end, role: "tick")
    }
    for row in rows { drawLine(row, axis, from: bottom, to: top, in: &drawing) }
    drawLabels(labels, axis, from: bottom, to: top, in: &drawing)
    return bottom + 12
  }

  private func place(_ index: Int) -> Double {
    left + (right - left) * Double(index) / Double(max(1, times.count - 1))
  }

  private func drawLine(_ row: Row, _ axis: Axis, from bottom: Double, to top: Double, in drawing: inout Drawing) {
    var last: (x: Double, y: Double)?
    for (index, point) in row.points.enumerated() {
      guard let point else {
        last = nil
        continue
      }
      let spot = (x: place(index), y: axis.place(point.number, from: bottom, to: top))
      if let last {
        // A fall is drawn broken, so that it is told from a rise without colours.
        drawing.line(
          from: last, to: spot, stroke: spot.y > last.y ? "#7a4206" : "#00544d", width: 1.6, dashed: spot.y > last.y)
      }
      drawing.circle(x: spot.x, y: spot.y, radius: 3.2, fill: "#00544d", stroke: "#ffffff")
      last = spot
    }
  }

  /// The labels at the right, as near the end of their line as there is room, joined to it by a thin line.
  private func drawLabels(
    _ labels: [[String]], _ axis: Axis, from bottom: Double, to top: Double, in drawing: inout Drawing
  ) {
    let ends = rows.indices.compactMap { index -> (index: Int, y: Double, text: String)? in
      guard let last = rows[index].points.last, let last else { return nil }
      return (index, axis.place(last.number, from: bottom, to: top), last.text)
    }.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    let heights = ends.map { Double(labels[$0.index].count) * size * 1.2 + 4 }
    var rest = heights.reduce(0, +)
    var free = top
    for (end, height) in zip(ends, heights) {
      // Never so far down that those below have no room.
      let y = min(max(end.y - height / 2, free), max(free, bottom - rest))
      drawing.line(from: (right + 4, end.y), to: (labelX - 40, y + height / 2), stroke: "#aaa", width: 0.6)
      drawing.text(
        end.text, x: labelX - 4, y: y + height / 2 + 4, size: size, anchor: .end, bold: true, role: "figure")
      drawing.lines(labels[end.index], x: labelX + 4, y: y + size, size: size)
      free = y + height
      rest -= height
    }
  }
}
