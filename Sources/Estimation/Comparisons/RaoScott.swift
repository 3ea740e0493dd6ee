import Distributions

/// Rao & Scott's (1984) tests of independence, as R's `svychisq` makes them.
///
/// X² = n Σ (p_rc − p_r p_c)²/(p_r p_c) is distributed as Σ δ_i χ²₁, δ the eigenvalues of the generalised design effects
/// Δ = (C′D⁻¹C/n)⁻¹ (C′D⁻¹V D⁻¹C), C the interactions, D the shares, V their covariances.
enum RaoScott {
  /// F = X²/tr Δ on d = tr²Δ/tr Δ² and d ν degrees of freedom (second order, Satterthwaite).
  static func secondOrder(_ table: IndependenceTable) -> TestResult? {
    guard let effects = DesignEffects(table), let own = table.degreesOfFreedom, own > 0 else { return nil }
    let statistic = table.pearson / effects.trace
    let degrees = effects.trace * effects.trace / effects.squareTrace
    return TestResult(
      statistic: statistic, degreesOfFreedom: degrees, secondDegreesOfFreedom: degrees * own,
      pValue: FDistribution.upperTail(statistic, numerator: degrees, denominator: degrees * own),
      designEffect: effects.mean)
  }

  /// X² itself; X²/(mean of the diagonal of Δ) is χ² on (r − 1)(c − 1) degrees of freedom (first order).
  static func firstOrder(_ table: IndependenceTable) -> TestResult? {
    guard let effects = DesignEffects(table) else { return nil }
    let degrees = Double(table.contrastCount)
    return TestResult(
      statistic: table.pearson, degreesOfFreedom: degrees,
      pValue: ChiSquared.upperTail(table.pearson / effects.mean, degreesOfFreedom: degrees),
      designEffect: effects.mean)
  }

  /// The traces of Δ.
  private struct DesignEffects {
    let trace: Double
    let squareTrace: Double
    let mean: Double

    init?(_ table: IndependenceTable) {
      let size = table.contrastCount
      let interactions = table.interactions
      let gradients = interactions.map { contrast in
        zip(contrast, table.shares).map { $1 > 0 ? $0 / $1 : 0 }
      }
      guard size > 0, let numerator = table.covariances(ofGradients: gradients) else { return nil }
      var denominator = [Double](repeating: 0, count: size * size)
      for first in 0..<size {
        for second in 0..<size {
          denominator[first * size + second] =
            zip(interactions[first], gradients[second]).reduce(0) { $0 + $1.0 * $1.1 } / Double(table.count)
        }
      }
      let solver = SymmetricSolver(denominator, size: size)
      guard solver.isFullRank else { return nil }
      // By column.
      let effects = (0..<size).map { column in
        solver.solve((0..<size).map { numerator[$0 * size + column] })
      }
      trace = (0..<size).reduce(0) { $0 + effects[$1][$1] }
      squareTrace = (0..<size).reduce(0) { sum, row in
        sum + (0..<size).reduce(0) { $0 + effects[$1][row] * effects[row][$1] }
      }
      mean = trace / Double(size)
      guard trace > 1e-12, squareTrace > 0, trace.isFinite, squareTrace.isFinite else { return nil }
    }
  }
}
