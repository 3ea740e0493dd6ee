internal import Diagnostics
internal import SQLite

/// The tables of a store, version by version.
enum Schema {
  /// Marks the file as a store of ykien ("YKEN").
  static let applicationID: Int64 = 0x594B_454E

  /// The statements that lead from each version to the next.
  static let migrations: [String] = [version1, version2, version3, version4, version5, version6, version7, version8]

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
      id INTEGER PRIMARY KEY AUTOINCREMENT, layout INTEGER NOT NULL REFERENCES layout, count INTEGER NOT NULL CHECK (count > 0),
      is_simulated INTEGER NOT NULL, keys BLOB NOT NULL, key_digests BLOB NOT NULL, answer_digests BLOB NOT NULL,
      digest_checksum INTEGER NOT NULL, record_numbers BLOB NOT NULL, sources BLOB NOT NULL
    ) STRICT;
    CREATE INDEX segment_by_layout ON segment (layout);
    CREATE TABLE segment_column (
      id INTEGER PRIMARY KEY, segment INTEGER NOT NULL REFERENCES segment, field INTEGER NOT NULL,
      encoding INTEGER NOT NULL, checksum INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (segment, field)
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

  /// Rows of repeats: for each parent (a record, or a row of the repeat around it) how many it has; their columns stand
  /// in `segment_column` behind those of the records.
  private static let version2 = """
    CREATE TABLE segment_repeat (
      id INTEGER PRIMARY KEY, segment INTEGER NOT NULL REFERENCES segment, repeat INTEGER NOT NULL,
      count INTEGER NOT NULL CHECK (count > 0), checksum INTEGER NOT NULL, counts BLOB NOT NULL,
      UNIQUE (segment, repeat)
    ) STRICT;
    """

  /// The version of a store's schema, 0 for an empty file; refuses a file that is not ours or too new.
  ///
  /// - Parameter access: what the store is opened for; a failure says so.
  static func version(
    of database: Database, path: String, for access: StoreAccess = .reading
  ) throws(StageFailure) -> Int64 {
    // One statement, so that the three facts are of one moment: another process may be writing the tables.
    let facts = try inStore(path, access) { () throws(SQLiteFailure) in
      let query = try database.prepare(
        """
        SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
        FROM pragma_user_version, pragma_application_id
        """)
      _ = try query.step()
      return (version: query.integer(0), mark: query.integer(1), tableCount: query.integer(2))
    }
    let isEmpty = facts.tableCount == 0 && facts.version == 0 && facts.mark == 0
    guard isEmpty || facts.mark == applicationID else {
      throw StageFailure(Diagnostic(.storeForeign, at: SourcePosition(file: path)), exitCode: .unusableInput)
    }
    guard facts.version <= Int64(migrations.count) else {
      let arguments = ["found": "\(facts.version)", "known": "\(migrations.count)"]
      throw StageFailure(
        Diagnostic(.storeNewer, at: SourcePosition(file: path), arguments), exitCode: .unusableInput)
    }
    guard isEmpty || facts.version > 0 else { throw .damaged("user_version \(facts.version)", at: path) }
    return facts.version
  }

  /// Brings a database from the version found to the latest.
  static func migrate(_ database: Database, from found: Int64) throws(SQLiteFailure) {
    guard found < Int64(migrations.count) else { return }
    try database.execute("BEGIN IMMEDIATE")
    do throws(SQLiteFailure) {
      // Another process may have migrated while this one waited for the lock.
      let found = try database.integer("PRAGMA user_version") ?? 0
      for (version, statements) in migrations.enumerated() where Int64(version) >= found {
        try database.execute(statements)
      }
      if (1...DigestRenewal.lastOldVersion).contains(found) { try DigestRenewal.renew(in: database) }
      try database.execute("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
      try database.execute("COMMIT")
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
  }
}
