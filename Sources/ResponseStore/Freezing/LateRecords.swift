internal import Compression
internal import Diagnostics
internal import Hashing
internal import Responses
internal import SQLite

/// What became of late records when their wave was unfrozen.
public struct LateRelease: Sendable, Hashable {
  /// Those that were taken in, or were there already.
  public internal(set) var released = 0
  /// Those that are quarantined now: another record has their key, or edits what they edit.
  public internal(set) var quarantined = 0
  /// Those that are kept apart still: they are late for another frozen wave too.
  public internal(set) var late = 0
}

/// Late records among the held ones.
enum LateRecords {
  /// A record that is kept.
  struct Row {
    let held: Int64
    let layout: Int64
    let source: Int64
    let number: UInt32
    let bytes: [UInt8]
  }

  /// Keeps a late record; the same one is kept once.
  static func hold(
    _ record: LateRecord, layoutID: Int64, source: Int64, number: UInt32, wave: FrozenWave, _ hasher: inout SHA256,
    in database: Database
  ) throws(SQLiteFailure) {
    let reasons = HeldReasons([finding(wave)])
    let bytes = record.bytes
    hasher.update(bytes)
    hasher.update(Array(("\u{0}" + HeldRecord.Disposition.withheld.rawValue + "\u{0}" + reasons.codes).utf8))
    let digest = hasher.finish()
    let insertion = try database.prepare(
      """
      INSERT INTO held (layout, source, record_number, disposition, key, original, digest, diagnostics)
      VALUES (?, ?, ?, 'withheld', ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """)
    try insertion.bind(1, layoutID)
    try insertion.bind(2, source)
    try insertion.bind(3, Int64(number))
    try insertion.bind(4, record.key)
    try insertion.bind(5, compressed(bytes))
    try insertion.bind(6, digest)
    try insertion.bind(7, reasons.json)
    try insertion.run()
    let naming = try database.prepare(
      """
      INSERT INTO late_record (held, wave) SELECT id, ? FROM held WHERE layout = ? AND digest = ?
      ON CONFLICT DO UPDATE SET wave = excluded.wave
      """)
    try naming.bind(1, wave.id)
    try naming.bind(2, layoutID)
    try naming.bind(3, digest)
    try naming.run()
  }

  /// Why a record is late.
  static func finding(_ wave: FrozenWave) -> Diagnostic {
    let day = isoDateTime(milliseconds: wave.frozenAt, offsetMinutes: 420).prefix { $0 != "T" }
    return Diagnostic(.recordAfterFreeze, ["wave": wave.wave.printable, "day": String(day)])
  }

  /// The keys of a wave's late records.
  static func keys(of wave: FrozenWave, in database: Database) throws(SQLiteFailure) -> [String] {
    let query = try database.prepare(
      "SELECT key FROM held JOIN late_record ON late_record.held = held.id WHERE late_record.wave = ?")
    try query.bind(1, wave.id)
    var keys: [String] = []
    while try query.step() { keys.append(query.text(0)) }
    return keys
  }

  /// Late records of unfrozen waves of one label, in the order in which they came.
  static func thawed(
    _ label: String, form: String, after last: Int64, limit: Int, in database: Database
  ) throws(SQLiteFailure) -> [Row] {
    let query = try database.prepare(
      """
      SELECT held.id, held.layout, source, record_number, original FROM held
      JOIN late_record ON late_record.held = held.id JOIN frozen_wave ON frozen_wave.id = late_record.wave
      WHERE frozen_wave.form = ? AND frozen_wave.wave = ? AND thawed_at IS NOT NULL AND held.id > ?
      ORDER BY held.id LIMIT \(limit)
      """)
    try query.bind(1, form)
    try query.bind(2, label)
    try query.bind(3, last)
    var rows: [Row] = []
    while try query.step() {
      rows.append(
        Row(
          held: query.integer(0), layout: query.integer(1), source: query.integer(2),
          number: UInt32(clamping: query.integer(3)),
          bytes: decompressed(query.bytes(4), limit: Int(Int32.max)) ?? []))
    }
    return rows
  }
}
