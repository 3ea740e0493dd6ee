/// Makes the mean and the total of a number in one level of a domain.
struct NumberFigureMaker: Sendable {
  let cells: NumberLevelCells
  let intervals: IntervalMaker
  let degreesOfFreedom: Double?

  /// Σ w y / Σ w.
  var mean: Figure {
    let total = cells.total
    let mean = cells.weightedSum / total
    return figure(.mean, mean.ifFinite, intercept: -mean / total, slope: 1 / total) { ($1 / $0).ifFinite }
  }

  /// Σ w y.
  var total: Figure { figure(.total, cells.weightedSum.ifFinite, intercept: 0, slope: 1) { $1 } }

  /// - Parameter value: the estimate as a function of Σ w and Σ w y.
  private func figure(
    _ statistic: Statistic, _ estimate: Double?, intercept: Double, slope: Double,
    value: (_ total: Double, _ weighted: Double) -> Double?
  ) -> Figure {
    let count = cells.count
    var figure = Figure(
      statistic: statistic, estimate: count == 0 ? nil : estimate, count: count, effectiveCount: cells.effectiveCount,
      degreesOfFreedom: degreesOfFreedom)
    guard let estimate = figure.estimate else { return figure }
    figure.working = cells.working(intercept: intercept, slope: slope)
    if figure.working != nil, let replicates = cells.design.replicates {
      figure.working?.replicates = replicates.sums(
        of: cells.replicateSums.map { value($0.total, $0.weighted) }, estimate: estimate)
    }
    guard
      let variance = cells.design.replicates.map({ replicates in
        replicates.variance(of: cells.replicateSums.map { value($0.total, $0.weighted) }, estimate: estimate)
      }) ?? cells.variance(intercept: intercept, slope: slope)
    else { return figure }
    let total = cells.total
    figure.standardError = variance.squareRoot()
    figure.limits = intervals.symmetric(
      estimate, standardError: figure.standardError, degreesOfFreedom: degreesOfFreedom)
    figure.designEffect = DesignEffect.ratio(
      variance, total: total, count: count, isWithoutReplacement: cells.design.comparesWithoutReplacement,
      elementVariance: slope * slope * cells.squares(about: cells.weightedSum / total) / total)
    return figure
  }
}
