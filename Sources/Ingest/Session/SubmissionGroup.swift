import Diagnostics
import Responses

/// Submissions that are taken in together, in one transaction.
struct SubmissionGroup {
  /// The files.
  var descriptions: [SourceDescription] = []
  /// The files that cannot be read as submissions.
  var held: [HeldRecord] = []
  /// Files whose bytes are those of another file of the group, by its position.
  var copies: [(label: String, of: Int)] = []
  /// The readable ones.
  var run: RecordRun
  /// One for each field of the records and the repeats, by ordinal.
  var builders: [ColumnBuilder]
  /// By repeat, how many rows each parent has.
  var counts: [[UInt32]]
  private let layout: RecordLayout
  /// The bytes of all.
  var byteCount = 0
  private var bySHA256: [String: Int] = [:]

  init(layout: RecordLayout) {
    self.layout = layout
    builders = (layout.fields + layout.repeats.flatMap(\.fields)).map(ColumnBuilder.init)
    counts = layout.repeats.map { _ in [] }
    run = RecordRun(columns: [], present: Array(repeating: true, count: layout.fieldCount))
  }

  /// Finishes the columns: the run is ready to be taken in.
  mutating func finishColumns() {
    var columns: [AnswerColumn] = []
    for field in builders.indices { columns.append(builders[field].finish()) }
    run.columns = Array(columns[..<layout.fields.count])
    run.repeats = layout.repeats.indices.map { repeated in
      let first = layout.firstField(ofRepeat: repeated)
      return RepeatRows(
        counts: counts[repeated], columns: Array(columns[first..<(first + layout.repeats[repeated].fields.count)]))
    }
  }

  /// Whether the group is as large as a transaction should be.
  var isFull: Bool { descriptions.count >= 4096 || byteCount >= 8 << 20 }

  /// Registers a file.
  ///
  /// - Returns: its position; nil when its bytes are those of another file of the group.
  mutating func open(_ description: SourceDescription) -> Int? {
    if let known = bySHA256[description.sha256] {
      copies.append((description.label, known))
      return nil
    }
    bySHA256[description.sha256] = descriptions.count
    descriptions.append(description)
    byteCount += description.byteCount
    return descriptions.count - 1
  }
}
