/// What weights that meet population figures do to the variance: the part of each score that the figures explain is
/// taken away.
///
/// A record with base weight w₀ and score u has z = w₀ (g u − a), g being its cell's factor and a its cell's
/// adjustment, which depends on the scores of all records.
struct Calibration: Sendable {
  private let cells: RakingCells
  private let factors: [Double]
  private let method: Method

  private enum Method: Sendable {
    /// The base-weighted regression of u on the columns.
    case residual(SymmetricSolver, CalibrationColumns)
    /// Ten cycles of subtracting unweighted cell means; the factors after each margin's step.
    case sweeps([[Double]], levelCounts: [Int])
  }

  /// Prepares the regression or the sweeps once for all scores.
  init(_ cells: RakingCells, fit: WeightFit, fitter: WeightFitter, variance: RakingVariance) {
    self.cells = cells
    factors = fit.factors
    if variance == .sweeps, !fit.stepFactors.isEmpty {
      method = .sweeps(fit.stepFactors, levelCounts: fitter.margins.map(\.population.count))
    } else {
      let used = zip(cells.baseSums, factors).map { $1 == 0 ? 0 : $0 }
      method = .residual(
        SymmetricSolver(fitter.columns.products(used), size: fitter.columns.totals.count), fitter.columns)
    }
  }

  /// The cell of a design unit.
  func cell(ofUnit unit: Int) -> Int { cells.cellOfUnit[unit] }

  /// The number of cells.
  var cellCount: Int { factors.count }

  /// The adjustments of every unit.
  ///
  /// - Parameters:
  ///   - weighted: by cell, Σ w₀ u, each record's u times what trimming multiplied its weight with.
  ///   - counted: by cell, the same without w₀.
  func adjustments(weighted: [Double], counted: [Double]) -> [Double] {
    let byCell =
      switch method {
      case .residual(let solver, let columns): residual(weighted, solver, columns)
      case .sweeps(let steps, let levelCounts): sweeps(counted, steps, levelCounts)
      }
    return cells.cellOfUnit.map { byCell[$0] }
  }

  /// B, by column; empty for R's sweeps, which have none.
  func coefficients(weighted: [Double]) -> [Double] {
    guard case .residual(let solver, let columns) = method else { return [] }
    return solver.solve(columns.sums(zip(weighted, factors).map { $1 == 0 ? 0 : $0 }))
  }

  /// a = g x′B, B from the base-weighted regression (Deville & Särndal 1992, eq. 3.4).
  private func residual(_ weighted: [Double], _ solver: SymmetricSolver, _ columns: CalibrationColumns) -> [Double] {
    let used = zip(weighted, factors).map { $1 == 0 ? 0 : $0 }
    let coefficients = solver.solve(columns.sums(used))
    return weighted.indices.map { factors[$0] * columns.product(ofCell: $0, coefficients) }
  }

  /// R's `rake()`: ten cycles of z −= w_m × the unweighted cell mean of z/w_m, w_m being the weight after that margin.
  private func sweeps(_ counted: [Double], _ steps: [[Double]], _ levelCounts: [Int]) -> [Double] {
    var adjustments = [Double](repeating: 0, count: factors.count)
    for _ in 0..<10 {
      for margin in steps.indices {
        var sums = [Double](repeating: 0, count: levelCounts[margin])
        var counts = sums
        for cell in factors.indices {
          guard let level = cells.levels[cell][margin], steps[margin][cell] > 0 else { continue }
          let count = Double(cells.counts[cell])
          sums[level] += (factors[cell] * counted[cell] - count * adjustments[cell]) / steps[margin][cell]
          counts[level] += count
        }
        for cell in factors.indices {
          guard let level = cells.levels[cell][margin], counts[level] > 0 else { continue }
          adjustments[cell] += steps[margin][cell] * (sums[level] / counts[level])
        }
      }
    }
    return adjustments
  }
}
