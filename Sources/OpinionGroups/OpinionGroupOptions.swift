/// How groups are looked for.
public struct OpinionGroupOptions: Sendable, Hashable {
  /// The seed of everything drawn: equal data and seeds give equal groups.
  public var seed: UInt64 = 1
  /// The largest number of groups tried, 2…20.
  public var mostGroups = 5
  /// The largest share of items that may be missing; people with more are left out.
  public var mostMissing = 0.5
  /// The smallest number of people that any figure rests on.
  public var minimumCount = 10
  /// The smallest number of people in a group; ``minimumCount`` when it is less.
  public var minimumSize = 10
  /// The smallest share of people in a group.
  public var minimumShare = 0.05
  /// The most people among whom groups are looked for and tested; larger data are sampled for it, and everybody is put
  /// into the nearest group afterwards.
  public var sampleSize = 1000
  /// Populations without groups drawn for the test of one group; the smallest p value is 1/(draws + 1).
  public var nullDraws = 99
  /// The largest p value of the test at which groups are claimed.
  public var significance = 0.01
  /// Samples drawn for stability.
  public var resamples = 20

  /// Creates the defaults.
  public init() {}
}
