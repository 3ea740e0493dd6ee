public import Diagnostics
public import FormDefinition

/// The records of a source that are doubtful; they are named by key and number and stay what they are.
public struct QualityReview: Sendable, Hashable {
  /// A record, as it is named to people.
  public struct Record: Sendable, Hashable {
    /// Its key.
    public let key: String
    /// Its 1-based ordinal in the file it came from.
    public let number: Int
  }

  /// A record with the same answer to all questions of a block.
  public struct StraightLine: Sendable, Hashable {
    /// The record.
    public let record: Record
    /// The names of the block's first and last question.
    public let questions: (first: String, last: String)

    /// Compares record and questions.
    public static func == (left: StraightLine, right: StraightLine) -> Bool {
      left.record == right.record && left.questions == right.questions
    }

    /// Feeds record and questions.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(record)
      hasher.combine(questions.first)
      hasher.combine(questions.last)
    }
  }

  /// Records under different keys with the same answers to all substantive questions, group by group.
  public var nearDuplicates: [[Record]] = []
  /// Records with the same answer to all questions of a block.
  public var straightLines: [StraightLine] = []
  /// Records whose interview took less time than ``limit``.
  public var tooFast: [Record] = []
  /// The milliseconds below which an interview is too fast; nil when none is.
  public var limit: Int64?

  /// No doubts.
  public init() {}

  /// Looks at every record of a source.
  ///
  /// - Throws: when the source cannot be read.
  /// - Complexity: two scans at most; memory of 24 bytes a record, and of the doubtful records.
  public init(of source: any RecordSource, form: Form, rules: QualityRules = QualityRules()) throws(StageFailure) {
    let layout = source.layout
    let answers = SubstantiveAnswers(form: form, layout: layout)
    let lines = StraightLines(form: form, layout: layout, rules: rules)
    let times = InterviewTimes(form: form, layout: layout)
    var duplicates = NearDuplicates(answers, rules: rules)
    var straight: [(record: Int, block: Int)] = []
    var taken: [(record: Int, time: Int64)] = []
    var count = 0
    let moments = times.map { [$0.start, $0.end] } ?? []
    let rows = Dictionary(
      layout.repeats.indices.map { ($0, Array(layout.repeats[$0].fields.indices)) }, uniquingKeysWith: { $1 })
    let look = { (batch: RecordBatch) in
      duplicates.add(batch)
      for (row, block) in lines.lines(of: batch).enumerated() {
        if let block { straight.append((count + row, block)) }
      }
      for (row, time) in (times?.milliseconds(of: batch) ?? []).enumerated() {
        if let time { taken.append((count + row, time)) }
      }
      count += batch.count
    }
    let fields = Array(Set(answers.fields + lines.blocks.joined() + moments)).sorted()
    if rows.isEmpty {
      try source.forEachAnonymousBatch(fields: fields) { batch in look(batch) }
    } else {
      try source.forEachBatch(fields: fields, repeats: rows) { batch in look(batch) }
    }
    let limit = InterviewTimes.limit(of: taken.map(\.time), rules: rules)
    let fast = limit.map { limit in taken.filter { $0.time < limit }.map(\.record) } ?? []
    let groups = duplicates.groups
    let names = try Self.names(of: Set(groups.joined()).union(straight.map(\.record)).union(fast), in: source)
    nearDuplicates = groups.map { $0.compactMap { names[$0] } }
    straightLines = straight.compactMap { record, block in
      guard let named = names[record], let first = lines.blocks[block].first, let last = lines.blocks[block].last
      else { return nil }
      return StraightLine(record: named, questions: (layout.fields[first].name, layout.fields[last].name))
    }
    tooFast = fast.compactMap { names[$0] }
    self.limit = limit
  }

  private static func names(
    of records: Set<Int>, in source: any RecordSource
  ) throws(StageFailure) -> [Int: Record] {
    guard !records.isEmpty else { return [:] }
    var names: [Int: Record] = [:]
    var count = 0
    try source.forEachBatch(fields: []) { batch in
      for row in 0..<batch.count where records.contains(count + row) {
        names[count + row] = Record(key: batch.keys[row], number: Int(batch.recordNumbers[row]))
      }
      count += batch.count
    }
    return names
  }
}
