import DelimitedText

/// Makes the quantiles of an item in one level of a domain, with Woodruff's intervals.
struct QuantileFigures: Sendable {
  let values: LevelValues
  let options: QuantileOptions
  let intervals: IntervalMaker
  let degreesOfFreedom: Double?

  /// The base.
  var count: Int { values.cells(splitAt: 0).count }

  /// The quantiles in the order of the plan, then the interquartile range when both quartiles are among them.
  var figures: [Figure] {
    let quantiles = options.shares.map(quantile)
    guard let lower = options.shares.firstIndex(of: 0.25), let upper = options.shares.firstIndex(of: 0.75) else {
      return quantiles
    }
    var range = quantiles[lower]
    range.statistic = .interquartileRange
    range.level = ""
    range.limits = nil
    range.standardError = nil
    range.estimate = quantiles[upper].estimate.flatMap { high in quantiles[lower].estimate.map { high - $0 } }
    return quantiles + [range]
  }

  /// One quantile: the limits of the share at or below it, turned into quantiles (Woodruff 1952); the standard error is
  /// the interval's width over 2 t (Francisco & Fuller 1991), none where the interval is open.
  private func quantile(_ share: Double) -> Figure {
    let isMedian = share == 0.5
    let statistic: Statistic = isMedian ? .median : .quantile
    let level = isMedian ? "" : share.shortestText
    let estimate = values.quantile(share, rule: options.rule)
    let maker = FigureMaker(
      values.cells(splitAt: estimate ?? 0), intervals: intervals, degreesOfFreedom: degreesOfFreedom)
    var figure = maker.plain(statistic, level: level, estimate)
    if figure.working != nil { figure.working = maker.mean(.proportion, values: [1, 0]).working }
    guard estimate != nil, let limits = limits(maker), let t = intervals.quantile(degreesOfFreedom) else {
      return figure
    }
    // A limit beyond 0…1 leaves the interval open on its side: the sample does not reach that far.
    let low = values.quantile(limits.low, rule: options.rule) ?? -.infinity
    let high = values.quantile(limits.high, rule: options.rule) ?? .infinity
    guard low <= high, low.isFinite || high.isFinite else { return figure }
    figure.limits = low...high
    figure.standardError = ((high - low) / (2 * t)).ifFinite
    return figure
  }

  /// The interval of the share at or below the quantile, not cut to 0…1.
  private func limits(_ maker: FigureMaker) -> (low: Double, high: Double)? {
    let below = maker.mean(.proportion, values: [1, 0])
    guard let share = below.estimate, let standardError = below.standardError else { return nil }
    if options.interval == .mean || share <= 0 || share >= 1 || standardError < 1e-10 {
      return intervals.halfWidth(standardError, degreesOfFreedom).map { (share - $0, share + $0) }
    }
    let kind: ProportionInterval = options.interval == .beta ? .beta : .logit
    return intervals.of(kind).proportion(
      share, standardError: standardError, degreesOfFreedom: degreesOfFreedom, count: maker.cells.count,
      recordCount: maker.cells.recordCount
    ).map { ($0.lowerBound, $0.upperBound) }
  }
}
