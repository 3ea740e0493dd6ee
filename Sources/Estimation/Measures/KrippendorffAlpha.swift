/// Krippendorff's α and its derivative by the weight of each pattern of answers.
struct KrippendorffAlpha: Sendable {
  /// α.
  let value: Double
  /// By pattern.
  let scores: [Double]

  /// How far people (the coders) agree on the items (the units).
  ///
  /// With weights the pairs of two different people at an item count w w′: o_ck = Σ_u (W_uc W_uk − [c = k] Q_uc)/(W_u −
  /// Q_u/W_u), A = W − Q/W, where W and Q sum weights and squared weights. Equal weights give the usual α. The derivative
  /// takes Q as given.
  ///
  /// - Parameters:
  ///   - patterns: by pattern, the point from 0 that each item is given; nil where it is not answered.
  ///   - weights: Σw by pattern.
  ///   - squareWeights: Σw² by pattern.
  ///   - counts: people by pattern.
  init?(
    items patterns: [[Int?]], weights: [Double], squareWeights: [Double], counts: [Int], points: Int,
    metric: AlphaMetric
  ) {
    let itemCount = patterns.first?.count ?? 0
    var units = Array(repeating: Unit(points: points), count: itemCount)
    for (number, pattern) in patterns.enumerated() {
      for (item, point) in pattern.enumerated() {
        if let point { units[item].add(point, weights[number], squareWeights[number], counts[number]) }
      }
    }
    let isUnit = units.map { $0.count > 1 && $0.pairWeight > 0 }
    var table = Coincidences(
      pairs: Array(repeating: Array(repeating: 0, count: points), count: points),
      answers: Array(repeating: 0, count: points), size: 0)
    for unit in units.indices where isUnit[unit] { units[unit].enter(&table) }
    let total = table.answers.reduce(0, +)
    let square = units.indices.reduce(0) { isUnit[$1] ? $0 + units[$1].square : $0 }
    guard total > 0 else { return nil }
    table.size = total - square / total
    let squares = table.squares(metric)
    guard let sums = table.sums(squares) else { return nil }
    value = 1 - table.size * sums.observed / sums.expected
    let slopes = table.slopes(metric, squares)
    // By item and point: what one more answer there adds to α.
    let gains = units.indices.map { unit in
      (0..<points).map { point in
        guard isUnit[unit] else { return 0.0 }
        let observed = units[unit].slope(at: point, squares) + slopes.observed[point]
        return Self.slope(
          size: 1 + square / (total * total), observed: observed, expected: slopes.expected[point], table.size, sums)
      }
    }
    scores = patterns.map { pattern in
      pattern.enumerated().reduce(0) { sum, answer in sum + (answer.element.map { gains[answer.offset][$0] } ?? 0) }
    }
  }

  /// How far items (the coders) agree on people (the units).
  ///
  /// With weights a person's coincidences count w: o_ck = Σ w pairs/(m − 1), A = Σ w m − W/n over n people, which for
  /// equal weights is the number of answers less one.
  init?(respondents patterns: [[Int?]], weights: [Double], counts: [Int], points: Int, metric: AlphaMetric) {
    var table = Coincidences(
      pairs: Array(repeating: Array(repeating: 0, count: points), count: points),
      answers: Array(repeating: 0, count: points), size: 0)
    let tallies = patterns.map { pattern in
      var tally = [Double](repeating: 0, count: points)
      for case .some(let point) in pattern { tally[point] += 1 }
      return tally
    }
    let sizes = tallies.map { $0.reduce(0, +) }
    var total = 0.0
    var count = 0
    for (number, tally) in tallies.enumerated() where sizes[number] > 1 {
      total += weights[number]
      count += counts[number]
      for row in 0..<points where tally[row] > 0 {
        table.answers[row] += weights[number] * tally[row]
        for column in 0..<points {
          let pairs = tally[row] * (tally[column] - (row == column ? 1 : 0))
          table.pairs[row][column] += weights[number] * pairs / (sizes[number] - 1)
        }
      }
    }
    guard count > 0, total > 0 else { return nil }
    table.size = table.answers.reduce(0, +) - total / Double(count)
    let squares = table.squares(metric)
    guard let sums = table.sums(squares) else { return nil }
    value = 1 - table.size * sums.observed / sums.expected
    let slopes = table.slopes(metric, squares)
    let size = table.size
    scores = tallies.enumerated().map { number, tally in
      guard sizes[number] > 1 else { return 0 }
      var observed = 0.0
      var expected = 0.0
      for row in 0..<points where tally[row] > 0 {
        observed += tally[row] * slopes.observed[row]
        expected += tally[row] * slopes.expected[row]
        for column in 0..<points where column != row {
          observed += tally[row] * tally[column] / (sizes[number] - 1) * squares[row][column]
        }
      }
      return Self.slope(
        size: sizes[number] - 1 / Double(count), observed: observed, expected: expected, size, sums)
    }
  }

  /// dα from dA, dN and dE.
  private static func slope(
    size: Double, observed: Double, expected: Double, _ whole: Double, _ sums: (observed: Double, expected: Double)
  ) -> Double {
    -(size * sums.observed + whole * observed - whole * sums.observed * expected / sums.expected) / sums.expected
  }

  /// The weights of the answers to one item.
  private struct Unit {
    private var weights: [Double]
    private var squares: [Double]
    private(set) var count = 0

    init(points: Int) {
      weights = Array(repeating: 0, count: points)
      squares = weights
    }

    mutating func add(_ point: Int, _ weight: Double, _ square: Double, _ people: Int) {
      weights[point] += weight
      squares[point] += square
      count += people
    }

    var total: Double { weights.reduce(0, +) }
    var square: Double { squares.reduce(0, +) }
    /// W − Q/W.
    var pairWeight: Double { total > 0 ? total - square / total : 0 }

    func enter(_ table: inout Coincidences) {
      let divisor = pairWeight
      for row in weights.indices {
        table.answers[row] += weights[row]
        for column in weights.indices {
          let pairs = weights[row] * weights[column] - (row == column ? squares[row] : 0)
          table.pairs[row][column] += pairs / divisor
        }
      }
    }

    /// What one more answer at a point adds to Σ o δ², δ being given.
    func slope(at point: Int, _ distances: [[Double]]) -> Double {
      let divisor = pairWeight
      var own = 0.0
      var all = 0.0
      for row in weights.indices {
        own += weights[row] * distances[point][row]
        for column in weights.indices { all += weights[row] * weights[column] * distances[row][column] }
      }
      return 2 * own / divisor - all * (1 + square / (total * total)) / (divisor * divisor)
    }
  }
}
