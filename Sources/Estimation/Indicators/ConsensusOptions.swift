import FormDefinition

/// What the parameters of a `consensus` indicator ask for.
struct ConsensusOptions: Sendable {
  /// The optional statistics asked for.
  let requested: Set<String>
  /// How quantiles are taken.
  let quantile: ScaleQuantile
  /// The largest interquartile range of a Delphi consensus.
  let largestRange: Double
  /// The least agreeing share of a Delphi consensus.
  let leastShare: Double
  /// The share at each end from which two camps are seen.
  let campShare: Double
  let bands: BandRule

  init(_ indicator: Indicator) {
    func number(_ name: String, in range: ClosedRange<Double>, default value: Double) -> Double {
      guard let number = indicator.parameters[name].flatMap(Double.init), range.contains(number) else { return value }
      return number
    }
    requested = indicator.requestedStatistics
    let rule = indicator.parameters["quantile"].flatMap(ScaleQuantileRule.init(rawValue:))
    quantile = ScaleQuantile(rule: rule ?? .school)
    largestRange = number("delphi_iqr", in: 0...100, default: 1)
    leastShare = number("delphi_share", in: 0...1, default: 0.7)
    campShare = number("polarised", in: 0...0.5, default: 0.25)
    bands = BandRule(indicator, default: .consensus)
  }
}
