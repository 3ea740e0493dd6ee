internal import Diagnostics
internal import SQLite

/// The tables of a store, version by version.
enum Schema {
  /// Marks the file as a store of ykien ("YKEN").
  static let applicationID: Int64 = 0x594B_454E

  /// The statements that lead from each version to the next.
  static let migrations: [String] = [version1]

  /// The tables of the first version.
  ///
  /// A layout is a form's version with its fields. A segment holds the records of one batch column by column; what a
  /// record needs beside its answers lies in blobs of the segment, one element per record. Record-by-record rows exist
  /// only for held records, which are few.
  private static let version1 = """
    CREATE TABLE layout (
      id INTEGER PRIMARY KEY, form TEXT NOT NULL, version TEXT NOT NULL, digest BLOB NOT NULL,
      definition TEXT NOT NULL, UNIQUE (form, version, digest)
    ) STRICT;
    CREATE TABLE source (
      id INTEGER PRIMARY KEY, layout INTEGER NOT NULL REFERENCES layout, label TEXT NOT NULL, sha256 TEXT NOT NULL,
      byte_count INTEGER NOT NULL, kind TEXT NOT NULL, taken_at INTEGER NOT NULL,
      read INTEGER NOT NULL DEFAULT 0, accepted INTEGER NOT NULL DEFAULT 0, identical INTEGER NOT NULL DEFAULT 0,
      quarantined INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0,
      declined INTEGER NOT NULL DEFAULT 0, withheld INTEGER NOT NULL DEFAULT 0,
      CHECK (read = accepted + identical + quarantined + rejected + declined + withheld)
    ) STRICT;
    CREATE INDEX source_by_content ON source (layout, sha256);
    CREATE TABLE segment (
      id INTEGER PRIMARY KEY, layout INTEGER NOT NULL REFERENCES layout, count INTEGER NOT NULL CHECK (count > 0),
      is_simulated INTEGER NOT NULL, keys BLOB NOT NULL, key_digests BLOB NOT NULL, answer_digests BLOB NOT NULL,
      record_numbers BLOB NOT NULL, sources BLOB NOT NULL
    ) STRICT;
    CREATE INDEX segment_by_layout ON segment (layout);
    CREATE TABLE segment_column (
      id INTEGER PRIMARY KEY, segment INTEGER NOT NULL REFERENCES segment, field INTEGER NOT NULL,
      encoding INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (segment, field)
    ) STRICT;
    CREATE TABLE original (
      segment INTEGER PRIMARY KEY REFERENCES segment, data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE held (
      id INTEGER PRIMARY KEY, layout INTEGER NOT NULL REFERENCES layout, source INTEGER NOT NULL REFERENCES source,
      record_number INTEGER NOT NULL, disposition TEXT NOT NULL, key TEXT NOT NULL, original BLOB NOT NULL,
      digest BLOB NOT NULL, diagnostics TEXT NOT NULL, UNIQUE (layout, digest)
    ) STRICT;
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL
    ) STRICT;
    """

  /// Brings a database to the latest version, and refuses one that is not ours or too new.
  static func prepare(_ database: Database, path: String, mayWrite: Bool) throws(StageFailure) {
    let (found, mark) = try inStore(path) { () throws(SQLiteFailure) in
      (try database.integer("PRAGMA user_version") ?? 0, try database.integer("PRAGMA application_id") ?? 0)
    }
    let isEmpty = try inStore(path) { () throws(SQLiteFailure) in
      try database.integer("SELECT count(*) FROM sqlite_schema") == 0
    }
    guard isEmpty || mark == applicationID else {
      throw StageFailure(Diagnostic(.storeForeign, at: SourcePosition(file: path)), exitCode: .unusableInput)
    }
    guard found <= Int64(migrations.count) else {
      let arguments = ["found": "\(found)", "known": "\(migrations.count)"]
      throw StageFailure(
        Diagnostic(.storeNewer, at: SourcePosition(file: path), arguments), exitCode: .unusableInput)
    }
    guard mayWrite, found < Int64(migrations.count) else { return }
    try inStore(path) { () throws(SQLiteFailure) in try migrate(database) }
  }

  private static func migrate(_ database: Database) throws(SQLiteFailure) {
    try database.execute("BEGIN IMMEDIATE")
    do throws(SQLiteFailure) {
      // Another process may have migrated while this one waited for the lock.
      let found = try database.integer("PRAGMA user_version") ?? 0
      for (version, statements) in migrations.enumerated() where Int64(version) >= found {
        try database.execute(statements)
      }
      try database.execute("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
      try database.execute("COMMIT")
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
  }
}
