/// What is doubtful about records; they are named by key and number and stay what they are.
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
}
