internal import SQLite

/// What says of most new sources, without a look into the store, that their bytes were never taken in.
///
/// Memory: some 16 bytes a source.
struct KnownSources {
  /// Whether all sources that are visible in the open transaction are among these.
  var isCurrent = false
  /// The beginnings of digests.
  private var beginnings: Set<UInt64> = []
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
      let query = try database.prepare("SELECT id, sha256 FROM source WHERE layout = ? AND id > ? ORDER BY id")
      try query.bind(1, layout)
      try query.bind(2, lastID)
      while try query.step() {
        lastID = query.integer(0)
        beginnings.insert(Self.beginning(query.text(1)))
      }
      isCurrent = true
    }
    return beginnings.contains(Self.beginning(sha256))
  }

  /// Adds a source that was opened now.
  ///
  /// Its digest may become known only later: then nothing is known any more.
  mutating func note(_ sha256: String, id: Int64, layout: Int64) {
    guard isCurrent, layout == self.layout, !sha256.isEmpty else {
      isCurrent = false
      return
    }
    beginnings.insert(Self.beginning(sha256))
    lastID = max(lastID, id)
  }

  private static func beginning(_ sha256: String) -> UInt64 {
    var word: UInt64 = 0xCBF2_9CE4_8422_2325
    for digit in sha256.utf8.prefix(32) { word = (word ^ UInt64(digit)) &* 0x0000_0100_0000_01B3 }
    return word
  }
}
