public import Diagnostics
internal import Responses
internal import SQLite

/// A wave whose figures take no further answers.
public struct FrozenWave: Sendable, Hashable {
  /// Its row.
  let id: Int64
  /// The wave's label.
  public let wave: String
  /// Which records are of the wave.
  public let selection: WaveSelection
  /// When it was frozen: milliseconds since 1970-01-01 UTC.
  public let frozenAt: Int64
  /// The last source that was taken in before.
  let lastSource: Int64
  /// The records that its figures counted when it was frozen.
  public let records: Int
  /// Those of them that left since at their person's wish, or because their time was over.
  public let erased: Int
  /// When it was unfrozen: milliseconds since 1970-01-01 UTC; nil when it is frozen still.
  public let thawedAt: Int64?
  /// Why it was unfrozen.
  public let reason: String
  /// The records that came too late for it and are kept apart.
  public let late: Int

  /// Whether it is frozen now.
  public var isFrozen: Bool { thawedAt == nil }
}

extension SQLiteResponseStore {
  /// The waves of a form that are or were frozen, oldest first.
  ///
  /// - Complexity: O(late records).
  public func frozenWaves(ofForm form: String) throws(StageFailure) -> [FrozenWave] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in try FrozenWaves.all(ofForm: form, in: database) }
  }

  /// The wave of a form with a label that is frozen now; nil when none is.
  public func frozenWave(_ wave: String, ofForm form: String) throws(StageFailure) -> FrozenWave? {
    try frozenWaves(ofForm: form).last { $0.wave == wave && $0.isFrozen }
  }

  /// The sources from which the figures of a form come: of a frozen wave those that were taken in before.
  public func sources(ofForm form: String, before freeze: FrozenWave?) throws(StageFailure) -> [StoredSource] {
    let sources = try sources(ofForm: form)
    guard let freeze else { return sources }
    return sources.filter { $0.id <= freeze.lastSource }
  }
}

extension SQLiteResponseStore {
  /// Tells the frozen waves of a form how many of their records left with the end of a wave.
  func recountFrozen(ofForm form: String) throws(StageFailure) {
    for wave in try frozenWaves(ofForm: form) where wave.isFrozen {
      let gone = wave.records - wave.erased - (try countedRecords(of: wave.selection))
      guard gone != 0 else { continue }
      try inStore(path, .writing) { () throws(SQLiteFailure) in
        try FrozenWaves.noteErased(gone, of: wave, in: database)
      }
    }
  }
}

/// The rows of frozen waves.
enum FrozenWaves {
  /// Whether the store has the tables of the eighth version; one opened for reading may be older.
  static func areKnown(in database: Database) throws(SQLiteFailure) -> Bool {
    try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'frozen_wave'") != nil
  }

  /// The waves of a form, or of all, that are or were frozen, oldest first.
  static func all(ofForm form: String? = nil, in database: Database) throws(SQLiteFailure) -> [FrozenWave] {
    guard try areKnown(in: database) else { return [] }
    let query = try database.prepare(
      """
      SELECT id, form, wave, field, first_day, last_day, frozen_at, last_source, records, erased, thawed_at, reason,
        (SELECT count(*) FROM late_record WHERE late_record.wave = frozen_wave.id)
      FROM frozen_wave WHERE ?1 IS NULL OR form = ?1 ORDER BY id
      """)
    if let form { try query.bind(1, form) }
    var waves: [FrozenWave] = []
    while try query.step() {
      let selection = WaveSelection(
        form: query.text(1), field: query.isNull(3) ? nil : query.text(3), firstDay: Int(query.integer(4)),
        lastDay: Int(query.integer(5)))
      waves.append(
        FrozenWave(
          id: query.integer(0), wave: query.text(2), selection: selection, frozenAt: query.integer(6),
          lastSource: query.integer(7), records: Int(query.integer(8)), erased: Int(query.integer(9)),
          thawedAt: query.isNull(10) ? nil : query.integer(10), reason: query.text(11), late: Int(query.integer(12))))
    }
    return waves
  }

  /// Those that are frozen now.
  static func frozen(ofForm form: String? = nil, in database: Database) throws(SQLiteFailure) -> [FrozenWave] {
    try all(ofForm: form, in: database).filter(\.isFrozen)
  }

  /// Notes that so many of a wave's records left at their person's wish.
  static func noteErased(_ count: Int, of wave: FrozenWave, in database: Database) throws(SQLiteFailure) {
    try database.execute("UPDATE frozen_wave SET erased = erased + \(count) WHERE id = \(wave.id)")
  }
}
