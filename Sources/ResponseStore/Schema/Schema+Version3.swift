extension Schema {
  /// What becomes of records after they were taken in, and who may still hold a copy of them.
  ///
  /// A ledger row counts records that left a source (or, with source null, those that no longer name theirs). A
  /// tombstone is the keyed hash of a key that is not taken in again; its table has no row ids and no times, so that
  /// nothing ties a tombstone to a record. `rewrites` grows whenever segments are written anew.
  static let version3 = """
    CREATE TABLE state (
      id INTEGER PRIMARY KEY CHECK (id = 1), tombstone_key BLOB NOT NULL, rewrites INTEGER NOT NULL
    ) STRICT;
    INSERT INTO state (id, tombstone_key, rewrites) VALUES (1, randomblob(32), 0);
    CREATE TABLE tombstone (
      mark BLOB PRIMARY KEY, form TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tombstone_by_form ON tombstone (form);
    CREATE TABLE ledger (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, form TEXT NOT NULL, source INTEGER REFERENCES source,
      action TEXT NOT NULL, accepted INTEGER NOT NULL DEFAULT 0, quarantined INTEGER NOT NULL DEFAULT 0,
      withheld INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX ledger_by_source ON ledger (source);
    CREATE TABLE known_copy (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL, UNIQUE (kind, path)
    ) STRICT;
    CREATE TABLE consent_text (
      id INTEGER PRIMARY KEY, layout INTEGER NOT NULL REFERENCES layout, language TEXT NOT NULL,
      sha256 TEXT NOT NULL, text TEXT NOT NULL, first_used INTEGER NOT NULL, UNIQUE (layout, language, sha256)
    ) STRICT;
    """
}
