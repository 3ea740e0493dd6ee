/// A run of records of one layout, column by column.
public struct RecordBatch: Sendable {
  /// The fields the columns follow.
  public let layout: RecordLayout
  /// One column per field of the layout; nil for fields that were not asked for.
  public var columns: [AnswerColumn?]
  /// The rows of each repeat of the layout; empty when none was asked for.
  public var repeats: [RepeatRows]
  /// The records' keys: `instanceID`, or the derived key of a CSV row.
  public var keys: TextColumn
  /// The 1-based ordinal of each record in its source.
  public var recordNumbers: [UInt32]
  /// The position of each record's source among the writer's open sources; empty: all are of the first.
  public var sourceIndexes: [UInt32]
  /// A 16-byte digest of each record's typed answers, one after the other; equal answers have equal digests.
  public var digests: [UInt8]
  /// What records say about the earlier versions they replace, by their position.
  public var edits: [Int: RecordEdit] = [:]
  /// The positions of records that take the place of the one with their key, whatever its answers: a person said so.
  public var replacing: Set<Int> = []
  /// Answers to questions that were not shown, by the position of their record.
  public var concealed: [Int: [ConcealedAnswer]] = [:]

  /// Creates a batch; every column has one element per key.
  public init(
    layout: RecordLayout, columns: [AnswerColumn?], keys: TextColumn, recordNumbers: [UInt32], digests: [UInt8],
    sourceIndexes: [UInt32] = [], repeats: [RepeatRows] = []
  ) {
    precondition(columns.count == layout.fields.count, "one column per field")
    precondition(repeats.isEmpty || repeats.count == layout.repeats.count, "the rows of every repeat or of none")
    self.layout = layout
    self.columns = columns
    self.keys = keys
    self.recordNumbers = recordNumbers
    self.digests = digests
    self.sourceIndexes = sourceIndexes
    self.repeats = repeats
  }

  /// The number of records.
  public var count: Int { keys.count }
}
