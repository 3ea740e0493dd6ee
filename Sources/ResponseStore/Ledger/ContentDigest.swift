public import Diagnostics
internal import Hashing
internal import SQLite

extension SQLiteResponseStore {
  /// A digest of everything that figures of a form can depend on: its accepted records and what became of the others.
  ///
  /// Two stores into which the same records came in the same batches have the same; any record that comes, goes or changes
  /// gives another one.
  /// - Parameter freeze: the wave whose figures are meant when it is frozen: what came later is left out.
  /// - Returns: SHA-256 in hexadecimal digits, over the checksums that the store keeps of its columns.
  /// - Complexity: O(segments × fields); no answer is read.
  public func contentDigest(ofForm form: String, before freeze: FrozenWave? = nil) throws(StageFailure) -> String {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      var hash = SHA256()
      guard try hasTables else { return hexadecimal(hash.finish()) }
      let queries: [(columns: Int32, text: String)] = [
        (
          5,
          """
          SELECT layout.version, hex(layout.digest), segment.count, segment.is_simulated, segment.digest_checksum
          FROM segment JOIN layout ON layout.id = segment.layout WHERE layout.form = ? ORDER BY segment.id
          """
        ),
        (
          3,
          """
          SELECT segment_column.field, segment_column.encoding, segment_column.checksum
          FROM segment_column JOIN segment ON segment.id = segment_column.segment
          JOIN layout ON layout.id = segment.layout WHERE layout.form = ? ORDER BY segment.id, segment_column.field
          """
        ),
        (
          3,
          """
          SELECT segment_repeat.repeat, segment_repeat.count, segment_repeat.checksum
          FROM segment_repeat JOIN segment ON segment.id = segment_repeat.segment
          JOIN layout ON layout.id = segment.layout WHERE layout.form = ? ORDER BY segment.id, segment_repeat.repeat
          """
        ),
        (
          8,
          """
          SELECT source.sha256, source.read, source.accepted, source.identical, source.quarantined, source.rejected,
            source.declined, source.withheld
          FROM source JOIN layout ON layout.id = source.layout WHERE layout.form = ?
            AND source.id <= \(freeze?.lastSource ?? .max) ORDER BY source.id
          """
        ),
      ]
      for (columns, text) in queries {
        let query = try database.prepare(text)
        try query.bind(1, form)
        while try query.step() {
          let row = (0..<columns).map { query.text($0) }.joined(separator: "\u{1F}") + "\n"
          hash.update(Array(row.utf8))
        }
        hash.update([0x1E])
      }
      return hexadecimal(hash.finish())
    }
  }
}
