import Tabulation

/// The total of one number over that of another, among those who gave both.
struct RatioMeasure: ItemMeasure {
  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .numberPair(let cells) = cells else { return [] }
    return domain.rows.numberPairs(cells, classes: domain.classes, design: domain.design).enumerated().map {
      level, cells in
      let figure = cells.ratio(intervals: domain.intervals, degreesOfFreedom: domain.degreesOfFreedom[level])
      return LevelFigures(count: cells.count, figures: [figure])
    }
  }
}

extension NumberPairLevelCells {
  /// R = Σwx/Σwy with the score (x − R y)/Σwy (R's `svyratio`); none when Σwy is 0.
  func ratio(intervals: IntervalMaker, degreesOfFreedom: Double?) -> Figure {
    var figure = Figure(
      statistic: .ratio, count: count, effectiveCount: effectiveCount, degreesOfFreedom: degreesOfFreedom)
    let denominator = weightedSums.second
    guard count > 0, denominator != 0, let ratio = (weightedSums.first / denominator).ifFinite else { return figure }
    figure.estimate = ratio
    figure.working = working(ratio: ratio, denominator: denominator)
    guard let variance = variance(of: ratio, denominator: denominator) else { return figure }
    figure.standardError = variance.squareRoot()
    figure.limits = intervals.symmetric(
      ratio, standardError: figure.standardError, degreesOfFreedom: degreesOfFreedom)
    figure.designEffect = DesignEffect.ratio(
      variance, total: total, count: count, isWithoutReplacement: design.comparesWithoutReplacement,
      elementVariance: squares(first: 1 / denominator, second: -ratio / denominator) / total)
    return figure
  }

  private func variance(of ratio: Double, denominator: Double) -> Double? {
    guard let replicates = design.replicates else {
      return variance(first: 1 / denominator, second: -ratio / denominator)
    }
    return replicates.variance(of: replicateSums.map { ($0.first / $0.second).ifFinite }, estimate: ratio)
  }
}
