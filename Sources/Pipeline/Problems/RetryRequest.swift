public import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import Ingest
internal import ResponseStore
internal import Responses

/// Quarantined records to be read again, after the form or the mapping was corrected, or with what a person decided.
public struct RetryRequest: Sendable {
  /// The folder or file of the form.
  public var form: String
  /// The path of the store.
  public var store: String
  /// The file that maps columns to questions; nil: the form's own names.
  public var mapping: String?
  /// The pipeline file whose section `validation` says what becomes of records that break rules; nil: as usual.
  public var pipeline: String?
  /// How many seconds to wait for another writer.
  public var wait: Int
  /// What was decided about which records; nil: all are read again as they came.
  var decisions: ProblemDecisions?

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
    public internal(set) var released: Int
    /// The records that were decided not to be taken in.
    public internal(set) var rejected = 0
    /// The records that stay quarantined.
    public internal(set) var remaining: Int
    /// Why, and which files are missing.
    public internal(set) var diagnostics: [Diagnostic]

    /// Whether something is left for a person to do.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The counts, for a terminal.
    public func text(in language: InterfaceLanguage) -> String {
      var facts = [(name: language.pick("phiếu được nhận", "records released"), value: released as Any)]
      if rejected > 0 { facts.append((language.pick("phiếu bị loại", "records rejected"), rejected)) }
      return factLines(facts + [(language.pick("còn cách ly", "still quarantined"), remaining)])
    }
  }

  /// Reads the records again: submissions from the bytes in the store, tables from their files.
  ///
  /// - Throws: when the form is unusable, the store is missing or fails.
  public func run() throws(StageFailure) -> Report {
    let form = try loadUsableForm(at: form)
    let store = try existingStore(at: store, wait: wait)
    return try run(form, store)
  }

  /// Reads the records again under a form that was loaded.
  func run(_ form: Form, _ store: SQLiteResponseStore) throws(StageFailure) -> Report {
    let layout = RecordLayout(form: form)
    let plan = try store.retryPlan(form: form.identifier, problems: decisions?.readAgain)
    let writer = try store.writer(for: layout)
    writer.consentTexts = form.consentTexts
    writer.retrying = plan
    plan.notes = decisions?.notes ?? [:]
    plan.corrected = decisions?.corrected ?? []
    var options = IngestOptions(now: Clock.now)
    options.revisions = RecordRevisions(
      Dictionary(
        plan.records.map { record in
          var revision = decisions?.revision(of: record.problem) ?? RecordRevisions.Revision()
          revision.heldKey = record.key
          return (RecordRevisions.Place(sha256: record.sha256, number: record.number), revision)
        }, uniquingKeysWith: { first, _ in first }))
    if let pipeline { options.policy = try readRules(at: pipeline, form: form).validation }
    if let mapping { options.mapping = try readMapping(at: mapping) }
    var diagnostics: [Diagnostic] = []
    if !plan.submissions.isEmpty {
      let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
      diagnostics += try session.ingest(submissions: plan.submissions.map { ($0.label, $0.bytes) }).diagnostics
    }
    diagnostics += try readTables(of: plan, form, layout, writer, options)
    return Report(
      released: plan.released.count, remaining: try store.heldCount(ofForm: form.identifier, .quarantined),
      diagnostics: diagnostics + stillHeld(plan))
  }

  /// Reads the files that hold the plan's tables, each once: a workbook has several sheets, an archive several members.
  private func readTables(
    of plan: RetryPlan, _ form: Form, _ layout: RecordLayout, _ writer: SQLiteRecordWriter, _ options: IngestOptions
  ) throws(StageFailure) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var read: Set<String> = []
    var found: Set<String> = []
    for table in plan.tables {
      guard let file = container(of: table.label), read.insert(file).inserted else { continue }
      let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
      let hasRows = table.hasRows && file == table.label
      let report = try hasRows ? session.ingest(tableWithRows: file) : session.ingest(paths: [file])
      diagnostics += report.diagnostics
      found.formUnion(report.sources.map(\.label))
    }
    for table in plan.tables where !found.contains(table.label) {
      diagnostics.append(
        Diagnostic(.storeRetrySource, at: SourcePosition(file: table.label), ["file": table.label]))
    }
    return diagnostics
  }

  /// The file in which a table lies: of `a.zip!/b.csv` the archive; nil when there is none.
  private func container(of label: String) -> String? {
    if fileStatus(at: label)?.kind == .file { return label }
    var end = label.startIndex
    while let mark = label[end...].firstRange(of: "!/") {
      let path = String(label[..<mark.lowerBound])
      if fileStatus(at: path)?.kind == .file { return path }
      end = mark.upperBound
    }
    return nil
  }

  /// The records that were decided on and stay held nevertheless.
  private func stillHeld(_ plan: RetryPlan) -> [Diagnostic] {
    guard decisions != nil else { return [] }
    return plan.records.map(\.problem).filter { !plan.released.contains($0) }.sorted().map {
      Diagnostic(.storeProblemStillHeld, ["number": String($0)])
    }
  }
}
