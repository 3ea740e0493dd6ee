extension FigureMaker {
  /// A function of the shares of the slots, smooth where it has a gradient.
  ///
  /// The score of a slot is (g_k − Σ p g)/W, g being the derivative by each share.
  ///
  /// - Parameter gradient: nil where the function has a corner: then there is no standard error.
  func ofShares(
    _ statistic: Statistic, _ shape: IntervalShape, value: ([Double]) -> Double?, gradient: ([Double]) -> [Double]?
  ) -> Figure {
    let shares = shares
    guard !shares.isEmpty, let estimate = value(shares) else { return plain(statistic, nil) }
    guard let gradient = gradient(shares) else { return plain(statistic, estimate) }
    let mean = zip(shares, gradient).reduce(0) { $0 + $1.0 * $1.1 }
    return smooth(statistic, scores: gradient.map { ($0 - mean) / total }, shape) { totals in
      value(Self.shares(totals))
    }
  }

  /// A function of the slots' totals that jumps or has corners.
  ///
  /// It has no linearised standard error, and jackknives do not hold for it (Efron 1982, ch. 3): its standard error and
  /// interval come from bootstrap replicates alone.
  func stepwise(
    _ statistic: Statistic, level: String = "", _ bounds: ClosedRange<Double>, value: ([Double]) -> Double?
  ) -> Figure {
    var figure = plain(statistic, level: level, total > 0 ? value(cells.totals) : nil)
    guard let estimate = figure.estimate, let replicates = cells.design.replicates, replicates.isBootstrap,
      let variance = replicates.variance(of: cells.replicateTotals.map(value), estimate: estimate)
    else { return figure }
    figure.working?.replicates = replicates.sums(of: cells.replicateTotals.map(value), estimate: estimate)
    figure.standardError = variance.squareRoot()
    figure.limits = intervals.symmetric(
      estimate, standardError: figure.standardError, degreesOfFreedom: degreesOfFreedom, bounds: bounds)
    return figure
  }

  /// Whether a criterion is met, 1 or 0; and with bootstrap replicates the share of them that meet it.
  func criterion(
    _ statistic: Statistic, probability: Statistic, level: String = "", _ isMet: ([Double]) -> Bool?
  ) -> [Figure] {
    let met = plain(statistic, level: level, total > 0 ? isMet(cells.totals).map { $0 ? 1 : 0 } : nil)
    guard cells.design.replicates?.isBootstrap == true, met.estimate != nil else { return [met] }
    let replicates = cells.replicateTotals.compactMap(isMet)
    let share = replicates.isEmpty ? nil : Double(replicates.count { $0 }) / Double(replicates.count)
    return [met, plain(probability, level: level, share)]
  }
}

extension [Figure] {
  /// Notes the band of every figure of one statistic.
  mutating func noteBands(_ bands: BandRule) {
    for index in indices where self[index].statistic == bands.statistic {
      self[index].band = self[index].estimate.flatMap(bands.name)
    }
  }
}
