import CBoostMath

/// The χ² distribution.
public enum ChiSquared {
  /// The value below which a share (0…1, 1 excluded) of the distribution lies; nil outside the domain.
  public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
    guard probability >= 0, probability < 1 else { return nil }
    return yk_chi_squared_quantile(probability, degreesOfFreedom).ifNumber
  }

  /// The share of the distribution above a value (0 or more), for p values; nil outside the domain.
  public static func upperTail(_ value: Double, degreesOfFreedom: Double) -> Double? {
    yk_chi_squared_upper_tail(value, degreesOfFreedom).ifNumber
  }
}
