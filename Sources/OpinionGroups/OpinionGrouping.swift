/// What a search for opinion groups found.
public struct OpinionGrouping: Sendable {
  /// The outcome.
  public enum Verdict: String, Sendable, Hashable {
    /// There are distinct groups.
    case distinct
    /// A population without groups gives partitions just as clear.
    case notDistinct = "not_distinct"
    /// People stand apart by degree, with no gap between groups.
    case notSeparated = "not_separated"
    /// Other samples of the same people would give other groups.
    case notStable = "not_stable"
    /// Every partition has a group that is too small.
    case tooSmall = "too_small"
    /// Too few people or items that vary for any partition.
    case tooFew = "too_few"
  }

  /// What was tried with a number of groups.
  public struct Candidate: Sendable, Hashable {
    /// The number of groups.
    public var groupCount: Int
    /// The weighted mean silhouette in the sample searched.
    public var silhouette: Double
    /// Whether every group is large enough.
    public var isLargeEnough: Bool
  }

  /// The outcome.
  public internal(set) var verdict: Verdict
  /// The positions of the items used: those that vary.
  public internal(set) var items: [Int] = []
  /// The people taken into account.
  public internal(set) var memberCount = 0
  /// The people left out because too many of their answers are missing.
  public internal(set) var leftOutCount = 0
  /// The group of each record from 1; 0 for records in none.
  public internal(set) var assignments: [UInt8]
  /// The number of groups; 1 when there are none.
  public internal(set) var groupCount = 1
  /// By number of groups tried.
  public internal(set) var candidates: [Candidate] = []
  /// The p value of the test of one group; nil when nothing could be tested.
  public internal(set) var pValue: Double?
  /// The p value of the test that groups stand apart; nil when it was not reached.
  public internal(set) var separationPValue: Double?
  /// The mean adjusted Rand index of partitions of resamples with the one found; nil when it was not reached.
  public internal(set) var stability: Double?
  /// By group, largest first: the mean Jaccard index with the nearest group of resamples.
  public internal(set) var groupStability: [Double] = []
  /// The principal components of the items used; nil when too few vary.
  public internal(set) var components: PrincipalComponents?
  /// The people on the plane of the first two components; nil when there are no two.
  public internal(set) var map: OpinionMap?
  /// The pairs of items that say the same: positions among all items, correlation above 0.999 or below −0.999.
  public internal(set) var repeatedItems: [[Int]] = []

  init(_ verdict: Verdict, recordCount: Int) {
    self.verdict = verdict
    assignments = Array(repeating: 0, count: recordCount)
  }
}
