extension Schema {
  /// Earlier versions of records, and which records replaced which.
  ///
  /// A segment named in `superseded_segment` holds records that are counted no more. An `edit` row joins the key of a
  /// version with the key of the one that replaced it; the record of either may be missing. A guess is a
  /// link by the first version alone.
  static let version4 = """
    CREATE TABLE superseded_segment (
      segment INTEGER PRIMARY KEY REFERENCES segment
    ) STRICT;
    CREATE TABLE edit (
      id INTEGER PRIMARY KEY, form TEXT NOT NULL, replaced TEXT NOT NULL, replacing TEXT NOT NULL,
      is_guess INTEGER NOT NULL, UNIQUE (form, replaced)
    ) STRICT;
    """
}
