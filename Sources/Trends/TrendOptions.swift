public import Estimation

/// Which changes are given.
public struct TrendOptions: Sendable, Hashable {
  /// The statistics whose change is given.
  public var statistics: [Statistic] = [.agree, .mean, .gap]
  /// How p values are adjusted within a family: the items of one indicator, one statistic and one domain.
  public var adjustment = PValueAdjustment.holm
  /// The confidence level of the intervals.
  public var level = 0.95
  /// The version of the current form.
  public var version = ""

  /// Creates the defaults.
  public init() {}

  /// The statistics that can be followed: those with a standard error of their own.
  public static let followed: [Statistic] = [
    .agree, .disagree, .netAgree, .proportion, .mean, .total, .ratio, .median, .quantile, .consensus, .importance,
    .provision, .gap, .weightedGap, .rds, .borich, .pni, .pniModified, .topShare, .borda, .maxDiff,
  ]
}
