extension Expression {
  /// The expression as JavaScript over a small runtime `x` (the web page's), with XPath's meaning.
  ///
  /// `x` offers `q(name)`, `all(name)`, `at(column)`, `here()`, `num`, `str`, `bool`, the comparisons `eq ne lt le gt ge` functions under `f`,
  /// and `look(table, conditions, column)` and `pull(…)` for the tables of the form; in conditions `i(column)` is the item.
  /// The text holds no `<`, so that it may stand in a script element.
  public var javaScript: String {
    var writer = JavaScriptWriter(expression: self)
    writer.write(root)
    return writer.text
  }
}

extension String {
  /// The text as a JavaScript and JSON literal that cannot end a script element.
  public var javaScriptLiteral: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\u{0}"..."\u{1F}", "<", ">", "&", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let hexadecimal = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

/// Writes a syntax tree as JavaScript.
private struct JavaScriptWriter {
  let expression: Expression
  var text = ""
  /// Whether a condition on the items of a table is written.
  var isInItem = false

  mutating func write(_ node: ExpressionNode) {
    switch node {
    case .number(let value): text += value.isFinite ? NumberText.string(of: value) : "Infinity"
    case .string(let string): text += string.javaScriptLiteral
    case .reference(let index): text += "x.q(\(expression.references[index].javaScriptLiteral))"
    case .attribute(let index):
      text += (isInItem ? "i(" : "x.at(") + expression.attributes[index].javaScriptLiteral + ")"
    case .current: text += "x.here()"
    case .call(let function, let arguments): call(function, arguments)
    case .matches(let subject, let pattern):
      text += "x.f.regex("
      write(subject)
      text += ",\(pattern.text.javaScriptLiteral))"
    case .chain(let first, let links): chain(first, links)
    case .negation(let operand):
      text += "(-x.num("
      write(operand)
      text += "))"
    case .union(let nodes):
      text += "x.first("
      writeNodes(nodes)
      text += ")"
    case .lookup(let path):
      text += "x.first("
      write(path)
      text += ")"
    }
  }

  /// Writes a look-up as the list of texts it finds; other paths find nothing on a page.
  private mutating func write(_ path: ExpressionPath) {
    guard let lookup = TableLookup(path) else {
      text += "[]"
      return
    }
    text += "x.look(\(lookup.table.javaScriptLiteral),["
    let wasInItem = isInItem
    isInItem = true
    for (number, predicate) in lookup.predicates.enumerated() {
      text += number == 0 ? "i=>" : ",i=>"
      write(predicate)
    }
    isInItem = wasInItem
    text += "],\(lookup.column?.javaScriptLiteral ?? "null"))"
  }

  private mutating func chain(_ first: ExpressionNode, _ links: [ExpressionLink]) {
    guard let operation = links.first?.operation else { return write(first) }
    switch operation.precedence {
    case 3, 4:
      // Comparisons are calls, the last one outermost; named so that the text holds no `<`.
      for link in links.reversed() { text += "x.\(Self.comparisons[link.operation] ?? "eq")(" }
      write(first)
      for link in links {
        text += ","
        write(link.operand)
        text += ")"
      }
    case 1, 2: infix(first, links, conversion: "x.bool")
    default: infix(first, links, conversion: "x.num")
    }
  }

  private static let comparisons: [ExpressionOperator: String] = [
    .equal: "eq", .notEqual: "ne", .less: "lt", .lessOrEqual: "le", .greater: "gt", .greaterOrEqual: "ge",
  ]

  private static let infixes: [ExpressionOperator: String] = [
    .or: "||", .and: "&&", .add: "+", .subtract: "-", .multiply: "*", .divide: "/", .remainder: "%",
  ]

  private mutating func infix(_ first: ExpressionNode, _ links: [ExpressionLink], conversion: String) {
    text += "(\(conversion)("
    write(first)
    text += ")"
    for link in links {
      text += " \(Self.infixes[link.operation] ?? "+") \(conversion)("
      write(link.operand)
      text += ")"
    }
    text += ")"
  }

  private mutating func call(_ function: ExpressionFunction, _ arguments: [ExpressionNode]) {
    if function == .position, isInItem, arguments.isEmpty {
      text += "i()"
      return
    }
    if function == .if {
      text += "(x.bool("
      write(arguments[0])
      text += ")?"
      write(arguments[1])
      text += ":"
      write(arguments[2])
      text += ")"
      return
    }
    text += "x.f[\(function.rawValue.javaScriptLiteral)]("
    if function.takesNodes {
      writeNodes(arguments)
    } else if function == .choiceName, case .reference(let index) = arguments[1] {
      write(arguments[0])
      text += ",\(expression.references[index].javaScriptLiteral)"
    } else {
      for (number, argument) in arguments.enumerated() {
        if number > 0 { text += "," }
        write(argument)
      }
    }
    text += ")"
  }

  /// Writes arguments of which a question stands for all its answers.
  private mutating func writeNodes(_ nodes: [ExpressionNode]) {
    for (number, node) in nodes.enumerated() {
      if number > 0 { text += "," }
      if case .reference(let index) = node {
        text += "x.all(\(expression.references[index].javaScriptLiteral))"
      } else if case .lookup(let path) = node {
        write(path)
      } else {
        write(node)
      }
    }
  }
}
