/// The frame within which answers are invented.
public struct SimulationOptions: Sendable, Hashable {
  /// The first day on which forms are filled in: days since 1970-01-01.
  public var firstDay: Int
  /// The last day on which forms are filled in: days since 1970-01-01; a day before ``firstDay`` counts as that day.
  public var lastDay: Int

  /// By the names of questions that take texts: the only answers invented for them, each as likely as it is often here.
  public var values: [String: [String]] = [:]

  /// Creates options; without arguments 2026-01-05…2026-11-10, never the clock.
  public init(firstDay: Int = 20458, lastDay: Int = 20767) {
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// The days within the years 1…9999, in order.
  var days: ClosedRange<Int> {
    let writable = -719_162...2_932_896
    let first = min(max(firstDay, writable.lowerBound), writable.upperBound)
    return first...min(max(lastDay, first), writable.upperBound)
  }
}
