extension ExpressionEvaluator {
  /// Functions about choices, and counts of conditions.
  func choiceFunction(_ function: ExpressionFunction, _ arguments: [ExpressionNode]) -> ExpressionValue {
    switch function {
    case .selected:
      let choice = text(of: arguments[1]).trimmed
      return .boolean(choices(in: text(of: arguments[0])).contains { $0 == choice })
    case .countSelected: return .number(Double(choices(in: text(of: arguments[0])).count))
    case .selectedAt:
      let choices = choices(in: text(of: arguments[0]))
      guard let index = Int(exactly: number(of: arguments[1]).rounded(.towardZero)), choices.indices.contains(index)
      else { return .string("") }
      return .string(String(choices[index]))
    case .checklist:
      let total = texts(of: arguments.dropFirst(2)).count { isTicked($0) }
      return .boolean(isBetween(Double(total), arguments))
    case .weightedChecklist:
      var total = 0.0
      for index in stride(from: 2, to: arguments.count - 1, by: 2) where isTicked(text(of: arguments[index])) {
        total += number(of: arguments[index + 1])
      }
      return .boolean(isBetween(total, arguments))
    default: return .string("")
    }
  }

  private func choices(in text: String) -> [Substring] { text.split { $0.isWhitespace } }

  /// Conditions arrive as `true` or `1` when they were stored, else as any text that is not false.
  private func isTicked(_ text: String) -> Bool { !text.isEmpty && text != "false" && text != "0" && text != "NaN" }

  /// Whether a total lies between the first two arguments; -1 stands for no bound.
  private func isBetween(_ total: Double, _ arguments: [ExpressionNode]) -> Bool {
    let least = number(of: arguments[0])
    let most = number(of: arguments[1])
    return (least == -1 || total >= least) && (most == -1 || total <= most)
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
