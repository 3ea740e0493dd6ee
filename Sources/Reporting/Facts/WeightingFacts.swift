/// How many respondents there are and how they were weighted.
public struct WeightingFacts: Sendable, Hashable {
  /// Respondents that the estimates rest on.
  public var responseCount = 0
  /// Kish's effective number of respondents; nil when all weights are equal.
  public var effectiveCount: Double?
  /// The design effect of weighting, n·Σw²/(Σw)²; nil when all weights are equal.
  public var designEffect: Double?
  /// The margins that weights were fitted to, in order, level by level.
  public var margins: [MarginLevel] = []
  /// Where each margin's population comes from.
  public var frames: [FrameSource] = []
  /// Respondents whose level has no population figure.
  public var unmatched: [UnmatchedLevel] = []
  /// How many respondents were left out of the estimates for want of a population figure.
  public var excludedCount = 0
  /// Whether the numbers of records accepted and read must not be printed: less the respondents they would give back
  /// how many were left out, who are fewer than the minimum count.
  public var withholdsTotals = false
  /// The strata's question; "" when there are none.
  public var strata = ""
  /// The clusters' questions, outermost first; empty when there are none.
  public var clusters: [String] = []

  /// Creates facts of an unweighted sample of nobody.
  public init() {}
}

/// One level of a margin: the population and the respondents before and after weighting.
public struct MarginLevel: Sendable, Hashable {
  /// The question, or questions joined by `*`.
  public var variable: String
  /// The level, parts joined by `*`.
  public var level: String
  /// The number of people in the population.
  public var population: Double
  /// Respondents at this level; nil when they are too few to say.
  public var respondents: Int?
  /// The share of respondents before weighting, 0…1; nil when they are too few to say.
  public var shareBefore: Double?
  /// The share after weighting, 0…1.
  public var shareAfter: Double

  /// Creates a level.
  public init(
    variable: String, level: String, population: Double, respondents: Int?, shareBefore: Double?, shareAfter: Double
  ) {
    self.variable = variable
    self.level = level
    self.population = population
    self.respondents = respondents
    self.shareBefore = shareBefore
    self.shareAfter = shareAfter
  }
}

/// Where a margin's population comes from.
public struct FrameSource: Sendable, Hashable {
  /// The question, or questions joined by `*`.
  public var variable: String
  /// The day the population was counted.
  public var asOf: CalendarDay?
  /// The document it is taken from.
  public var source: String
  /// Who is counted.
  public var definition: String

  /// Creates a source.
  public init(variable: String, asOf: CalendarDay?, source: String, definition: String) {
    self.variable = variable
    self.asOf = asOf
    self.source = source
    self.definition = definition
  }
}

/// Respondents at a level without a population figure, and what was done with them.
public struct UnmatchedLevel: Sendable, Hashable {
  /// The question, or questions joined by `*`.
  public var variable: String
  /// The level; "" for people who gave none.
  public var level: String
  /// Respondents concerned; nil when they are too few to say.
  public var respondents: Int?
  /// What was done.
  public var treatment: Treatment

  /// What was done with respondents without a population figure.
  public enum Treatment: String, Sendable, Hashable, CaseIterable {
    /// They are left out of the estimates.
    case excluded
    /// They keep their base weight.
    case baseWeight = "base_weight"
    /// They count as another level of the frame.
    case mapped
  }

  /// Creates a note.
  public init(variable: String, level: String, respondents: Int?, treatment: Treatment) {
    self.variable = variable
    self.level = level
    self.respondents = respondents
    self.treatment = treatment
  }
}
