internal import Compression
internal import Responses
internal import SQLite

/// Brings stored digests of answers to the kind that is made today.
enum DigestRenewal {
  /// The last version of the schema whose stores hold digests of another kind.
  static let lastOldVersion: Int64 = 1

  /// Makes the digests of all records anew from their answers: a record sent again is known by them.
  ///
  /// A segment that is damaged stays as it is; verifying says what is wrong with it.
  /// - Complexity: O(answers of the store), once.
  static func renew(in database: Database) throws(SQLiteFailure) {
    let forms = try database.prepare("SELECT DISTINCT form FROM layout ORDER BY form")
    var layouts: [Int64: RecordLayout] = [:]
    while try forms.step() {
      for stored in try StoredLayout.all(ofForm: forms.text(0), in: database) {
        if let stored { layouts[stored.id] = stored.layout }
      }
    }
    let segments = try database.prepare("SELECT id, layout FROM segment ORDER BY id")
    var places: [(id: Int64, layout: RecordLayout)] = []
    while try segments.step() {
      if let layout = layouts[segments.integer(1)] { places.append((segments.integer(0), layout)) }
    }
    let update = try database.prepare("UPDATE segment SET answer_digests = ?, digest_checksum = ? WHERE id = ?")
    for place in places {
      let reading = try SegmentReading(place.id, layout: place.layout, in: database)
      guard let contents = reading?.contents else { continue }
      let digests = AnswerDigests.of(
        contents.batch.columns, layout: place.layout, repeats: contents.batch.repeats, count: contents.batch.count)
      try update.bind(1, digests)
      try update.bind(2, SegmentContents.checksum(contents.keyDigests, digests))
      try update.bind(3, place.id)
      try update.run()
    }
  }
}
