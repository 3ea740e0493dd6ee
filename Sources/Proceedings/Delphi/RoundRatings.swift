/// The ratings of one item in one round: how many chose each point 1…K of the scale.
public struct RoundRatings: Sendable, Hashable {
  /// By point of the scale, the lowest first.
  public var counts: [Int]

  /// Creates ratings.
  public init(counts: [Int]) { self.counts = counts }

  /// The number of ratings.
  public var count: Int { counts.reduce(0, +) }

  /// The share that chose each point; nil without ratings.
  public var shares: [Double]? {
    let count = count
    return count == 0 ? nil : counts.map { Double($0) / Double(count) }
  }

  /// The mean point; nil without ratings.
  public var mean: Double? {
    shares.map { $0.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element } }
  }

  /// The coefficient of variation: the standard deviation (n − 1) over the mean; nil for fewer than two ratings.
  public var variation: Double? {
    guard let mean, count > 1 else { return nil }
    let squares = counts.enumerated().reduce(0.0) { sum, entry in
      let offset = Double(entry.offset + 1) - mean
      return sum + Double(entry.element) * offset * offset
    }
    return (squares / Double(count - 1)).squareRoot() / mean
  }

  /// The point at or below which a share 0…1 lies; the mean of two points when it lies exactly between them (Hyndman &
  /// Fan 1996, definition 2); nil without ratings.
  public func quantile(_ share: Double) -> Double? {
    guard count > 0 else { return nil }
    let wanted = share * Double(count)
    var sum = 0
    for (point, number) in counts.enumerated() where number > 0 {
      sum += number
      if Double(sum) > wanted { return Double(point + 1) }
      if Double(sum) == wanted, let next = counts.indices.first(where: { $0 > point && counts[$0] > 0 }) {
        return Double(point + 1 + next + 1) / 2
      }
      if sum == count { return Double(point + 1) }
    }
    return nil
  }

  /// The third quartile less the first; nil without ratings.
  public var interquartileRange: Double? {
    quantile(0.75).flatMap { upper in quantile(0.25).map { upper - $0 } }
  }

  /// The share that chose one of some points, counted from 0; nil without ratings.
  public func share(of points: [Int]) -> Double? {
    shares.map { shares in points.reduce(0) { $0 + (shares.indices.contains($1) ? shares[$1] : 0) } }
  }
}
