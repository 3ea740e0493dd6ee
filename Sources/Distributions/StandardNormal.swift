import CBoostMath

/// The normal distribution with mean 0 and variance 1.
public enum StandardNormal {
  /// The value below which a share (0…1, ends excluded) of the distribution lies; nil outside the domain.
  public static func quantile(_ probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    return yk_normal_quantile(probability).ifNumber
  }

  /// The share of the distribution below a value; nil for what is not a number.
  public static func cumulative(_ value: Double) -> Double? { yk_normal_cumulative(value).ifNumber }

  /// The share of the distribution above a value, accurate far out; nil for what is not a number.
  public static func upperTail(_ value: Double) -> Double? { yk_normal_upper_tail(value).ifNumber }
}
