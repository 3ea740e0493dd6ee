/// Makes expressions of the XPath 1.0 that ODK forms share with every XPath engine, always the same for a seed.
///
/// Left out is what differs by intention (see `Documentation/expressions.md`): a path taken as truth, ISO dates as
/// numbers, sums of blanks, several nodes on one side of a comparison; and `-` alone, which libxml2 takes for zero.
struct ExpressionGenerator {
  private var state: UInt64

  /// The leaf nodes of the document.
  static let names = ["a", "b", "c", "d", "e"]

  init(seed: UInt64) { state = seed &* 2 &+ 1 }

  /// A number below a bound.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }

  /// The content of a leaf: numbers, near-numbers, texts in several scripts, blanks, letters in pieces.
  mutating func content() -> String {
    pick([
      "", "0", "1", "-1", "2.5", "-2.5", "0.5", "-0.5", "42", " 7 ", "\t8\n", "007", ".5", "5.", "-.5", ".",
      "1.2.3",
      "+3", "- 4", "1 2", "abc", "ABC", "a b", " a  b ", "Nguyễn Văn Ổn", "Nguye\u{302}\u{303}n", "é", "e\u{301}", "😀x",
      "a\u{A0}b", "\u{A0}", "x\u{301} y", " \u{301}z", "\r\n", "a\r\nb", "true", "false", "NaN", "Infinity",
      "-Infinity",
      "12345678901234", "0.1", "1000000", "-7.25", "aaa", "'", "\"", "&<>",
    ])
  }

  /// An expression of any type.
  mutating func expression(depth: Int) -> String {
    switch next(3) {
    case 0: number(depth)
    case 1: string(depth)
    default: truth(depth)
    }
  }

  private mutating func path() -> String { "/data/\(pick(Self.names))" }

  private mutating func literal() -> String {
    pick([
      "0", "1", "2", "3", "10", "0.5", "2.5", ".25", "7.", "100", "-1", "-2", "-0.5", "- 3", "(1 div 0)", "number('x')",
    ])
  }

  private mutating func quoted() -> String {
    let text = content()
    if !text.contains("'") { return "'\(text)'" }
    return text.contains("\"") ? "'?'" : "\"\(text)\""
  }

  private mutating func number(_ depth: Int) -> String {
    if depth == 0 { return next(3) == 0 ? "number(\(path()))" : literal() }
    switch next(14) {
    case 0, 1, 2: return "\(number(depth - 1)) \(pick(["+", "-", "*", "div", "mod"])) \(number(depth - 1))"
    case 3: return "(\(number(depth - 1)) \(pick(["+", "-", "*", "div", "mod"])) \(number(depth - 1)))"
    case 4: return "-\(pick(["", "-"]))(\(number(depth - 1)))"
    case 5: return "\(pick(["floor", "ceiling", "round"]))(\(number(depth - 1)))"
    case 6: return "number(\(any(depth - 1)))"
    case 7: return "string-length(\(string(depth - 1)))"
    case 8: return "count(\(path()) | \(path()))"
    case 9: return "\(path()) \(pick(["+", "-", "*", "div", "mod"])) \(literal())"
    case 10: return "\(string(depth - 1)) \(pick(["+", "*"])) \(truth(depth - 1, isOperand: true))"
    default: return literal()
    }
  }

  private mutating func string(_ depth: Int) -> String {
    if depth == 0 { return next(2) == 0 ? path() : quoted() }
    switch next(13) {
    case 0: return "concat(\(string(depth - 1)), \(string(depth - 1)))"
    case 1: return "substring(\(string(depth - 1)), \(number(depth - 1)))"
    case 2: return "substring(\(string(depth - 1)), \(number(depth - 1)), \(number(depth - 1)))"
    case 3: return "substring-before(\(string(depth - 1)), \(string(depth - 1)))"
    case 4: return "substring-after(\(string(depth - 1)), \(string(depth - 1)))"
    case 5: return "normalize-space(\(string(depth - 1)))"
    case 6: return "translate(\(string(depth - 1)), \(string(depth - 1)), \(string(depth - 1)))"
    case 7: return "string(\(truth(depth - 1)))"
    case 8: return "string(\(pick(["", "floor", "-"]))(\(literal())))"
    case 9: return "string(\(string(depth - 1)))"
    case 10: return "concat(\(string(depth - 1)), string-length(\(path())), \(quoted()))"
    default: return path()
    }
  }

  private mutating func truth(_ depth: Int, isOperand: Bool = false) -> String {
    if depth == 0 { return pick(["true()", "false()"]) }
    var text: String
    switch next(12) {
    case 0, 1: text = "\(truth(depth - 1)) \(pick(["and", "or"])) \(truth(depth - 1))"
    case 2, 3: text = "\(operand(depth - 1)) \(pick(["=", "!=", "<", "<=", ">", ">="])) \(operand(depth - 1))"
    case 4: text = "\(path()) \(pick(["=", "!=", "<", "<=", ">", ">="])) \(pick([quoted(), literal(), path()]))"
    case 5: return "not(\(truth(depth - 1)))"
    case 6: return "boolean(\(pick([number(depth - 1), "string(\(string(depth - 1)))"])))"
    case 7: return "contains(\(string(depth - 1)), \(string(depth - 1)))"
    case 8: return "starts-with(\(string(depth - 1)), \(string(depth - 1)))"
    case 9: text = "(\(truth(depth - 1))) \(pick(["=", "!=", "<", ">="])) (\(truth(depth - 1)))"
    case 10: text = "\(literal()) \(pick(["<", "=", ">"])) \(literal()) \(pick(["<", "=", "!="])) \(literal())"
    default: return "contains(\(path()), \(quoted()))"
    }
    if isOperand || next(3) == 0 { text = "(\(text))" }
    return text
  }

  /// A side of a comparison: in parentheses, so that precedence is a matter of chance elsewhere only.
  private mutating func operand(_ depth: Int) -> String {
    switch next(4) {
    case 0: "(\(truth(depth)))"
    case 1: number(depth)
    case 2: "string(\(string(depth)))"
    default: quoted()
    }
  }

  private mutating func any(_ depth: Int) -> String {
    switch next(3) {
    case 0: number(depth)
    case 1: string(depth)
    default: truth(depth)
    }
  }
}
