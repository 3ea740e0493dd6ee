/// The RAND/UCLA test of disagreement among ratings 1…9: Fitch et al. 2001.
///
/// IPR = P70 − P30, IPRCP = (P30 + P70)/2, AI = |5 − IPRCP|, IPRAS = 2.35 + 1.5 AI; the panel disagrees when
/// IPR > IPRAS, that is when the index IPR/IPRAS is above 1.
struct InterpercentileRange: Sendable {
  /// P70 − P30.
  let range: Double
  /// The range adjusted for symmetry.
  let adjusted: Double

  /// The points of the scale for which the constants hold.
  static let points = 9

  /// nil without answers or on another scale than 1…9.
  init?(totals: [Double], count: Int, quantile: ScaleQuantile) {
    guard totals.count == Self.points, let low = quantile.value(0.3, totals: totals, count: count),
      let high = quantile.value(0.7, totals: totals, count: count)
    else { return nil }
    range = high - low
    adjusted = 2.35 + 1.5 * abs(5 - (low + high) / 2)
  }

  /// IPR/IPRAS.
  var index: Double { range / adjusted }
}

/// RAND/UCLA's classic definitions for panels of 7 to 16: ratings counted, weights aside (Fitch et al. 2001, table 5).
enum ClassicPanel {
  /// Whether enough rate at both ends: 3 of up to 10, 4 of 11–13, 5 of 14–16; nil for other panels and scales.
  static func disagrees(_ counts: [Int]) -> Bool? {
    guard let least = least(counts) else { return nil }
    return counts[..<3].reduce(0, +) >= least && counts[6...].reduce(0, +) >= least
  }

  /// Whether fewer than that many rate outside the third of the scale (1–3, 4–6, 7–9) that holds the median.
  static func agrees(_ counts: [Int], median: Double) -> Bool? {
    guard let least = least(counts) else { return nil }
    let third = median < 3.5 ? 0 : median < 6.5 ? 1 : 2
    return counts.reduce(0, +) - counts[(3 * third)..<(3 * third + 3)].reduce(0, +) < least
  }

  private static func least(_ counts: [Int]) -> Int? {
    guard counts.count == InterpercentileRange.points else { return nil }
    switch counts.reduce(0, +) {
    case 7...10: return 3
    case 11...13: return 4
    case 14...16: return 5
    default: return nil
    }
  }
}
