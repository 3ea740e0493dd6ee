/// Needs by how far they are met (across) and how important they are (up), cut into four fields at the items' means.
///
/// Points carry numbers that stand free of each other; a key beside the field says which need each number is.
struct QuadrantChart {
  struct Point {
    let number: Int
    let label: String
    /// Mean importance and provision; nil: not published.
    let importance: Double?
    let provision: Double?
  }

  let points: [Point]
  let provisionHeading: String
  let importanceHeading: String
  /// The names of the fields: upper left, upper right, lower left, lower right.
  let fields: [String]
  let unavailable: String
  let format: NumberFormat

  private let left = 52.0
  private let right = 404.0
  private let top = 10.0
  private let bottom = 370.0
  private let keyX = 420.0
  private let size = 11.0

  /// Draws the chart; returns its height.
  func draw(in drawing: inout Drawing) -> Double {
    let placed = points.compactMap { point in
      point.importance.flatMap { y in point.provision.map { (point.number, x: $0, y: y) } }
    }
    let across = Axis(covering: placed.map(\.x))
    let up = Axis(covering: placed.map(\.y))
    drawing.rectangle(x: left, y: top, width: right - left, height: bottom - top, fill: "#ffffff", stroke: "#444")
    for tick in across.ticks {
      let x = across.place(tick, from: left, to: right)
      drawing.line(from: (x, bottom), to: (x, bottom + 4))
      drawing.text(
        format.decimal(tick, places: across.places), x: x, y: bottom + 16, size: 10, anchor: .middle, role: "tick")
    }
    for tick in up.ticks {
      let y = up.place(tick, from: bottom, to: top)
      drawing.line(from: (left - 4, y), to: (left, y))
      drawing.text(
        format.decimal(tick, places: up.places), x: left - 7, y: y + 3.5, size: 10, anchor: .end, role: "tick")
    }
    drawing.text(
      provisionHeading, x: (left + right) / 2, y: bottom + 34, size: size, anchor: .middle, bold: true)
    drawing.text(
      importanceHeading, x: 12, y: (top + bottom) / 2, size: size, anchor: .middle, bold: true, turned: true)
    if !placed.isEmpty {
      let meanX = placed.reduce(0) { $0 + $1.x } / Double(placed.count)
      let meanY = placed.reduce(0) { $0 + $1.y } / Double(placed.count)
      let crossX = across.place(meanX, from: left, to: right)
      let crossY = up.place(meanY, from: bottom, to: top)
      drawing.rectangle(x: left + 1, y: top + 1, width: crossX - left - 1, height: crossY - top - 1, fill: "#f3e7cf")
      drawing.line(from: (crossX, top), to: (crossX, bottom), stroke: "#555", dashed: true)
      drawing.line(from: (left, crossY), to: (right, crossY), stroke: "#555", dashed: true)
      drawFields(in: &drawing)
    }
    let spots = placed.map {
      (number: $0.0, x: across.place($0.x, from: left, to: right), y: up.place($0.y, from: bottom, to: top))
    }
    drawPoints(spots, in: &drawing)
    let keyEnd = drawKey(in: &drawing)
    return max(bottom + 42, keyEnd + 4)
  }

  private func drawFields(in drawing: inout Drawing) {
    guard fields.count == 4 else { return }
    for (index, field) in fields.enumerated() {
      let isLeft = index % 2 == 0
      let lines = TextMetrics.wrap(field, width: 165, size: 10)
      drawing.lines(
        lines, x: isLeft ? left + 5 : right - 5,
        y: index < 2 ? top + 13 : bottom - 6 - Double(lines.count - 1) * 12, size: 10,
        anchor: isLeft ? .start : .end, fill: "#555", italic: true)
    }
  }

  private func drawPoints(_ spots: [(number: Int, x: Double, y: Double)], in drawing: inout Drawing) {
    var placer = LabelPlacer(bounds: Box(x: left + 2, y: top + 18, width: right - left - 4, height: bottom - top - 36))
    for spot in spots { placer.block(Box(x: spot.x - 7, y: spot.y - 6, width: 14, height: 12)) }
    for spot in spots {
      let text = String(spot.number)
      let width = TextMetrics.width(of: text, size: size, bold: true)
      let place = placer.place(width: width + 2, height: size, around: (spot.x, spot.y))
      if place.distance > 19 {
        drawing.line(from: (spot.x, spot.y), to: place.box.center, stroke: "#888", width: 0.7)
        drawing.rectangle(
          x: place.box.x, y: place.box.y, width: place.box.width, height: place.box.height, fill: "#ffffff")
      }
      drawing.circle(x: spot.x, y: spot.y, radius: 4, fill: "#00544d", stroke: "#ffffff")
      drawing.text(
        text, x: place.box.center.x, y: place.box.y + size * 0.86, size: size, anchor: .middle, bold: true,
        role: "ordinal")
    }
  }

  /// The key beside the field; returns where it ends.
  private func drawKey(in drawing: inout Drawing) -> Double {
    var y = top + 9
    for point in points {
      let isPlaced = point.importance != nil && point.provision != nil
      let label = isPlaced ? point.label : "\(point.label) (\(unavailable))"
      let lines = TextMetrics.wrap(label, width: Drawing.width - keyX - 24, size: size)
      drawing.text("\(point.number)", x: keyX + 16, y: y, size: size, anchor: .end, bold: true, role: "ordinal")
      drawing.lines(lines, x: keyX + 23, y: y, size: size)
      y += Double(lines.count) * size * 1.2 + 4
    }
    return y
  }
}
