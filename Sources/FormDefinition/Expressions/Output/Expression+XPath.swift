extension Expression {
  /// The expression as XForms writes it, every reference replaced by a path.
  ///
  /// - Parameter resolve: the path of a question by its name (`/data/group/question`).
  /// - Complexity: O(size of the expression).
  public func xpath(resolve: (String) -> String) -> String {
    var writer = XPathWriter(expression: self, paths: references.map(resolve))
    writer.write(root)
    return writer.text
  }
}

/// Writes a syntax tree as XPath; reading the text again gives the same tree.
private struct XPathWriter {
  let expression: Expression
  /// The path of each reference.
  let paths: [String]
  var text = ""

  mutating func write(_ node: ExpressionNode) {
    switch node {
    case .number(let value): text += NumberText.string(of: value)
    case .string(let string): text += quoted(string)
    case .reference(let index): text += paths[index]
    case .attribute(let index): text += expression.attributes[index]
    case .current: text += "."
    case .call(let function, let arguments): call(function, arguments)
    case .matches(let subject, let pattern):
      text += "regex("
      write(subject)
      text += ", \(quoted(pattern.text)))"
    case .chain(let first, let links):
      let precedence = links.first?.operation.precedence ?? 0
      write(first, above: precedence)
      for link in links {
        text += " \(link.operation.rawValue) "
        write(link.operand, above: precedence)
      }
    case .negation(let operand):
      text += "-"
      write(operand, above: 7)
    case .union(let nodes):
      for (number, node) in nodes.enumerated() {
        if number > 0 { text += " | " }
        write(node, above: 8)
      }
    case .lookup(let path): write(path)
    }
  }

  /// Writes an operand, in parentheses when it binds no tighter than its operator.
  private mutating func write(_ node: ExpressionNode, above precedence: Int) {
    let own: Int =
      switch node {
      case .chain(_, let links): links.first?.operation.precedence ?? 9
      case .negation: precedence == 7 ? 9 : 7
      case .union: 8
      default: 9
      }
    if own <= precedence {
      text += "("
      write(node)
      text += ")"
    } else {
      write(node)
    }
  }

  private mutating func call(_ function: ExpressionFunction, _ arguments: [ExpressionNode]) {
    text += function.rawValue + "("
    for (number, argument) in arguments.enumerated() {
      if number > 0 { text += ", " }
      if function == .choiceName, number == 1, case .reference(let index) = argument {
        text += quoted(paths[index].filter { $0 != " " })
      } else {
        write(argument)
      }
    }
    text += ")"
  }

  private mutating func write(_ path: ExpressionPath) {
    if let start = path.start {
      let beginsWithPredicate = path.steps.first.map { $0.test == "." && !$0.predicates.isEmpty } ?? false
      switch start {
      case .call: write(start)
      case .reference where !beginsWithPredicate: write(start)
      default:
        text += "("
        write(start)
        text += ")"
      }
    }
    for (number, step) in path.steps.enumerated() {
      // A predicate directly behind a call or a parenthesis has no step of its own.
      let isBare = number == 0 && path.start != nil && step.test == "." && !step.predicates.isEmpty
      if !isBare {
        if number > 0 || path.isAbsolute || path.start != nil { text += "/" }
        text += step.test
      }
      for predicate in step.predicates {
        text += "["
        write(predicate)
        text += "]"
      }
    }
  }

  /// A literal can hold one kind of quotation mark only, and was read from one that did.
  private func quoted(_ string: String) -> String {
    string.utf8.contains(UInt8(ascii: "'")) ? "\"\(string)\"" : "'\(string)'"
  }
}
