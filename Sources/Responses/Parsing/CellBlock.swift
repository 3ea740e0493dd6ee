/// Rows of text cells in one buffer: what a reader of tables hands to the columns.
public struct CellBlock: Sendable {
  /// The bytes in which the cells lie.
  public var bytes: [UInt8]
  /// Row after row, where each cell begins in `bytes`; what stands behind the last row means nothing.
  public var starts: [UInt32]
  /// Row after row, where each cell ends in `bytes`.
  public var ends: [UInt32]
  /// The number of rows.
  public var rowCount = 0
  /// Cells per row.
  public let columnCount: Int
  /// Whether the cells are known to be UTF-8.
  public var isUTF8 = false
  /// Whether the bytes are known to be UTF-8 in composed form: texts are copied as they lie.
  public var isComposed = false

  /// Creates an empty block.
  public init(columnCount: Int) {
    precondition(columnCount > 0, "at least one column")
    self.columnCount = columnCount
    bytes = []
    starts = []
    ends = []
  }
}

/// A cell that is no answer to its question.
public struct CellFault: Sendable, Hashable {
  /// The row in its block, or the record in its batch.
  public var row: Int
  /// The field's ordinal in the layout: ``RecordLayout/field(atOrdinal:)``.
  public var field: Int
  /// The row of the field's repeat in the batch; nil for a field of the record itself.
  public var repeatRow: Int?
  /// Why.
  public var fault: AnswerFault
  /// The text as found: an answer, for restricted eyes only.
  public var found: String

  /// Creates a fault.
  public init(row: Int, field: Int, fault: AnswerFault, found: String, repeatRow: Int? = nil) {
    self.row = row
    self.field = field
    self.repeatRow = repeatRow
    self.fault = fault
    self.found = found
  }
}

/// Texts that stand for a missing answer, besides the empty one.
public struct MissingTexts: Sendable, Hashable {
  /// The texts as bytes.
  public let texts: [[UInt8]]
  private let longest: Int

  /// Creates the set.
  public init(_ texts: [String] = []) {
    self.texts = texts.filter { !$0.isEmpty }.map { Array($0.utf8) }
    longest = self.texts.map(\.count).max() ?? 0
  }

  /// Whether a text is empty or stands for a missing answer.
  @inline(__always)
  func contains(_ bytes: Span<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    if bytes.count > longest { return false }
    return texts.contains { text in
      guard text.count == bytes.count else { return false }
      for index in bytes.indices where bytes[index] != text[index] { return false }
      return true
    }
  }
}
