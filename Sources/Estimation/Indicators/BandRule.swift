import FormDefinition

/// The bands of an indicator and the statistic they are bands of.
struct BandRule: Sendable {
  let statistic: Statistic
  private let bands: [IndicatorBand]

  /// The bands of the parameter `bands`, of the statistic the parameter `banded` names.
  init(_ indicator: Indicator, default statistic: Statistic) {
    self.statistic = indicator.parameters["banded"].flatMap(Statistic.init(rawValue:)) ?? statistic
    bands = indicator.bands
  }

  /// The last band that begins at or below a figure; nil without bands.
  func name(of value: Double) -> String? { bands.last { $0.start.map { value >= $0 } ?? true }?.name }
}
