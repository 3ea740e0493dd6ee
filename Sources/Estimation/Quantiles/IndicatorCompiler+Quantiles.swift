import FormDefinition
import Responses
import Tabulation

extension IndicatorCompiler {
  /// Adds the quantiles of every number and of every ordinal answer of a consensus indicator.
  mutating func addQuantiles(_ options: QuantileOptions) {
    if options.shares.isEmpty { return }
    var added: [IndicatorEntry] = []
    for entry in entries {
      let quantiles = quantiles(of: entry, options)
      added.append(quantiles == nil ? entry : entry.without(options.statistics))
      if let quantiles { added.append(quantiles) }
    }
    replaceEntries(added)
  }

  private mutating func quantiles(of entry: IndicatorEntry, _ options: QuantileOptions) -> IndicatorEntry? {
    guard let question = entry.questions.first, entry.questions.count == 1 else { return nil }
    switch (entry.indicator.kind, items[entry.tabulated]) {
    case (.mean, .number), (.total, .number):
      return IndicatorEntry(
        indicator: entry.indicator, item: entry.item, questions: entry.questions,
        tabulated: position(of: .values(question)), measure: QuantileMeasure(options: options, scores: []))
    case (.consensus, .coded):
      let field = layout.fields[question]
      let scale = AnswerScale(codes: entry.indicator.scale, field: field)
      let isReversed = entry.indicator.reverse.contains(field.name)
      let scores = scale.points.map { point in
        point < 0 ? nil : Double(isReversed ? scale.codes.count - point : point + 1)
      }
      return IndicatorEntry(
        indicator: entry.indicator, item: entry.item, questions: entry.questions, tabulated: entry.tabulated,
        measure: QuantileMeasure(options: options, scores: scores))
    default: return nil
    }
  }
}

extension QuantileOptions {
  /// The statistics of an item that these quantiles are, other than by their share.
  fileprivate var statistics: Set<Statistic> {
    var statistics: Set<Statistic> = []
    if shares.contains(0.5) { statistics.insert(.median) }
    if shares.contains(0.25), shares.contains(0.75) { statistics.insert(.interquartileRange) }
    return statistics
  }
}

extension IndicatorEntry {
  /// The same entry without statistics that another one gives.
  fileprivate func without(_ statistics: Set<Statistic>) -> IndicatorEntry {
    guard var measure = measure as? ConsensusMeasure else { return self }
    measure.givenByPlan = statistics
    return IndicatorEntry(
      indicator: indicator, item: item, questions: questions, tabulated: tabulated, measure: measure)
  }
}
