internal import Compression
public import Diagnostics
internal import Responses
internal import SQLite

/// What came in for a wave.
public struct WaveIntake: Sendable, Hashable {
  /// When the last source was taken in that brought counted records: milliseconds since 1970-01-01 UTC; nil: none did.
  public internal(set) var last: Int64?
  /// The records that are quarantined and may be of the wave.
  public internal(set) var quarantined = 0
}

extension SQLiteResponseStore {
  /// When answers of a wave last came in, and how many records wait for a decision.
  ///
  /// A quarantined record may have no day that can be trusted. It is counted when it was taken in on the days of the wave,
  /// or later from a source that brought records of it.
  /// - Complexity: O(records); only days and sources are read.
  public func intake(of wave: WaveSelection) throws(StageFailure) -> WaveIntake {
    guard try inStore(path, .reading, { () throws(SQLiteFailure) in try hasTables }) else { return WaveIntake() }
    let sources = try countedSources(of: wave)
    let (path, database, start) = (path, database, wave.start)
    return try inStore(path, .reading) { () throws(SQLiteFailure) in
      var intake = WaveIntake()
      let moments = try database.prepare(
        "SELECT id, taken_at FROM source WHERE layout IN (SELECT id FROM layout WHERE form = ?)")
      try moments.bind(1, wave.form)
      while try moments.step() {
        if sources.contains(moments.integer(0)) { intake.last = max(intake.last ?? .min, moments.integer(1)) }
      }
      let held = try database.prepare(
        """
        SELECT held.source, taken_at FROM held JOIN source ON source.id = held.source
        WHERE disposition = 'quarantined' AND held.layout IN (SELECT id FROM layout WHERE form = ?)
        """)
      try held.bind(1, wave.form)
      while try held.step() {
        let isInTime = held.integer(1) >= start && held.integer(1) < wave.end
        if isInTime || sources.contains(held.integer(0)) { intake.quarantined += 1 }
      }
      return intake
    }
  }

  /// The sources that brought counted records of a wave.
  private func countedSources(of wave: WaveSelection) throws(StageFailure) -> Set<Int64> {
    let layouts = try layouts(ofForm: wave.form)
    var sources: Set<Int64> = []
    for segment in try segments(ofForm: wave.form) where !segment.isSuperseded {
      let days = try days(of: segment, wave, layouts)
      guard days.contains(where: { $0.map(wave.contains) ?? false }) else { continue }
      let own = try inStore(path, .reading) { () throws(SQLiteFailure) -> [Int64]? in
        let query = try database.prepare("SELECT sources FROM segment WHERE id = ?")
        try query.bind(1, segment.id)
        guard try query.step(), let bytes = decompressed(query.bytes(0), limit: segment.count * 8) else { return nil }
        return littleEndianNumbers(bytes[...], as: Int64.self)
      }
      guard let own, own.count == days.count else { throw .damaged("segment \(segment.id)", at: path) }
      for (source, day) in zip(own, days) where day.map(wave.contains) ?? false { sources.insert(source) }
    }
    return sources
  }
}
