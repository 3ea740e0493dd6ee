public import FormDefinition

/// What the respondents themselves answered: everything but what a device, a form or a server notes, and consents.
public struct SubstantiveAnswers: Sendable {
  /// Whether each field of the record is substantive.
  public let isSubstantive: [Bool]
  /// The same for the fields of each repeat.
  public let isSubstantiveInRows: [[Bool]]

  /// Finds the substantive fields of a form's records.
  public init(form: Form, layout: RecordLayout) {
    let types = Dictionary(
      form.placedQuestions.map { ($0.path, $0.question.type) }, uniquingKeysWith: { first, _ in first })
    func flags(_ fields: [Field]) -> [Bool] {
      fields.map { field in
        guard let type = types[field.path], !field.name.hasPrefix("consent_") else { return false }
        switch type {
        case .metadata, .calculate, .hidden, .note, .acknowledge, .attachment: return false
        default: return true
        }
      }
    }
    isSubstantive = flags(layout.fields)
    isSubstantiveInRows = layout.repeats.map { flags($0.fields) }
  }

  /// The positions of the substantive fields of the record.
  public var fields: [Int] { isSubstantive.indices.filter { isSubstantive[$0] } }

  /// Whether all fields of all repeats are substantive.
  var hasSubstantiveRowsOnly: Bool { isSubstantiveInRows.allSatisfy { $0.allSatisfy { $0 } } }

  /// A word of each record's substantive answers: equal answers have equal words.
  ///
  /// - Complexity: O(answers).
  func words(of batch: RecordBatch) -> [UInt64] {
    AnswerDigests.substance(of: batch.columns, layout: batch.layout, repeats: batch.repeats, self, count: batch.count)
  }

  /// Whether each respondent answered so many substantive questions of the record itself.
  ///
  /// - Complexity: O(records × questions until everybody has so many answers).
  func haveAnswers(_ batch: RecordBatch, atLeast least: Int) -> [Bool] {
    var counts = [UInt32](repeating: 0, count: batch.count)
    for (number, field) in fields.enumerated() {
      batch.columns[field]?.countAnswers(in: &counts)
      // Most respondents answer all questions: a look now and then whether all have enough.
      if number % 8 == 7, counts.allSatisfy({ $0 >= least }) { break }
    }
    return counts.map { $0 >= least }
  }
}

extension AnswerColumn {
  /// Adds one for each record with an answer.
  fileprivate func countAnswers(in counts: inout [UInt32]) {
    func add(_ states: [UInt8]) {
      for row in states.indices where states[row] == AnswerState.answered.rawValue { counts[row] &+= 1 }
    }
    switch self {
    case .coded(let codes):
      let codes = codes.span
      var counts = counts.mutableSpan
      // 0 is blank, 255 not shown.
      for row in codes.indices { counts[row] &+= codes[row] &+ 1 > 1 ? 1 : 0 }
    case .wideCoded(let codes):
      for row in codes.indices where codes[row] != 0 && codes[row] != ChoiceCode.wideNotShown { counts[row] &+= 1 }
    case .multiple(let column): add(column.states)
    case .ranking(let column): add(column.states)
    case .integer(let column): add(column.states)
    case .decimal(let column): add(column.states)
    case .dateTime(let column): add(column.states)
    case .text(let column): add(column.states)
    }
  }
}
