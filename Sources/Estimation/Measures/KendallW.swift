/// Kendall's coefficient of concordance among people who rank the same items: Kendall & Babington Smith 1939, with the
/// correction for ties (Kendall 1970, ch. 6).
///
/// W = 12 Σ_j (R_j − R̄)²/(M² (J³ − J) − M T), M = Σw, R_j = Σ w r_j of the midranks, T = Σ w Σ (t³ − t) over each
/// person's ties. Without weights these are the usual numbers of raters and sums of ranks.
struct KendallW: Sendable {
  /// W, 0 to 1.
  let value: Double
  /// The derivative of W by each person's weight.
  let scores: [Double]

  /// - Parameters:
  ///   - ratings: by pattern, what it gives each item; complete, all of one length.
  ///   - weights: by pattern.
  /// - Returns: nil with fewer than two items, without weight, or when everybody ties all items.
  init?(ratings: [[Double]], weights: [Double]) {
    guard let itemCount = ratings.first?.count, itemCount > 1 else { return nil }
    let ranks = ratings.map(Self.midranks)
    let total = weights.reduce(0, +)
    var sums = [Double](repeating: 0, count: itemCount)
    var ties = 0.0
    for (rank, weight) in zip(ranks, weights) {
      for item in sums.indices { sums[item] += weight * rank.ranks[item] }
      ties += weight * rank.ties
    }
    let size = Double(itemCount)
    let cubes = size * size * size - size
    let mean = total * (size + 1) / 2
    let spread = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let scale = total * total * cubes - total * ties
    // A rest of rounding is no spread of ranks.
    guard total > 0, scale > 1e-12 * total * total * cubes, (12 * spread / scale).isFinite else { return nil }
    let value = min(1, 12 * spread / scale)
    self.value = value
    scores = ranks.map { rank in
      let slope = zip(sums, rank.ranks).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - (size + 1) / 2) }
      return (24 * slope - value * (2 * total * cubes - ties - total * rank.ties)) / scale
    }
  }

  /// The ranks of some values from 1, equal ones sharing their mean, and Σ (t³ − t) over groups of t equal ones.
  static func midranks(_ values: [Double]) -> (ranks: [Double], ties: Double) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var ties = 0.0
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let size = Double(end - start)
      for place in start..<end { ranks[order[place]] = Double(start) + (size + 1) / 2 }
      ties += size * size * size - size
      start = end
    }
    return (ranks, ties)
  }
}
