/// Replicate weights: how they are made, or which columns hold them, and how their spread becomes a variance.
public struct ReplicatePlan: Sendable, Hashable {
  /// How replicates come about.
  public var type: ReplicateType
  /// The number of bootstrap replicates; jackknives have one per PSU or group, columns one each.
  public var count = 500
  /// Into how many random groups a jackknife puts the PSUs of each stratum, leaving out one group at a time; nil: one PSU
  /// at a time.
  public var groupCount: Int?
  /// Where the random numbers start; equal seeds give equal replicates.
  public var seed: UInt64 = 1
  /// The questions holding replicate weights, `*` and `?` standing for any letters and any letter; `columns` only.
  public var columns: [String] = []
  /// Whether the columns hold full weights; otherwise what the weight is multiplied with.
  public var isCombined = true
  /// What the sum of squares is multiplied with; nil: as the type says (columns need it or ``scales``).
  public var scale: Double?
  /// What each replicate's square is multiplied with, in the order of the columns; empty: 1.
  public var scales: [Double] = []
  /// Whether squares are taken about the full estimate; otherwise about the mean of the replicates, R's default.
  public var isCentredOnEstimate = false

  /// Creates a plan with the defaults of a type.
  public init(_ type: ReplicateType) { self.type = type }
}

/// How replicate weights come about.
public enum ReplicateType: String, Sendable, Hashable, CaseIterable {
  /// Each PSU is left out in turn; no strata.
  case jackknife = "JK1"
  /// Each PSU is left out in turn within its stratum.
  case stratifiedJackknife = "JKn"
  /// nₕ − 1 PSUs of each stratum's nₕ are drawn with replacement (Rao & Wu 1988).
  case raoWu = "rao_wu"
  /// nₕ PSUs of each stratum's nₕ are drawn with replacement (Canty & Davison 1999).
  case cantyDavison = "canty_davison"
  /// Columns hold the replicates' weights.
  case columns
}
