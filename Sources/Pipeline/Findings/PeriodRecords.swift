internal import Diagnostics
internal import Estimation
internal import Responses

/// The records of a source that belong to a wave: those whose day lies in its period.
struct PeriodRecords<Source: RecordSource>: RecordSource {
  let source: Source
  /// nil: all belong.
  let period: RecordPeriod?

  var layout: RecordLayout { source.layout }
  var recordCount: Int {
    get throws(StageFailure) {
      var count = 0
      try forEachBatch(fields: []) { count += $0.count }
      return count
    }
  }
  var isSimulated: Bool { get throws(StageFailure) { try source.isSimulated } }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    guard let period, let field = layout.index(of: period.field) else {
      return try source.forEachBatch(fields: fields, repeats: repeats, body)
    }
    let days = period.firstDay...max(period.firstDay, period.lastDay)
    try source.forEachBatch(fields: Set(fields + [field]).sorted(), repeats: repeats) { (batch) throws(StageFailure) in
      let isKept = (batch.columns[field]?.days() ?? []).map { $0.map(days.contains) ?? false }
      guard isKept.contains(true) else { return }
      try body(isKept.allSatisfy(\.self) ? batch : batch.selecting(isKept))
    }
  }
}
