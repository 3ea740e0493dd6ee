import Distributions

/// Makes confidence intervals.
struct IntervalMaker: Sendable {
  /// The confidence level, 0…1.
  let level: Double
  /// Whether everybody was sampled: the interval is the point.
  let isCompleteCensus: Bool

  private var tail: Double { (1 - level) / 2 }

  /// estimate ± t se with the design's degrees of freedom, cut to `bounds`.
  ///
  /// - Returns: nil without a standard error or without degrees of freedom.
  func symmetric(
    _ estimate: Double, standardError: Double?, degreesOfFreedom: Double?, bounds: ClosedRange<Double>? = nil
  ) -> ClosedRange<Double>? {
    guard let standardError, let width = halfWidth(standardError, degreesOfFreedom) else { return nil }
    return Self.range(estimate - width, estimate + width, within: bounds)
  }

  /// The interval of a proportion on the logit scale: expit(logit p ± t se/(p(1−p))) (R's `xlogit`).
  ///
  /// Where it does not exist (p is 0 or 1, or the standard error is 0) Clopper–Pearson's with p n of n respondents
  /// (Clopper & Pearson 1934), which needs no variance.
  func proportion(
    _ proportion: Double, standardError: Double?, degreesOfFreedom: Double?, count: Int
  ) -> ClosedRange<Double>? {
    guard let standardError else { return nil }
    if isCompleteCensus, standardError < 1e-10 { return proportion...proportion }
    if proportion <= 0 || proportion >= 1 || standardError < 1e-10 {
      return clopperPearson(successes: proportion * Double(count), count: Double(count))
    }
    let spread = proportion * (1 - proportion)
    guard let width = halfWidth(standardError / spread, degreesOfFreedom) else { return nil }
    let logit = ElementaryFunctions.logarithm(proportion / (1 - proportion))
    return Self.range(expit(logit - width), expit(logit + width), within: 0...1)
  }

  /// Clopper–Pearson's interval for `successes` (not necessarily whole) of `count`.
  func clopperPearson(successes: Double, count: Double) -> ClosedRange<Double>? {
    guard count > 0 else { return nil }
    let low = successes <= 0 ? 0 : BetaDistribution.quantile(tail, successes, count - successes + 1)
    let high = successes >= count ? 1 : BetaDistribution.quantile(1 - tail, successes + 1, count - successes)
    guard let low, let high else { return nil }
    return Self.range(low, high, within: 0...1)
  }

  private func halfWidth(_ standardError: Double, _ degreesOfFreedom: Double?) -> Double? {
    if standardError == 0 { return 0 }
    guard let degreesOfFreedom, degreesOfFreedom > 0 else { return nil }
    return StudentT.quantile(1 - tail, degreesOfFreedom: degreesOfFreedom).map { $0 * standardError }
  }

  private func expit(_ value: Double) -> Double { 1 / (1 + ElementaryFunctions.exponential(-value)) }

  private static func range(_ low: Double, _ high: Double, within bounds: ClosedRange<Double>?) -> ClosedRange<Double>?
  {
    guard low.isFinite, high.isFinite, low <= high else { return nil }
    guard let bounds else { return low...high }
    return (low...high).clamped(to: bounds)
  }
}
