/// Estimates published before of what may be the same people: former waves, or this one before late answers came in.
///
/// A reader lays them beside the new ones; what is suppressed now must not follow from both together.
public struct PublishedBefore: Sendable {
  /// The rows as they were published; suppressed ones have no numbers.
  public var rows: [EstimateRow]

  /// Creates a table.
  public init(rows: [EstimateRow]) { self.rows = rows }
}
