import Tabulation

extension NumberLevelCells {
  /// The sums behind Σ w (α + β y); nil unless they are to be kept.
  func working(intercept alpha: Double, slope beta: Double) -> Working? {
    guard design.keepsWorking else { return nil }
    let coefficients = classes.map { _ in (alpha: alpha, beta: beta) }
    let adjustments = adjustments(coefficients)
    var working = design.working(unitScores(coefficients, adjustments), adjustments: adjustments)
    working.groups = [
      Working.Group(
        count: count, total: total, squares: effectiveCount.map { total / $0 * total } ?? 0, products: [weightedSum],
        score: alpha, slopes: [beta])
    ]
    return working
  }
}

extension NumberPairLevelCells {
  /// The sums behind a ratio; nil unless they are to be kept.
  func working(ratio: Double, denominator: Double) -> Working? {
    guard design.keepsWorking else { return nil }
    let slopes = [1 / denominator, -ratio / denominator]
    let adjustments = adjustments(slopes[0], slopes[1])
    var working = design.working(unitScores(slopes[0], slopes[1], adjustments), adjustments: adjustments)
    let sums = weightedSums
    working.groups = [
      Working.Group(
        count: count, total: total, squares: effectiveCount.map { total / $0 * total } ?? 0,
        products: [sums.first, sums.second], score: 0, slopes: slopes)
    ]
    working.replicates = design.replicates?.sums(
      of: replicateSums.map { ($0.first / $0.second).ifFinite }, estimate: ratio)
    return working
  }
}
