/// Iterative proportional fitting of the raking cells to the margins (Deming & Stephan 1940).
struct Raking: Sendable {
  /// What the base weights of each cell are multiplied with.
  private(set) var factors: [Double]
  /// By margin: the factors just after its step of the last sweep.
  private(set) var stepFactors: [[Double]]
  /// The sweeps done.
  private(set) var iterations = 0
  /// Whether every fitted margin came within the tolerance.
  private(set) var converged = false
  /// The largest relative difference left between a fitted margin and its population.
  private(set) var largestDifference = 0.0

  /// Rakes; margins are taken in the given order, cells left out of the estimates get the factor 0.
  ///
  /// A cell without a place in a margin is passed over in that margin's step.
  ///
  /// - Complexity: O(iterations × cells × margins).
  init(_ cells: RakingCells, margins: [RakeMargin], options: RakingOptions) {
    factors = cells.isExcluded.map { $0 ? 0 : 1 }
    stepFactors = margins.map { _ in [] }
    while iterations < max(1, options.iterations) {
      iterations += 1
      for index in margins.indices {
        let fitted = Self.fitted(cells, factors, margin: index, count: margins[index].population.count)
        for cell in factors.indices {
          guard let level = cells.levels[cell][index], factors[cell] != 0 else { continue }
          factors[cell] *= fitted[level] > 0 ? margins[index].population[level].count / fitted[level] : 1
        }
        stepFactors[index] = factors
      }
      largestDifference = difference(cells, margins)
      converged = largestDifference <= options.tolerance
      if converged || !largestDifference.isFinite { break }
    }
  }

  /// The sums of weights by level of a margin.
  static func fitted(_ cells: RakingCells, _ factors: [Double], margin: Int, count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for cell in factors.indices {
      if let level = cells.levels[cell][margin] { sums[level] += factors[cell] * cells.baseSums[cell] }
    }
    return sums
  }

  private func difference(_ cells: RakingCells, _ margins: [RakeMargin]) -> Double {
    var largest = 0.0
    for (index, margin) in margins.enumerated() {
      let fitted = Self.fitted(cells, factors, margin: index, count: margin.population.count)
      for (level, (_, population)) in margin.population.enumerated() where population > 0 && fitted[level] > 0 {
        let difference = abs(fitted[level] - population) / population
        if !(difference <= largest) { largest = difference }
      }
    }
    return largest
  }
}
