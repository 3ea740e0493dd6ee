/// An answer to a question that was not shown: it counts for nothing and stands in no column.
public struct ConcealedAnswer: Sendable, Hashable {
  /// The question as findings name it: `age`, or `task[2]/status` for the second row of a repeat.
  public var field: String
  /// The answer as XForms writes it.
  public var answer: String

  /// Creates an answer.
  public init(field: String, answer: String) {
    self.field = field
    self.answer = answer
  }
}
