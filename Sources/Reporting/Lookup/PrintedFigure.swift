/// A figure as the report prints it, with where it comes from.
public struct PrintedFigure: Sendable, Hashable {
  /// The text printed: `82,4%`.
  public let text: String
  /// The number behind it, unrounded.
  public let value: Double
  /// Where it comes from.
  public let source: Source

  /// Where a figure comes from.
  public enum Source: Sendable, Hashable {
    /// A column of the row of the estimates table about a key.
    case estimate(EstimateKey, column: Column)
    /// The ingest accounting, by the name of the count.
    case accounting(String)
    /// How respondents were weighted, by the name of the figure.
    case weighting(String)
    /// The form: a number of items or answers.
    case form(String)
    /// The plan: minimum count, confidence level, bands.
    case plan(String)
    /// A count of published rows picked by a rule.
    case count(String)
    /// A cell of a table beside the estimates: its name, its row from 1, its column.
    case table(String, row: Int, column: String)
  }

  /// A column of the estimates table.
  public enum Column: String, Sendable, Hashable {
    /// The estimate.
    case estimate
    /// The lower and upper limit of its interval.
    case lowerLimit = "ci_low"
    /// The upper limit of its interval.
    case upperLimit = "ci_high"
    /// The unweighted base.
    case baseCount = "n"
  }
}
