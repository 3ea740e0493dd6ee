import CBoostMath

/// The beta distribution on 0…1.
public enum BetaDistribution {
  /// The value below which a share (0…1) of the distribution lies; nil outside the domain (both shapes above 0).
  public static func quantile(_ probability: Double, _ firstShape: Double, _ secondShape: Double) -> Double? {
    yk_beta_quantile(probability, firstShape, secondShape).ifNumber
  }

  /// The share of the distribution below a value (0…1); nil outside the domain.
  public static func cumulative(_ value: Double, _ firstShape: Double, _ secondShape: Double) -> Double? {
    yk_beta_cumulative(value, firstShape, secondShape).ifNumber
  }
}
