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
  /// - Complexity: O(records × questions until so many answers are found).
  func haveAnswers(_ batch: RecordBatch, atLeast least: Int) -> [Bool] {
    let columns = fields.compactMap { batch.columns[$0] }
    return (0..<batch.count).map { row in
      var count = 0
      for column in columns where column.state(at: row) == .answered {
        count += 1
        if count >= least { return true }
      }
      return false
    }
  }
}
