/// What raking does to the variance: the part of each score that the margins explain is taken away.
///
/// A record with base weight w₀ and score u has z = w₀ (g u − a), g being its cell's factor and a its cell's
/// adjustment, which depends on the scores of all records.
struct Calibration: Sendable {
  private let cells: RakingCells
  private let factors: [Double]
  private let method: Method

  private enum Method: Sendable {
    /// The base-weighted regression of u on the margins; `offsets` are the first columns of the margins.
    case residual(SymmetricSolver, offsets: [Int], columnCount: Int)
    /// Ten cycles of subtracting unweighted cell means; the factors after each margin's step.
    case sweeps([[Double]], levelCounts: [Int])
  }

  /// Prepares the regression or the sweeps once for all scores.
  init(_ cells: RakingCells, raking: Raking, margins: [RakeMargin], variance: RakingVariance) {
    self.cells = cells
    factors = raking.factors
    switch variance {
    case .sweeps: method = .sweeps(raking.stepFactors, levelCounts: margins.map(\.population.count))
    case .residual:
      var offsets: [Int] = []
      var size = 0
      for margin in margins {
        offsets.append(size)
        size += margin.population.count
      }
      var matrix = [Double](repeating: 0, count: size * size)
      for cell in cells.levels.indices where factors[cell] != 0 {
        let columns = Self.columns(of: cell, cells, offsets)
        for row in columns {
          for column in columns { matrix[row * size + column] += cells.baseSums[cell] }
        }
      }
      method = .residual(SymmetricSolver(matrix, size: size), offsets: offsets, columnCount: size)
    }
  }

  private static func columns(of cell: Int, _ cells: RakingCells, _ offsets: [Int]) -> [Int] {
    zip(cells.levels[cell], offsets).compactMap { level, offset in level.map { offset + $0 } }
  }

  /// The cell of a design unit.
  func cell(ofUnit unit: Int) -> Int { cells.cellOfUnit[unit] }

  /// The number of cells.
  var cellCount: Int { factors.count }

  /// The adjustments of every unit.
  ///
  /// - Parameters:
  ///   - weighted: by cell, Σ w₀ u.
  ///   - counted: by cell, Σ u.
  func adjustments(weighted: [Double], counted: [Double]) -> [Double] {
    let byCell =
      switch method {
      case .residual(let solver, let offsets, let columnCount):
        residual(weighted, solver, offsets, columnCount)
      case .sweeps(let steps, let levelCounts): sweeps(counted, steps, levelCounts)
      }
    return cells.cellOfUnit.map { byCell[$0] }
  }

  /// a = g x′B, B from the base-weighted regression (Deville & Särndal 1992, eq. 3.4).
  private func residual(
    _ weighted: [Double], _ solver: SymmetricSolver, _ offsets: [Int], _ columnCount: Int
  ) -> [Double] {
    var right = [Double](repeating: 0, count: columnCount)
    for cell in weighted.indices where factors[cell] != 0 {
      for column in Self.columns(of: cell, cells, offsets) { right[column] += weighted[cell] }
    }
    let coefficients = solver.solve(right)
    return weighted.indices.map { cell in
      factors[cell] * Self.columns(of: cell, cells, offsets).reduce(0) { $0 + coefficients[$1] }
    }
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
