/// How intervals are made.
public struct IntervalOptions: Sendable, Hashable {
  /// The confidence level, 0…1.
  public var level = 0.95
  /// The interval of a proportion.
  public var proportion = ProportionInterval.logit
  /// The distribution whose quantile a standard error is multiplied with.
  public var distribution = IntervalDistribution.studentT

  /// Creates the defaults.
  public init() {}
}

/// The distribution whose quantile a standard error is multiplied with.
public enum IntervalDistribution: String, Sendable, Hashable, CaseIterable {
  /// Student's t with the degrees of freedom of the domain.
  case studentT = "t"
  /// The normal one, as R's `confint` takes when it is told of no degrees of freedom; too short with few clusters.
  case normal
}

/// Intervals of proportions; formulas and sources stand in `Documentation/statistics.md`.
///
/// Where one does not exist (nobody or everybody gave the answer, or the variance is 0), it is replaced by the interval
/// of a simple random sample: Wilson's for ``wilson``, Clopper–Pearson's for the others.
public enum ProportionInterval: String, Sendable, Hashable, CaseIterable {
  /// On the logit scale (closed form; R's `xlogit`).
  case logit
  /// Korn & Graubard 1998 as R's `svyciprop(method = "beta")` has it: Clopper–Pearson's with the effective number of
  /// respondents, which may exceed their number.
  case beta
  /// Korn & Graubard 1998 as in the presentation standards of NCHS 2017: the effective number is at most the base.
  case betaCapped = "beta_capped"
  /// Wilson's score interval with the effective number of respondents and the quantile of t.
  case wilson
  /// Wilson 1927 for a simple random sample of the base's size, whatever the design.
  case wilsonPlain = "wilson_plain"
  /// Clopper & Pearson 1934 for a simple random sample of the base's size, whatever the design.
  case clopperPearson = "clopper_pearson"
  /// On the arcsine square root scale.
  case asin
  /// Symmetric: the proportion ± t times its standard error.
  case mean
}
