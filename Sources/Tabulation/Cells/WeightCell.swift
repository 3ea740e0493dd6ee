/// The base weights of a group of records: enough for their sum, the sum of their squares and their spread.
///
/// Sums are taken of the differences from a pivot (the first record's weight), so that equal weights leave no rounding
/// error and nearly equal ones no cancellation.
public struct WeightCell: Sendable, Hashable {
  /// The number of records.
  public internal(set) var count = 0
  /// The number of records whose weight is above 0.
  public internal(set) var positiveCount = 0
  /// The weight the differences are taken from.
  public internal(set) var pivot = 1.0
  /// Σ (w − pivot).
  public internal(set) var delta = 0.0
  /// Σ (w − pivot)².
  public internal(set) var deltaSquares = 0.0
  /// The smallest weight; 1 without records.
  public internal(set) var minimum = 1.0
  /// The largest weight; 1 without records.
  public internal(set) var maximum = 1.0

  /// Creates an empty cell.
  public init() {}

  /// Σw.
  public var sum: Double { Double(count) * pivot + delta }

  /// Adds another group's records.
  public mutating func merge(_ other: WeightCell) {
    if other.count == 0 { return }
    if count == 0 {
      self = other
      return
    }
    let moved = other.moments.moved(by: other.pivot - pivot)
    count += other.count
    positiveCount += other.positiveCount
    delta += moved.delta
    deltaSquares += moved.deltaSquares
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  /// The count and sums about the cell's own pivot.
  public var moments: WeightMoments {
    WeightMoments(count: Double(count), delta: delta, deltaSquares: deltaSquares)
  }
}

/// Count, Σδ and Σδ² of weights written as a pivot plus δ.
public struct WeightMoments: Sendable, Hashable {
  /// The number of records.
  public var count: Double
  /// Σδ.
  public var delta: Double
  /// Σδ².
  public var deltaSquares: Double

  /// Creates moments.
  public init(count: Double = 0, delta: Double = 0, deltaSquares: Double = 0) {
    self.count = count
    self.delta = delta
    self.deltaSquares = deltaSquares
  }

  /// The same records' moments about a pivot that is lower by `step`.
  public func moved(by step: Double) -> WeightMoments {
    if step == 0 { return self }
    return WeightMoments(
      count: count, delta: delta + count * step, deltaSquares: deltaSquares + step * (2 * delta + count * step))
  }

  /// Adds records written about the same pivot.
  public static func += (left: inout WeightMoments, right: WeightMoments) {
    left.count += right.count
    left.delta += right.delta
    left.deltaSquares += right.deltaSquares
  }
}
