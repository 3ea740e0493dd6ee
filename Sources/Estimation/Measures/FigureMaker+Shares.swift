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

  /// A function of the slots' totals that jumps or has corners: it has no linearised standard error.
  func stepwise(
    _ statistic: Statistic, level: String = "", _ bounds: ClosedRange<Double>? = nil, value: ([Double]) -> Double?
  ) -> Figure {
    plain(statistic, level: level, total > 0 ? value(cells.totals) : nil)
  }

  /// Whether a criterion is met: 1 or 0.
  func criterion(
    _ statistic: Statistic, probability: Statistic, level: String = "", _ isMet: ([Double]) -> Bool?
  ) -> [Figure] {
    [stepwise(statistic, level: level, 0...1) { isMet($0).map { $0 ? 1 : 0 } }]
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
