public import CivilCalendar
internal import Distributions

/// How fast a figure moves, or would have to.
public struct Pace: Sendable, Hashable {
  /// The change per year of 365.25 days, in the unit of the figure: (b − a) / years.
  public var perYear: Double
  /// The compound change per year, 0.024 for 2.4 %: (b / a)^(1 / years) − 1; nil unless both figures are above 0, and for
  /// shares, whose change is told in points.
  public var growth: Double?

  /// The pace from one figure to another; nil when no day lies between them.
  public init?(
    from start: Double, on startDay: CivilDay, to end: Double, on endDay: CivilDay, unit: MeasureUnit
  ) {
    let years = startDay.years(to: endDay)
    guard years > 0 else { return nil }
    let perYear = (end - start) / years
    guard perYear.isFinite else { return nil }
    self.perYear = perYear
    growth = unit == .share ? nil : Self.growth(from: start, to: end, years: years)
  }

  /// The compound change per year.
  private static func growth(from start: Double, to end: Double, years: Double) -> Double? {
    guard start > 0, end > 0 else { return nil }
    let growth = ElementaryFunctions.exponential(ElementaryFunctions.logarithm(end / start) / years) - 1
    return growth.isFinite ? growth : nil
  }
}
