extension Schema {
  /// Frozen waves, the records that came too late for them, and edits that a person refused.
  ///
  /// A wave is a form's records whose day lies in a period, or all of them when `field` is null. `last_source` is the last
  /// source of its figures, `records` how many they counted when it was frozen, `erased` how many of these left since at
  /// their person's wish or when their time was over. A late record lies among the held ones with disposition `withheld`,
  /// typed, in JSON. `refused_edit` keeps what a rejected edit named, so that its own edits are not counted besides.
  static let version8 = """
    CREATE TABLE frozen_wave (
      id INTEGER PRIMARY KEY, form TEXT NOT NULL, wave TEXT NOT NULL, field TEXT, first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL, frozen_at INTEGER NOT NULL, last_source INTEGER NOT NULL, records INTEGER NOT NULL,
      erased INTEGER NOT NULL DEFAULT 0, thawed_at INTEGER, reason TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE late_record (
      held INTEGER PRIMARY KEY REFERENCES held ON DELETE CASCADE, wave INTEGER NOT NULL REFERENCES frozen_wave
    ) STRICT;
    CREATE INDEX late_record_by_wave ON late_record (wave);
    CREATE TABLE refused_edit (
      id INTEGER PRIMARY KEY, form TEXT NOT NULL, refused TEXT NOT NULL, version TEXT NOT NULL, UNIQUE (form, refused)
    ) STRICT;
    """
}
