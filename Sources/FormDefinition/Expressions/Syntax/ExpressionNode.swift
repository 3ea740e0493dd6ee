/// A node of an expression's syntax tree.
///
/// Chains of operators are flat, so the depth of a tree is bounded by the parser's limit on nesting, however long
/// the text is.
indirect enum ExpressionNode: Sendable, Hashable {
  /// A literal number.
  case number(Double)
  /// A literal text.
  case string(String)
  /// The answer to a question, by index into the expression's references.
  case reference(Int)
  /// A column of the choice under test in a choice filter, or of an item in a predicate, by index into `attributes`.
  case attribute(Int)
  /// The answer under test, `.`.
  case current
  /// A function with its arguments.
  case call(ExpressionFunction, [ExpressionNode])
  /// `regex()` with a literal pattern, compiled once.
  case matches(ExpressionNode, TextPattern)
  /// Operators of one precedence, applied from the left.
  case chain(ExpressionNode, [ExpressionLink])
  /// A change of sign.
  case negation(ExpressionNode)
  /// The nodes of several paths together.
  case union([ExpressionNode])
  /// A path that is no plain question: through an instance, with predicates, wild cards or parents only.
  case lookup(ExpressionPath)
}

/// An operator with the operand on its right.
struct ExpressionLink: Sendable, Hashable {
  var operation: ExpressionOperator
  var operand: ExpressionNode
}

/// A binary operator; the raw value is its spelling in XPath.
enum ExpressionOperator: String, Sendable, Hashable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "div"
  case remainder = "mod"

  /// How strongly it binds; larger binds tighter.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .add, .subtract: 5
    case .multiply, .divide, .remainder: 6
    }
  }
}

/// A location path that is kept as written.
struct ExpressionPath: Sendable, Hashable {
  /// The call the path starts from (`instance('x')`, `current()`); nil when it starts at the node or the root.
  var start: ExpressionNode?
  /// Whether it starts at the root.
  var isAbsolute: Bool
  /// The steps.
  var steps: [Step]

  /// One step of a path.
  struct Step: Sendable, Hashable {
    /// The name, `*`, `.`, `..` or `@name`.
    var test: String
    /// The conditions in brackets.
    var predicates: [ExpressionNode]
  }
}
