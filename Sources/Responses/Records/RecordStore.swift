public import Diagnostics

/// Where accepted records are read from, batch by batch.
public protocol RecordSource {
  /// The fields of the records.
  var layout: RecordLayout { get }
  /// The number of records.
  var recordCount: Int { get throws(StageFailure) }
  /// Whether any of the records was simulated, not answered by a person.
  var isSimulated: Bool { get throws(StageFailure) }
  /// Hands over every record once, in the order of acceptance.
  ///
  /// - Parameters:
  ///   - fields: positions of the fields wanted; other columns of the batches are nil.
  ///   - repeats: by the position of a repeat the positions of its fields wanted; when there is one, the batches hold
  ///     the rows of every repeat, with nil for the columns that were not asked for.
  ///   - body: receives each batch; what it throws ends the scan.
  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure)
  /// Hands over every record once like `forEachBatch`, for statistics, which need no record's identity.
  ///
  /// A source may leave the batches' keys empty texts, and record numbers and digests out, when reading them costs time.
  func forEachAnonymousBatch(fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void) throws(StageFailure)
}

extension RecordSource {
  /// Hands over every record once, without the rows of repeats.
  public func forEachBatch(
    fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try forEachBatch(fields: fields, repeats: [:], body)
  }

  /// Hands over whole batches.
  public func forEachAnonymousBatch(
    fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    try forEachBatch(fields: fields, body)
  }
}

/// What became of one record handed to a store.
public enum RecordOutcome: UInt8, Sendable {
  /// It is new and was taken in.
  case accepted
  /// A record with its key and the same answers is there already.
  case identical
  /// A record with its key but other answers is there already; nothing was changed.
  case conflicting
  /// It is new and was taken in as an earlier version: the record that replaces it was there before.
  case superseded
  /// It is new and was taken in; the record that it edits is not there.
  case acceptedWithoutOriginal
  /// It edits a version that another record has replaced already; nothing was changed.
  case editedAlready
  /// A record with its key and other answers was there; this one was taken in, and the other is an earlier version.
  case replacing
  /// Its wave is frozen, or it would take the place of a record whose wave is: the store keeps it apart, and no figure
  /// counts it.
  case late

  /// Whether the record is in the store now and was not before.
  public var isTakenIn: Bool {
    switch self {
    case .accepted, .superseded, .acceptedWithoutOriginal, .replacing: true
    case .identical, .conflicting, .editedAlready, .late: false
    }
  }
}

/// A file from which records are read.
public struct SourceDescription: Sendable, Hashable {
  /// The path as given, for people.
  public var label: String
  /// The SHA-256 of its bytes, lower-case hexadecimal.
  public var sha256: String
  /// Its size in bytes.
  public var byteCount: Int
  /// How it was read: `openrosa-xml`, `csv`, `simulated`, ….
  public var kind: String
  /// The files with rows of its records that were read with it.
  public var rows: [String] = []

  /// Creates a description.
  public init(label: String, sha256: String, byteCount: Int, kind: String) {
    self.label = label
    self.sha256 = sha256
    self.byteCount = byteCount
    self.kind = kind
  }
}

/// A record that was read and not accepted, kept with the reasons.
public struct HeldRecord: Sendable {
  /// Why it is kept apart.
  public enum Disposition: String, Sendable, Codable, CaseIterable {
    /// It broke a rule; it waits for a decision.
    case quarantined
    /// It came too late for its period.
    case withheld
  }

  /// Quarantined or withheld.
  public var disposition: Disposition
  /// Its key; "" when it has none.
  public var key: String
  /// The 1-based ordinal in its source.
  public var recordNumber: Int
  /// The position of its source among the writer's open sources.
  public var sourceIndex: Int
  /// The record's bytes as they were read.
  public var original: [UInt8]
  /// The reasons, at least one.
  public var diagnostics: [Diagnostic]

