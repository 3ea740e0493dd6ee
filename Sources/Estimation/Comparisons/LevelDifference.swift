import Distributions
import Tabulation

/// A mean (or share) in one level of a domain less that in another.
struct LevelDifference: Sendable {
  /// The answer code of a share, "agree", or "" for a mean.
  var level: String
  var figure: Figure
  /// The estimate over its standard error.
  var statistic: Double?
  /// Two-sided.
  var pValue: Double?

  /// Completes a figure with its t test.
  init(level: String, figure: Figure) {
    self.level = level
    self.figure = figure
    self.figure.level = level
    guard let estimate = figure.estimate, let standardError = figure.standardError, standardError > 1e-300,
      let degrees = figure.degreesOfFreedom, degrees > 0
    else { return }
    statistic = (estimate / standardError).ifFinite
    pValue = statistic.flatMap { StudentT.upperTail(abs($0), degreesOfFreedom: degrees) }.map { min(1, 2 * $0) }
  }

  /// The difference of the means of some values by slot between two levels of a table.
  init(_ joint: JointCells, _ first: Int, _ second: Int, level: String, values: [Double], maker: FigureMaker) {
    let starts = (first * joint.slotCount, second * joint.slotCount)
    func mean(from start: Int, _ totals: [Double]) -> Double? {
      FigureMaker.mean(values, Array(totals[start..<(start + values.count)]))
    }
    var scores = [Double](repeating: 0, count: joint.cells.slotCount)
    for (place, sign) in [(first, 1.0), (second, -1.0)] {
      let start = place * joint.slotCount
      let total = joint.total(ofLevel: place)
      guard let mean = mean(from: start, joint.cells.totals) else { continue }
      for (slot, value) in values.enumerated() { scores[start + slot] = sign * (value - mean) / total }
    }
    var figure = maker.smooth(.difference, scores: scores, .unbounded) { totals in
      mean(from: starts.0, totals).flatMap { left in mean(from: starts.1, totals).map { left - $0 } }
    }
    figure.designEffect = nil
    figure.effectiveCount = nil
    self.init(level: level, figure: figure)
  }
}

extension NumberLevelCells {
  /// The difference of the means of two levels.
  static func difference(
    _ first: NumberLevelCells, _ second: NumberLevelCells, intervals: IntervalMaker, degreesOfFreedom: Double?
  ) -> Figure {
    let means = [first, second].map { $0.weightedSum / $0.total }
    var figure = Figure(
      statistic: .difference, estimate: (means[0] - means[1]).ifFinite, count: first.count + second.count,
      degreesOfFreedom: degreesOfFreedom)
    guard let estimate = figure.estimate else { return figure }
    if let replicates = first.design.replicates {
      let values = zip(first.replicateSums, second.replicateSums).map { left, right in
        (left.weighted / left.total - right.weighted / right.total).ifFinite
      }
      figure.standardError = replicates.variance(of: values, estimate: estimate)?.squareRoot()
      figure.limits = intervals.symmetric(
        estimate, standardError: figure.standardError, degreesOfFreedom: degreesOfFreedom)
      return figure
    }
    let both = NumberLevelCells(design: first.design, classes: first.classes + second.classes)
    let coefficients =
      first.classes.map { _ in (alpha: -means[0] / first.total, beta: 1 / first.total) }
      + second.classes.map { _ in (alpha: means[1] / second.total, beta: -1 / second.total) }
    guard let variance = both.variance(coefficients: coefficients) else { return figure }
    figure.standardError = variance.squareRoot()
    figure.limits = intervals.symmetric(
      estimate, standardError: figure.standardError, degreesOfFreedom: degreesOfFreedom)
    return figure
  }

  /// PSUs less strata among the respondents; nil without any.
  var degreesOfFreedom: Double? {
    var strata: Set<Int> = []
    var primaries: Set<Int> = []
    for part in classes where design.factors[part.unit] > 0 {
      strata.insert(design.stratumOfUnit[part.unit])
      if !design.primaryOfUnit.isEmpty { primaries.insert(design.primaryOfUnit[part.unit]) }
    }
    if strata.isEmpty { return nil }
    return design.limited(
      Double((design.primaryOfUnit.isEmpty ? count : primaries.count) - strata.count), units: classes.map(\.unit))
  }
}
