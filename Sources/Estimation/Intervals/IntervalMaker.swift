import Distributions
import Synchronization

/// Makes confidence intervals.
struct IntervalMaker: Sendable {
  /// The confidence level, 0…1.
  let level: Double
  /// The kind of interval of a proportion.
  let proportion: ProportionInterval
  /// Whether everybody was sampled: the interval is the point.
  let isCompleteCensus: Bool
  /// The distribution whose quantile a standard error is multiplied with.
  let distribution: IntervalDistribution
  private let quantiles: StudentQuantiles

  /// Intervals of a level.
  init(
    level: Double, proportion: ProportionInterval, isCompleteCensus: Bool,
    distribution: IntervalDistribution = .studentT
  ) {
    self.level = level
    self.proportion = proportion
    self.isCompleteCensus = isCompleteCensus
    self.distribution = distribution
    quantiles = StudentQuantiles(probability: 1 - (1 - level) / 2)
  }

  /// The same intervals with another kind for proportions.
  func of(_ kind: ProportionInterval) -> IntervalMaker {
    IntervalMaker(
      level: level, proportion: kind, isCompleteCensus: isCompleteCensus, distribution: distribution)
  }

  /// Intervals as the options of a plan have them.
  init(_ options: IntervalOptions, isCompleteCensus: Bool) {
    self.init(
      level: min(1, max(0, options.level)), proportion: options.proportion, isCompleteCensus: isCompleteCensus,
      distribution: options.distribution)
  }

  var tail: Double { (1 - level) / 2 }

  /// estimate ± t se with the design's degrees of freedom, cut to `bounds`.
  ///
  /// - Returns: nil without a standard error or without degrees of freedom.
  func symmetric(
    _ estimate: Double, standardError: Double?, degreesOfFreedom: Double?, bounds: ClosedRange<Double>? = nil
  ) -> ClosedRange<Double>? {
    guard let standardError, let width = halfWidth(standardError, degreesOfFreedom) else { return nil }
    return Self.range(estimate - width, estimate + width, within: bounds)
  }

  /// t times a standard error; nil without degrees of freedom.
  func halfWidth(_ standardError: Double, _ degreesOfFreedom: Double?) -> Double? {
    if standardError == 0 { return 0 }
    return quantile(degreesOfFreedom).map { $0 * standardError }
  }

  /// The two-sided quantile of the distribution; that of t is nil without degrees of freedom.
  func quantile(_ degreesOfFreedom: Double?) -> Double? {
    distribution == .normal ? quantiles.normal : studentQuantile(degreesOfFreedom)
  }

  /// The two-sided quantile of t; nil without degrees of freedom.
  func studentQuantile(_ degreesOfFreedom: Double?) -> Double? {
    guard let degreesOfFreedom, degreesOfFreedom > 0 else { return nil }
    return quantiles[degreesOfFreedom]
  }

  /// A range cut to bounds; nil when a limit is not finite or they are in the wrong order.
  static func range(_ low: Double, _ high: Double, within bounds: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard low.isFinite, high.isFinite, low <= high else { return nil }
    guard let bounds else { return low...high }
    return (low...high).clamped(to: bounds)
  }
}

/// The quantiles of t for one probability, each worked out once: most figures of a domain share their degrees of freedom.
private final class StudentQuantiles: Sendable {
  private let probability: Double
  private let known = Mutex<[Double: Double?]>([:])

  /// The quantile of the normal distribution.
  let normal: Double?

  init(probability: Double) {
    self.probability = probability
    normal = StandardNormal.quantile(probability)
  }

  subscript(degreesOfFreedom: Double) -> Double? {
    known.withLock { known in
      if let quantile = known[degreesOfFreedom] { return quantile }
      let quantile = StudentT.quantile(probability, degreesOfFreedom: degreesOfFreedom)
      known[degreesOfFreedom] = .some(quantile)
      return quantile
    }
  }
}
