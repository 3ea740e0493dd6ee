internal import Compression
internal import Diagnostics
internal import Hashing
internal import Responses
internal import SQLite

extension StoreCheck {
  /// Reads every segment whole: checksums, counts, and that no key is there twice or although it was erased.
  mutating func checkSegments(_ layouts: [Int64: RecordLayout]) throws(SQLiteFailure) {
    var tables: [String: KeyTable] = [:]
    let query = try database.prepare("SELECT id, layout, \(try store.isCounted) FROM segment ORDER BY id")
    let marks = try Tombstones(in: database)
    while try query.step() {
      result.segmentCount += 1
      let id = query.integer(0)
      guard let layout = layouts[query.integer(1)] else { continue }
      guard let reading = try SegmentReading(id, layout: layout, in: database) else { continue }
      for fault in reading.faults { report(fault, segment: id, layout) }
      let isCounted = query.integer(2) != 0
      for source in reading.sources {
        if isCounted {
          recordsBySource[layout.formIdentifier, default: [:]][source, default: 0] += 1
        } else {
          supersededBySource[source, default: 0] += 1
        }
      }
      guard let contents = reading.contents else { continue }
      if isCounted {
        result.recordCount += contents.batch.count
        countFrozen(contents)
      } else {
        result.supersededCount += contents.batch.count
      }
      try checkColumnNumbers(of: id, layout)
      checkKeys(contents, segment: id, isCounted: isCounted, &tables[layout.formIdentifier, default: KeyTable()])
      guard let erased = try marks?.marked(contents.batch.keys, form: layout.formIdentifier) else { continue }
      let count = erased.count { $0 }
      if count > 0 { report(.storeErasedPresent, ["segment": String(id), "count": String(count)]) }
    }
  }

  private mutating func report(_ fault: SegmentFault, segment: Int64, _ layout: RecordLayout) {
    let place = ["segment": String(segment)]
    switch fault {
    case .digests: report(.storeDigestsDamaged, place)
    case .identities: report(.storeIdentitiesDamaged, place)
    case .originals: report(.storeOriginalsDamaged, place)
    case .concealed: report(.storeConcealedDamaged, place)
    case .rows(let repeated):
      report(.storeRowsDamaged, place.merging(["repeat": layout.repeats[repeated].name]) { $1 })
    case .column(let ordinal):
      report(.storeColumnDamaged, place.merging(["column": layout.field(atOrdinal: ordinal).field.name]) { $1 })
    }
  }

  /// A column beyond the form's fields is read by nobody and would outlive what erases the others.
  private mutating func checkColumnNumbers(of segment: Int64, _ layout: RecordLayout) throws(SQLiteFailure) {
    let query = try database.prepare(
      "SELECT count(*) FROM segment_column WHERE segment = ? AND (field < 0 OR field >= ?)")
    try query.bind(1, segment)
    try query.bind(2, Int64(layout.fieldCount))
    guard try query.step(), query.integer(0) > 0 else { return }
    report(.storeColumnForeign, ["segment": String(segment), "count": String(query.integer(0))])
  }

  /// Digests are those of the keys, and no key of the form's counted records is there twice: earlier versions may have
  /// the key of the one that replaced them.
  private mutating func checkKeys(
    _ contents: SegmentContents, segment: Int64, isCounted: Bool, _ table: inout KeyTable
  ) {
    // Records that were cut off from their keys have digests of nothing.
    let keys = contents.batch.keys
    let digests = KeyDigests.of(keys)
    var wrong = 0
    for record in 0..<keys.count where !keys[record].isDeidentifiedKey {
      let range = (16 * record)..<(16 * record + 16)
      if digests[range] != contents.keyDigests[range] { wrong += 1 }
    }
    if wrong > 0 { report(.storeKeysWrong, ["segment": String(segment), "count": String(wrong)]) }
    guard isCounted else { return }
    let outcomes = table.add(
      keyDigests: contents.keyDigests, answerDigests: contents.batch.digests, count: contents.batch.count)
    let doubled = outcomes?.count { $0 != .accepted } ?? 0
    if doubled > 0 { report(.storeKeysDoubled, ["segment": String(segment), "count": String(doubled)]) }
  }

  /// Held records can be read and fit what the accounting of their source says.
  mutating func checkHeld() throws(SQLiteFailure) {
    let query = try database.prepare("SELECT id, original, digest, disposition FROM held")
    while try query.step() {
      result.heldCount += 1
      let isReadable =
        decompressed(query.bytes(1), limit: Int(Int32.max)) != nil
        && HeldRecord.Disposition(rawValue: query.text(3)) != nil && query.bytes(2).count == SHA256.byteCount
      if !isReadable { report(.storeHeldDamaged, ["row": String(query.integer(0))]) }
    }
  }
}
