import Distributions

/// Wald's tests of independence on observed less expected totals (Koch, Freeman & Freeman 1975; R's `svychisq`).
enum WaldTest {
  /// F = Y′V⁻¹Y/k on k = (r − 1)(c − 1) and ν degrees of freedom; adjusted: times (ν − k + 1)/ν on k and ν − k + 1.
  static func result(_ table: IndependenceTable, isAdjusted: Bool) -> TestResult? {
    let size = table.contrastCount
    guard size > 0, let own = table.degreesOfFreedom, let residuals = table.residuals else { return nil }
    let solver = SymmetricSolver(residuals.covariances, size: size)
    guard solver.isFullRank else { return nil }
    let form = zip(residuals.values, solver.solve(residuals.values)).reduce(0) { $0 + $1.0 * $1.1 }
    let contrasts = Double(size)
    let second = isAdjusted ? own - contrasts + 1 : own
    guard second > 0, form.isFinite else { return nil }
    let statistic = form / contrasts * (isAdjusted ? second / own : 1)
    return TestResult(
      statistic: statistic, degreesOfFreedom: contrasts, secondDegreesOfFreedom: second,
      pValue: FDistribution.upperTail(statistic, numerator: contrasts, denominator: second))
  }
}
