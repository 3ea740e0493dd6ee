/// Solves A x = b for a symmetric positive semidefinite A by pivoted Cholesky; columns that depend on others get 0.
///
/// The columns of crossed margins always depend on each other (each margin adds up to the whole), and any solution gives
/// the same fitted values.
struct SymmetricSolver: Sendable {
  private let size: Int
  private let rank: Int
  /// The order in which rows were taken.
  private let order: [Int]
  /// The factor, lower triangle by rows of the taken order.
  private let factor: [Double]

  /// Factors a matrix of `size`² elements by rows.
  ///
  /// - Complexity: O(size² × rank).
  init(_ matrix: [Double], size: Int) {
    var remaining = (0..<size).map { matrix[$0 * size + $0] }
    let initial = remaining
    var order = Array(0..<size)
    var factor = [Double](repeating: 0, count: size * size)
    var rank = 0
    while rank < size {
      func share(_ place: Int) -> Double {
        let column = order[place]
        return initial[column] > 0 ? remaining[column] / initial[column] : 0
      }
      guard let best = (rank..<size).max(by: { share($0) < share($1) }), share(best) > 1e-11 else { break }
      order.swapAt(rank, best)
      for column in 0..<rank {
        let kept = factor[rank * size + column]
        factor[rank * size + column] = factor[best * size + column]
        factor[best * size + column] = kept
      }
      let pivot = remaining[order[rank]].squareRoot()
      factor[rank * size + rank] = pivot
      for row in (rank + 1)..<max(size, rank + 1) {
        var value = matrix[order[row] * size + order[rank]]
        for column in 0..<rank { value -= factor[row * size + column] * factor[rank * size + column] }
        value /= pivot
        factor[row * size + rank] = value
        remaining[order[row]] -= value * value
      }
      rank += 1
    }
    self.size = size
    self.rank = rank
    self.order = order
    self.factor = factor
  }

  /// Whether no column depends on others.
  var isFullRank: Bool { rank == size }

  /// A solution for one right-hand side.
  ///
  /// - Complexity: O(rank²).
  func solve(_ right: [Double]) -> [Double] {
    var values = (0..<rank).map { right[order[$0]] }
    for row in 0..<rank {
      for column in 0..<row { values[row] -= factor[row * size + column] * values[column] }
      values[row] /= factor[row * size + row]
    }
    for row in (0..<rank).reversed() {
      for below in (row + 1)..<max(rank, row + 1) { values[row] -= factor[below * size + row] * values[below] }
      values[row] /= factor[row * size + row]
    }
    var solution = [Double](repeating: 0, count: size)
    for (place, value) in values.enumerated() { solution[order[place]] = value }
    return solution
  }
}
