/// Hartigan's dip: the largest distance between an empirical distribution and the nearest one with a single mode
/// (Hartigan & Hartigan 1985).
enum DipStatistic {
  /// The dip of some values, 1/(2n)…1/4.
  ///
  /// The modal interval is narrowed step by step: where the greatest convex minorant and the least concave majorant of the
  /// distribution within it are farthest apart, the next interval begins and ends; the dip is the larger of what the
  /// flanks left behind differ from their hulls, until the hulls within are closer together than that.
  /// - Parameter values: ascending.
  /// - Complexity: O(n) per step; few steps.
  static func dip(ofSorted values: [Double]) -> Double {
    let count = values.count
    guard count > 3, let first = values.first, let last = values.last, first < last else {
      return 0.5 / Double(max(1, count))
    }
    var (low, high) = (0, count - 1)
    // In units of 1/n; twice the dip.
    var dip = 1.0
    for _ in 0..<count {
      let minorant = hull(values, low, high, isConvex: true)
      let majorant = hull(values, low, high, isConvex: false)
      let gap = widest(values, minorant, majorant)
      if gap.distance <= dip { break }
      dip = max(dip, flank(values, minorant.filter { $0 <= gap.low }, isConvex: true))
      dip = max(dip, flank(values, majorant.filter { $0 >= gap.high }, isConvex: false))
      if gap.low == low && gap.high == high { break }
      (low, high) = (gap.low, gap.high)
    }
    return dip / (2 * Double(count))
  }

  /// The corners of the hull of the points (value, rank) from below or above.
  private static func hull(_ values: [Double], _ low: Int, _ high: Int, isConvex: Bool) -> [Int] {
    var corners: [Int] = []
    for index in low...high {
      while corners.count > 1 {
        let (before, corner) = (corners[corners.count - 2], corners[corners.count - 1])
        let turn =
          (values[corner] - values[before]) * Double(index - corner)
          - Double(corner - before) * (values[index] - values[corner])
        if isConvex ? turn > 0 : turn < 0 { break }
        corners.removeLast()
      }
      corners.append(index)
    }
    return corners
  }

  /// The rank on a hull's line at a value.
  private static func height(_ values: [Double], _ corners: [Int], segment: Int, at value: Double) -> Double {
    let (start, end) = (corners[segment], corners[segment + 1])
    let width = values[end] - values[start]
    return width > 0 ? Double(start) + Double(end - start) * (value - values[start]) / width : Double(end)
  }

  /// Where the two hulls are farthest apart, and the corners of each around that place.
  private static func widest(
    _ values: [Double], _ minorant: [Int], _ majorant: [Int]
  ) -> (distance: Double, low: Int, high: Int) {
    var best = (distance: 0.0, low: minorant[0], high: majorant[majorant.count - 1])
    var segment = 0
    // At each corner of the minorant the majorant's line lies above …
    for corner in minorant.dropLast() {
      while segment + 2 < majorant.count, values[majorant[segment + 1]] < values[corner] { segment += 1 }
      let distance = height(values, majorant, segment: segment, at: values[corner]) - Double(corner) + 1
      if distance > best.distance {
        best = (distance, corner, majorant[min(segment + 1, majorant.count - 1)])
      }
    }
    // … and at each corner of the majorant the minorant's below.
    segment = 0
    for corner in majorant.dropFirst() {
      while segment + 2 < minorant.count, values[minorant[segment + 1]] < values[corner] { segment += 1 }
      let distance = Double(corner) - height(values, minorant, segment: segment, at: values[corner]) + 1
      if distance > best.distance { best = (distance, minorant[segment], corner) }
    }
    return best.low < best.high ? best : (0, best.low, best.high)
  }

  /// How far the distribution departs from a flank of a hull, in ranks.
  private static func flank(_ values: [Double], _ corners: [Int], isConvex: Bool) -> Double {
    var largest = 0.0
    for segment in corners.indices.dropLast() {
      let (start, end) = (corners[segment], corners[segment + 1])
      guard end - start > 1, values[end] > values[start] else { continue }
      let slope = Double(end - start) / (values[end] - values[start])
      for index in start...end {
        let line = Double(start) + slope * (values[index] - values[start])
        largest = max(largest, isConvex ? Double(index) - line + 1 : line - Double(index) + 1)
      }
    }
    return largest
  }
}
