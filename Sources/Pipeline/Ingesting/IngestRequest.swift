public import CivilCalendar
public import Diagnostics
internal import FileSystem
internal import FoundationEssentials
internal import FormDefinition
public import Ingest
internal import ResponseStore
internal import Responses
internal import TextEncoding

/// Files to be taken into a store under a form.
public struct IngestRequest: Sendable {
  /// The folder of the form.
  public var form: String
  /// The path of the store.
  public var store: String
  /// The files and folders.
  public var paths: [String]
  /// The file that maps columns to questions; nil: the form's own names.
  public var mapping: String?
  /// How tables of text are written; nil: as the mapping says, else found out.
  public var encoding: String?
  /// Where everything found wrong is written, answers included (mode 0600); nil: nowhere.
  public var problems: String?
  /// The pipeline file whose sections `validation` and `quality` say what becomes of records that break rules, and which
  /// are doubtful; nil: as usual.
  public var pipeline: String?
  /// Whether only to say what would happen.
  public var isDryRun: Bool
  /// How many seconds to wait for another writer of the store.
  public var wait: Int

  /// Creates a request.
  public init(
    form: String, store: String, paths: [String], mapping: String? = nil, encoding: String? = nil,
    problems: String? = nil, isDryRun: Bool = false, wait: Int = 5
  ) {
    self.wait = wait
    self.form = form
    self.store = store
    self.paths = paths
    self.mapping = mapping
    self.encoding = encoding
    self.problems = problems
    self.isDryRun = isDryRun
  }

  /// Takes the files in.
  ///
  /// - Throws: when the form is unusable, a file is missing or the store fails; bad records only make findings.
  public func run(progress: ((IngestProgress) -> Void)? = nil) throws(StageFailure) -> IngestReport {
    let form = try loadUsableForm(at: form)
    var options = IngestOptions(isDryRun: isDryRun, now: Clock.now, problemsPath: problems)
    var rules = QualityRules()
    if let pipeline { (options.policy, rules) = try readRules(at: pipeline, form: form) }
    if let mapping { options.mapping = try readMapping(at: mapping) }
    if let encoding { options.mapping.encoding = try Self.encoding(named: encoding) }
    let layout = RecordLayout(form: form)
    let writer = try openWriter(store, form: form, layout: layout, isDryRun: isDryRun, wait: wait)
    let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
    let doubts = isDryRun ? nil : try DoubtSearch(form: form, layout: layout, store: store)
    if doubts != nil { session.quality = QualityWatch(form: form, layout: layout, rules: rules) }
    var report = try session.ingest(paths: paths, progress: progress)
    try doubts?.report(session.quality, in: &report)
    // The list holds answers: erasing a record will name it.
    if let problems, !isDryRun, report.hasProblems {
      try SQLiteResponseStore.openExisting(path: store, wait: wait)?.note(.problems, at: problems)
    }
    return report
  }

  private static func encoding(named name: String) throws(StageFailure) -> TextEncoding {
    if let encoding = TextEncoding(name: name) { return encoding }
    let known = TextEncoding.Charset.allCases.map(\.rawValue).joined(separator: ", ")
    throw StageFailure(
      Diagnostic(.encodingUnknown, ["name": name.printable, "known": known]), exitCode: .usage)
  }
}

/// Writes a first mapping of a table for a person to go through.
///
/// - Parameter output: where it is written; nil: it is only returned.
/// - Returns: the mapping and the number of things to decide.
/// - Throws: when the form is unusable or the file is no table.
public func suggestMapping(
  ofTableAt path: String, form: String, output: String?
) throws(StageFailure) -> (text: String, doubtCount: Int) {
  let suggestion = try MappingSuggestion(path: path, form: try loadUsableForm(at: form))
  if let output { try writeAtomically(Array(suggestion.text.utf8), to: output, mode: 0o600) }
  return (suggestion.text, suggestion.doubtCount)
}

/// Opens a store for writing; a dry run leaves a store that does not exist unmade.
///
/// - Parameter wait: how many seconds to wait for another writer.
func openWriter(
  _ path: String, form: Form, layout: RecordLayout, isDryRun: Bool, wait: Int
) throws(StageFailure) -> any RecordWriter {
  if isDryRun, fileStatus(at: path) == nil {
    return SimulationGuard(InMemoryRecordStore(layout: layout), store: path, holdsSimulated: nil)
  }
  let store = try SQLiteResponseStore.open(path: path, wait: wait)
  let records = try store.records(of: layout)
  let holdsSimulated = try records.recordCount == 0 ? nil : records.isSimulated
  let writer = try store.writer(for: layout)
  writer.consentTexts = form.consentTexts
  return SimulationGuard(writer, store: path, holdsSimulated: holdsSimulated)
}

/// Reads a mapping file that must be free of errors.
func readMapping(at path: String) throws(StageFailure) -> ColumnMapping {
  let reading = try ColumnMapping.read(bytes: try readFile(at: path), source: path)
  let errors = reading.diagnostics.filter { $0.severity == .error }
  guard errors.isEmpty else { throw StageFailure(errors, exitCode: .unusableInput) }
  return reading.mapping
}

/// The clock, as the stages see it.
enum Clock {
  /// The moment, with Vietnam's offset from UTC.
  static var now: (milliseconds: Int64, offsetMinutes: Int) {
    (Int64(Date().timeIntervalSince1970 * 1000), 420)
  }
}

extension CivilDay {
  /// Today in Vietnam.
  public static var today: CivilDay { CivilDay(milliseconds: Clock.now.milliseconds) }
}
