/// Diverging stacked bars of the answers to ordinal items, with agree share and consensus beside.
///
/// Disagreement lies left of the middle line (hatched), agreement right of it; the middle answer of an odd scale is
/// halved by the line. Shades differ in lightness, so that the chart survives a black-and-white copier.
struct LikertChart {
  struct Row {
    let label: String
    /// The share of each answer, 0…1, with its printed form; nil: not published.
    let shares: [(value: Double, text: String)]?
    /// The printed agree share and consensus.
    let agree: String
    let consensus: String
  }

  let rows: [Row]
  let levels: [String]
  let agreeHeading: String
  let consensusHeading: String
  let unavailable: String

  private let labelWidth = 222.0
  private let barStart = 232.0
  private let barEnd = 532.0
  private let agreeX = 562.0
  private let consensusX = 614.0
  private let size = 11.5

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    var y = drawing.key(of: levels) { Shade.diverging($0, of: levels.count) }
    let headings = [agreeHeading, consensusHeading].map { TextMetrics.wrap($0, width: 54, size: 10, bold: true) }
    let headingLines = headings.map(\.count).max() ?? 1
    for (lines, x) in zip(headings, [agreeX, consensusX]) {
      drawing.lines(lines, x: x, y: y + 10, size: 10, anchor: .middle, bold: true)
    }
    y += Double(headingLines) * 12 + 6

    let (left, right) = extents
    let unit = (barEnd - barStart) / max(left + right, 1e-9)
    let middle = barStart + left * unit
    let labels = rows.map { TextMetrics.wrap($0.label, width: labelWidth, size: size) }
    let heights = labels.map { max(30, Double($0.count) * size * 1.2 + 8) }
    // Behind the bars, so that it crosses no figure.
    drawing.line(
      from: (middle, y - 2), to: (middle, y + heights.reduce(0, +) + 2), stroke: "#000", width: 1.2)
    for (row, (lines, height)) in zip(rows, zip(labels, heights)) {
      let center = y + height / 2
      drawing.lines(
        lines, x: 0, y: center - Double(lines.count) * size * 0.6 + size * 0.95, size: size)
      if let shares = row.shares {
        drawBars(shares, at: center, from: middle - leftExtent(shares) * unit, unit: unit, in: &drawing)
        drawing.text(row.agree, x: agreeX, y: center + 4, size: size, anchor: .middle, bold: true, role: "figure")
        drawing.text(row.consensus, x: consensusX, y: center + 4, size: size, anchor: .middle, role: "figure")
      } else {
        drawing.text(unavailable, x: barStart, y: center + 4, size: size, fill: "#444", italic: true)
      }
      y += height
      drawing.line(from: (0, y), to: (Drawing.width, y), stroke: "#d0d0d0", width: 0.5)
    }
    return y + 6
  }

  private func drawBars(
    _ shares: [(value: Double, text: String)], at center: Double, from start: Double, unit: Double,
    in drawing: inout Drawing
  ) {
    var x = start
    for (index, share) in shares.enumerated() {
      let width = max(0, share.value) * unit
      drawing.shadedPart(
        share.text, x: x, center: center, width: width, height: 20,
        shade: Shade.diverging(index, of: shares.count))
      x += width
    }
  }

  /// The widest reach of any row to either side of the middle line.
  private var extents: (left: Double, right: Double) {
    var left = 0.05
    var right = 0.05
    for shares in rows.compactMap(\.shares) {
      let reach = leftExtent(shares)
      left = max(left, reach)
      right = max(right, shares.reduce(0) { $0 + max(0, $1.value) } - reach)
    }
    return (left, right)
  }

  /// The length of a row's bar left of the middle line.
  private func leftExtent(_ shares: [(value: Double, text: String)]) -> Double {
    let half = shares.count / 2
    let negative = shares.prefix(half).reduce(0) { $0 + max(0, $1.value) }
    return shares.count % 2 == 0 ? negative : negative + max(0, shares[half].value) / 2
  }
}
