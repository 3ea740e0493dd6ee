public import CivilCalendar

/// A figure of the area and definition of a target.
public struct SeriesPoint: Sendable, Hashable {
  /// The day the figure stands for.
  public var day: CivilDay
  /// The figure.
  public var value: Double
  /// Its standard error; nil for a full count.
  public var standardError: Double?
  /// Whether a figure it was made of was simulated.
  public var isSimulated = false
  /// Whether a figure it was made of lacks some that should have reported.
  public var isIncomplete = false

  /// Creates a point of a full count.
  public init(day: CivilDay, value: Double, standardError: Double? = nil) {
    self.day = day
    self.value = value
    self.standardError = standardError
  }
}

extension CivilDay {
  /// The years of 365.25 days until another day; negative when it is earlier.
  func years(to other: CivilDay) -> Double { Double(other.number - number) / 365.25 }
}
