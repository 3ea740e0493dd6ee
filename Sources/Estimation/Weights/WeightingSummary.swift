/// How the weights of a run came about, for the methods section of a report.
public struct WeightingSummary: Sendable, Hashable {
  /// The weights before raking: the design weights, or 1.
  public var base: WeightDistribution
  /// The weights that the estimates use.
  public var final: WeightDistribution
  /// The margins raked to, in order; empty without raking.
  public var margins: [MarginSummary]
  /// How the population figures were met; nil without figures.
  public var method: WeightingMethod?
  /// The totals of numbers calibrated to.
  public var totals: [TotalSummary] = []
  /// Respondents whose weight was cut or filled up to a limit.
  public var trimmedCount = 0
  /// The replicates that variances come from; 0 when they are linearised.
  public var replicateCount = 0
  /// Sweeps over all margins, or steps of calibration; 0 without either.
  public var iterations: Int
  /// Whether every fitted margin came within the tolerance; true without raking.
  public var converged: Bool
  /// The largest relative difference left between a fitted margin and its population.
  public var largestDifference: Double
  /// Respondents left out because they have no cell in the frame.
  public var excludedCount: Int

  /// Creates a summary.
  public init(
    base: WeightDistribution, final: WeightDistribution, margins: [MarginSummary] = [], iterations: Int = 0,
    converged: Bool = true, largestDifference: Double = 0, excludedCount: Int = 0
  ) {
    self.base = base
    self.final = final
    self.margins = margins
    self.iterations = iterations
    self.converged = converged
    self.largestDifference = largestDifference
    self.excludedCount = excludedCount
  }
}

/// How weights were made to meet population figures.
public enum WeightingMethod: String, Sendable, Hashable, CaseIterable {
  /// One margin, met exactly.
  case postStratification
  /// Several margins, met in turn until all fit.
  case raking
  /// Calibration by linear distance.
  case linearCalibration
  /// Calibration by the distance that raking minimises.
  case rakingCalibration
  /// Calibration between bounds.
  case logitCalibration
}

/// The total of a number before and after calibration.
public struct TotalSummary: Sendable, Hashable {
  /// The question.
  public var question: String
  /// The population's total.
  public var population: Double
  /// The total with base weights.
  public var before: Double
  /// The total with final weights.
  public var after: Double
}

/// The spread of weights over respondents.
public struct WeightDistribution: Sendable, Hashable {
  /// Respondents, those with weight 0 included.
  public var count: Int
  /// The smallest weight; 0 without respondents.
  public var minimum: Double
  /// The largest weight; 0 without respondents.
  public var maximum: Double
  /// The sum of weights.
  public var sum: Double
  /// The sum of squared weights.
  public var sumOfSquares: Double

  /// Creates a distribution.
  public init(count: Int, minimum: Double, maximum: Double, sum: Double, sumOfSquares: Double) {
    self.count = count
    self.minimum = minimum
    self.maximum = maximum
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// The mean weight; nil without respondents.
  public var mean: Double? { count == 0 ? nil : (sum / Double(count)).ifFinite }

  /// The effective number of respondents, (Σw)²/Σw² (Kish 1965); nil when every weight is 0.
  public var effectiveCount: Double? { (sum / sumOfSquares * sum).ifFinite }

  /// The design effect of weighting, n Σw²/(Σw)² = 1 + cv² (Kish 1992); nil when every weight is 0.
  public var designEffect: Double? { (Double(count) / sum * (sumOfSquares / sum)).ifFinite }
}

/// One margin of raking before and after.
public struct MarginSummary: Sendable, Hashable {
  /// The questions whose crossed levels make the margin.
  public var variables: [String]
  /// What was done with respondents without a population figure.
  public var unmatched: UnmatchedRule
  /// The frame's levels in its order.
  public var levels: [Level]
  /// Respondents' levels without a population figure; level "" are those who gave no answer.
  public var unmatchedRespondents: [UnmatchedLevel]
  /// Levels of the frame without respondents and how many people they stand for.
  public var emptyLevels: [EmptyLevel]
  /// The population of the frame.
  public var population: Double

  /// One level of a margin.
  public struct Level: Sendable, Hashable {
    /// The level's name in the frame.
    public var name: String
    /// Its population.
    public var population: Double
    /// Its respondents; nil below the minimum count.
    public var respondents: Int?
    /// The sum of base weights; nil below the minimum count.
    public var before: Double?
    /// The sum of final weights.
    public var after: Double
  }

  /// Respondents whose level has no population figure.
  public struct UnmatchedLevel: Sendable, Hashable {
    /// The level's name; "" for those who gave no answer.
    public var name: String
    /// How many they are; nil below the minimum count.
    public var respondents: Int?
  }

  /// A level of the frame nobody belongs to.
  public struct EmptyLevel: Sendable, Hashable {
    /// The level's name in the frame.
    public var name: String
    /// Its population.
    public var population: Double
  }
}

extension Double {
  /// The number, or nil when it is infinite or not a number.
  var ifFinite: Double? { isFinite ? self : nil }
}
