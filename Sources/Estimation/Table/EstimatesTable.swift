/// All estimates of a run, the only source of a report's numbers.
public struct EstimatesTable: Sendable {
  /// The rows in the order of indicators, items, domains and statistics.
  public var rows: [EstimateRow]

  /// Creates a table.
  public init(rows: [EstimateRow] = []) { self.rows = rows }
}
