/// An expression as conditions on single answers, for telling it in words; what does not fit stays source text.
public indirect enum AnswerCondition: Sendable, Hashable {
  /// All hold.
  case all([AnswerCondition])
  /// At least one holds.
  case any([AnswerCondition])
  /// Does not hold.
  case not(AnswerCondition)
  /// The answer compared with a literal; the subject is nil for the answer under test (`.`).
  case compares(subject: String?, AnswerRelation, value: String)
  /// The choice is among those selected.
  case selects(subject: String?, choice: String)
  /// The number of choices selected compared with a literal.
  case counts(subject: String?, AnswerRelation, value: String)
  /// The answer matches a regular expression.
  case matches(subject: String?, pattern: String)
  /// Anything else, as an expression with `${name}` references.
  case source(String)

  /// The conditions that must all hold: itself when it is no conjunction.
  public var conjuncts: [AnswerCondition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}

/// A relation between an answer and a literal.
public enum AnswerRelation: String, Sendable, Hashable, CaseIterable {
  /// The six comparisons of XPath.
  case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="

  /// The same relation with its sides exchanged.
  var exchanged: AnswerRelation {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

extension Expression {
  /// The expression as conditions on single answers.
  ///
  /// - Complexity: O(size of the expression).
  public var condition: AnswerCondition { condition(of: root) }

  private func condition(of node: ExpressionNode) -> AnswerCondition {
    switch node {
    case .chain(let first, let links) where links.allSatisfy({ $0.operation == .and }):
      .all(([first] + links.map(\.operand)).map(condition(of:)))
    case .chain(let first, let links) where links.allSatisfy({ $0.operation == .or }):
      .any(([first] + links.map(\.operand)).map(condition(of:)))
    case .chain(let first, let links):
      (links.count == 1 ? links.first : nil).flatMap { comparison(first, $0) } ?? source(of: node)
    case .call(.not, let arguments) where arguments.count == 1: .not(condition(of: arguments[0]))
    case .call(.selected, let arguments) where arguments.count == 2:
      if let subject = subject(of: arguments[0]), let choice = Self.literal(of: arguments[1]) {
        .selects(subject: subject.name, choice: choice)
      } else {
        source(of: node)
      }
    case .matches(let operand, let pattern):
      subject(of: operand).map { .matches(subject: $0.name, pattern: pattern.text) } ?? source(of: node)
    default: source(of: node)
    }
  }

  private func comparison(_ left: ExpressionNode, _ link: ExpressionLink) -> AnswerCondition? {
    guard let relation = AnswerRelation(rawValue: link.operation.rawValue) else { return nil }
    if let value = Self.literal(of: link.operand) { return comparison(left, relation, value) }
    if let value = Self.literal(of: left) { return comparison(link.operand, relation.exchanged, value) }
    return nil
  }

  private func comparison(
    _ operand: ExpressionNode, _ relation: AnswerRelation, _ value: String
  ) -> AnswerCondition? {
    if let subject = subject(of: operand) { return .compares(subject: subject.name, relation, value: value) }
    guard case .call(let function, let arguments) = operand, arguments.count == 1,
      let subject = subject(of: arguments[0])
    else { return nil }
    switch function {
    case .countSelected: return .counts(subject: subject.name, relation, value: value)
    case .stringLength where relation == .greater && value == "0":
      return .compares(subject: subject.name, .notEqual, value: "")
    default: return nil
    }
  }

  /// The question a node stands for; the name is nil for the answer under test.
  private func subject(of node: ExpressionNode) -> Subject? {
    switch node {
    case .reference(let index): Subject(name: references[index])
    case .current: Subject(name: nil)
    default: nil
    }
  }

  private struct Subject {
    let name: String?
  }

  private static func literal(of node: ExpressionNode) -> String? {
    switch node {
    case .string(let text): text
    case .number(let value): NumberText.string(of: value)
    case .negation(.number(let value)): NumberText.string(of: -value)
    default: nil
    }
  }

  private func source(of node: ExpressionNode) -> AnswerCondition {
    if node == root { return .source(text) }
    let part = Expression(text: text, references: references, attributes: attributes, root: node)
    return .source(part.xpath { "${\($0)}" })
  }
}
