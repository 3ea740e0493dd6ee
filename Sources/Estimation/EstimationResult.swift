public import Diagnostics

/// What an estimation gives: the table, how the weights came about, and what a reader must know of both.
public struct EstimationResult: Sendable {
  /// All estimates.
  public var table: EstimatesTable
  /// Tables beside the estimates, in the order they were asked for.
  public var tables: [SideTable] = []
  /// How the weights came about; nil when every respondent counts 1.
  public var weighting: WeightingSummary?
  /// The records counted: inside the period and not left out for want of a cell in the frame.
  public var respondentCount: Int
  /// How much is suppressed, and what the audit of it found.
  public var disclosure = DisclosureSummary()
  /// What was found on the way, none of it an error.
  public var diagnostics: [Diagnostic]

  /// Creates a result.
  public init(
    table: EstimatesTable, weighting: WeightingSummary? = nil, respondentCount: Int, diagnostics: [Diagnostic] = []
  ) {
    self.table = table
    self.weighting = weighting
    self.respondentCount = respondentCount
    self.diagnostics = diagnostics
  }
}
