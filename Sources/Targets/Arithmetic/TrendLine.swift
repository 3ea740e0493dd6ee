public import CivilCalendar
internal import Distributions

/// A straight line through figures over time, by least squares.
///
/// With standard errors for every figure each counts with weight 1/se² (weighted least squares), else all count the same.
/// The spread about the line is s² = Σ w r² / (n − 2); with standard errors it is never taken for less than 1, which is
/// what they themselves say (R. T. Birge 1932, Phys. Rev. 40, 207).
public struct TrendLine: Sendable, Hashable {
  /// The fewest figures a line is drawn through.
  public static let fewestPoints = 4

  /// The weighted mean of the days, as a day number.
  public let centre: Double
  /// The height of the line at the centre.
  public let height: Double
  /// The change per year of 365.25 days.
  public let slope: Double
  /// n − 2.
  public let degreesOfFreedom: Double
  /// Whether figures count by their standard errors.
  public let isWeighted: Bool
  private let spread: Double
  private let weightSum: Double
  private let squaresOfTime: Double
  private let ownVariance: Double

  /// Fits a line; nil with fewer than ``fewestPoints`` figures of different days, or where the arithmetic overflows.
  ///
  /// - Complexity: O(points).
  public init?(_ points: [SeriesPoint]) {
    let days = Set(points.map(\.day))
    guard points.count >= Self.fewestPoints, days.count == points.count else { return nil }
    let errors = points.compactMap { point in point.standardError.flatMap { $0 > 0 ? $0 : nil } }
    let isWeighted = errors.count == points.count
    let weights = isWeighted ? errors.map { 1 / ($0 * $0) } : points.map { _ in 1 }
    let sum = weights.reduce(0, +)
    let centre = zip(weights, points).reduce(0) { $0 + $1.0 * Double($1.1.day.number) } / sum
    let height = zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.value } / sum
    let times = points.map { (Double($0.day.number) - centre) / 365.25 }
    let squares = zip(weights, times).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    let products = points.indices.reduce(0) { $0 + weights[$1] * times[$1] * (points[$1].value - height) }
    let slope = products / squares
    let residuals = points.indices.map { points[$0].value - height - slope * times[$0] }
    // Rounding leaves a trace where all points lie on the line.
    let largest = points.reduce(1) { max($0, abs($1.value)) }
    let sizes = residuals.map { abs($0) <= 1e-12 * largest ? 0 : $0 }
    var spread = zip(weights, sizes).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / Double(points.count - 2)
    if isWeighted { spread = max(1, spread) }
    let ownVariance = isWeighted ? errors.reduce(0) { $0 + $1 * $1 } / Double(points.count) : 1
    guard [sum, centre, height, squares, slope, spread, ownVariance].allSatisfy(\.isFinite), squares > 0 else {
      return nil
    }
    self.centre = centre
    self.height = height
    self.slope = slope
    self.isWeighted = isWeighted
    self.spread = spread
    self.ownVariance = ownVariance
    degreesOfFreedom = Double(points.count - 2)
    weightSum = sum
    squaresOfTime = squares
  }

  /// The height of the line on a day.
  public func height(on day: CivilDay) -> Double { height + slope * time(of: day) }

  /// The standard deviation of a new figure about the line: the square root of s² (v + 1/Σw + t²/Σwt²), t counted from
  /// the centre; v is 1, or the mean of se² of the figures there are (N. R. Draper & H. Smith 1998, *Applied Regression
  /// Analysis*, §3.1 and §9.2).
  public func predictionError(on day: CivilDay) -> Double {
    let time = time(of: day)
    return (spread * (ownVariance + 1 / weightSum + time * time / squaresOfTime)).squareRoot()
  }

  private func time(of day: CivilDay) -> Double { (Double(day.number) - centre) / 365.25 }
}
