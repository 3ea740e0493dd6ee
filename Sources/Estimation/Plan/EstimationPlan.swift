/// What is estimated and how: the design, the weights, the domains, the intervals and the disclosure rules.
public struct EstimationPlan: Sendable {
  /// The wave's label, copied into every row.
  public var wave = ""
  /// How the respondents came in.
  public var sample = SampleKind.optIn
  /// The period whose records are counted; nil: all.
  public var period: RecordPeriod?
  /// The question holding the design weight; nil: 1 for all.
  public var weights: String?
  /// The question holding the stratum; nil: one stratum.
  public var strata: String?
  /// The questions holding the clusters of each stage, nested in strata; empty: each record is its own PSU.
  public var clusters: [String] = []
  /// The questions holding population sizes or sampling fractions, one per stage; empty: sampling with replacement.
  public var populationSizes: [String] = []
  /// The margins to rake to, in order; empty: no raking.
  public var rake: [RakeMargin] = []
  /// How raking stops, and the variance that follows from it.
  public var raking = RakingOptions()
  /// The margin to post-stratify to, may be crossed; nil: none. Goes before ``rake``.
  public var postStratify: RakeMargin?
  /// The totals to calibrate to; nil: none. Goes before ``postStratify`` and ``rake``.
  public var calibrate: CalibrationTarget?
  /// The limits that weights are trimmed to after all else; nil: none.
  public var trim: TrimRule?
  /// The replicate weights that variances come from; nil: variances are linearised.
  public var replicates: ReplicatePlan?
  /// What is done with a stratum of a single PSU.
  public var singlePSU = SinglePSURule.error
  /// What design effects compare with.
  public var designEffect = DesignEffectReference.automatic
  /// The domains beside the whole: each one variable, or several crossed.
  public var domains: [[String]] = []
  /// Intervals.
  public var intervals = IntervalOptions()
  /// Quantiles of numbers and of ordinal answers.
  public var quantiles = QuantileOptions()
  /// Comparisons of the levels of domains; their domains need not be among ``domains``.
  public var comparisons: [Comparison] = []
  /// Disclosure control.
  public var disclosure = DisclosureRules()
  /// What was published before of what may be the same people; disclosure control looks at it.
  public var publishedBefore: [PublishedBefore] = []

  /// The domains, those of comparisons included.
  var allDomains: [[String]] {
    var all = domains
    for comparison in comparisons where !all.contains(comparison.domain) { all.append(comparison.domain) }
    return all
  }

  /// Creates a plan: every record counts 1, overall only.
  public init() {}
}

/// The simple random sample that a design effect compares with.
public enum DesignEffectReference: String, Sendable, Hashable, CaseIterable {
  /// Without replacement when the design has population sizes, otherwise with replacement.
  case automatic = "auto"
  /// Without replacement from as many people as the weights add up to (R: `deff = TRUE`).
  case withoutReplacement = "wor"
  /// With replacement (R: `deff = "replace"`).
  case withReplacement = "replace"
}

/// How the respondents came in.
public enum SampleKind: String, Sendable, Hashable, CaseIterable {
  /// Drawn with known probabilities.
  case probability
  /// Everybody was asked.
  case census
  /// Whoever liked to answer: same arithmetic, flag `modelled`, no margin of error.
  case optIn = "opt_in"
}

/// The records that belong to a wave: those whose date lies from the first day to the last.
public struct RecordPeriod: Sendable, Hashable {
  /// The question holding the date or moment.
  public var field: String
  /// The first day, days since 1970-01-01, in local time of the answer.
  public var firstDay: Int
  /// The last day, inclusive.
  public var lastDay: Int

  /// Creates a period.
  public init(field: String, firstDay: Int, lastDay: Int) {
    self.field = field
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}

/// One margin of raking.
public struct RakeMargin: Sendable {
  /// The questions whose crossed levels make the margin; one for a simple margin.
  public var variables: [String]
  /// The population by level (crossed levels joined by `*`).
  public var population: [(level: String, count: Double)]
  /// What happens to respondents whose level has no population figure.
  public var unmatched: UnmatchedRule
  /// Levels of the form counted as another level of the frame.
  public var map: [String: String]

  /// Creates a margin.
  public init(
    variables: [String], population: [(level: String, count: Double)], unmatched: UnmatchedRule = .error,
    map: [String: String] = [:]
  ) {
    self.variables = variables
    self.population = population
    self.unmatched = unmatched
    self.map = map
  }
}

/// What happens to respondents without a cell of the frame.
public enum UnmatchedRule: String, Sendable, Hashable, CaseIterable {
  /// Estimation stops with a diagnostic.
  case error
  /// They are left out of the estimates.
  case exclude
  /// They keep their base weight.
  case baseWeight = "base_weight"
}

/// How raking stops and which variance follows.
public struct RakingOptions: Sendable, Hashable {
  /// The largest relative difference allowed between a fitted margin and its population.
  public var tolerance = 1e-12
  /// The largest number of sweeps over the margins.
  public var iterations = 1000
  /// `residual`: the residuals of the weighted regression on the margins (Deville & Särndal 1992).
  public var variance = RakingVariance.residual

  /// Creates the defaults.
  public init() {}
}

/// The variance that follows from raking.
public enum RakingVariance: String, Sendable, Hashable, CaseIterable {
  /// Residuals of the base-weighted regression on the margins.
  case residual
  /// The sweeps of R's `rake()`.
  case sweeps
}

/// What is done with a stratum of a single PSU.
public enum SinglePSURule: String, Sendable, Hashable, CaseIterable {
  /// Estimation stops with a diagnostic.
  case error
  /// It adds no variance.
  case certainty
  /// Its deviation is taken from the mean of all PSUs.
  case centered
  /// It adds the average variance of the other strata.
  case average
}

/// When an estimate is not published.
public struct DisclosureRules: Sendable, Hashable {
  /// The smallest unweighted base of a published row.
  public var minimumCount = 10
  /// The smallest non-zero answer count, and count of the others, behind a published share; nil: min(3, minimumCount).
  public var minimumCell: Int?
  /// How far apart the smallest and the largest value must be that a suppressed count can have, given everything
  /// published; at least 1.
  public var protection = 1
  /// When a mean or total of a number says too much of one respondent and is suppressed; nil: never.
  public var dominance: DominanceRule?

  /// Creates the defaults.
  public init() {}
}
