internal import Distributions

/// Where a line leads on the due date of a target.
public struct TargetProjection: Sendable, Hashable {
  /// The figure on the due date; shares lie in 0…1, other figures are 0 or more.
  public let value: Double
  /// The standard deviation of a new figure about the line; 0 when all figures lie on it.
  public let predictionError: Double
  /// The limits of the prediction interval, within the same bounds.
  public let low: Double
  /// The upper limit.
  public let high: Double
  /// The degrees of freedom of the t distribution: figures less 2.
  public let degreesOfFreedom: Double
  /// The probability, 0…1, that a new figure on the due date meets the goal.
  public let probability: Double
  /// Whether the line or its interval left what the figure can be, and was cut there.
  public let isBounded: Bool
  /// Whether figures counted by their standard errors.
  public let isWeighted: Bool

  /// Extends a line to the due date of a target.
  ///
  /// The interval is ŷ ± t(n − 2) · predictionError. What lies beyond the bounds counts as being on them.
  /// - Parameter level: of the interval, 0…1.
  /// - Returns: nil where the arithmetic overflows.
  public init?(_ line: TrendLine, target: Target, level: Double) {
    let value = line.height(on: target.due)
    let error = line.predictionError(on: target.due)
    let df = line.degreesOfFreedom
    guard value.isFinite, error.isFinite,
      let quantile = StudentT.quantile(1 - (1 - level) / 2, degreesOfFreedom: df)
    else { return nil }
    let bounds = 0...(target.unit == .share ? 1 : Double.greatestFiniteMagnitude)
    let ends = [value, value - quantile * error, value + quantile * error]
    let cut = ends.map { min(max($0, bounds.lowerBound), bounds.upperBound) }
    guard let probability = Self.probability(of: target, around: value, error: error, degreesOfFreedom: df) else {
      return nil
    }
    self.value = cut[0]
    low = cut[1]
    high = cut[2]
    predictionError = error
    degreesOfFreedom = df
    self.probability = probability
    isBounded = cut != ends
    isWeighted = line.isWeighted
  }

  /// The probability that a new figure meets the goal.
  private static func probability(
    of target: Target, around value: Double, error: Double, degreesOfFreedom: Double
  ) -> Double? {
    let isShare = target.unit == .share
    let (low, high, excludesLow) = target.accepted
    if isShare, excludesLow, low >= 1 { return 0 }
    guard error > 0 else {
      let bounded = isShare ? min(max(value, 0), 1) : max(value, 0)
      return target.isMet(by: bounded) ? 1 : 0
    }
    func above(_ end: Double) -> Double? {
      if end <= 0, !(excludesLow && end == 0 && low == 0) { return 1 }
      if end == .infinity || isShare && end >= 1 && end == high { return 0 }
      return StudentT.upperTail((end - value) / error, degreesOfFreedom: degreesOfFreedom)
    }
    guard let overLow = above(low), let overHigh = above(high) else { return nil }
    return min(1, max(0, overLow - overHigh))
  }
}
