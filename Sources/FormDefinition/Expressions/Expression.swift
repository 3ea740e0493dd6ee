public import Diagnostics

/// An XPath expression of a form (relevant, constraint, calculation, …), parsed once.
public struct Expression: Sendable, Hashable {
  /// The text as written, `${name}` references included.
  public let text: String
  /// The names of the questions it refers to (`${name}`, `/data/name`, `../name`), in order of first appearance.
  public let references: [String]
  /// Bare names: columns of the choices sheet in a choice filter; anywhere else they name nothing.
  public let attributes: [String]
  /// The syntax tree.
  let root: ExpressionNode
  /// The tables it looks into; nil when it looks into none, or they were not found.
  var tables: LookupTables?

  /// Parses an expression; every finding is reported, and no expression returned when one is an error.
  ///
  /// Positions inside the text are told by the argument `column` of the findings: 1-based, in Unicode scalars.
  /// - Complexity: O(length of the text); nesting beyond 200 levels is an error.
  public static func parse(_ text: String, at position: SourcePosition) -> ParsedExpression {
    var diagnostics: [Diagnostic] = []
    func report(_ failure: ExpressionLexer.Failure) {
      var arguments = failure.arguments
      arguments["column"] = "\(failure.column)"
      diagnostics.append(Diagnostic(failure.code, at: position, arguments))
    }
    do throws(ExpressionLexer.Failure) {
      var parser = try ExpressionParser(text)
      let root: ExpressionNode
      do throws(ExpressionLexer.Failure) {
        root = try parser.parse()
      } catch {
        for finding in parser.findings { report(finding) }
        throw error
      }
      for finding in parser.findings { report(finding) }
      let isUsable = !diagnostics.contains { $0.severity == .error }
      let expression = Expression(
        text: text, references: parser.references, attributes: parser.attributes, root: root)
      return ParsedExpression(expression: isUsable ? expression : nil, diagnostics: diagnostics)
    } catch {
      report(error)
      return ParsedExpression(expression: nil, diagnostics: diagnostics)
    }
  }

  /// Whether the value follows from the answers and the moment alone; if not, ingest must not judge by it.
  public var isComputable: Bool { root.isComputable(tables) && !usesLastSaved }
}

/// The outcome of parsing an expression.
public struct ParsedExpression: Sendable {
  /// The expression, nil when it has errors.
  public let expression: Expression?
  /// What was found.
  public let diagnostics: [Diagnostic]
}

extension ExpressionNode {
  /// - Parameter isInItem: whether the node stands in a condition on the items of a table.
  fileprivate func isComputable(_ tables: LookupTables?, isInItem: Bool = false) -> Bool {
    func areComputable(_ nodes: [ExpressionNode]) -> Bool {
      nodes.allSatisfy { $0.isComputable(tables, isInItem: isInItem) }
    }
    switch self {
    case .number, .string, .reference, .attribute, .current: return true
    case .call(.position, []) where isInItem: return true
    case .call(.pulldata, let arguments):
      guard case .string(let name)? = arguments.first, tables?.tables[name] != nil else { return false }
      return areComputable(arguments)
    case .call(let function, let arguments): return function.isComputable && areComputable(arguments)
    case .matches(let subject, let pattern): return pattern.problem == nil && areComputable([subject])
    case .chain(let first, let links): return areComputable([first] + links.map(\.operand))
    case .negation(let operand): return areComputable([operand])
    case .union(let nodes): return areComputable(nodes)
    case .lookup(let path):
      guard let lookup = TableLookup(path), tables?.tables[lookup.table] != nil else { return false }
      return lookup.predicates.allSatisfy { $0.isComputable(tables, isInItem: true) }
    }
  }
}
