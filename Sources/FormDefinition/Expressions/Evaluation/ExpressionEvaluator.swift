/// Computes the value of an expression for one record.
struct ExpressionEvaluator<Context: AnswerContext> {
  let expression: Expression
  let context: Context
  /// The item under test while a table is searched; nil outside the brackets of such paths.
  var item: LookupItem?

  /// The value of a node; depth is bounded by the parser.
  func value(of node: ExpressionNode) -> ExpressionValue {
    switch node {
    case .number(let value): .number(value)
    case .string(let text): .string(text)
    case .reference(let index): .string(context.answer(to: expression.references[index], reference: index))
    case .attribute(let index):
      .string(
        item?.text(of: expression.attributes[index]) ?? context.attribute(named: expression.attributes[index]))
    case .current: .string(context.current)
    case .call(let function, let arguments): call(function, arguments)
    case .matches(let subject, let pattern): .boolean(pattern.matches(text(of: subject)))
    case .chain(let first, let links): chain(first, links)
    case .negation(let operand): .number(-number(of: operand))
    case .union(let nodes): .string(texts(ofUnion: nodes).first ?? "")
    case .lookup(let path):
      .string(TableLookup(path).flatMap { texts(of: $0, atMost: 1).first } ?? "")
    }
  }

  /// The value as text.
  func text(of node: ExpressionNode) -> String { value(of: node).text }

  /// The value as number; dates count as days.
  func number(of node: ExpressionNode) -> Double { number(value(of: node)) }

  /// The value as truth.
  func truth(of node: ExpressionNode) -> Bool { value(of: node).truth }

  /// The texts of several arguments, every answer of a repeated question on its own.
  func texts(of nodes: some Sequence<ExpressionNode>) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node {
      case .reference(let index): context.answers(to: expression.references[index])
      case .union(let nodes): texts(ofUnion: nodes)
      case .lookup(let path): TableLookup(path).map { texts(of: $0) } ?? []
      default: [text(of: node)]
      }
    }
  }

  /// The texts of a union: a set, so a path written twice counts once.
  private func texts(ofUnion nodes: [ExpressionNode]) -> [String] {
    var seen: Set<ExpressionNode> = []
    return texts(of: nodes.filter { seen.insert($0).inserted })
  }

  /// The numbers among several arguments; unanswered questions do not count.
  func numbers(of nodes: [ExpressionNode]) -> [Double] {
    texts(of: nodes).filter { !$0.isEmpty }.map { number(.string($0)) }
  }

  func number(_ value: ExpressionValue) -> Double { value.number(offsetMinutes: context.now.offsetMinutes) }

  // MARK: - Operators

  private func chain(_ first: ExpressionNode, _ links: [ExpressionLink]) -> ExpressionValue {
    var result = value(of: first)
    for link in links {
      switch link.operation {
      case .or: result = .boolean(result.truth || truth(of: link.operand))
      case .and: result = .boolean(result.truth && truth(of: link.operand))
      case .equal: result = .boolean(areEqual(result, value(of: link.operand)))
      case .notEqual: result = .boolean(areUnequal(result, value(of: link.operand)))
      case .less: result = .boolean(number(result) < number(of: link.operand))
      case .lessOrEqual: result = .boolean(number(result) <= number(of: link.operand))
      case .greater: result = .boolean(number(result) > number(of: link.operand))
      case .greaterOrEqual: result = .boolean(number(result) >= number(of: link.operand))
      case .add: result = .number(number(result) + number(of: link.operand))
      case .subtract: result = .number(number(result) - number(of: link.operand))
      case .multiply: result = .number(number(result) * number(of: link.operand))
      case .divide: result = .number(number(result) / number(of: link.operand))
      case .remainder:
        result = .number(number(result).truncatingRemainder(dividingBy: number(of: link.operand)))
      }
    }
    return result
  }

  /// XPath 1.0, 3.4: as truth values if one is, else as numbers if one is, else as texts.
  private func areEqual(_ left: ExpressionValue, _ right: ExpressionValue) -> Bool {
    switch (left, right) {
    // By code point, as XPath compares; Swift takes a letter and the same letter in pieces for equal.
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.boolean, _), (_, .boolean): left.truth == right.truth
    default: number(left) == number(right)
    }
  }

  /// Unlike the opposite of equality only in that NaN is unequal to everything, which IEEE arithmetic gives as well.
  private func areUnequal(_ left: ExpressionValue, _ right: ExpressionValue) -> Bool { !areEqual(left, right) }

  // MARK: - Functions

  private func call(_ function: ExpressionFunction, _ arguments: [ExpressionNode]) -> ExpressionValue {
    switch function {
    case .selected, .selectedAt, .countSelected, .checklist, .weightedChecklist:
      choiceFunction(function, arguments)
    case .regex, .string, .stringLength, .substr, .substring, .substringBefore, .substringAfter, .contains,
      .startsWith, .endsWith, .concat, .join, .normalizeSpace, .translate:
      textFunction(function, arguments)
    case .today, .now, .date, .dateTime, .decimalDateTime, .decimalTime, .formatDate, .formatDateTime:
      dateFunction(function, arguments)
    case .if: truth(of: arguments[0]) ? value(of: arguments[1]) : value(of: arguments[2])
    case .coalesce: .string(arguments.lazy.map { text(of: $0) }.first { !$0.isEmpty } ?? "")
    case .once: value(of: arguments[0])
    case .position: .number(Double(item?.position ?? 1))
    case .pulldata: pulled(arguments)
    case .not: .boolean(!truth(of: arguments[0]))
    case .true: .boolean(true)
    case .false: .boolean(false)
    case .boolean: .boolean(truth(of: arguments[0]))
    case .booleanFromString: .boolean(["true", "1"].contains(text(of: arguments[0])))
    case .choiceName, .indexedRepeat, .current, .instance, .itext, .random, .randomize, .uuid, .digest,
      .property, .version, .area, .distance, .base64Decode:
      .string("")
    default: .number(numberFunction(function, arguments))
    }
  }
}
