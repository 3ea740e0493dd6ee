public import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import Hashing
internal import Ingest
internal import ResponseStore
internal import Responses

/// Quarantined records to be read again, after the form or the mapping was corrected.
public struct RetryRequest: Sendable {
  /// The folder or file of the form.
  public var form: String
  /// The path of the store.
  public var store: String
  /// The file that maps columns to questions; nil: the form's own names.
  public var mapping: String?
  /// How many seconds to wait for another writer.
  public var wait: Int

  /// Creates a request.
  public init(form: String, store: String, mapping: String?, wait: Int) {
    self.form = form
    self.store = store
    self.mapping = mapping
    self.wait = wait
  }

  /// What became of the records.
  public struct Report: Sendable {
    /// The records that are held no more: taken in, or there already.
    public let released: Int
    /// The records that stay quarantined.
    public let remaining: Int
    /// Why, and which files are missing.
    public let diagnostics: [Diagnostic]

    /// The counts, for a terminal.
    public func text(in language: InterfaceLanguage) -> String {
      factLines([
        (language.pick("phiếu được nhận", "records released"), released),
        (language.pick("còn cách ly", "still quarantined"), remaining),
      ])
    }
  }

  /// Reads the records again: submissions from the bytes in the store, tables from their files.
  ///
  /// - Throws: when the form is unusable, the store is missing or fails.
  public func run() throws(StageFailure) -> Report {
    let form = try loadUsableForm(at: form)
    let store = try existingStore(at: store, wait: wait)
    let layout = RecordLayout(form: form)
    let plan = try store.retryPlan(form: form.identifier)
    let writer = try store.writer(for: layout)
    writer.consentTexts = form.consentTexts
    writer.retrying = plan
    var options = IngestOptions(now: Clock.now)
    if let mapping { options.mapping = try readMapping(at: mapping) }
    var diagnostics: [Diagnostic] = []
    if !plan.submissions.isEmpty {
      let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
      diagnostics += try session.ingest(submissions: plan.submissions.map { ($0.label, $0.bytes) }).diagnostics
    }
    for table in plan.tables {
      guard try isUnchanged(table) else {
        diagnostics.append(Diagnostic(.storeRetrySource, at: SourcePosition(file: table.label), ["file": table.label]))
        continue
      }
      let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
      diagnostics += try session.ingest(paths: [table.label]).diagnostics
    }
    return Report(
      released: plan.releasedCount, remaining: try store.heldCount(ofForm: form.identifier, .quarantined),
      diagnostics: diagnostics)
  }

  /// Whether a table's file is there with the bytes it had.
  private func isUnchanged(_ table: RetryPlan.Table) throws(StageFailure) -> Bool {
    guard fileStatus(at: table.label)?.kind == .file else { return false }
    return hexadecimal(SHA256.digest(of: try readFile(at: table.label))) == table.sha256
  }
}
