import Diagnostics

/// Builds the syntax tree of an expression by recursive descent; operators are folded with an explicit stack.
struct ExpressionParser {
  /// How deeply parentheses, calls, predicates and signs may be nested.
  static let maximumDepth = 200

  private var lexer: ExpressionLexer
  private var token: ExpressionToken
  private var depth = 0
  private(set) var references: [String] = []
  private(set) var attributes: [String] = []
  private var referenceIndexes: [String: Int] = [:]
  private var attributeIndexes: [String: Int] = [:]
  /// Findings that do not stop the reading.
  private(set) var findings: [ExpressionLexer.Failure] = []

  init(_ text: String) throws(ExpressionLexer.Failure) {
    lexer = ExpressionLexer(text)
    token = try lexer.next()
  }

  /// Reads the whole text as one expression.
  mutating func parse() throws(ExpressionLexer.Failure) -> ExpressionNode {
    if token.kind == .end { throw failure(.emptyExpression) }
    let node = try expression()
    guard token.kind == .end else { throw unexpected() }
    return node
  }

  // MARK: - Operators

  /// An operator still waiting for the operands on its right.
  private struct Level {
    var precedence: Int
    var first: ExpressionNode
    var links: [ExpressionLink]
    var pending: ExpressionOperator
  }

  private mutating func expression() throws(ExpressionLexer.Failure) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw failure(.nestedTooDeeply, ["limit": "\(Self.maximumDepth)"]) }
    var levels: [Level] = []
    while true {
      var value = try signedOperand()
      let operation = currentOperator
      let precedence = operation?.precedence ?? 0
      while let last = levels.indices.last, levels[last].precedence > precedence {
        levels[last].links.append(ExpressionLink(operation: levels[last].pending, operand: value))
        value = .chain(levels[last].first, levels[last].links)
        levels.removeLast()
      }
      guard let operation else { return value }
      if let last = levels.indices.last, levels[last].precedence == precedence {
        levels[last].links.append(ExpressionLink(operation: levels[last].pending, operand: value))
        levels[last].pending = operation
      } else {
        levels.append(Level(precedence: precedence, first: value, links: [], pending: operation))
      }
      try advance()
    }
  }

  private var currentOperator: ExpressionOperator? {
    switch token.kind {
    case .name(let name) where ["or", "and", "div", "mod"].contains(name): ExpressionOperator(rawValue: name)
    case .symbol(let symbol): ExpressionOperator(rawValue: symbol)
    default: nil
    }
  }

  private mutating func signedOperand() throws(ExpressionLexer.Failure) -> ExpressionNode {
    var signs = 0
    while token.kind == .symbol("-") {
      signs += 1
      guard depth + signs <= Self.maximumDepth else {
        throw failure(.nestedTooDeeply, ["limit": "\(Self.maximumDepth)"])
      }
      try advance()
    }
    var node = try operand()
    if token.kind == .symbol("|") {
      var nodes = [node]
      while token.kind == .symbol("|") {
        try advance()
        nodes.append(try operand())
      }
      node = .union(nodes)
    }
    for _ in 0..<signs { node = .negation(node) }
    return node
  }

  // MARK: - Operands

  private mutating func operand() throws(ExpressionLexer.Failure) -> ExpressionNode {
    let start = token
    switch start.kind {
    case .number(let value):
      try advance()
      return .number(value)
    case .string(let text):
      try advance()
      return .string(text)
    case .reference(let name):
      try advance()
      return try path(from: reference(to: name))
    case .symbol("("):
      try advance()
      let inner = try expression()
      try expect(")")
      return try path(from: inner)
    case .name(let name):
      try advance()
      if token.kind == .symbol("(") { return try path(from: try call(name, at: start.column)) }
      return try path(startingWith: name)
    case .symbol("/"), .symbol("//"), .symbol("."), .symbol(".."), .symbol("@"), .symbol("*"):
      return try path(startingWith: nil)
    case .symbol("+"):
      throw failure(.foreignOperator, ["found": "+", "expected": "…"])
    default:
      throw start.kind == .end ? failure(.unexpectedEnd) : failure(.missingOperand, ["found": start.spelling])
    }
  }

  private mutating func call(_ name: String, at column: Int) throws(ExpressionLexer.Failure) -> ExpressionNode {
    try expect("(")
    var arguments: [ExpressionNode] = []
    if token.kind != .symbol(")") {
      arguments.append(try expression())
      while token.kind == .symbol(",") {
        try advance()
        arguments.append(try expression())
      }
    }
    try expect(")")
    guard let function = ExpressionFunction(rawValue: name) else {
      let nearest = nearestName(to: name, among: ExpressionFunction.allCases.map(\.rawValue))
      let code: DiagnosticCode = nearest == nil ? .unknownFunction : .misspelledFunction
      findings.append(
        ExpressionLexer.Failure(
          code: code, column: column, arguments: ["function": name, "suggestion": nearest ?? ""]))
      return .string("")
    }
    guard function.accepts(arguments.count) else {
      findings.append(
        ExpressionLexer.Failure(
          code: .wrongArgumentCount, column: column,
          arguments: ["function": name, "expected": function.arity, "found": "\(arguments.count)"]))
      return .string("")
    }
    if function == .regex, case .string(let pattern) = arguments[1] {
      return compiled(arguments[0], pattern, column: column)
    }
    // The question is named inside a text: '${name}' as written in a sheet, '/data/name' in an XForm.
    if function == .choiceName, case .string(let path) = arguments[1] {
      let name = path.split { "${}/ ".contains($0) }.last.map(String.init) ?? ""
      return .call(function, [arguments[0], reference(to: name)])
    }
    return .call(function, arguments)
  }

  private mutating func compiled(_ subject: ExpressionNode, _ text: String, column: Int) -> ExpressionNode {
    let pattern = TextPattern(text)
    switch pattern.problem {
    case nil: break
    case .invalid(let offset, let found):
      findings.append(
        ExpressionLexer.Failure(
          code: .invalidPattern, column: column, arguments: ["offset": "\(offset)", "found": found]))
    case .unsupported(let construct):
      findings.append(
        ExpressionLexer.Failure(code: .uncheckedPattern, column: column, arguments: ["found": construct]))
    }
    return .matches(subject, pattern)
  }

  // MARK: - Paths

  /// The steps that follow a call, a parenthesis or `${name}`, if any.
  private mutating func path(from start: ExpressionNode) throws(ExpressionLexer.Failure) -> ExpressionNode {
    guard token.kind == .symbol("/") || token.kind == .symbol("[") else { return start }
    var path = ExpressionPath(start: start, isAbsolute: false, steps: [])
    if token.kind == .symbol("[") {
      path.steps.append(ExpressionPath.Step(test: ".", predicates: try predicates()))
    }
    while token.kind == .symbol("/") {
      try advance()
      path.steps.append(try step())
    }
    return simplified(path)
  }

  private mutating func path(startingWith name: String?) throws(ExpressionLexer.Failure) -> ExpressionNode {
    var path = ExpressionPath(start: nil, isAbsolute: false, steps: [])
    if let name {
      path.steps.append(ExpressionPath.Step(test: name, predicates: try predicates()))
    } else if token.kind == .symbol("/") || token.kind == .symbol("//") {
      path.isAbsolute = true
    } else {
      path.steps.append(try step())
    }
    while token.kind == .symbol("/") || token.kind == .symbol("//") {
      try advance()
      path.steps.append(try step())
    }
    return simplified(path)
  }

  private mutating func step() throws(ExpressionLexer.Failure) -> ExpressionPath.Step {
    let test: String
    switch token.kind {
    case .name(let name): test = name
    case .symbol("."): test = "."
    case .symbol(".."): test = ".."
    case .symbol("*"): test = "*"
    case .symbol("@"):
      try advance()
      guard case .name(let name) = token.kind else { throw unexpected() }
      test = "@" + name
    case .end: throw failure(.unexpectedEnd)
    default: throw unexpected()
    }
    try advance()
    return ExpressionPath.Step(test: test, predicates: try predicates())
  }

  private mutating func predicates() throws(ExpressionLexer.Failure) -> [ExpressionNode] {
    var predicates: [ExpressionNode] = []
    while token.kind == .symbol("[") {
      try advance()
      predicates.append(try expression())
      try expect("]")
    }
    return predicates
  }

  /// A path that names a question becomes a reference by its last name.
  private mutating func simplified(_ path: ExpressionPath) -> ExpressionNode {
    let isPlain = path.steps.allSatisfy { $0.predicates.isEmpty && !$0.test.hasPrefix("@") && $0.test != "*" }
    let startsAtNode = path.start == nil || path.start == .call(.current, [])
    guard isPlain, startsAtNode else { return .lookup(path) }
    if path.start == nil, !path.isAbsolute, path.steps.count == 1, let only = path.steps.first {
      if only.test == "." { return .current }
      if only.test != ".." { return attribute(named: only.test) }
    }
    guard let last = path.steps.last, last.test != ".", last.test != ".." else { return .lookup(path) }
    return reference(to: last.test)
  }

  private mutating func reference(to name: String) -> ExpressionNode {
    if let index = referenceIndexes[name] { return .reference(index) }
    referenceIndexes[name] = references.count
    references.append(name)
    return .reference(references.count - 1)
  }

  private mutating func attribute(named name: String) -> ExpressionNode {
    if let index = attributeIndexes[name] { return .attribute(index) }
    attributeIndexes[name] = attributes.count
    attributes.append(name)
    return .attribute(attributes.count - 1)
  }

  // MARK: - Tokens

  private mutating func advance() throws(ExpressionLexer.Failure) { token = try lexer.next() }

  private mutating func expect(_ symbol: String) throws(ExpressionLexer.Failure) {
    guard token.kind == .symbol(symbol) else {
      if token.kind == .end { throw failure(.unclosed, ["expected": symbol]) }
      throw failure(.unexpectedToken, ["found": token.spelling])
    }
    try advance()
  }

  private func unexpected() -> ExpressionLexer.Failure {
    token.kind == .end ? failure(.unexpectedEnd) : failure(.unexpectedToken, ["found": token.spelling])
  }

  private func failure(_ code: DiagnosticCode, _ arguments: [String: String] = [:]) -> ExpressionLexer.Failure {
    ExpressionLexer.Failure(code: code, column: token.column, arguments: arguments)
  }
}
