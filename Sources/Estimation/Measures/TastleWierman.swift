import Distributions

/// Consensus on an ordinal scale, 0 (half at each end) to 1 (everybody at one point): Tastle & Wierman 2007, eq. 2.
///
/// Cns = 1 + Σ p_k log₂(1 − |k − μ| / (K − 1)), μ = Σ k p_k, 0 log 0 = 0.
public enum TastleWierman {
  /// The consensus of shares on a scale 1…K; nil for fewer than two points.
  public static func consensus(_ shares: [Double]) -> Double? {
    guard shares.count > 1 else { return nil }
    let mean = mean(shares)
    let width = Double(shares.count - 1)
    var sum = 0.0
    for (point, share) in shares.enumerated() where share > 0 {
      sum += share * logarithm(1 - abs(Double(point) - mean) / width)
    }
    return min(1, max(0, 1 + sum)).ifFinite
  }

  /// The derivative of the consensus by each share; 0 for points nobody chose, which no record weighs.
  static func gradient(_ shares: [Double]) -> [Double] {
    let mean = mean(shares)
    let width = Double(shares.count - 1)
    var byMean = 0.0
    for (point, share) in shares.enumerated() where share > 0 {
      let offset = Double(point) - mean
      let rest = 1 - abs(offset) / width
      if rest > 0, offset != 0 { byMean += share * (offset > 0 ? 1 : -1) / (width * rest * naturalLogarithmOf2) }
    }
    return shares.enumerated().map { point, share in
      share > 0 ? logarithm(1 - abs(Double(point) - mean) / width) + Double(point) * byMean : 0
    }
  }

  private static let naturalLogarithmOf2 = 0.693_147_180_559_945_309_4

  private static func mean(_ shares: [Double]) -> Double {
    shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  private static func logarithm(_ value: Double) -> Double { ElementaryFunctions.logarithm2(value) }
}
