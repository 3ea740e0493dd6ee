import FormDefinition

/// The answers with which a respondent consents or refuses, found by trying the choices.
struct ConsentPlan: Sendable {
  /// The share of respondents who consent.
  static let share = 0.98

  /// The fields that the form's consent looks at.
  private(set) var fields: [Int] = []
  /// Answers to these fields for which consent holds, and for which it does not.
  private(set) var given: [[[UInt8]]] = []
  private(set) var refused: [[[UInt8]]] = []

  /// Combinations tried at most.
  private static let mostCombinations = 2000

  /// Tries the combinations of answers; nil when there are too many, or when consent never holds.
  init?(_ consent: CompiledExpression, plans: [FieldPlan], day: Int) {
    var options: [[[UInt8]]] = []
    var total = 1
    for field in Set(consent.dependencies).sorted() {
      let plan = plans[field]
      let answers: [[UInt8]]
      switch plan.question.type {
      case .selectOne, .selectMultiple:
        answers = plan.choices.filter { $0.missing == nil }.map { Array($0.name.utf8) }
      case .acknowledge: answers = [Array("OK".utf8), []]
      default: continue
      }
      guard !answers.isEmpty, answers.count <= Self.mostCombinations else { return nil }
      total *= answers.count
      guard total <= Self.mostCombinations else { return nil }
      fields.append(field)
      options.append(answers)
    }
    guard !fields.isEmpty else { return nil }
    var draft = RecordDraft(fieldCount: plans.count)
    for number in 0..<total {
      var rest = number
      let combination = options.map { answers in
        defer { rest /= answers.count }
        return answers[rest % answers.count]
      }
      draft.begin()
      for (field, answer) in zip(fields, combination) { draft.set(field, answer) }
      let context = RecordContext(draft: draft, fields: consent.fields, positions: [:], day: day, secondOfDay: 43_200)
      if consent.expression.holds(in: context) { given.append(combination) } else { refused.append(combination) }
    }
    guard !given.isEmpty else { return nil }
  }
}
