/// Makes the digests of batches of records, and what tells near-duplicates, in one pass.
public struct AnswerDigester: Sendable {
  private let layout: RecordLayout
  private let answers: SubstantiveAnswers?

  /// Prepares digests alone.
  public init(layout: RecordLayout) { self.init(layout: layout, answers: nil) }

  /// - Parameter answers: the answers that make near-duplicates; nil: nobody looks for these.
  init(layout: RecordLayout, answers: SubstantiveAnswers?) {
    self.layout = layout
    self.answers = answers
  }

  /// The digests of a batch, and a word of each record's substantive answers; no words when nobody asks for them.
  ///
  /// - Complexity: O(answers).
  public func digests(
    of columns: [AnswerColumn?], repeats: [RepeatRows], count: Int
  ) -> (digests: [UInt8], substance: [UInt64]) {
    guard let answers else {
      return (AnswerDigests.of(columns, layout: layout, repeats: repeats, count: count), [])
    }
    return AnswerDigests.withSubstance(of: columns, layout: layout, repeats: repeats, answers, count: count)
  }
}
