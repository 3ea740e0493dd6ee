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

  /// A digest of each record's substantive answers, one after the other: ``AnswerDigests/byteCount`` bytes each.
  ///
  /// - Complexity: O(answers).
  public func digests(of batch: RecordBatch) -> [UInt8] {
    let columns = zip(batch.columns, isSubstantive).map { $1 ? $0 : nil }
    let repeats = zip(batch.repeats, isSubstantiveInRows).map { rows, flags in
      RepeatRows(counts: rows.counts, columns: zip(rows.columns, flags).map { $1 ? $0 : nil })
    }
    return AnswerDigests.of(columns, layout: batch.layout, repeats: repeats, count: batch.count)
  }

  /// How many substantive questions of the record itself each respondent answered.
  ///
  /// - Complexity: O(answers).
  public func answerCounts(of batch: RecordBatch) -> [Int] {
    var counts = [Int](repeating: 0, count: batch.count)
    for field in fields {
      guard let column = batch.columns[field] else { continue }
      for row in counts.indices where column.state(at: row) == .answered { counts[row] += 1 }
    }
    return counts
  }
}
