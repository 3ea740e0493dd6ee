extension Schema {
  /// The files with the rows of repeats that were read beside a source of records: a person's rows stand in them.
  static let version6 = """
    CREATE TABLE source_rows (
      id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, label TEXT NOT NULL
    ) STRICT;
    CREATE INDEX source_rows_by_source ON source_rows (source);
    """
}
