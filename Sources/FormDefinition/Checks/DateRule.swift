import Diagnostics

/// Dates are compared with dates: as a number, a date is a count of days since 1970.
enum DateRule {
  static func findings(_ node: ExpressionNode, _ scope: ExpressionScope) -> [TypeFinding] {
    guard case .chain(let first, let links) = node, links.count == 1, let link = links.first,
      link.operation.precedence == 3 || link.operation.precedence == 4
    else { return [] }
    return findings(first, link.operand, scope) ?? findings(link.operand, first, scope) ?? []
  }

  private static func findings(
    _ date: ExpressionNode, _ other: ExpressionNode, _ scope: ExpressionScope
  ) -> [TypeFinding]? {
    guard let operand = dateSpelling(date, scope) else { return nil }
    if let (name, type, _) = scope.question(other) {
      guard type == .integer || type == .decimal || type == .range else { return nil }
      return [(.formDateAsNumber, ["operand": operand, "number": "${\(name)}"])]
    }
    switch other {
    case .number(let value):
      return [(.formDateAsNumber, ["operand": operand, "number": NumberText.string(of: value)])]
    case .string(let text):
      if text.isEmpty || CivilDate.moment(in: text) != nil { return nil }
      if !NumberText.number(in: text).isNaN {
        return [(.formDateAsNumber, ["operand": operand, "number": text])]
      }
      return [(.formDateUnreadable, ["operand": operand, "text": text])]
    default: return nil
    }
  }

  /// How a date is written in the expression; nil for anything else.
  private static func dateSpelling(_ node: ExpressionNode, _ scope: ExpressionScope) -> String? {
    switch node {
    case .call(.today, _), .call(.now, _): return node == .call(.today, []) ? "today()" : "now()"
    case .reference, .current:
      guard let (name, type, _) = scope.question(node) else { return nil }
      switch type {
      case .date, .dateTime, .metadata(.start), .metadata(.end), .metadata(.today): return "${\(name)}"
      default: return nil
      }
    default: return nil
    }
  }
}
