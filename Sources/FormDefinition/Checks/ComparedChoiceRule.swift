import Diagnostics

/// A select is compared with choices of its list.
enum ComparedChoiceRule {
  static func findings(
    _ node: ExpressionNode, _ scope: ExpressionScope, _ lists: inout ChoiceNames, _ report: inout CheckReport
  ) -> [TypeFinding] {
    guard let (subject, literal, isMember) = comparison(node), let (name, type, _) = scope.question(subject),
      let list = type.choiceList, let known = lists.names(of: list)
    else { return [] }
    let isSeveral = if case .selectOne = type { false } else { true }
    let wanted: [String]
    switch literal {
    case .string(let text):
      wanted = isSeveral && !isMember ? text.words : [isMember ? text.words.joined(separator: " ") : text]
    case .number(let value):
      // 1 equals the codes 1, 01 and 1.0.
      if known.names.contains(where: { NumberText.number(in: $0) == value }) { return [] }
      wanted = [NumberText.string(of: value)]
    default: return []
    }
    return wanted.filter { !$0.isEmpty && !known.names.contains($0) }.map { choice in
      let nearest = report.nearest(to: choice, among: known.sorted, of: "choice of \(list)")
      return (
        .formComparedChoiceUnknown, ["name": name, "choice": choice, "list": list, "nearest": nearest]
      )
    }
  }

  /// The sides of `a = 'x'`, `'x' != a` or `selected(a, 'x')`, the literal second.
  private static func comparison(
    _ node: ExpressionNode
  ) -> (subject: ExpressionNode, literal: ExpressionNode, isMember: Bool)? {
    switch node {
    case .call(.selected, let arguments): return (arguments[0], arguments[1], true)
    case .chain(let first, let links):
      guard links.count == 1, let link = links.first, link.operation == .equal || link.operation == .notEqual else {
        return nil
      }
      if case .reference = link.operand { return (link.operand, first, false) }
      return (first, link.operand, false)
    default: return nil
    }
  }
}

extension String {
  /// The words between white space.
  fileprivate var words: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
}
