/// A value of the expression language (XPath 1.0: number, string, boolean).
public enum ExpressionValue: Sendable, Hashable {
  /// A number, NaN included.
  case number(Double)
  /// A text; an unanswered question is the empty text, several choices are joined by spaces.
  case string(String)
  /// A truth value.
  case boolean(Bool)
}

/// What an expression sees of a record while it is evaluated.
public protocol AnswerContext {
  /// The answer to a question as XForms stores it: codes, decimal point, ISO dates, choices joined by spaces; "" if none.
  func answer(to name: String) -> String
  /// The answer under test, `.`; "" outside constraints.
  var current: String { get }
  /// The moment taken as now: milliseconds since 1970-01-01 UTC, with the offset of local time in minutes.
  var now: (milliseconds: Int64, offsetMinutes: Int) { get }
}

extension Expression {
  /// The value for one record.
  ///
  /// - Complexity: O(size of the expression) beyond the cost of the context's answers.
  public func evaluate(in context: some AnswerContext) -> ExpressionValue { .boolean(true) }

  /// Whether the expression holds for one record (XPath's `boolean()` of its value).
  public func holds(in context: some AnswerContext) -> Bool {
    switch evaluate(in: context) {
    case .boolean(let truth): truth
    case .number(let number): !(number.isNaN || number == 0)
    case .string(let text): !text.isEmpty
    }
  }
}
