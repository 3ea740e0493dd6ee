/// How far two points of a scale lie apart for Krippendorff's α.
enum AlphaMetric: String, Sendable, Hashable, CaseIterable {
  /// Different or not.
  case nominal
  /// The answers between them, half of their own included.
  case ordinal
  /// The difference of their scores.
  case interval
}

/// The coincidences of answers given to the same units, and Krippendorff's α = 1 − D_observed/D_expected from them
/// (Krippendorff 2019, ch. 12).
///
/// α = 1 − A N/E with N = Σ o_ck δ²_ck, E = Σ n_c n_k δ²_ck, and A the number of answers less one (or what stands for it
/// under weights).
struct Coincidences: Sendable {
  /// o, by pair of points.
  var pairs: [[Double]]
  /// n: the weight of answers at each point, of units with two answers or more.
  var answers: [Double]
  /// A.
  var size: Double

  /// δ² by pair of points.
  func squares(_ metric: AlphaMetric) -> [[Double]] {
    answers.indices.map { row in
      answers.indices.map { column in
        let distance = distance(metric, min(row, column), max(row, column))
        return distance * distance
      }
    }
  }

  private func distance(_ metric: AlphaMetric, _ low: Int, _ high: Int) -> Double {
    if low == high { return 0 }
    return switch metric {
    case .nominal: 1
    case .interval: Double(high - low)
    case .ordinal: answers[low...high].reduce(0, +) - (answers[low] + answers[high]) / 2
    }
  }

  /// N and E; nil when all answers are equal, for which α does not exist.
  func sums(_ squares: [[Double]]) -> (observed: Double, expected: Double)? {
    var observed = 0.0
    var expected = 0.0
    for row in answers.indices {
      for column in answers.indices {
        observed += pairs[row][column] * squares[row][column]
        expected += answers[row] * answers[column] * squares[row][column]
      }
    }
    return expected > 0 && size > 0 ? (observed, expected) : nil
  }

  /// What N and E gain through δ² and E through n when an answer of each point is added.
  func slopes(_ metric: AlphaMetric, _ squares: [[Double]]) -> (observed: [Double], expected: [Double]) {
    let points = answers.count
    var observed = [Double](repeating: 0, count: points)
    var expected = (0..<points).map { point in
      2 * (0..<points).reduce(0) { $0 + answers[$1] * squares[point][$1] }
    }
    guard metric == .ordinal else { return (observed, expected) }
    for low in 0..<points {
      for high in (low + 1)..<max(low + 1, points) {
        let distance = distance(metric, low, high)
        for point in low...high {
          // ∂δ²/∂n is 2δ between the points and δ at them; every pair stands twice.
          let slope = 2 * distance * (point == low || point == high ? 1 : 2)
          observed[point] += pairs[low][high] * slope
          expected[point] += answers[low] * answers[high] * slope
        }
      }
    }
    return (observed, expected)
  }
}
