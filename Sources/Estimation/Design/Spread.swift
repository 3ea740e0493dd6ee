import Tabulation

/// Count, mean and sum of squared deviations of some scores; two spreads merge without cancellation (Chan, Golub &
/// LeVeque 1983).
struct Spread: Sendable {
  var count = 0.0
  var mean = 0.0
  /// Σ (z − mean)².
  var squares = 0.0

  /// The spread of equal scores.
  init(count: Double = 0, mean: Double = 0, squares: Double = 0) {
    self.count = count
    self.mean = mean
    self.squares = squares
  }

  /// The spread of `factor` × weight.
  init(_ moments: WeightMoments, pivot: Double, times factor: Double) {
    guard moments.count > 0 else { return }
    count = moments.count
    mean = factor * (pivot + moments.delta / moments.count)
    squares = factor * factor * max(0, moments.deltaSquares - moments.delta / moments.count * moments.delta)
  }

  /// Σz.
  var sum: Double { count * mean }

  mutating func merge(_ other: Spread) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let difference = other.mean - mean
    squares += other.squares + difference * difference * (count * other.count / total)
    mean += difference * (other.count / total)
    count = total
  }
}
