/// Totals that calibrated weights meet, and how far weights may move for that.
public struct CalibrationTarget: Sendable {
  /// How weights move.
  public var method = CalibrationMethod.linear
  /// The population by level of some questions.
  public var margins: [RakeMargin] = []
  /// The population totals of numbers, by question.
  public var totals: [(question: String, total: Double)] = []
  /// The number of people; for totals of numbers without margins, nil: the weights' sum is left free.
  public var size: Double?
  /// The least and largest factor on a base weight, 1 between them; nil: any (`logit` needs them).
  public var bounds: ClosedRange<Double>?

  /// Creates a target that asks for nothing.
  public init() {}
}

/// The distance whose minimum moves weights least (Deville & Särndal 1992).
public enum CalibrationMethod: String, Sendable, Hashable, CaseIterable {
  /// g = 1 + x′λ, cut to the bounds.
  case linear
  /// g = exp(x′λ), cut to the bounds.
  case raking
  /// g between the bounds, on a logistic curve.
  case logit
}

/// Limits of weights as multiples of their mean.
public struct TrimRule: Sendable, Hashable {
  /// The least weight; 0: none.
  public var lower: Double
  /// The largest weight; infinity: none.
  public var upper: Double
  /// Whether trimming is repeated until no weight lies outside.
  public var isStrict: Bool

  /// Creates a rule.
  public init(lower: Double = 0, upper: Double = .infinity, isStrict: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.isStrict = isStrict
  }
}

extension EstimationPlan {
  /// The margins that weights are made to meet, by calibration, post-stratification or raking.
  public var margins: [RakeMargin] { calibrate?.margins ?? postStratify.map { [$0] } ?? rake }

  /// Whether weights are made to meet population figures.
  var meetsPopulation: Bool { !margins.isEmpty || calibrate != nil }
}