  /// Creates a held record.
  public init(
    disposition: Disposition, key: String, recordNumber: Int, original: [UInt8], diagnostics: [Diagnostic],
    sourceIndex: Int = 0
  ) {
    self.disposition = disposition
    self.key = key
    self.recordNumber = recordNumber
    self.original = original
    self.diagnostics = diagnostics
    self.sourceIndex = sourceIndex
  }
}

/// Takes in the records of source files, in transactions of whole files.
///
/// The order of calls is `begin`, then any number of times `openSources`, any number of `append` and `hold`,
/// `closeSources`; then `commit` or `rollBack`. Nothing is visible or durable before `commit` returns.
///
/// A large file is opened alone (`openSource`, `closeSource`); many files of one record each are opened together, and
/// the records of a batch name theirs in ``RecordBatch/sourceIndexes``: so a batch of one segment spans many files.
public protocol RecordWriter: AnyObject {
  /// The fields of the records.
  var layout: RecordLayout { get }
  /// Begins a transaction; waits a while for another writer, then fails with ``ExitCode/locked``.
  func begin() throws(StageFailure)
  /// The accounting of a source with these bytes taken in before for this form and version; nil when it is new.
  func accounting(ofSourceWithSHA256 sha256: String) throws(StageFailure) -> IngestAccounting?
  /// Whether a source of so many bytes may have been taken in before: then its digest is asked for before it is read.
  func mayKnowSource(ofByteCount byteCount: Int) throws(StageFailure) -> Bool
  /// Says the SHA-256 of the one open source, which was not known when it was opened.
  func identifySource(sha256: String) throws(StageFailure)
  /// Registers sources; the records that follow are theirs, by ``RecordBatch/sourceIndexes`` and
  /// ``HeldRecord/sourceIndex``.
  func openSources(_ sources: [SourceDescription]) throws(StageFailure)
  /// Takes in the records that are new.
  ///
  /// A record that edits another takes its place: the other leaves those that are counted and is kept as an earlier
  /// version.
  /// - Parameter originals: the bytes of each record's submission, to be kept; nil for table rows.
  /// - Returns: one outcome per record; equal keys within the batch are compared with each other too.
  func append(_ batch: RecordBatch, originals: [[UInt8]]?) throws(StageFailure) -> [RecordOutcome]
  /// Which records a person had erased, or are new versions of such: they are counted as rejected and leave no other
  /// trace.
  ///
  /// - Parameter edits: what records say about earlier versions, by their position.
  /// - Returns: one flag per key; nil when none was ever erased.
  func erased(_ keys: TextColumn, edits: [Int: RecordEdit]) throws(StageFailure) -> [Bool]?
  /// Keeps records that were not accepted; one that is held already with the same bytes is not kept twice.
  func hold(_ records: [HeldRecord]) throws(StageFailure)
  /// Ends the open sources and stores their accountings, one per source in the same order; each must balance.
  func closeSources(_ accountings: [IngestAccounting]) throws(StageFailure)
  /// Makes everything since `begin` durable.
  func commit() throws(StageFailure)
  /// Undoes everything since `begin`.
  func rollBack()
}

extension RecordWriter {
  /// Nobody knows: digests are asked for first.
  public func mayKnowSource(ofByteCount byteCount: Int) throws(StageFailure) -> Bool { true }

  /// Sources are opened with their digests.
  public func identifySource(sha256: String) throws(StageFailure) {}

  /// Nothing was ever erased.
  public func erased(_ keys: TextColumn, edits: [Int: RecordEdit]) throws(StageFailure) -> [Bool]? { nil }

  /// Which records a person had erased, none of them an edit.
  public func erased(_ keys: TextColumn) throws(StageFailure) -> [Bool]? { try erased(keys, edits: [:]) }

  /// Registers one source; the records that follow are its.
  public func openSource(_ source: SourceDescription) throws(StageFailure) { try openSources([source]) }

  /// Ends the one open source and stores its accounting, which must balance.
  public func closeSource(_ accounting: IngestAccounting) throws(StageFailure) { try closeSources([accounting]) }
}
