extension ExpressionNode {
  /// The direct parts of a node; paths kept as written have none, since other rules hold in their brackets.
  var operands: [ExpressionNode] {
    switch self {
    case .number, .string, .reference, .attribute, .current, .lookup: []
    case .call(_, let arguments): arguments
    case .matches(let subject, _): [subject]
    case .chain(let first, let links): [first] + links.map(\.operand)
    case .negation(let operand): [operand]
    case .union(let nodes): nodes
    }
  }

  /// Visits the node and all its parts, outermost first; depth is bounded by the parser.
  func visit(_ body: (ExpressionNode) -> Void) {
    body(self)
    for operand in operands { operand.visit(body) }
  }

  /// Visits the node and all its parts, those in the brackets of paths too.
  func visitAll(_ body: (ExpressionNode) -> Void) {
    body(self)
    for operand in operands { operand.visitAll(body) }
    guard case .lookup(let path) = self else { return }
    path.start?.visitAll(body)
    for step in path.steps { for predicate in step.predicates { predicate.visitAll(body) } }
  }
}
