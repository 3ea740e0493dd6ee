public import CivilCalendar
public import Diagnostics
public import Geography

/// A figure on a day.
public struct Observation: Sendable, Hashable {
  /// Where a figure comes from, which decides what may be published of it.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// A figure an office gave: it is public already.
    case published
    /// The sum of organisations' headcounts: below the minimum count it is not given.
    case headcount
    /// A survey estimate that passed disclosure control.
    case estimate
  }

  /// What is measured.
  public var measure: String
  /// Who or what is counted.
  public var definition: String
  /// The day the figure stands for.
  public var day: CivilDay
  /// The figure; shares 0…1.
  public var value: Double
  /// Its standard error; nil for a full count.
  public var standardError: Double?
  /// The area it covers, in the list valid then.
  public var area: AreaReference
  /// Who gave it.
  public var source: String
  /// Where it comes from.
  public var origin: Origin
  /// Whether it was simulated.
  public var isSimulated = false
  /// Whether some that should have reported have not, so that a count is too low.
  public var isIncomplete = false
  /// Whether it must not be given, nor anything that would tell it.
  public var isSuppressed = false
  /// Where it stands; nil when it was computed.
  public var position: SourcePosition?

  /// Creates a figure without a standard error.
  public init(
    measure: String, definition: String, day: CivilDay, value: Double, area: AreaReference, source: String = "",
    origin: Origin = .published
  ) {
    self.measure = measure
    self.definition = definition
    self.day = day
    self.value = value
    self.area = area
    self.source = source
    self.origin = origin
  }
}
