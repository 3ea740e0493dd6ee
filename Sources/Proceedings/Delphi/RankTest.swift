import Distributions

/// Two-sided tests of paired differences by signed ranks, conditional on ties.
enum RankTest {
  /// The most differences whose distribution is enumerated; beyond it the normal distribution is close.
  static let mostExact = 200

  /// Wilcoxon's signed-rank test (1945): differences of 0 are left out, equal ones share their mean rank; exact given the
  /// ranks up to 200 differences, beyond that normal with the variance Σr²/4 and a continuity correction.
  ///
  /// - Returns: the p value; nil when no difference is left.
  /// - Complexity: O(n³) up to 200 differences.
  static func wilcoxon(_ differences: [Int]) -> Double? {
    let moved = differences.filter { $0 != 0 }.sorted { $0.magnitude < $1.magnitude }
    var ranks: [Int] = []
    var start = 0
    while start < moved.count {
      var end = start
      while end < moved.count, moved[end].magnitude == moved[start].magnitude { end += 1 }
      // Twice the mean of the ranks start + 1 … end.
      ranks += Array(repeating: start + 1 + end, count: end - start)
      start = end
    }
    let positive = zip(moved, ranks).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    return pValue(positive, ranks: ranks)
  }

  /// McNemar's test (1947) in its exact form: of those who changed sides, half are expected either way (binomial).
  ///
  /// - Returns: the p value; nil when nobody changed sides.
  static func mcNemar(_ there: Int, _ back: Int) -> Double? {
    pValue(2 * max(0, there), ranks: Array(repeating: 2, count: max(0, there) + max(0, back)))
  }

  /// How probable a sum of ranks as far from its mean as this one is, when each rank counts with probability ½.
  private static func pValue(_ sum: Int, ranks: [Int]) -> Double? {
    guard !ranks.isEmpty else { return nil }
    let total = ranks.reduce(0, +)
    guard ranks.count <= mostExact else {
      let variance = ranks.reduce(0.0) { $0 + Double($1) * Double($1) } / 4
      let step = Double(ranks.min() ?? 1) / 2
      let distance = max(0, abs(Double(sum) - Double(total) / 2) - step)
      return StandardNormal.upperTail(distance / variance.squareRoot()).map { min(1, 2 * $0) }
    }
    var probabilities = [Double](repeating: 0, count: total + 1)
    probabilities[0] = 1
    var reached = 0
    for rank in ranks {
      reached += rank
      for place in stride(from: reached, through: 0, by: -1) {
        let before = place >= rank ? probabilities[place - rank] : 0
        probabilities[place] = (probabilities[place] + before) / 2
      }
    }
    let low = probabilities[0...sum].reduce(0, +)
    let high = probabilities[sum...].reduce(0, +)
    return min(1, 2 * min(low, high))
  }
}
