import Distributions

/// Leik's ordinal dispersion D, 0 (one point) to 1 (half at each end): Leik 1966.
///
/// D = 2 Σ_{k<K} min(F_k, 1 − F_k)/(K − 1), F being the cumulated shares. Where some F_k is ½ its derivative jumps; it is
/// then taken as the mean of both sides.
enum Leik {
  /// The dispersion of shares on a scale 1…K; nil for fewer than two points.
  static func dispersion(_ shares: [Double]) -> Double? {
    guard shares.count > 1 else { return nil }
    let sum = OrdinalCumulation.steps(shares).reduce(0) { $0 + min($1, 1 - $1) }
    return min(1, max(0, 2 * sum / Double(shares.count - 1))).ifFinite
  }

  /// The derivative of the dispersion by each share.
  static func gradient(_ shares: [Double]) -> [Double] {
    let slope = 2 / Double(max(1, shares.count - 1))
    return OrdinalCumulation.gradient(shares) { $0 < 0.5 ? slope : $0 > 0.5 ? -slope : 0 }
  }
}

/// Blair & Lacy's ordinal concentration l, 0 (half at each end) to 1 (one point): Blair & Lacy 2000.
///
/// l² = Σ_{k<K} (F_k − ½)²/((K − 1)/4), F being the cumulated shares.
enum BlairLacy {
  /// l²; nil for fewer than two points.
  static func squared(_ shares: [Double]) -> Double? {
    guard shares.count > 1 else { return nil }
    let sum = OrdinalCumulation.steps(shares).reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) }
    return min(1, max(0, 4 * sum / Double(shares.count - 1))).ifFinite
  }

  /// l.
  static func concentration(_ shares: [Double]) -> Double? { squared(shares)?.squareRoot() }

  /// The derivative of l² by each share.
  static func squaredGradient(_ shares: [Double]) -> [Double] {
    OrdinalCumulation.gradient(shares) { 8 * ($0 - 0.5) / Double(max(1, shares.count - 1)) }
  }

  /// The derivative of l by each share; nil where l is 0, which is a corner.
  static func gradient(_ shares: [Double]) -> [Double]? {
    guard let value = concentration(shares), value > 1e-12 else { return nil }
    return squaredGradient(shares).map { $0 / (2 * value) }
  }
}

/// Agreement within a group against answers spread evenly over the scale: James, Demaree & Wolf 1984.
///
/// r_WG = 1 − s²/((K² − 1)/12), s² = n/(n − 1) Σ p_k (k − m)². Not cut at 0: below 0 answers differ more than if given
/// at random.
enum WithinGroupAgreement {
  /// r_WG of one item answered by `count` people; nil for fewer than two points or people.
  static func single(_ shares: [Double], count: Int) -> Double? {
    guard shares.count > 1, count > 1, !shares.isEmpty else { return nil }
    return (1 - variance(shares, count: count) / nullVariance(shares.count)).ifFinite
  }

  /// The derivative of r_WG by each share.
  static func gradient(_ shares: [Double], count: Int) -> [Double] {
    let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let scale = Double(count) / Double(max(1, count - 1)) / nullVariance(shares.count)
    return shares.indices.map { -scale * (Double($0) - mean) * (Double($0) - mean) }
  }

  /// The variance of answers spread evenly over a scale of some points.
  static func nullVariance(_ points: Int) -> Double { (Double(points) * Double(points) - 1) / 12 }

  private static func variance(_ shares: [Double], count: Int) -> Double {
    let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let squares = shares.enumerated().reduce(0) {
      $0 + $1.element * (Double($1.offset) - mean) * (Double($1.offset) - mean)
    }
    return squares * Double(count) / Double(count - 1)
  }
}

/// The cumulated shares of a scale.
enum OrdinalCumulation {
  /// F_1 … F_{K−1}.
  static func steps(_ shares: [Double]) -> [Double] {
    var sum = 0.0
    return shares.dropLast().map { share in
      sum += share
      return sum
    }
  }

  /// The derivative by each share of Σ_{k<K} f(F_k), f′ being given.
  static func gradient(_ shares: [Double], _ slope: (Double) -> Double) -> [Double] {
    var sum = 0.0
    var gradient = [0.0]
    for step in steps(shares).reversed() {
      sum += slope(step)
      gradient.append(sum)
    }
    return gradient.reversed()
  }
}
