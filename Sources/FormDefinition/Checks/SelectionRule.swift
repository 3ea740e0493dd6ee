import Diagnostics

/// `selected()`, `selected-at()` and `count-selected()` are about questions with choices.
enum SelectionRule {
  static func findings(_ node: ExpressionNode, _ scope: ExpressionScope) -> [TypeFinding] {
    guard case .call(let function, let arguments) = node,
      function == .selected || function == .selectedAt || function == .countSelected, let subject = arguments.first,
      let (name, type, _) = scope.question(subject), !type.mayHoldChoices
    else { return [] }
    return [(.formSelectionOfOther, ["function": function.rawValue, "name": name, "type": type.name])]
  }
}

extension QuestionType {
  /// Whether the answer can be a list of choices; fields without a type of their own may hold anything.
  fileprivate var mayHoldChoices: Bool {
    switch self {
    case .selectOne, .selectMultiple, .rank, .calculate, .hidden, .acknowledge, .barcode, .metadata: true
    default: false
    }
  }
}
