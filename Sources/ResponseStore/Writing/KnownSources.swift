internal import SQLite

/// What says of most new sources, without a look into the store, that their bytes were never taken in.
///
/// Memory: some 20 bytes a source.
struct KnownSources {
  /// Whether all sources that are visible in the open transaction are among these.
  var isCurrent = false
  /// The beginnings of digests.
  private var beginnings = DigestBeginnings()
  private var layout: Int64?
  private var lastID: Int64 = 0

  /// Whether a source with a digest may be among those of a layout.
  ///
  /// The first question of a transaction reads the digests that others added since the last one.
  mutating func mayHold(_ sha256: String, layout: Int64, in database: Database) throws(SQLiteFailure) -> Bool {
    if self.layout != layout {
      self = KnownSources()
      self.layout = layout
    }
    if !isCurrent {
      // The plus keeps SQLite from the index of all the layout's sources: those behind the last id are few.
      let query = try database.prepare("SELECT id, sha256 FROM source WHERE +layout = ? AND id > ? ORDER BY id")
      try query.bind(1, layout)
      try query.bind(2, lastID)
      while try query.step() {
        lastID = query.integer(0)
        beginnings.insert(query.text(1))
      }
      isCurrent = true
    }
    return beginnings.mayHold(sha256)
  }

  /// Adds a source that was opened now.
  ///
  /// Its digest may become known only later: then nothing is known any more.
  mutating func note(_ sha256: String, id: Int64, layout: Int64) {
    guard isCurrent, layout == self.layout, !sha256.isEmpty else {
      isCurrent = false
      return
    }
    beginnings.insert(sha256)
    lastID = max(lastID, id)
  }
}
