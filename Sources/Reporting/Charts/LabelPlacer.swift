/// A rectangle of a drawing.
struct Box {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var center: (x: Double, y: Double) { (x + width / 2, y + height / 2) }

  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
  }

  func contains(_ other: Box) -> Bool {
    x <= other.x && y <= other.y && other.x + other.width <= x + width && other.y + other.height <= y + height
  }
}

/// Puts labels beside their points, the nearest free place first, greedily in the order asked.
struct LabelPlacer {
  let bounds: Box
  private var taken: [Box] = []

  init(bounds: Box) { self.bounds = bounds }

  /// Keeps a place free of labels.
  mutating func block(_ box: Box) { taken.append(box) }

  /// A free place around a point; the least crowded one when none is free.
  mutating func place(width: Double, height: Double, around point: (x: Double, y: Double)) -> (
    box: Box, distance: Double
  ) {
    // Sixteen directions as unit vectors, to the right first: a reader looks there first.
    var best: (box: Box, distance: Double, overlaps: Int)?
    for distance in stride(from: 13.0, through: 69, by: 7) {
      for direction in Self.directions {
        let center = (x: point.x + direction.0 * distance, y: point.y + direction.1 * distance)
        let box = Box(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
        guard bounds.contains(box) else { continue }
        let overlaps = taken.count { $0.overlaps(box) }
        if best.map({ overlaps < $0.overlaps }) ?? true { best = (box, distance, overlaps) }
        if overlaps == 0 { break }
      }
      if best?.overlaps == 0 { break }
    }
    let chosen =
      best
      ?? (
        Box(
          x: min(max(point.x - width / 2, bounds.x), max(bounds.x, bounds.x + bounds.width - width)),
          y: min(max(point.y + 8, bounds.y), max(bounds.y, bounds.y + bounds.height - height)), width: width,
          height: height), 13, 0
      )
    taken.append(chosen.box)
    return (chosen.box, chosen.distance)
  }

  private static let directions: [(Double, Double)] = [
    (1, 0), (0.92, -0.38), (0.92, 0.38), (0.71, -0.71), (0.71, 0.71), (0, -1), (0, 1), (-1, 0), (-0.71, -0.71),
    (-0.71, 0.71), (0.38, -0.92), (0.38, 0.92), (-0.38, -0.92), (-0.38, 0.92), (-0.92, -0.38), (-0.92, 0.38),
  ]
}
