public import Diagnostics
internal import FormDefinition
internal import Responses
internal import ResponseStore

/// What a store holds for a form, and which sources it came from.
public struct StoreStatus: Sendable {
  private let recordCount: Int
  private let quarantined: Int
  private let withheld: Int
  private let isSimulated: Bool
  private let sources: [StoredSource]

  /// Looks into a store.
  ///
  /// - Throws: ``ExitCode/missingInput`` when there is no store.
  public init(form path: String, store storePath: String) throws(StageFailure) {
    let form = try loadUsableForm(at: path)
    guard let store = try SQLiteResponseStore.openForReading(path: storePath) else {
      let arguments = ["store": storePath, "pipeline": "…"]
      throw StageFailure(
        Diagnostic(.pipelineStoreMissing, at: SourcePosition(file: storePath), arguments), exitCode: .missingInput)
    }
    let records = try store.records(of: RecordLayout(form: form))
    recordCount = try records.recordCount
    isSimulated = try records.isSimulated
    quarantined = try store.heldCount(ofForm: form.identifier, .quarantined)
    withheld = try store.heldCount(ofForm: form.identifier, .withheld)
    sources = try store.sources(ofForm: form.identifier)
  }

  /// The status for a terminal.
  public func text(in language: InterfaceLanguage) -> String {
    let english = language == .english
    var total = IngestAccounting()
    for source in sources { total += source.accounting }
    // The latest sources say most; a store of a hundred thousand files must not print them all.
    let latest = sources.suffix(50).map { ($0.description.label, $0.accounting) }
    let facts =
      english
      ? "records: \(recordCount)\(isSimulated ? " (simulated)" : "")\nquarantined: \(quarantined)\nwithheld: \(withheld)\n"
      : "phiếu: \(recordCount)\(isSimulated ? " (mô phỏng)" : "")\ncách ly: \(quarantined)\ngiữ lại: \(withheld)\n"
    return facts + IngestAccounting.table(latest, sourceCount: sources.count, total: total, in: language)
  }
}
