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
  /// Type 5: values lie at the middle of their weights, straight lines between.
  case hf5
  /// Type 6: values lie at the end of their weights, of all and one more respondent's.
  case hf6
  /// Type 7: the smallest value lies at 0, the largest at 1 (the usual one of R's `quantile`).
  case hf7
  /// Type 8: a third before the end of their weights; about unbiased for the median.
  case hf8
  /// Type 9: three eighths before the end of their weights; about unbiased for normal scores.
  case hf9

  /// Whether it takes values between those given.
  var isInterpolating: Bool { self != .math && self != .school }
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
