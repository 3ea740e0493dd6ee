/// How many interviews are doubtful, and what the headline estimates are without them.
public struct DoubtfulInterviews: Sendable, Hashable {
  /// One estimate with and without doubtful interviews; a figure is nil when it is suppressed or undefined.
  public struct Effect: Sendable, Hashable {
    /// The indicator.
    public var indicator: String
    /// The item.
    public var item: String
    /// The statistic's name.
    public var statistic: String
    /// The level, as in the estimates table.
    public var level: String
    /// Of all interviews.
    public var all: Double?
    /// Without those that answered a block all alike.
    public var withoutStraight: Double?
    /// Without those that took too little time.
    public var withoutFast: Double?
    /// Without either.
    public var withoutBoth: Double?
    /// Whether the figures without doubtful interviews are hidden because they would give away how few people answered.
    public var isSuppressed = false

    /// What leaving out all doubtful interviews changes; nil when a figure is missing.
    public var difference: Double? { withoutBoth.flatMap { without in all.map { without - $0 } } }
  }

  /// Interviews of the wave.
  public var count = 0
  /// Those that answered a block all alike.
  public var straight = 0
  /// Those that took less time than ``fastLimit``.
  public var fast = 0
  /// Those that did either.
  public var either = 0
  /// Milliseconds below which an interview is too fast; nil: none is.
  public var fastLimit: Int64?
  /// The headline estimates; empty without doubtful interviews.
  public var effects: [Effect] = []

  /// The part of the interviews that so many are; nil without interviews.
  public func share(_ number: Int) -> Double? { count == 0 ? nil : Double(number) / Double(count) }
}
