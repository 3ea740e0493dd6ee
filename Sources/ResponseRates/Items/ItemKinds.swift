import FormDefinition
import Responses

/// What became of a question in an interview.
enum ItemState: UInt8, Sendable, CaseIterable {
  case notShown, blank, answered, doNotKnow, noAnswer, notApplicable
}

/// Tells answers from choices that are none, for the substantive questions of a form outside repeats.
struct ItemKinds: Sendable {
  /// A question.
  struct Item: Sendable {
    /// The position of its field.
    let field: Int
    let name: String
    /// Whether it is a free text, which many leave blank.
    let isText: Bool
    /// By position of a choice why it is no answer.
    let reasons: [Int: ItemState]
  }

  /// The questions in the order of the form.
  let items: [Item]

  init(form: Form, layout: RecordLayout) {
    let substantive = SubstantiveAnswers(form: form, layout: layout)
    let questions = Dictionary(
      form.placedQuestions.map { ($0.path, $0.question) }, uniquingKeysWith: { first, _ in first })
    items = substantive.fields.map { place in
      let field = layout.fields[place]
      let list = questions[field.path]?.type.choiceList.flatMap { form.choiceLists[$0] }
      let missing = Dictionary(
        (list?.choices ?? []).map { ($0.name, $0.missing) }, uniquingKeysWith: { first, _ in first })
      var reasons: [Int: ItemState] = [:]
      for position in field.missingChoices {
        switch missing[field.choices[position]] ?? nil {
        case .doNotKnow: reasons[position] = .doNotKnow
        case .notApplicable: reasons[position] = .notApplicable
        case .noAnswer, nil: reasons[position] = .noAnswer
        }
      }
      return Item(field: place, name: field.name, isText: field.storage == .text, reasons: reasons)
    }
  }
}

extension ItemKinds.Item {
  /// What became of the question in each interview of a batch.
  ///
  /// - Complexity: O(interviews).
  func states(_ column: AnswerColumn?, count: Int) -> [ItemState] {
    guard let column else { return Array(repeating: .notShown, count: count) }
    switch column {
    case .coded(let codes):
      var table = [ItemState](repeating: .answered, count: 256)
      table[Int(ChoiceCode.blank)] = .blank
      table[Int(ChoiceCode.notShown)] = .notShown
      for (position, reason) in reasons where position + 1 < Int(ChoiceCode.notShown) { table[position + 1] = reason }
      return codes.map { table[Int($0)] }
    case .wideCoded(let codes):
      return codes.map { code in
        code == UInt16(ChoiceCode.blank)
          ? .blank : code == ChoiceCode.wideNotShown ? .notShown : reasons[Int(code) - 1] ?? .answered
      }
    case .multiple(let column):
      return (0..<count).map { row in
        Self.state(column.states[row]) ?? reason(of: column, row) ?? .answered
      }
    case .ranking(let column): return column.states.map { Self.state($0) ?? .answered }
    case .integer(let column): return column.states.map { Self.state($0) ?? .answered }
    case .decimal(let column): return column.states.map { Self.state($0) ?? .answered }
    case .dateTime(let column): return column.states.map { Self.state($0) ?? .answered }
    case .text(let column): return column.states.map { Self.state($0) ?? .answered }
    }
  }

  /// Why several choices are no answer: all of them say so.
  private func reason(of column: MultipleColumn, _ row: Int) -> ItemState? {
    guard !reasons.isEmpty else { return nil }
    var found: ItemState?
    for word in 0..<column.wordsPerRecord {
      var bits = column.words[row * column.wordsPerRecord + word]
      while bits != 0 {
        guard let reason = reasons[word * 64 + bits.trailingZeroBitCount] else { return nil }
        found = found ?? reason
        bits &= bits - 1
      }
    }
    return found
  }

  private static func state(_ raw: UInt8) -> ItemState? {
    switch AnswerState(rawValue: raw) {
    case .answered: nil
    case .blank: .blank
    case .notShown, nil: .notShown
    }
  }
}
