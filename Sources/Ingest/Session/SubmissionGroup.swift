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
  var builders: [ColumnBuilder]
  /// The bytes of all.
  var byteCount = 0
  private var bySHA256: [String: Int] = [:]

  init(layout: RecordLayout) {
    builders = layout.fields.map(ColumnBuilder.init)
    run = RecordRun(columns: [], present: Array(repeating: true, count: layout.fields.count))
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
