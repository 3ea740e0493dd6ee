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
  /// - Parameter scores: its derivative by each pattern's total (Taylor linearisation, Woodruff 1971); nil where there
  ///   is none.
  func smooth(
    _ statistic: Statistic, level: String = "", _ estimate: Double?, scores: [Double]?, bounds: ClosedRange<Double>
  ) -> Figure {
    var figure = plain(statistic, level: level, estimate?.ifFinite)
    guard let estimate = figure.estimate, let scores, scores.allSatisfy(\.isFinite),
      let variance = cells.variance(ofScores: scores)
    else { return figure }
    figure.standardError = variance.squareRoot()
    figure.limits = intervals.symmetric(
      estimate, standardError: figure.standardError, degreesOfFreedom: degreesOfFreedom, bounds: bounds)
    return figure
  }
}
