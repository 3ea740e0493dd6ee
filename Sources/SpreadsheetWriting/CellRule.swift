/// What may be entered into cells, and what is said beside them.
public struct CellRule: Sendable, Hashable {
  /// What a value is compared with, as a formula: a number, `TODAY()`.
  public enum Limits: Sendable, Hashable {
    /// Both ends belong to the range.
    case between(String, String)
    /// At least so much.
    case atLeast(String)
    /// At most so much.
    case atMost(String)
    /// More than so much.
    case above(String)
    /// Less than so much.
    case below(String)
  }

  /// What kind of value is let in.
  public enum Kind: Sendable, Hashable {
    /// Anything; only the message is shown.
    case any
    /// Whole numbers.
    case whole(Limits)
    /// Numbers.
    case decimal(Limits)
    /// Dates, with or without a time.
    case date(Limits)
    /// Times of day.
    case time(Limits)
    /// An entry of a list: the formula of a range, or texts in quotation marks with commas between them.
    case list(String)
    /// Whatever makes the formula true.
    case custom(String)
  }

  /// What is let in.
  public var kind: Kind
  /// The title of the message shown while a cell is selected; cut to ``WorkbookLimits/titleLength``.
  public var title = ""
  /// The message shown while a cell is selected; cut to ``WorkbookLimits/messageLength``; "" shows none.
  public var message = ""
  /// The title of what is said about a value not let in.
  public var errorTitle = ""
  /// What is said about a value not let in; "" for the program's own words.
  public var error = ""

  /// Creates a rule without words.
  public init(_ kind: Kind) { self.kind = kind }
}
