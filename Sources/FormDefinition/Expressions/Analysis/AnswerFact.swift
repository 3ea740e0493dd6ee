/// Whose answer a condition is about.
enum AnswerVariable: Sendable, Hashable {
  /// A question's, by name.
  case question(String)
  /// The answer under test, `.`.
  case current
}

/// What one comparison says about one answer.
enum AnswerFact: Sendable, Hashable {
  /// The answer is, or is not, a text.
  case text(AnswerVariable, String, isEqual: Bool)
  /// The answer is a number that stands so to another; for ``ExpressionOperator/notEqual`` it may be no number.
  case number(AnswerVariable, ExpressionOperator, Double)
  /// A choice is, or is not, among the chosen ones.
  case selected(AnswerVariable, String, isChosen: Bool)

  /// Whose answer it is.
  var variable: AnswerVariable {
    switch self {
    case .text(let variable, _, _), .number(let variable, _, _), .selected(let variable, _, _): variable
    }
  }
}

/// The ways in which a condition can hold: each is a list of facts, of which all must be true.
///
/// What cannot be told is taken to be possible, so a condition without ways can never hold, and not the reverse.
struct ConditionWays {
  /// Beyond so many ways everything is taken to be possible.
  private static let limit = 128

  /// The ways; one without facts means that nothing speaks against the condition.
  var ways: [[AnswerFact]]

  static let always = ConditionWays(ways: [[]])
  static let never = ConditionWays(ways: [])

  /// The ways in which an expression is true, or false.
  init(_ expression: Expression) { self = Self.of(expression.root, in: expression, isNegated: false) }

  private init(ways: [[AnswerFact]]) { self.ways = ways }

  /// The ways in which both conditions hold.
  func and(_ other: ConditionWays) -> ConditionWays {
    guard ways.count * other.ways.count <= Self.limit else { return .always }
    return ConditionWays(ways: ways.flatMap { way in other.ways.map { way + $0 } })
  }

  /// The ways in which one of the conditions holds.
  func or(_ other: ConditionWays) -> ConditionWays {
    guard ways.count + other.ways.count <= Self.limit else { return .always }
    return ConditionWays(ways: ways + other.ways)
  }

  private static func of(_ node: ExpressionNode, in expression: Expression, isNegated: Bool) -> ConditionWays {
    switch node {
    case .call(.not, let arguments): return of(arguments[0], in: expression, isNegated: !isNegated)
    case .call(.boolean, let arguments): return of(arguments[0], in: expression, isNegated: isNegated)
    case .call(.true, _): return isNegated ? .never : .always
    case .call(.false, _): return isNegated ? .always : .never
    case .call(.selected, let arguments):
      guard let variable = variable(arguments[0], in: expression), case .string(let choice) = arguments[1],
        !choice.isEmpty, !choice.contains(where: \.isWhitespace)
      else { return .always }
      return ConditionWays(ways: [[.selected(variable, choice, isChosen: !isNegated)]])
    case .chain(let first, let links):
      guard let operation = links.first?.operation else { return .always }
      if operation == .or || operation == .and {
        let parts = ([first] + links.map(\.operand)).map { of($0, in: expression, isNegated: isNegated) }
        let isConjunction = (operation == .and) != isNegated
        return parts.dropFirst().reduce(parts[0]) { isConjunction ? $0.and($1) : $0.or($1) }
      }
      guard links.count == 1, operation.precedence == 3 || operation.precedence == 4 else { return .always }
      return comparison(first, operation, links[0].operand, in: expression, isNegated: isNegated)
    default: return .always
    }
  }

  private static func comparison(
    _ left: ExpressionNode, _ operation: ExpressionOperator, _ right: ExpressionNode, in expression: Expression,
    isNegated: Bool
  ) -> ConditionWays {
    guard let variable = variable(left, in: expression) else {
      guard variable(right, in: expression) != nil else { return .always }
      return comparison(right, operation.mirrored, left, in: expression, isNegated: isNegated)
    }
    switch operation {
    case .equal, .notEqual:
      let isEqual = (operation == .equal) != isNegated
      if case .string(let text) = right { return ConditionWays(ways: [[.text(variable, text, isEqual: isEqual)]]) }
      guard let number = right.literalNumber else { return .always }
      return ConditionWays(ways: [[.number(variable, isEqual ? .equal : .notEqual, number)]])
    default:
      // The opposite of an order also holds for an answer that is missing: nothing is said then.
      guard !isNegated, let number = right.literalNumber else { return .always }
      return ConditionWays(ways: [[.number(variable, operation, number)]])
    }
  }

  private static func variable(_ node: ExpressionNode, in expression: Expression) -> AnswerVariable? {
    switch node {
    case .reference(let index): .question(expression.references[index])
    case .current: .current
    default: nil
    }
  }
}

extension ExpressionOperator {
  /// The comparison with its sides exchanged.
  fileprivate var mirrored: ExpressionOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

extension ExpressionNode {
  /// The number that a literal stands for, dates in days; nil when it stands for none.
  var literalNumber: Double? {
    let number: Double
    switch self {
    case .number(let value): number = value
    case .negation(let operand): return operand.literalNumber.map { -$0 }
    case .string(let text): number = ExpressionValue.string(text).number(offsetMinutes: 0)
    case .call(.date, let arguments):
      guard let argument = arguments.first, case .string = argument else { return nil }
      return argument.literalNumber
    default: return nil
    }
    return number.isNaN ? nil : number
  }
}
