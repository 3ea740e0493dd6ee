public import Diagnostics
internal import FileSystem
internal import Responses
internal import SQLite

/// What was checked in a store, and what is wrong with it.
public struct StoreVerification: Sendable {
  /// Everything that is wrong, each with a code of its own; empty: the store is sound.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The accepted records that were read.
  public internal(set) var recordCount = 0
  /// The earlier versions of records that were read.
  public internal(set) var supersededCount = 0
  /// The segments that were read.
  public internal(set) var segmentCount = 0
  /// The sources whose accounting was checked.
  public internal(set) var sourceCount = 0
  /// The held records that were read.
  public internal(set) var heldCount = 0
}

extension SQLiteResponseStore {
  /// Checks everything a store says against everything it holds: pages, schema, checksums, counts, keys and ledgers.
  ///
  /// One state of the store is looked at from the beginning to the end, while others may write.
  /// - Throws: when the store cannot be read at all.
  /// - Complexity: O(bytes); memory of one segment and 30 bytes a record.
  public func verify() throws(StageFailure) -> StoreVerification {
    var check = StoreCheck(store: self)
    try inStore(path, .reading) { () throws(SQLiteFailure) in try database.execute("BEGIN") }
    defer { try? database.execute("COMMIT") }
    do throws(SQLiteFailure) {
      try check.run()
    } catch {
      // Pages so damaged that a query fails are a finding like the others, not the end.
      guard error.kind == .damaged || error.kind == .other else { throw StageFailure(error, at: path, .reading) }
      check.report(.storePagesDamaged, ["detail": error.message])
    }
    return check.result
  }
}

/// One check of a store, part by part.
struct StoreCheck {
  let store: SQLiteResponseStore
  var result = StoreVerification()
  /// The accepted records found by source; 0: records without a source.
  var recordsBySource: [String: [Int64: Int]] = [:]
  /// The earlier versions of records found by source.
  var supersededBySource: [Int64: Int] = [:]
  /// The waves that are frozen, how many records of each are counted, and how many of these came later.
  var frozen: [FrozenWave] = []
  var frozenCounts: [Int64: (records: Int, foreign: Int)] = [:]

  init(store: SQLiteResponseStore) { self.store = store }

  var database: Database { store.database }

  /// Adds a finding.
  mutating func report(_ code: DiagnosticCode, _ arguments: [String: String] = [:]) {
    result.diagnostics.append(Diagnostic(code, at: SourcePosition(file: store.path), arguments))
  }

  /// Runs all parts.
  mutating func run() throws(SQLiteFailure) {
    checkMode()
    guard try database.integer("SELECT count(*) FROM sqlite_schema") != 0 else { return }
    try checkPages()
    try checkSchema()
    try checkOrphans()
    let layouts = try readLayouts()
    frozen = try FrozenWaves.frozen(in: database)
    try checkSegments(layouts)
    try checkHeld()
    try checkFrozen(layouts)
    try checkAccounting(layouts)
  }

  /// The file and those beside it are the owner's alone.
  private mutating func checkMode() {
    for suffix in ["", "-wal", "-shm"] {
      guard let status = fileStatus(at: store.path + suffix), status.mode & 0o077 != 0 else { continue }
      report(.storeModeOpen, ["found": String(status.mode, radix: 8), "file": store.path + suffix])
    }
  }

  private mutating func checkPages() throws(SQLiteFailure) {
    let query = try database.prepare("PRAGMA integrity_check(20)")
    while try query.step() {
      // SQLite names keys of broken indexes by their row, never by their content.
      if query.text(0) != "ok" { report(.storePagesDamaged, ["detail": query.text(0)]) }
    }
  }

  private mutating func checkSchema() throws(SQLiteFailure) {
    let version = Int(try database.integer("PRAGMA user_version") ?? 0)
    let expected = Schema.objects(upTo: version)
    var found: [String: String] = [:]
    let query = try database.prepare(
      "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")
    while try query.step() { found[query.text(0)] = Schema.plain(query.text(1)) }
    for (name, sql) in expected.sorted(by: { $0.key < $1.key }) {
      if found[name] == nil {
        report(.storeSchemaMissing, ["name": name])
      } else if found[name] != sql {
        report(.storeSchemaOther, ["name": name])
      }
    }
    // A trigger or view that is not ours could change what is read or written.
    for name in found.keys.sorted() where expected[name] == nil { report(.storeSchemaForeign, ["name": name]) }
  }

  private mutating func checkOrphans() throws(SQLiteFailure) {
    let query = try database.prepare(
      "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY \"table\", parent ORDER BY 1, 2")
    while try query.step() {
      report(
        .storeOrphans, ["table": query.text(0), "parent": query.text(1), "count": String(query.integer(2))])
    }
  }

  private mutating func readLayouts() throws(SQLiteFailure) -> [Int64: RecordLayout] {
    var layouts: [Int64: RecordLayout] = [:]
    for form in try store.forms() {
      for stored in try StoredLayout.all(ofForm: form, in: database) {
        guard let stored else {
          report(.storeLayoutDamaged, ["form": form])
          continue
        }
        layouts[stored.id] = stored.layout
      }
    }
    return layouts
  }
}
