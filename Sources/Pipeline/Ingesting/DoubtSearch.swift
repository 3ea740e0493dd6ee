internal import Diagnostics
internal import FormDefinition
internal import Ingest
internal import ResponseStore
internal import Responses

/// What is needed to say which of the records that an ingest takes into a store are doubtful.
struct DoubtSearch {
  private let store: String
  private let layout: RecordLayout
  /// The records before the ingest; nil: none.
  private let earlier: SQLiteRecordSource?

  /// Looks at the store as it is before the ingest.
  init(form: Form, layout: RecordLayout, store: String) throws(StageFailure) {
    self.store = store
    self.layout = layout
    let records = try SQLiteResponseStore.openForReading(path: store)?.records(of: layout)
    try records?.endHere()
    earlier = try records.map { (records) throws(StageFailure) in try records.recordCount } ?? 0 > 0 ? records : nil
  }

  /// Adds what is doubtful about the records that were taken in.
  func report(_ watch: QualityWatch?, in report: inout IngestReport) throws(StageFailure) {
    guard let watch, report.total.accepted > 0, let stored = try SQLiteResponseStore.openForReading(path: store)
    else { return }
    report.add(try watch.review(of: stored.records(of: layout), earlier: earlier), store: store)
  }
}
