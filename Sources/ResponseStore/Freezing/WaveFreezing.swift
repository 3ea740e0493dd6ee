public import Diagnostics
internal import Responses
internal import SQLite

extension SQLiteResponseStore {
  /// Freezes a wave: its figures take no further answers, whatever comes.
  ///
  /// Records of the wave that come from now on are kept apart as late, whether new, edits or versions of records in it.
  /// A wave that is frozen already stays as it is.
  /// - Parameters:
  ///   - label: the wave's label.
  ///   - moment: when, in milliseconds since 1970-01-01 UTC; nil: now.
  /// - Returns: the frozen wave, and whether it was frozen only now.
  /// - Throws: ``ExitCode/usage`` when the form has a frozen wave of this label with other days.
  /// - Complexity: O(records); only the column of dates is read.
  public func freeze(
    _ wave: WaveSelection, as label: String, at moment: Int64? = nil
  ) throws(StageFailure) -> (wave: FrozenWave, isNew: Bool) {
    let known = try changing { () throws(StageFailure) -> Bool in
      if let frozen = try frozenWave(label, ofForm: wave.form) {
        guard frozen.selection == wave else {
          let place = SourcePosition(file: path)
          throw StageFailure(Diagnostic(.storeFrozenOtherwise, at: place, ["wave": label.printable]), exitCode: .usage)
        }
        return true
      }
      let records = try countedRecords(of: wave)
      let now = journalMoment()
      try inStore(path, .writing) { () throws(SQLiteFailure) in
        let insertion = try database.prepare(
          """
          INSERT INTO frozen_wave (form, wave, field, first_day, last_day, frozen_at, last_source, records)
          VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM source), ?)
          """)
        try insertion.bind(1, wave.form)
        try insertion.bind(2, label)
        if let field = wave.field { try insertion.bind(3, field) }
        try insertion.bind(4, Int64(wave.firstDay))
        try insertion.bind(5, Int64(wave.lastDay))
        try insertion.bind(6, moment ?? now)
        try insertion.bind(7, Int64(records))
        try insertion.run()
        let id = database.lastInsertedID
        // What was not counted yet when the wave was unfrozen before is late again.
        try database.execute(
          """
          UPDATE late_record SET wave = \(id) WHERE wave IN (SELECT old.id FROM frozen_wave old JOIN frozen_wave new
            ON new.id = \(id) AND old.form = new.form AND old.wave = new.wave WHERE old.thawed_at IS NOT NULL)
          """)
        try LedgerRow(form: wave.form, source: nil, action: .frozen).write(to: database, at: now)
        try writeJournal("freeze", "\(wave.form): \(label): \(records) records", to: database)
      }
      return false
    }
    guard let frozen = try frozenWave(label, ofForm: wave.form) else { throw .damaged("frozen_wave", at: path) }
    return (frozen, !known)
  }

  /// Unfreezes a wave and takes its late records in, in the order in which they came.
  ///
  /// Late records of a wave that was unfrozen before and that are still there are taken in too: what was interrupted is
  /// finished by doing it again.
  /// - Parameter reason: why; the ledger of waves and the journal keep it.
  /// - Returns: nil when the wave is not frozen and none of its late records waits.
  /// - Throws: ``ExitCode/locked`` when another process writes.
  public func unfreeze(
    _ label: String, ofForm form: String, reason: String
  ) throws(StageFailure) -> LateRelease? {
    let found = try changing { () throws(StageFailure) -> Bool in
      let waves = try frozenWaves(ofForm: form).filter { $0.wave == label }
      guard let frozen = waves.last(where: \.isFrozen) else { return waves.contains { $0.late > 0 } }
      let now = journalMoment()
      try inStore(path, .writing) { () throws(SQLiteFailure) in
        let update = try database.prepare("UPDATE frozen_wave SET thawed_at = ?, reason = ? WHERE id = ?")
        try update.bind(1, now)
        try update.bind(2, reason)
        try update.bind(3, frozen.id)
        try update.run()
        try LedgerRow(form: form, source: nil, action: .unfrozen).write(to: database, at: now)
        try writeJournal("unfreeze", "\(form): \(label): \(reason)", to: database)
      }
      return true
    }
    return found ? try releaseLate(of: label, form: form) : nil
  }

  /// How many counted records are of a wave, told by their days as they are stored.
  func countedRecords(of wave: WaveSelection) throws(StageFailure) -> Int {
    let layouts = try layouts(ofForm: wave.form)
    var count = 0
    for segment in try segments(ofForm: wave.form) where !segment.isSuperseded {
      count += try days(of: segment, wave, layouts).count { $0.map(wave.contains) ?? false }
    }
    return count
  }

  /// The day of each record of a segment; nil for records without one. Nothing but the days is read.
  func days(
    of segment: SegmentPlace, _ wave: WaveSelection, _ layouts: [Int64: RecordLayout]
  ) throws(StageFailure) -> [Int?] {
    guard let name = wave.field else { return Array(repeating: wave.firstDay, count: segment.count) }
    guard let layout = layouts[segment.layoutID], let place = layout.index(of: name) else {
      return Array(repeating: nil, count: segment.count)
    }
    let column = try inStore(path, .reading) { () throws(SQLiteFailure) in
      let query = try database.prepare(
        "SELECT encoding, data, checksum FROM segment_column WHERE segment = ? AND field = ?")
      return try SegmentReading.column(
        query, segment: segment.id, ordinal: place, layout.fields[place], count: segment.count)
    }
    guard let column else { throw .damaged("segment \(segment.id)", at: path) }
    return WaveSelection.days(of: column)
  }

  /// Which keys are those of counted records of waves that are frozen.
  ///
  /// - Complexity: O(records of the form) for finding, O(segment) for each segment concerned.
  func frozenKeys(among keys: Set<String>, _ waves: [FrozenWave]) throws(StageFailure) -> [String: FrozenWave] {
    guard let form = waves.first?.selection.form, !keys.isEmpty else { return [:] }
    let layouts = try layouts(ofForm: form)
    var found: [String: FrozenWave] = [:]
    for segment in try segments(holding: PersonKey(exactly: keys)) where !segment.isSuperseded {
      guard layouts[segment.layoutID] != nil else { continue }
      let batch = try contents(of: segment, layouts).batch
      for wave in waves {
        for (row, day) in wave.selection.days(of: batch).enumerated() {
          guard let day, wave.selection.contains(day), keys.contains(batch.keys[row]) else { continue }
          found[batch.keys[row]] = wave
        }
      }
    }
    return found
  }
}
