import Diagnostics

/// Arithmetic and orders have numbers, or dates, on both sides.
enum NumberRule {
  static func findings(_ node: ExpressionNode, _ scope: ExpressionScope, _ lists: inout ChoiceNames) -> [TypeFinding] {
    var operands: [(node: ExpressionNode, operation: ExpressionOperator)] = []
    switch node {
    case .chain(let first, let links):
      guard let operation = links.first?.operation, operation.precedence >= 4 else { return [] }
      operands = [(first, operation)] + links.map { ($0.operand, $0.operation) }
    case .negation(let operand): operands = [(operand, .subtract)]
    default: return []
    }
    return operands.compactMap { operand, operation in
      guard let (spelling, type) = textual(operand, scope, &lists) else { return nil }
      return (.formTextAsNumber, ["operator": operation.rawValue, "operand": spelling, "type": type])
    }
  }

  /// How an operand that is no number is written, and what it is; nil for what may be a number.
  private static func textual(
    _ node: ExpressionNode, _ scope: ExpressionScope, _ lists: inout ChoiceNames
  ) -> (spelling: String, type: String)? {
    if case .string(let text) = node {
      guard !text.isEmpty, node.literalNumber == nil, CivilDate.time(in: text) == nil else { return nil }
      return ("'\(text)'", QuestionType.text.name)
    }
    guard let (name, type, row) = scope.question(node) else { return nil }
    switch type {
    case .text: if row.cells[.appearance].contains("number") { return nil }
    case .selectOne(let list): if lists.names(of: list)?.areNumbers ?? true { return nil }
    case .selectMultiple, .rank, .note, .geography, .attachment: break
    default: return nil
    }
    return ("${\(name)}", type.name)
  }
}
