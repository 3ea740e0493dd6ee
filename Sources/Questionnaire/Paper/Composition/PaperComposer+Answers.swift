import FormDefinition

extension PaperComposer {
  /// Lists longer than this are not printed.
  static let longestPrintedList = 60

  /// How a question is answered on paper.
  func answer(to question: Question) -> PaperAnswer {
    switch question.type {
    case .selectOne(let list), .selectMultiple(let list), .rank(let list):
      let choices = self.choices(of: list)
      // Nobody knows what can be chosen: a file that is not there, or other answers.
      if choices.isEmpty { return .lines(1) }
      if choices.count > Self.longestPrintedList { return .writtenChoice(list: list, count: choices.count) }
      if case .rank = question.type { return .ranking(choices) }
      if case .selectMultiple = question.type { return .choices(choices, isMultiple: true) }
      return .choices(choices, isMultiple: false)
    case .integer: return .digits(whole: digits(of: question) ?? 6, decimals: 0)
    case .decimal: return .digits(whole: digits(of: question) ?? 6, decimals: 2)
    case .range: return range(question)
    case .date: return .date(hasTime: false)
    case .dateTime: return .date(hasTime: true)
    case .time: return .time
    case .text, .barcode: return written(question)
    case .acknowledge: return .tick
    case .geography(.geopoint): return .place
    case .geography: return .lines(3)
    case .attachment: return .attachment
    case .note, .calculate, .hidden, .metadata: return .lines(1)
    }
  }

  /// The choices of a list as printed.
  func choices(of list: String) -> [PaperChoice] {
    guard let list = form.choiceLists[list] else { return [] }
    return zip(PaperCodes.codes(of: list, isRanked: rankedLists.contains(list.name)), list.choices).map {
      PaperChoice(code: $0, label: text($1.label).onOneLine)
    }
  }

  /// The explanation printed with a question, else what is said when its answer is refused.
  func hint(_ question: Question) -> String {
    var parts: [String] = []
    for part in [question.hint, question.guidanceHint] where !part.isEmpty { parts.append(text(part).onOneLine) }
    if parts.isEmpty, !question.constraintMessage.isEmpty {
      parts.append(text(question.constraintMessage).onOneLine)
    }
    if let filter = question.choiceFilter {
      let names = filter.references.filter { routing.number(of: $0) != nil }.map(conditions.name)
      if !names.isEmpty { parts.append(wording.filtered(by: names)) }
    }
    return parts.joined(separator: " ")
  }

  /// As many digits as the largest number that the constraint lets through has.
  private func digits(of question: Question) -> Int? {
    let bounds = (question.constraint?.condition.conjuncts ?? []).compactMap { part -> Double? in
      guard case .compares(nil, let relation, let value) = part, relation == .less || relation == .lessOrEqual
      else { return nil }
      return Double(value)
    }
    guard let bound = bounds.min(), bound > 0, let whole = Int64(exactly: bound.rounded(.down)) else { return nil }
    return min(12, "\(whole)".count)
  }

  /// A number on a scale: the numbers themselves when there are few.
  private func range(_ question: Question) -> PaperAnswer {
    let start = Double(question.parameters["start"] ?? "") ?? 0
    let end = Double(question.parameters["end"] ?? "") ?? 10
    let step = abs(Double(question.parameters["step"] ?? "") ?? 1)
    let low = min(start, end)
    let high = max(start, end)
    let largest = max(abs(low), abs(high))
    guard largest < 1e9, step >= 1e-3 else { return .digits(whole: 6, decimals: 2) }
    let isWhole = step == step.rounded() && start == start.rounded()
    let count = (high - low) / step
    guard count <= 20 else {
      return .digits(whole: "\(Int64(largest))".count, decimals: isWhole ? 0 : 2)
    }
    let numbers = (0...Int(count + 1e-9)).map { index -> String in
      let value = ((start <= end ? start + step * Double(index) : start - step * Double(index)) * 1000).rounded() / 1000
      if isWhole { return "\(Int64(value))" }
      return wording.decimal("\(value)")
    }
    return .scale(numbers)
  }

  /// Boxes for a text of so many digits, else lines.
  private func written(_ question: Question) -> PaperAnswer {
    if let constraint = question.constraint?.condition, case .matches(nil, let pattern) = constraint,
      let count = Self.digitCount(pattern)
    {
      return .digits(whole: count, decimals: 0)
    }
    return .lines(question.appearance.split(separator: " ").contains("multiline") ? 5 : 1)
  }

  /// The number of digits that a pattern such as `^[0-9]{5}$` asks for; nil for any other pattern.
  static func digitCount(_ pattern: String) -> Int? {
    let inner = pattern.filter { $0 != "^" && $0 != "$" }
    for start in ["[0-9]{", "\\d{"] where inner.hasPrefix(start) && inner.hasSuffix("}") {
      if let count = Int(inner.dropFirst(start.count).dropLast()), (1...20).contains(count) { return count }
    }
    return nil
  }
}
