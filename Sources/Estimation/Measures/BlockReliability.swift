/// Weighted variances of the items of a block and of their sum over people who answered all of them.
struct BlockVariances: Sendable {
  private let scores: [[Double]]
  private let total: Double
  private let means: [Double]
  /// By item: Σ w (y − m)²/W.
  let items: [Double]
  /// The same of the sum of the items.
  let sum: Double

  /// - Parameters:
  ///   - scores: by pattern, the score of each item.
  ///   - weights: by pattern.
  /// - Returns: nil without weight or items.
  init?(scores: [[Double]], weights: [Double]) {
    guard let itemCount = scores.first?.count, itemCount > 0 else { return nil }
    total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    self.scores = scores
    var means = [Double](repeating: 0, count: itemCount)
    for (score, weight) in zip(scores, weights) {
      for item in means.indices { means[item] += weight * score[item] / total }
    }
    var items = [Double](repeating: 0, count: itemCount)
    var sum = 0.0
    for (score, weight) in zip(scores, weights) {
      var together = 0.0
      for item in means.indices {
        let difference = score[item] - means[item]
        items[item] += weight / total * difference * difference
        together += difference
      }
      sum += weight / total * together * together
    }
    self.means = means
    self.items = items
    self.sum = sum
  }

  /// Cronbach's α = J/(J − 1) (1 − Σ V_j/V_sum) and its derivative by each pattern's weight (Cronbach 1951); nil with one
  /// item or when the sums are all equal.
  var cronbachAlpha: (value: Double, scores: [Double])? {
    let count = Double(items.count)
    guard count > 1, sum > 0 else { return nil }
    let within = items.reduce(0, +)
    let scale = count / (count - 1)
    let slopes = scores.map { score in
      var squares = 0.0
      var together = 0.0
      for item in means.indices {
        let difference = score[item] - means[item]
        squares += difference * difference
        together += difference
      }
      return -scale * ((squares - within) / sum - within * (together * together - sum) / (sum * sum)) / total
    }
    return (scale * (1 - within / sum), slopes)
  }

  /// r_WG(J) = J (1 − R)/(J (1 − R) + R), R the mean of s²/((K² − 1)/12), and its derivative by each pattern's weight
  /// (James, Demaree & Wolf 1984); nil for fewer than two people or points.
  func withinGroupAgreement(points: Int, count: Int) -> (value: Double, scores: [Double])? {
    guard points > 1, count > 1 else { return nil }
    let size = Double(items.count)
    let scale = Double(count) / Double(count - 1) / WithinGroupAgreement.nullVariance(points) / size
    let ratio = items.reduce(0, +) * scale
    let divisor = size * (1 - ratio) + ratio
    guard divisor > 0 else { return nil }
    let slope = -size / (divisor * divisor) * scale / total
    let slopes = scores.map { score in
      slope
        * means.indices.reduce(0) { sum, item in
          let difference = score[item] - means[item]
          return sum + difference * difference - items[item]
        }
    }
    return (size * (1 - ratio) / divisor, slopes)
  }
}
