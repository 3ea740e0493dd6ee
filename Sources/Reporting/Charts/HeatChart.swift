/// Figures of items by groups: a field for each, darker the higher, with the figure printed in it.
struct HeatChart {
  struct Row {
    let label: String
    /// The figure of each column with its printed form; nil: not published.
    let cells: [(number: Double, text: String)?]
  }

  let rows: [Row]
  let columns: [String]
  /// The values of the lightest and the darkest field; nil: the least and greatest figure.
  var bounds: (low: Double, high: Double)?
  /// What the darkness of fields means, from lightest to darkest.
  let lowest: String
  let highest: String

  private let labelWidth = 222.0
  private let start = 232.0
  private let size = 11.5

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    let width = (Drawing.width - start) / Double(max(1, columns.count))
    let headings = columns.map { TextMetrics.wrap($0, width: width - 6, size: 10, bold: true) }
    let headingHeight = Double(headings.map(\.count).max() ?? 1) * 12
    var y = drawKey(in: &drawing) + headingHeight + 6
    for (index, lines) in headings.enumerated() {
      drawing.lines(
        lines, x: start + (Double(index) + 0.5) * width, y: y - 4 - Double(lines.count - 1) * 12, size: 10,
        anchor: .middle, bold: true)
    }
    for row in rows {
      let lines = TextMetrics.wrap(row.label, width: labelWidth, size: size)
      let height = max(24, Double(lines.count) * size * 1.2 + 8)
      drawing.lines(lines, x: 0, y: y + height / 2 - Double(lines.count) * size * 0.6 + size * 0.95, size: size)
      for (index, cell) in row.cells.enumerated() {
        let x = start + Double(index) * width
        let shade = cell.map { Shade.sequential(part(of: $0.number)) }
        drawing.rectangle(
          x: x, y: y, width: width, height: height, fill: shade?.fill ?? "#ffffff", stroke: "#ffffff")
        drawing.text(
          cell?.text ?? "…", x: x + width / 2, y: y + height / 2 + 4, size: min(size, width / 4.4), anchor: .middle,
          fill: shade?.ink ?? "#444444", role: cell == nil ? nil : "figure")
      }
      y += height
    }
    return y + 6
  }

  /// How dark a figure is, 0…1.
  private func part(of number: Double) -> Double {
    let numbers = rows.flatMap { $0.cells.compactMap { $0?.number } }
    let low = bounds?.low ?? numbers.min() ?? 0
    let high = bounds?.high ?? numbers.max() ?? 1
    return high > low ? min(max((number - low) / (high - low), 0), 1) : 0.5
  }

  /// The fields from light to dark; returns where the key ends.
  private func drawKey(in drawing: inout Drawing) -> Double {
    let count = Shade.steps.count
    let width = TextMetrics.width(of: lowest, size: 10)
    drawing.text(lowest, x: start, y: 13, size: 10)
    for step in 0..<count {
      let shade = Shade.sequential((Double(step) + 0.5) / Double(count))
      drawing.rectangle(
        x: start + width + 8 + Double(step) * 18, y: 4, width: 18, height: 11, fill: shade.fill, stroke: "#888")
    }
    drawing.text(highest, x: start + width + 16 + Double(count) * 18, y: 13, size: 10)
    return 24
  }
}

extension Shade {
  /// Teal from light to dark, each with the ink that stands out from it by 4.5:1 at least.
  static let steps: [(fill: String, ink: String)] = [
    ("#f2f7f6", "#111111"), ("#d5e7e4", "#111111"), ("#b3d3ce", "#111111"), ("#8fbfba", "#111111"),
    ("#6aa8a1", "#111111"), ("#2b746c", "#ffffff"), ("#00544d", "#ffffff"),
  ]

  /// The shade of a part of a whole, 0…1: the greater the darker.
  static func sequential(_ part: Double) -> Shade {
    let bounded = part.isFinite ? min(max(part, 0), 1) : 0
    let step = min(Int(bounded * Double(steps.count)), steps.count - 1)
    return Shade(fill: steps[step].fill, ink: steps[step].ink, isHatched: false)
  }
}
