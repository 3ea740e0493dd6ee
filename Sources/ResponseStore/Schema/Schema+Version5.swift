extension Schema {
  /// Answers to questions that were not shown, one blob for each segment whose records have any: they are counted in no
  /// figure, and leave the store with their records.
  static let version5 = """
    CREATE TABLE concealed_answer (
      segment INTEGER PRIMARY KEY REFERENCES segment, count INTEGER NOT NULL CHECK (count > 0),
      checksum INTEGER NOT NULL, data BLOB NOT NULL
    ) STRICT;
    """
}
