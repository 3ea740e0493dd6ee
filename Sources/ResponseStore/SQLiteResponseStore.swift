public import Diagnostics
internal import FileSystem
public import Responses
internal import SQLite

/// Records in an SQLite file: columns of each batch as blobs, every source accounted for.
///
/// One connection at a time writes; others wait some seconds. Readers see the state of the last commit and never wait.
public final class SQLiteResponseStore {
  /// The path of the file.
  public let path: String
  let database: Database

  private init(path: String, database: Database) {
    self.path = path
    self.database = database
  }

  /// Opens a store for reading and writing, creating it (mode 0600) with the folders above it when it is missing.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the file is no store, a damaged one or one of a later version;
  ///   ``ExitCode/cannotWrite`` when it cannot be created.
  public static func open(path: String) throws(StageFailure) -> SQLiteResponseStore {
    try open(path: path, busyMilliseconds: 5000)
  }

  /// Opens a store that waits as long as told for another connection's lock.
  static func open(path: String, busyMilliseconds: Int32) throws(StageFailure) -> SQLiteResponseStore {
    if fileStatus(at: path) == nil {
      try createFolders(at: parentFolder(of: path), mode: 0o700)
      // SQLite would create the file readable by others; an empty file is an empty database to it.
      try createEmptyFile(at: path, mode: 0o600)
    }
    let database = try inStore(path, .writing) { () throws(SQLiteFailure) in
      try Database(path: path, mode: .writing, busyMilliseconds: busyMilliseconds)
    }
    // A file that is no store of ours must stay as it is, so nothing is set before this is known.
    let version = try Schema.version(of: database, path: path, for: .writing)
    try inStore(path, .writing) { () throws(SQLiteFailure) in
      // Pages as large as a column of a segment, so that a scan follows no long chains. secure_delete overwrites what
      // is deleted; synchronous=FULL makes a commit survive a power cut. What was committed moves from the log to the
      // file in steps of 16 MiB, while other threads work, not when the store is closed.
      try database.execute(
        """
        PRAGMA page_size = 32768; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 512;
        """)
      try useWriteAheadLog(database, busyMilliseconds: busyMilliseconds)
      try Schema.migrate(database, from: version)
    }
    return SQLiteResponseStore(path: path, database: database)
  }

  /// Opens a store for reading; nil when there is no file.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the file is no store, a damaged one or one of a later version;
  ///   ``ExitCode/inputOutput`` when it cannot be read.
  public static func openForReading(path: String) throws(StageFailure) -> SQLiteResponseStore? {
    guard fileStatus(at: path) != nil else { return nil }
    let database = try inStore(path, .reading) { () throws(SQLiteFailure) in try readingConnection(path: path) }
    _ = try Schema.version(of: database, path: path)
    return SQLiteResponseStore(path: path, database: database)
  }

  /// Switches a new file to the write-ahead log, in which readers and a writer do not wait for each other.
  ///
  /// Connections that switch the same new file at once would wait for each other until all give up. So each tries for a
  /// short and uneven while only, lets go, and tries again until its time is over.
  private static func useWriteAheadLog(_ database: Database, busyMilliseconds: Int32) throws(SQLiteFailure) {
    var left = busyMilliseconds
    while true {
      let turn = Int32.random(in: 10...50)
      do throws(SQLiteFailure) {
        try database.execute("PRAGMA busy_timeout = \(min(turn, busyMilliseconds)); PRAGMA journal_mode = WAL")
        break
      } catch {
        left -= turn
        guard error.kind == .busy, left > 0 else { throw error }
      }
    }
    try database.execute("PRAGMA busy_timeout = \(busyMilliseconds)")
  }

  private static func readingConnection(path: String) throws(SQLiteFailure) -> Database {
    do throws(SQLiteFailure) {
      let database = try Database(path: path, mode: .reading)
      _ = try database.integer("PRAGMA schema_version")
      return database
    } catch {
      // Readers of a WAL database lay files beside it. Where that is forbidden nobody can write either, so the file is
      // read as it stands, unless commits wait beside it that this would overlook.
      guard error.kind == .denied, (fileStatus(at: path + "-wal")?.byteCount ?? 0) == 0 else { throw error }
      return try Database(path: path, mode: .immutable)
    }
  }

  /// Takes in records of a layout.
  public func writer(for layout: RecordLayout) throws(StageFailure) -> SQLiteRecordWriter {
    try SQLiteRecordWriter(store: self, layout: layout)
  }

  /// The accepted records of a form, whatever version of it they answered, as records of one layout.
  public func records(of layout: RecordLayout) throws(StageFailure) -> SQLiteRecordSource {
    SQLiteRecordSource(store: self, layout: layout)
  }

  /// Every source taken in for a form, in the order of taking in.
  public func sources(ofForm form: String) throws(StageFailure) -> [StoredSource] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasTables else { return [] }
      let query = try database.prepare(
        """
        SELECT label, sha256, byte_count, kind, taken_at, read, accepted, identical, quarantined, rejected, declined,
          withheld, id FROM source WHERE layout IN (SELECT id FROM layout WHERE form = ?) ORDER BY id
        """)
      try query.bind(1, form)
      var sources: [StoredSource] = []
      while try query.step() {
        let description = SourceDescription(
          label: query.text(0), sha256: query.text(1), byteCount: Int(query.integer(2)), kind: query.text(3))
        sources.append(
          StoredSource(
            id: query.integer(12), description: description, takenAt: query.integer(4),
            accounting: query.accounting(from: 5)))
      }
      return sources
    }
  }

  /// The number of records kept apart for a form.
  public func heldCount(ofForm form: String, _ disposition: HeldRecord.Disposition) throws(StageFailure) -> Int {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasTables else { return 0 }
      let query = try database.prepare(
        "SELECT count(*) FROM held WHERE disposition = ? AND layout IN (SELECT id FROM layout WHERE form = ?)")
      try query.bind(1, disposition.rawValue)
      try query.bind(2, form)
      return try query.step() ? Int(query.integer(0)) : 0
    }
  }
}

/// A source that was taken in.
public struct StoredSource: Sendable, Hashable {
  /// Its row: sources that were taken in later have larger ones.
  let id: Int64
  /// The file.
  public let description: SourceDescription
  /// When it was taken in: milliseconds since 1970-01-01 UTC.
  public let takenAt: Int64
  /// What became of its records.
  public let accounting: IngestAccounting
}

extension Statement {
  /// The seven counts of an accounting, from a column on.
  func accounting(from column: Int32) -> IngestAccounting {
    var accounting = IngestAccounting()
    accounting.read = Int(integer(column))
    accounting.accepted = Int(integer(column + 1))
    accounting.identical = Int(integer(column + 2))
    accounting.quarantined = Int(integer(column + 3))
    accounting.rejected = Int(integer(column + 4))
    accounting.declined = Int(integer(column + 5))
    accounting.withheld = Int(integer(column + 6))
    return accounting
  }
}
