import Synchronization

/// Required questions for which no valid answer was found, with the first record concerned.
final class FindingLog: Sendable {
  private let records = Mutex<[UnansweredField: Int]>([:])

  /// The smallest record number by field.
  var firstRecords: [UnansweredField: Int] { records.withLock { $0 } }

  /// Notes the fields left unanswered in a record.
  func note(_ fields: [UnansweredField], in record: Int) {
    if fields.isEmpty { return }
    records.withLock { known in
      for field in fields { known[field] = min(known[field] ?? record, record) }
    }
  }
}
