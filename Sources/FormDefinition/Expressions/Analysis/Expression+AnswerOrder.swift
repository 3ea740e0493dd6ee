/// What the order in which several choices were made means for the value of an expression.
public enum AnswerOrderUse: Int, Sendable, Hashable, Comparable {
  /// Nothing: only which choices were made counts.
  case none
  /// The choices stand in the value, so that another order gives the same characters in another order.
  case carried
  /// The value may be another one altogether: `selected-at(${q}, 0)`.
  case decisive

  /// The order of the cases.
  public static func < (left: AnswerOrderUse, right: AnswerOrderUse) -> Bool { left.rawValue < right.rawValue }
}

extension Expression {
  /// What the order of the choices of some questions means for the value.
  ///
  /// - Parameter unordered: whether a question has several choices whose order is not known.
  /// - Complexity: O(size of the expression).
  public func answerOrderUse(_ unordered: (String) -> Bool) -> AnswerOrderUse {
    let isUnordered = references.map(unordered)
    return isUnordered.contains(true) ? root.answerOrderUse(isUnordered) : .none
  }
}

extension ExpressionNode {
  fileprivate func answerOrderUse(_ isUnordered: [Bool]) -> AnswerOrderUse {
    /// A value made of parts: of their characters, or of what they mean.
    func uses(_ nodes: some Sequence<ExpressionNode>) -> AnswerOrderUse {
      nodes.map { $0.answerOrderUse(isUnordered) }.max() ?? .none
    }
    func decides(_ nodes: some Sequence<ExpressionNode>) -> AnswerOrderUse { uses(nodes) == .none ? .none : .decisive }
    switch self {
    case .number, .string, .attribute, .current: return .none
    case .reference(let index): return isUnordered[index] ? .carried : .none
    case .call(let function, let arguments):
      switch function {
      case .selected, .countSelected, .stringLength, .countNonEmpty, .count:
        return uses(arguments) == .decisive ? .decisive : .none
      case .if: return max(decides(arguments.prefix(1)), uses(arguments.dropFirst()))
      case .concat, .join, .coalesce, .string, .normalizeSpace: return uses(arguments)
      default: return decides(arguments)
      }
    case .chain(let first, let links):
      // Whether a text without blanks is the answer hangs on no order: of several choices it is none.
      let isEquality = links.allSatisfy { [.equal, .notEqual].contains($0.operation) }
      let operands = [first] + links.map(\.operand)
      let others = operands.filter { !$0.isOneChoice }
      if isEquality, others.count <= 1, uses(others) < .decisive { return .none }
      return decides(operands)
    case .matches, .negation, .union: return decides(operands)
    case .lookup:
      var isNamed = false
      visitAll { if case .reference(let index) = $0, isUnordered[index] { isNamed = true } }
      return isNamed ? .decisive : .none
    }
  }

  /// Whether it is a text that is at most one choice.
  private var isOneChoice: Bool {
    if case .string(let text) = self { !text.contains(where: \.isWhitespace) } else { false }
  }
}
