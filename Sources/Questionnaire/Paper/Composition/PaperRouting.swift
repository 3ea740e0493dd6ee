import FormDefinition

/// The numbers of the questions, and which answers lead past which questions.
struct PaperRouting {
  /// A question with its number, index + 1.
  struct Stop {
    let question: Question
    /// All conditions on it and the groups around it.
    let conjuncts: [AnswerCondition]
    let isRepeated: Bool
  }

  /// Answers of one question that lead past others.
  struct Jump: Hashable {
    let choices: [String]
    /// The number of the next question; nil: the end of the questionnaire.
    let target: Int?
  }

  /// The choices of a select_one question for which a condition holds.
  struct AnswerSet {
    let question: Int
    var choices: Set<String>
    /// Whether it holds for a question left blank.
    var allowsBlank: Bool
  }

  let stops: [Stop]
  let lists: [String: ChoiceList]
  /// The jumps behind a question, by number.
  private(set) var jumps: [Int: [Jump]] = [:]
  /// Where jumps start and end, the end of the questionnaire aside.
  private var landings: [(source: Int, target: Int)] = []
  private let numbers: [String: Int]
  /// For every stop, what each of its conjuncts asks for; nil where it asks for more than one question's answer.
  private var sets: [[AnswerSet]] = []

  /// Lists longer than this are not routed choice by choice.
  private static let longestList = 60

  init(_ form: Form) {
    stops = form.placedQuestions.filter { $0.question.isNumberedOnPaper }.map {
      Stop(
        question: $0.question, conjuncts: $0.relevance.flatMap { $0.condition.conjuncts }, isRepeated: $0.isRepeated)
    }
    lists = form.choiceLists
    numbers = Dictionary(
      stops.enumerated().map { ($1.question.name, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    sets = stops.map { $0.conjuncts.compactMap(answerSet) }
    let deciding = Set(sets.joined().map(\.question))
    for number in deciding.sorted() where !stops[number - 1].isRepeated { addJumps(behind: number) }
  }

  /// The number of a question; nil when it is not printed.
  func number(of name: String) -> Int? { numbers[name] }

  /// The choices of a question by number; nil when it is no choice of a list.
  func choices(of number: Int) -> [Choice]? {
    stops[number - 1].question.type.choiceList.flatMap { lists[$0]?.choices }
  }

  /// Whether everybody who reaches a question by the jumps fulfils the condition on it.
  func isCovered(_ condition: AnswerCondition, at number: Int) -> Bool {
    guard let set = answerSet(condition), set.question < number, !stops[set.question - 1].isRepeated,
      set.allowsBlank || !landings.contains(where: { isShortcut($0, past: set, to: number) })
    else { return false }
    return (choices(of: set.question) ?? []).allSatisfy { choice in
      set.choices.contains(choice.name)
        || jumps[set.question]?.contains { $0.choices.contains(choice.name) && ($0.target ?? .max) > number } == true
    }
  }

  /// Whether a jump lets somebody who never met the deciding question arrive behind it.
  private func isShortcut(_ landing: (source: Int, target: Int), past set: AnswerSet, to number: Int) -> Bool {
    landing.target > set.question && landing.target <= number && landing.source != set.question
      && !sets[landing.source - 1].contains { $0.question == set.question && $0.choices.isSubset(of: set.choices) }
  }

  private mutating func addJumps(behind number: Int) {
    var byTarget: [Int: [String]] = [:]
    for choice in choices(of: number) ?? [] {
      let target = target(after: choice.name, at: number)
      if target != number + 1 { byTarget[target, default: []].append(choice.name) }
    }
    let end = stops.count + 1
    jumps[number] = byTarget.sorted { $0.key < $1.key }.map {
      Jump(choices: $0.value, target: $0.key == end ? nil : $0.key)
    }
    if jumps[number]?.isEmpty == true { jumps[number] = nil }
    landings += byTarget.keys.sorted().filter { $0 != end }.map { (number, $0) }
  }

  /// The first question that the answer does not rule out, the questions skipped on the way counting as blank.
  private func target(after choice: String, at number: Int) -> Int {
    var skipped: Set<Int> = []
    var candidate = number + 1
    while candidate <= stops.count {
      let isRuledOut = sets[candidate - 1].contains { set in
        set.question == number && !set.choices.contains(choice)
          || skipped.contains(set.question) && !set.allowsBlank
      }
      if !isRuledOut { break }
      skipped.insert(candidate)
      candidate += 1
    }
    return candidate
  }

  /// What a condition asks of one select_one question; nil when it asks anything else.
  func answerSet(_ condition: AnswerCondition) -> AnswerSet? {
    guard let name = condition.onlySubject, let number = numbers[name],
      case .selectOne(let list) = stops[number - 1].question.type, let choices = lists[list]?.choices,
      choices.count <= Self.longestList, let allowsBlank = condition.holds(for: "")
    else { return nil }
    var fitting: Set<String> = []
    for choice in choices {
      guard let holds = condition.holds(for: choice.name) else { return nil }
      if holds { fitting.insert(choice.name) }
    }
    return AnswerSet(question: number, choices: fitting, allowsBlank: allowsBlank)
  }
}

extension Question {
  /// Whether a person answers it on paper: asked, and not filled in by the device or fixed by the form.
  var isNumberedOnPaper: Bool {
    if type == .attachment(.backgroundAudio) { return false }
    return type.isAsked && !isFixed
  }

  /// Whether the respondent cannot change it.
  var isFixed: Bool { ["yes", "true", "true()"].contains(readOnly?.text.lowercased() ?? "") }
}

extension AnswerCondition {
  /// The one question the condition is about; nil when there are none or several.
  var onlySubject: String? {
    switch self {
    case .all(let parts), .any(let parts):
      guard let first = parts.first?.onlySubject, parts.allSatisfy({ $0.onlySubject == first }) else { return nil }
      return first
    case .not(let part): return part.onlySubject
    case .compares(let subject, _, _), .selects(let subject, _), .counts(let subject, _, _), .matches(let subject, _):
      return subject
    case .source: return nil
    }
  }

  /// Whether it holds when its only subject, a select_one question, has this answer; nil when that is not told.
  func holds(for answer: String) -> Bool? {
    switch self {
    case .all(let parts):
      let values = parts.compactMap { $0.holds(for: answer) }
      return values.count == parts.count ? values.allSatisfy { $0 } : nil
    case .any(let parts):
      let values = parts.compactMap { $0.holds(for: answer) }
      return values.count == parts.count ? values.contains(true) : nil
    case .not(let part): return part.holds(for: answer).map { !$0 }
    case .selects(_, let choice): return answer == choice
    case .compares(_, .equal, let value): return answer == value
    case .compares(_, .notEqual, let value): return answer != value
    case .compares(_, let relation, let value):
      guard let bound = Double(value) else { return nil }
      guard let number = Double(answer) else { return answer.isEmpty ? false : nil }
      switch relation {
      case .less: return number < bound
      case .lessOrEqual: return number <= bound
      case .greater: return number > bound
      case .greaterOrEqual: return number >= bound
      case .equal, .notEqual: return nil
      }
    case .counts, .matches, .source: return nil
    }
  }
}
