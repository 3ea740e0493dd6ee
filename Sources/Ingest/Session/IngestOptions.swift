import FileSystem
public import Responses

/// The days to which records belong.
public struct IngestPeriod: Sendable, Hashable {
  /// The date or moment that decides, by its question's name.
  public var field: String
  /// The last day, counted from 1970-01-01; records after it are withheld.
  public var lastDay: Int

  /// Creates a period.
  public init(field: String, lastDay: Int) {
    self.field = field
    self.lastDay = lastDay
  }
}

/// How answers are taken in.
public struct IngestOptions: Sendable {
  /// How the columns of tables belong to the form.
  public var mapping: ColumnMapping
  /// The period; nil: records of all days.
  public var period: IngestPeriod?
  /// What becomes of records that break rules of the form.
  public var policy = ValidationPolicy()
  /// The held records to be read again, and what was decided about them; nil: everything is read for the first time.
  public var revisions: RecordRevisions?
  /// Whether everything is undone again: the report says what would become of the records.
  public var isDryRun: Bool
  /// The moment that `now()` and `today()` mean: milliseconds since 1970-01-01 UTC, and the offset in minutes.
  public var now: (milliseconds: Int64, offsetMinutes: Int)
  /// How many findings of each code the report keeps.
  public var diagnosticsPerCode: Int
  /// Where all findings are written, answers included (mode 0600); nil: nowhere.
  public var problemsPath: String?
  /// The bytes of a table that are looked at together.
  public var blockByteCount: Int
  /// Bytes from which a table is read by several threads.
  var threadedByteCount = 1 << 20
  /// How many threads work on the batches of a large table.
  var threadCount = min(processorCount, 4)
  /// The longest record.
  public var recordByteLimit: Int
  /// The longest submission.
  public var submissionByteLimit: Int
  /// How large the tables with the rows of repeats beside one table of records may be together: they are held in memory.
  public var repeatByteLimit: Int

  /// Creates options.
  public init(
    mapping: ColumnMapping = ColumnMapping(), period: IngestPeriod? = nil, isDryRun: Bool = false,
    now: (milliseconds: Int64, offsetMinutes: Int) = (0, 420), diagnosticsPerCode: Int = 20,
    problemsPath: String? = nil
  ) {
    self.mapping = mapping
    self.period = period
    self.isDryRun = isDryRun
    self.now = now
    self.diagnosticsPerCode = diagnosticsPerCode
    self.problemsPath = problemsPath
    blockByteCount = 1 << 17
    recordByteLimit = 1 << 24
    submissionByteLimit = 1 << 26
    repeatByteLimit = 1 << 28
  }
}
