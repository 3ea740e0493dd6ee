import Tabulation

/// Makes the figures of several questions together in one level of a domain, from the patterns of their answers.
struct PatternFigureMaker: Sendable {
  let cells: PatternLevelCells
  let intervals: IntervalMaker
  let degreesOfFreedom: Double?

  /// A statistic that cannot be estimated, or has no standard error.
  func plain(_ statistic: Statistic, level: String = "", _ estimate: Double?) -> Figure {
    Figure(
      statistic: statistic, level: level, estimate: estimate, count: cells.count, effectiveCount: cells.effectiveCount,
      degreesOfFreedom: degreesOfFreedom)
  }

  /// A smooth function of the patterns' totals.
  ///
  /// - Parameters:
  ///   - scores: its derivative by each pattern's total (Taylor linearisation, Woodruff 1971); nil where there is none.
  ///   - replicates: its value under the weights of each replicate, which then give the variance; empty without
  ///     replicates.
  func smooth(
    _ statistic: Statistic, level: String = "", _ estimate: Double?, scores: [Double]?, replicates: [Double?],
    bounds: ClosedRange<Double>
  ) -> Figure {
    var figure = plain(statistic, level: level, estimate?.ifFinite)
    guard let estimate = figure.estimate else { return figure }
    if cells.design.replicates?.isBootstrap == true { figure.replicates = replicates }
    guard let variance = variance(of: estimate, scores, replicates) else { return figure }
    figure.standardError = variance.squareRoot()
    figure.limits = intervals.symmetric(
      estimate, standardError: figure.standardError, degreesOfFreedom: degreesOfFreedom, bounds: bounds)
    return figure
  }

  private func variance(of estimate: Double, _ scores: [Double]?, _ values: [Double?]) -> Double? {
    if let replicates = cells.design.replicates { return replicates.variance(of: values, estimate: estimate) }
    guard let scores, scores.allSatisfy(\.isFinite) else { return nil }
    return cells.variance(ofScores: scores)
  }
}
