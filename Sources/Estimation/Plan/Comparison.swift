/// Which levels of a domain are compared in which items, by what test.
public struct Comparison: Sendable, Hashable {
  /// Names of items, or of indicators, which stand for all their items.
  public var items: [String]
  /// The questions whose (crossed) levels are compared.
  public var domain: [String]
  /// The test.
  public var test = ComparisonTest.raoScott
  /// A question of the domain: only levels that differ in nothing but its answer are compared; nil: any two.
  public var along: String?
  /// How p values are adjusted for the number of tests of this comparison.
  public var adjustment = PValueAdjustment.holm

  /// Creates a comparison.
  public init(items: [String], domain: [String]) {
    self.items = items
    self.domain = domain
  }
}

/// How levels of a domain are compared.
public enum ComparisonTest: String, Sendable, Hashable, CaseIterable {
  /// Independence of answer and level: Rao & Scott's second-order correction, F.
  case raoScott = "rao_scott"
  /// Independence: Rao & Scott's first-order correction, χ².
  case raoScottChiSquared = "rao_scott_chisq"
  /// Independence: Wald's test of observed less expected shares.
  case wald
  /// Wald's test with the degrees of freedom that its contrasts take.
  case adjustedWald = "adjusted_wald"
  /// The difference of means and shares between any two levels, t on PSUs less strata.
  case difference
  /// The same with one degree of freedom less, as a regression on the level has.
  case t

  /// Whether the test is of a table of answers by levels.
  public var isOfTable: Bool { self != .difference && self != .t }
}

/// How p values of several tests are adjusted.
public enum PValueAdjustment: String, Sendable, Hashable, CaseIterable {
  /// Holm 1979: the probability of one false finding or more is kept.
  case holm
  /// Benjamini & Hochberg 1995: the expected share of false findings is kept.
  case benjaminiHochberg = "bh"
  /// Each p times their number.
  case bonferroni
  /// None.
  case none
}
