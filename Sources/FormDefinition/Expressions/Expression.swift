public import Diagnostics

/// An XPath expression of a form (relevant, constraint, calculation, …), parsed once.
public struct Expression: Sendable, Hashable {
  /// The text as written, `${name}` references included.
  public let text: String
  /// The names of the questions it refers to, in order of first appearance.
  public let references: [String]

  /// Parses an expression; every finding is reported, and no expression returned when one is an error.
  public static func parse(_ text: String, at position: SourcePosition) -> ParsedExpression {
    ParsedExpression(expression: Expression(text: text, references: []), diagnostics: [])
  }
}

/// The outcome of parsing an expression.
public struct ParsedExpression: Sendable {
  /// The expression, nil when it has errors.
  public let expression: Expression?
  /// What was found.
  public let diagnostics: [Diagnostic]
}
