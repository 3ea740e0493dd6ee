import CBoostMath

/// The F distribution.
public enum FDistribution {
  /// The value below which a share (0…1, 1 excluded) of the distribution lies; nil outside the domain.
  public static func quantile(_ probability: Double, numerator: Double, denominator: Double) -> Double? {
    guard probability >= 0, probability < 1 else { return nil }
    return yk_f_quantile(probability, numerator, denominator).ifNumber
  }

  /// The share of the distribution above a value (0 or more), for p values; nil outside the domain.
  public static func upperTail(_ value: Double, numerator: Double, denominator: Double) -> Double? {
    yk_f_upper_tail(value, numerator, denominator).ifNumber
  }
}
