internal import Diagnostics
internal import Responses
internal import SQLite

extension SQLiteRecordWriter {
  /// Forgets all keys when segments were written anew since the last look: records may have gone or moved.
  func forgetMovedKeys() throws(StageFailure) {
    let found = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      try database.integer("SELECT rewrites FROM state WHERE id = 1") ?? 0
    }
    guard found != knownRewrites else { return }
    knownRewrites = found
    keys = KeyTable()
    lastKnownSegment = 0
  }

  /// Reads the keys of segments written since the last look, by this process or another.
  func readNewKeys() throws(StageFailure) {
    let path = store.path
    let damage = try inStore(path, .writing) { () throws(SQLiteFailure) -> Int64? in
      let query = try database.prepare(
        """
        SELECT id, count, key_digests, answer_digests, digest_checksum, \(try store.isCounted) FROM segment
        WHERE id > ? AND layout IN (SELECT id FROM layout WHERE form = ?) ORDER BY id
        """)
      try query.bind(1, lastKnownSegment)
      try query.bind(2, layout.formIdentifier)
      while try query.step() {
        let id = query.integer(0)
        let (keyDigests, answerDigests) = (query.bytes(2), query.bytes(3))
        guard SegmentContents.checksum(keyDigests, answerDigests) == query.integer(4),
          let outcomes = keys.add(
            keyDigests: keyDigests, answerDigests: answerDigests, count: Int(query.integer(1)))
        else { return id }
        // An earlier version may have the same key; the record that counts is the one to be compared with.
        if query.integer(5) != 0, outcomes.contains(.conflicting) {
          keys.renew(keyDigests: keyDigests, answerDigests: answerDigests)
        }
        lastKnownSegment = id
      }
      return nil
    }
    if let damage { throw .damaged("segment \(damage)", at: path) }
  }
}
