public import Diagnostics
public import FormDefinition

/// Looks at records as they are taken in, so that what is doubtful about them is known without reading them again.
///
/// Memory: eight bytes a record for its answers, four for its time, and what names the doubtful ones.
public struct QualityWatch: Sendable {
  private let layout: RecordLayout
  private let rules: QualityRules
  private let answers: SubstantiveAnswers
  private let lines: StraightLines
  private let times: InterviewTimes?
  private var near: NearDuplicates
  private var fast = FastInterviews()
  private var straight: [(record: QualityReview.Record, block: Int)] = []
  /// The keys of records that a record looked at replaces: they count no more.
  private var replaced: Set<String> = []
  private var settled: (near: Int, fast: FastInterviews, straight: Int)

  /// Begins without records.
  public init(form: Form, layout: RecordLayout, rules: QualityRules = QualityRules()) {
    self.layout = layout
    self.rules = rules
    answers = SubstantiveAnswers(form: form, layout: layout)
    lines = StraightLines(form: form, layout: layout, rules: rules)
    times = InterviewTimes(form: form, layout: layout)
    near = NearDuplicates(answers, rules: rules)
    settled = (0, fast, 0)
  }

  /// What makes the digests of batches, and the words by which near-duplicates are found when the rules ask for them.
  public var digester: AnswerDigester { AnswerDigester(layout: layout, answers: rules.nearDuplicates ? answers : nil) }

  /// Looks at the records of a batch.
  ///
  /// - Parameters:
  ///   - batch: the records, with all columns.
  ///   - substance: what the ``digester`` gave for them.
  ///   - isCounted: whether each is counted; nil: all are.
  /// - Complexity: O(records) but for straight lines and near-duplicates, which see a few answers of each record.
  public mutating func add(_ batch: RecordBatch, substance: [UInt64], isCounted: [Bool]? = nil) {
    func counts(_ row: Int) -> Bool { isCounted?[row] ?? true }
    func name(_ row: Int) -> QualityReview.Record {
      QualityReview.Record(key: batch.keys[row], number: Int(batch.recordNumbers[row]))
    }
    for (row, edit) in batch.edits where counts(row) {
      for key in edit.named { replaced.formUnion([key, EditChains.otherSpelling(of: key)]) }
    }
    if !substance.isEmpty {
      near.add(batch, substance: substance, isCounted: isCounted)
    }
    for (row, block) in lines.lines(of: batch) where counts(row) { straight.append((name(row), block)) }
    for (row, time) in (times?.milliseconds(of: batch) ?? []).enumerated() {
      if let time, counts(row) { fast.add(time) { name(row) } }
    }
  }

  /// Keeps what was looked at since the last time: it is stored for good.
  public mutating func settle() { settled = (near.count, fast, straight.count) }

  /// Forgets what was looked at since the last time: it was undone.
  public mutating func forget() {
    near.forget(from: settled.near)
    fast = settled.fast
    straight.removeLast(straight.count - settled.straight)
  }

  /// What is doubtful about the records.
  ///
  /// Their near-duplicates are looked for among earlier records too; what is doubtful about earlier records alone was
  /// said when these came. The limit of time is that of the new interviews, or of all when the new ones are too few.
  /// - Parameters:
  ///   - all: the records that are there now.
  ///   - earlier: those that were there before; nil: none were.
  /// - Throws: when the source cannot be read.
  /// - Complexity: O(records looked at); when there are earlier records, a scan of these.
  public func review(
    of all: any RecordSource, earlier: (any RecordSource)?
  ) throws(StageFailure) -> QualityReview {
    var review = QualityReview()
    guard near.count + straight.count + fast.count > 0 else { return review }
    review.nearDuplicates = try near.groups(earlier: earlier, all: all, without: replaced)
    review.straightLines = straight.compactMap { record, block in
      guard !replaced.contains(record.key), let first = lines.blocks[block].first, let last = lines.blocks[block].last
      else { return nil }
      return QualityReview.StraightLine(
        record: record, questions: (layout.fields[first].name, layout.fields[last].name))
    }
    guard let times, fast.count > 0 else { return review }
    var usual: [Int64] = []
    if rules.fastestMinutes == nil, fast.count < InterviewTimes.leastForMedian {
      try earlier?.forEachAnonymousBatch(fields: [times.start, times.end]) { batch in
        usual += times.milliseconds(of: batch).compactMap { $0 }
      }
    }
    review.limit = InterviewTimes.limit(of: fast.all + usual, rules: rules)
    if let limit = review.limit { review.tooFast = fast.records(below: limit).filter { !replaced.contains($0.key) } }
    return review
  }
}
