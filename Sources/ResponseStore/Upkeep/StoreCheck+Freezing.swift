internal import Compression
internal import Diagnostics
internal import Responses
internal import SQLite

extension StoreCheck {
  /// Counts the records of frozen waves in a segment of counted records.
  mutating func countFrozen(_ contents: SegmentContents) {
    let sources = contents.sources
    for wave in frozen where wave.selection.form == contents.batch.layout.formIdentifier {
      var (count, foreign) = frozenCounts[wave.id] ?? (0, 0)
      for (row, day) in wave.selection.days(of: contents.batch).enumerated() {
        guard let day, wave.selection.contains(day) else { continue }
        count += 1
        if sources[row] > wave.lastSource { foreign += 1 }
      }
      frozenCounts[wave.id] = (count, foreign)
    }
  }

  /// Frozen waves count the records that they counted when they were frozen, but for those that were erased since, and
  /// none that came later; and what came later can be read.
  mutating func checkFrozen(_ layouts: [Int64: RecordLayout]) throws(SQLiteFailure) {
    for wave in frozen {
      let (count, foreign) = frozenCounts[wave.id] ?? (0, 0)
      let place = ["form": wave.selection.form, "wave": wave.wave.printable]
      let expected = wave.records &- wave.erased
      if count != expected {
        report(.storeFrozenCount, place.merging(["expected": String(expected), "found": String(count)]) { $1 })
      }
      if foreign > 0 { report(.storeFrozenSource, place.merging(["count": String(foreign)]) { $1 }) }
    }
    guard try FrozenWaves.areKnown(in: database) else { return }
    let query = try database.prepare(
      "SELECT held.id, layout, original, disposition FROM held JOIN late_record ON late_record.held = held.id")
    while try query.step() {
      guard let layout = layouts[query.integer(1)] else { continue }
      let bytes = decompressed(query.bytes(2), limit: Int(Int32.max)) ?? []
      let isSound = query.text(3) == HeldRecord.Disposition.withheld.rawValue
      if isSound, LateRecord(bytes)?.fits(layout) ?? false { continue }
      report(.storeLateDamaged, ["row": String(query.integer(0))])
    }
  }
}
