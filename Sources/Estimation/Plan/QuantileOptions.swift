/// Which quantiles of numbers and of ordinal answers are estimated, and how.
public struct QuantileOptions: Sendable, Hashable {
  /// The shares below the quantiles, each between 0 and 1; 0.5 is the median. Empty: no quantiles.
  public var shares: [Double] = []
  /// Which value is taken where the weights below it are exactly the share.
  public var rule = WeightedQuantileRule.math
  /// How the interval of the share below is made, from which that of the quantile follows.
  public var interval = QuantileInterval.mean

  /// Creates the defaults: no quantiles.
  public init() {}
}

/// Which value is a quantile p.
public enum WeightedQuantileRule: String, Sendable, Hashable, CaseIterable {
  /// The smallest value at or below which lies at least the share p of the weights (Hyndman & Fan 1996, type 1).
  case math
  /// The same, but the mean of that value and the next where it is exactly p (type 2).
  case school
}

/// The interval of the share at or below a quantile (Woodruff 1952); its limits are turned into quantiles.
public enum QuantileInterval: String, Sendable, Hashable, CaseIterable {
  /// The share ± t times its standard error.
  case mean
  /// On the logit scale.
  case xlogit
  /// Korn & Graubard's.
  case beta
}
