import Distributions

/// Calibrates weights to totals by Newton's method (Deville & Särndal 1992; the steps of R's `grake`).
struct CalibrationSolver {
  /// What was found.
  private(set) var fit: WeightFit
  private let columns: CalibrationColumns
  private let curve: Curve
  private let isUsed: [Bool]

  /// Finds λ with Σ w₀ g(x′λ) x = the totals.
  ///
  /// - Complexity: O(steps × (cells × columns² + columns³)).
  init(_ cells: RakingCells, columns: CalibrationColumns, target: CalibrationTarget, options: RakingOptions) {
    self.columns = columns
    curve = Curve(target)
    isUsed = cells.isExcluded.map { !$0 }
    fit = WeightFit(factors: isUsed.map { $0 ? 1 : 0 }, converged: false, largestDifference: .infinity)
    let scales = Self.scales(cells, columns)
    var coefficients = [Double](repeating: 0, count: columns.totals.count)
    var best = difference(fit.factors, cells, scales)
    let steps = min(max(1, options.iterations), 200)
    while fit.iterations < steps, best > options.tolerance {
      fit.iterations += 1
      guard let next = step(coefficients, cells, scales, best: best) else { break }
      coefficients = next.coefficients
      fit.factors = next.factors
      best = next.difference
    }
    fit.largestDifference = best
    // Rounding keeps sums of many records from meeting a tighter tolerance than this.
    fit.converged = best <= max(options.tolerance, 1e-10)
  }

  /// One Newton step, halved until it comes nearer to the totals; nil when it does not.
  private func step(
    _ coefficients: [Double], _ cells: RakingCells, _ scales: [Double], best: Double
  ) -> (coefficients: [Double], factors: [Double], difference: Double)? {
    var slopes = [Double](repeating: 0, count: isUsed.count)
    var weights = slopes
    for cell in isUsed.indices where isUsed[cell] {
      let place = columns.product(ofCell: cell, coefficients)
      weights[cell] = cells.baseSums[cell] * curve.factor(place)
      slopes[cell] = cells.baseSums[cell] * curve.slope(place)
    }
    let missing = zip(columns.totals, columns.sums(weights)).map { $0 - $1 }
    let direction = SymmetricSolver(columns.products(slopes), size: missing.count).solve(missing)
    var length = 1.0
    while length > 1e-4 {
      let trial = zip(coefficients, direction).map { $0 + length * $1 }
      let factors = isUsed.indices.map { isUsed[$0] ? curve.factor(columns.product(ofCell: $0, trial)) : 0 }
      let difference = difference(factors, cells, scales)
      if difference < best { return (trial, factors, difference) }
      length /= 2
    }
    return nil
  }

  private func difference(_ factors: [Double], _ cells: RakingCells, _ scales: [Double]) -> Double {
    let sums = columns.sums(zip(factors, cells.baseSums).map { $0 * $1 })
    var largest = 0.0
    for column in sums.indices where scales[column] > 0 {
      let difference = abs(sums[column] - columns.totals[column]) / scales[column]
      if !(difference <= largest) { largest = difference.isNaN ? .infinity : difference }
    }
    return largest
  }

  /// What differences are relative to: the total, or Σ w₀ |x| where that is larger; 0 for a column without respondents.
  private static func scales(_ cells: RakingCells, _ columns: CalibrationColumns) -> [Double] {
    var sums = [Double](repeating: 0, count: columns.totals.count)
    for (cell, entries) in columns.entries.enumerated() where !cells.isExcluded[cell] {
      for entry in entries { sums[entry.column] += cells.baseSums[cell] * abs(entry.value) }
    }
    return zip(sums, columns.totals).map { $0 == 0 ? 0 : max($0, abs($1)) }
  }

  /// The factor on a base weight as a function of x′λ: 1 at 0, with slope 1.
  private struct Curve {
    let method: CalibrationMethod
    let bounds: ClosedRange<Double>?

    init(_ target: CalibrationTarget) {
      method = target.method
      bounds = target.bounds
    }

    func factor(_ place: Double) -> Double {
      switch (method, bounds) {
      case (.linear, nil): 1 + place
      case (.linear, let bounds?): min(bounds.upperBound, max(bounds.lowerBound, 1 + place))
      case (.raking, nil), (.logit, nil): ElementaryFunctions.exponential(place)
      case (.raking, let bounds?):
        min(bounds.upperBound, max(bounds.lowerBound, ElementaryFunctions.exponential(place)))
      case (.logit, let bounds?): logistic(place, bounds).factor
      }
    }

    func slope(_ place: Double) -> Double {
      switch (method, bounds) {
      case (.linear, nil): return 1
      case (.linear, let bounds?): return bounds.contains(1 + place) ? 1 : 0
      case (.raking, nil), (.logit, nil): return ElementaryFunctions.exponential(place)
      case (.raking, let bounds?):
        let factor = ElementaryFunctions.exponential(place)
        return bounds.contains(factor) ? factor : 0
      case (.logit, let bounds?): return logistic(place, bounds).slope
      }
    }

    /// [L(U−1) + U(1−L)e^{Au}]/[U−1 + (1−L)e^{Au}], A = (U−L)/((1−L)(U−1)) (Deville & Särndal 1992, case 6).
    private func logistic(_ place: Double, _ bounds: ClosedRange<Double>) -> (factor: Double, slope: Double) {
      let low = bounds.lowerBound
      let high = bounds.upperBound
      let rate = (high - low) / ((1 - low) * (high - 1))
      let growth = ElementaryFunctions.exponential(min(700, max(-700, rate * place)))
      let share = 1 / (high - 1 + (1 - low) * growth)
      let factor = (low * (high - 1) + high * (1 - low) * growth) * share
      return (factor, (factor - low) * (high - factor) / ((1 - low) * (high - 1)))
    }
  }
}
