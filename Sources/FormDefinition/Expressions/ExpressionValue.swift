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
  /// The same, with the question's index in the expression's `references`, for contexts that looked the names up before.
  func answer(to name: String, reference: Int) -> String
  /// All answers to a question of a repeat, in order; the one answer of any other question.
  func answers(to name: String) -> [String]
  /// A column of the choice under test in a choice filter.
  func attribute(named name: String) -> String
  /// The answer under test, `.`; "" outside constraints.
  var current: String { get }
  /// The moment taken as now: milliseconds since 1970-01-01 UTC, with the offset of local time in minutes.
  var now: (milliseconds: Int64, offsetMinutes: Int) { get }
}

extension AnswerContext {
  /// Looks the answer up by name.
  public func answer(to name: String, reference: Int) -> String { answer(to: name) }

  /// The single answer.
  public func answers(to name: String) -> [String] { [answer(to: name)] }

  /// Nothing: no choice is under test.
  public func attribute(named name: String) -> String { "" }
}

extension Expression {
  /// The value for one record.
  ///
  /// - Complexity: O(size of the expression) beyond the cost of the context's answers.
  public func evaluate(in context: some AnswerContext) -> ExpressionValue {
    ExpressionEvaluator(expression: self, context: context).value(of: root)
  }

  /// Whether the expression holds for one record (XPath's `boolean()` of its value).
  public func holds(in context: some AnswerContext) -> Bool { evaluate(in: context).truth }
}
