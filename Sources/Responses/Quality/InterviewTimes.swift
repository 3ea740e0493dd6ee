public import FormDefinition

/// How long interviews took: from the moment of the form's `start` to that of its `end`.
public struct InterviewTimes: Sendable {
  /// The positions of the two moments.
  public let start: Int
  /// The position of the end.
  public let end: Int

  /// Finds the two moments; nil for a form that does not note both.
  public init?(form: Form, layout: RecordLayout) {
    func place(_ kind: QuestionType.MetadataKind) -> Int? {
      let question = form.placedQuestions.first { $0.question.type == .metadata(kind) && !$0.isRepeated }
      return question.flatMap { question in layout.fields.firstIndex { $0.path == question.path } }
    }
    guard let start = place(.start), let end = place(.end) else { return nil }
    (self.start, self.end) = (start, end)
  }

  /// The milliseconds that each interview took; nil where a moment is missing, or the end lies before the start.
  public func milliseconds(of batch: RecordBatch) -> [Int64?] {
    guard case .dateTime(let from)? = batch.columns[start], case .dateTime(let to)? = batch.columns[end] else {
      return Array(repeating: nil, count: batch.count)
    }
    let answered = AnswerState.answered.rawValue
    return (0..<batch.count).map { row in
      guard from.states[row] == answered, to.states[row] == answered else { return nil }
      let (time, isTooLong) = to.milliseconds[row].subtractingReportingOverflow(from.milliseconds[row])
      return time >= 0 && !isTooLong ? time : nil
    }
  }

  /// The fewest interviews whose median says what is usual.
  public static let leastForMedian = 20

  /// The milliseconds below which an interview is too fast; nil: none is.
  ///
  /// The rules' own limit; without one a third of the median of at least 20 interviews, but no less than half a minute,
  /// and never more than half of the median.
  /// - Parameter times: the milliseconds of all interviews, in any order.
  /// - Complexity: O(interviews × log interviews).
  public static func limit(of times: [Int64], rules: QualityRules) -> Int64? {
    if let minutes = rules.fastestMinutes { return minutes > 0 ? Int64(min(minutes, 1e9) * 60_000) : nil }
    guard times.count >= leastForMedian else { return nil }
    let sorted = times.sorted()
    let middle = sorted.count / 2
    let upper = Double(sorted[middle])
    let median = sorted.count % 2 == 1 ? upper : (Double(sorted[middle - 1]) + upper) / 2
    let limit = min(max(median / 3, 30_000), median / 2)
    return limit > 0 ? Int64(min(limit, 1e15)) : nil
  }
}
