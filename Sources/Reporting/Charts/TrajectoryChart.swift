/// Targets on their way: a panel for each, from the baseline by the latest figure to the day it is due.
struct TrajectoryChart {
  struct Panel {
    let label: String
    let state: String
    /// Days since 1970 with figures and their printed forms, in the order of time: baseline, latest.
    let points: [(day: Int, number: Double, text: String)]
    let due: Int
    /// The year or day it is due, as printed.
    let dueText: String
    let target: (number: Double, text: String)
    /// The figure expected on the day it is due, with its interval; nil: none.
    let projection: (number: Double, text: String, low: Double?, high: Double?)?
  }

  let panels: [Panel]
  let targetWord: String
  let projectionWord: String
  let size = 11.0

  private let plotStart = 250.0
  private let plotEnd = 540.0
  private let height = 88.0

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    drawing.circle(x: 6, y: 10, radius: 4, fill: "none", stroke: "#7a4206")
    drawing.text(targetWord, x: 16, y: 14, size: size)
    let next = 40 + TextMetrics.width(of: targetWord, size: size)
    drawing.line(from: (next, 10), to: (next + 24, 10), stroke: "#00544d", width: 1.4, dashed: true)
    drawing.text(projectionWord, x: next + 30, y: 14, size: size)
    var y = 26.0
    for panel in panels {
      draw(panel, from: y, in: &drawing)
      y += height
    }
    return y + 2
  }

  private func draw(_ panel: Panel, from top: Double, in drawing: inout Drawing) {
    let lines = TextMetrics.wrap(panel.label, width: plotStart - 24, size: size).prefix(6)
    drawing.lines(Array(lines), x: 0, y: top + 18, size: size)
    drawing.lines(
      TextMetrics.wrap(panel.state, width: plotStart - 24, size: size), x: 0,
      y: top + 18 + Double(lines.count) * size * 1.2, size: size, bold: true)
    drawing.line(from: (0, top), to: (Drawing.width, top), stroke: "#d0d0d0", width: 0.5)
    guard let first = panel.points.first, let latest = panel.points.last else { return }
    let numbers =
      panel.points.map(\.number) + [panel.target.number]
      + [panel.projection?.number, panel.projection?.low, panel.projection?.high].compactMap { $0 }
    let axis = Axis(covering: numbers, count: 3)
    let span = Double(max(1, panel.due - first.day))
    func across(_ day: Int) -> Double {
      plotStart + (plotEnd - plotStart) * min(max(Double(day - first.day) / span, 0), 1)
    }
    func up(_ number: Double) -> Double { axis.place(number, from: top + height - 22, to: top + 20) }
    let start = (x: across(first.day), y: up(first.number))
    let now = (x: across(latest.day), y: up(latest.number))
    let goal = (x: across(panel.due), y: up(panel.target.number))
    // The way that was planned.
    drawing.line(from: start, to: goal, stroke: "#bbb", width: 1)
    for (one, other) in zip(panel.points, panel.points.dropFirst()) {
      drawing.line(
        from: (across(one.day), up(one.number)), to: (across(other.day), up(other.number)), stroke: "#00544d", width: 2)
    }
    if let projection = panel.projection {
      let end = (x: goal.x, y: up(projection.number))
      drawing.line(from: now, to: end, stroke: "#00544d", width: 1.4, dashed: true)
      if let low = projection.low, let high = projection.high {
        drawing.line(from: (end.x, up(low)), to: (end.x, up(high)), stroke: "#000", width: 1.4)
        for limit in [low, high] {
          drawing.line(from: (end.x - 4, up(limit)), to: (end.x + 4, up(limit)), stroke: "#000", width: 1.4)
        }
      }
      drawing.text(projection.text, x: goal.x + 10, y: separated(end.y, from: goal.y) + 4, size: size, role: "figure")
    }
    for point in panel.points {
      drawing.circle(x: across(point.day), y: up(point.number), radius: 3.4, fill: "#00544d", stroke: "#ffffff")
    }
    drawing.circle(x: goal.x, y: goal.y, radius: 4.4, fill: "none", stroke: "#7a4206")
    // Where the two first points are near, their figures stand on either side of the line.
    let isNear = now.x - start.x <= 50
    let isRising = now.y < start.y
    drawing.text(
      first.text, x: start.x, y: start.y + (isNear && isRising ? 16 : -8), size: size, role: "figure")
    if panel.points.count > 1 {
      drawing.text(
        latest.text, x: now.x, y: now.y + (isNear && isRising ? -8 : 16), size: size, anchor: .middle, role: "figure")
    }
    drawing.text(panel.target.text, x: goal.x + 10, y: goal.y + 4, size: size, bold: true, role: "figure")
    drawing.text(panel.dueText, x: goal.x, y: top + height - 6, size: 10, anchor: .middle, role: "tick")
  }

  /// A place for a second text beside a first one that it does not touch.
  private func separated(_ y: Double, from other: Double) -> Double {
    (y - other).magnitude >= 13 ? y : y >= other ? other + 13 : other - 13
  }
}
