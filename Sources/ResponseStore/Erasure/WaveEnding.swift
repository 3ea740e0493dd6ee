public import Diagnostics
internal import Compression
internal import Responses
internal import SQLite

/// What the end of a wave came to.
public struct WaveEnding: Sendable, Hashable {
  /// The accepted records concerned.
  public internal(set) var records = 0
  /// The held records that were removed.
  public internal(set) var held = 0
  /// The earlier versions of records that were removed.
  public internal(set) var superseded = 0
  /// The records that have no date, and so belong to no wave; they were left.
  public internal(set) var undated = 0
  /// The held records of the form that were left: they came after the wave.
  public internal(set) var heldLeft = 0
  /// The files outside the store that may still hold the records.
  public internal(set) var copies: [KnownCopy] = []
}

extension SQLiteResponseStore {
  /// Cuts the records of a wave off from their people, physically: keys, record numbers and sources, the bytes of
  /// submissions, held records, and the fields that name somebody go; the order of the records is mixed.
  ///
  /// Keyed hashes of the keys stay, tied to nothing, so that no record of the wave is taken in again.
  /// - Parameters:
  ///   - treatments: what becomes of fields, by question; those not named are treated as usual for their storage.
  ///   - isDryRun: whether only to count.
  /// - Throws: ``ExitCode/locked`` as for erasing.
  public func deidentify(
    _ wave: WaveSelection, treatments: [String: FieldTreatment], isDryRun: Bool = false
  ) throws(StageFailure) -> WaveEnding {
    try end(wave, .deidentified, isDryRun: isDryRun) { contents in
      contents.deidentified { treatments[$0.name] ?? .usual(for: $0.storage) }
    }
  }

  /// Removes the records of a wave physically; their counts stay.
  ///
  /// - Parameter isDryRun: whether only to count.
  /// - Throws: ``ExitCode/locked`` as for erasing.
  public func purge(_ wave: WaveSelection, isDryRun: Bool = false) throws(StageFailure) -> WaveEnding {
    try end(wave, .purged, isDryRun: isDryRun) { _ in nil }
  }

  private func end(
    _ wave: WaveSelection, _ action: LedgerEntry.Action, isDryRun: Bool,
    _ rest: (SegmentContents) -> SegmentContents?
  ) throws(StageFailure) -> WaveEnding {
    let result = try changing { () throws(StageFailure) -> WaveEnding in
      var work = try WaveEndingWork(store: self, wave: wave, action: action, isDryRun: isDryRun)
      let segments = try segments(ofForm: wave.form)
      for segment in segments where !segment.isSuperseded { try work.end(segment, rest) }
      for segment in segments where segment.isSuperseded { try work.endEarlier(segment) }
      try work.endHeld()
      try work.finish()
      if !isDryRun { try recountFrozen(ofForm: wave.form) }
      return work.result
    }
    if !isDryRun { try emptyLog() }
    return result
  }
}

/// Ending a wave inside a transaction.
struct WaveEndingWork {
  var result = WaveEnding()
  private let store: SQLiteResponseStore
  private let wave: WaveSelection
  private let action: LedgerEntry.Action
  private let isDryRun: Bool
  private let layouts: [Int64: RecordLayout]
  private let tombstones: Tombstones
  private let moment = journalMoment()
  private var marks: [[UInt8]] = []
  /// The accepted records that left each source; 0: those without one.
  private var left: [Int64: Int] = [:]
  /// The earlier versions that were removed, by source.
  private var earlierLeft: [Int64: Int] = [:]
  private let chains: EditChains
  /// The keys of the records concerned, with those of all their versions.
  private var ended: Set<String> = []

  init(
    store: SQLiteResponseStore, wave: WaveSelection, action: LedgerEntry.Action, isDryRun: Bool
  ) throws(StageFailure) {
    (self.store, self.wave, self.action, self.isDryRun) = (store, wave, action, isDryRun)
    layouts = try store.layouts(ofForm: wave.form)
    let tombstones = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      try Tombstones(in: store.database)
    }
    guard let tombstones else { throw .damaged("state", at: store.path) }
    self.tombstones = tombstones
    chains = try inStore(store.path, .reading) { () throws(SQLiteFailure) in
      try StoredEdits.chains(ofForm: wave.form, in: store.database)
    }
  }

  /// Ends the wave's records of one segment; the others stay as they are.
  mutating func end(
    _ segment: SegmentPlace, _ rest: (SegmentContents) -> SegmentContents?
  ) throws(StageFailure) {
    let contents = try store.contents(of: segment, layouts)
    let days = wave.days(of: contents.batch)
    result.undated += days.count { $0 == nil }
    let keys = contents.batch.keys
    let isConcerned = days.indices.map { row in
      guard let day = days[row], wave.contains(day) else { return false }
      return action == .purged || !keys[row].isDeidentifiedKey
    }
    let count = isConcerned.count { $0 }
    guard count > 0 else { return }
    result.records += count
    let sources = contents.sources
    if !chains.isEmpty {
      ended.formUnion(chains.versions(of: Set(isConcerned.indices.filter { isConcerned[$0] }.map { keys[$0] })))
    }
    for row in isConcerned.indices where isConcerned[row] {
      left[sources[row], default: 0] += 1
      if !keys[row].isDeidentifiedKey { marks.append(tombstones.mark(of: keys[row].utf8, form: wave.form)) }
    }
    guard !isDryRun else { return }
    let ended = rest(contents.selecting(isConcerned))
    if count == contents.batch.count { return try store.replace(segment, with: ended) }
    try store.replace(segment, with: contents.selecting(isConcerned.map { !$0 }))
    guard let ended else { return }
    _ = try store.add(ended, layoutID: segment.layoutID, isSuperseded: false)
  }

  /// Removes the wave's earlier versions of records of one segment: those of its days, and those of its records.
  ///
  /// Nobody counts them, so nothing of them is kept when a wave is cut off from its people.
  mutating func endEarlier(_ segment: SegmentPlace) throws(StageFailure) {
    let contents = try store.contents(of: segment, layouts)
    let days = wave.days(of: contents.batch)
    let keys = contents.batch.keys
    let isConcerned = days.indices.map { row in days[row].map(wave.contains) ?? false || ended.contains(keys[row]) }
    let sources = contents.sources
    for row in isConcerned.indices where isConcerned[row] {
      result.superseded += 1
      earlierLeft[sources[row], default: 0] += 1
      ended.insert(keys[row])
    }
    guard !isDryRun, isConcerned.contains(true) else { return }
    try store.replace(segment, with: contents.selecting(isConcerned.map { !$0 }))
  }

  /// Removes the form's held records that came from the wave's sources or before its end, or too late for it.
  mutating func endHeld() throws(StageFailure) {
    let (wave, left, isDryRun, tombstones) = (wave, left, isDryRun, tombstones)
    let found = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      let query = try store.database.prepare(
        """
        SELECT held.id, held.source, disposition, key, taken_at, original,
          EXISTS (SELECT 1 FROM late_record JOIN frozen_wave ON frozen_wave.id = late_record.wave
            WHERE late_record.held = held.id AND first_day = ?2 AND last_day = ?3)
        FROM held JOIN source ON source.id = held.source
        WHERE held.layout IN (SELECT id FROM layout WHERE form = ?1) ORDER BY held.id
        """)
      try query.bind(1, wave.form)
      try query.bind(2, Int64(wave.firstDay))
      try query.bind(3, Int64(wave.lastDay))
      var rows: [(id: Int64, row: LedgerRow)] = []
      var marks: [[UInt8]] = []
      var stay = 0
      while try query.step() {
        let isOfWave = query.integer(4) < wave.end || left[query.integer(1)] != nil || query.integer(6) != 0
        guard isOfWave else {
          stay += 1
          continue
        }
        let isQuarantined = query.text(2) == HeldRecord.Disposition.quarantined.rawValue
        rows.append(
          (
            query.integer(0),
            LedgerRow(
              form: wave.form, source: query.integer(1), action: action, quarantined: isQuarantined ? 1 : 0,
              withheld: isQuarantined ? 0 : 1)
          ))
        let bytes = decompressed(query.bytes(5), limit: Int(Int32.max)) ?? []
        marks.append(tombstones.mark(ofBytes: bytes, form: wave.form))
        if !query.text(3).isEmpty { marks.append(tombstones.mark(of: query.text(3).utf8, form: wave.form)) }
      }
      if !isDryRun {
        for (id, row) in rows {
          try store.database.execute("DELETE FROM held WHERE id = \(id)")
          try row.write(to: store.database, at: moment)
          if let source = row.source { try StoreSources.scrubSingle(source, in: store.database) }
        }
      }
      return (count: rows.count, stay: stay, marks: marks)
    }
    result.held = found.count
    result.heldLeft = found.stay
    marks += found.marks
  }

  /// Writes ledger, tombstones and journal.
  mutating func finish() throws(StageFailure) {
    result.copies = try store.copies()
    guard !isDryRun, result.records + result.superseded + result.held > 0 else { return }
    let (records, held) = (result.records + result.superseded, result.held)
    marks += ended.sorted().map { tombstones.mark(of: $0.utf8, form: wave.form) }
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      for (source, count) in left.sorted(by: { $0.key < $1.key }) {
        let row = LedgerRow(form: wave.form, source: source == 0 ? nil : source, action: action, accepted: count)
        try row.write(to: store.database, at: moment)
        try StoreSources.scrubSingle(source, in: store.database)
      }
      for (source, count) in earlierLeft.sorted(by: { $0.key < $1.key }) {
        let back = LedgerRow(form: wave.form, source: source, action: .superseded, accepted: -count)
        try back.write(to: store.database, at: moment)
        let gone = LedgerRow(form: wave.form, source: source, action: .purged, accepted: count)
        try gone.write(to: store.database, at: moment)
        try StoreSources.scrubSingle(source, in: store.database)
      }
      try StoredEdits.remove(ended, form: wave.form, in: store.database)
      try Tombstones.set(marks, form: wave.form, in: store.database)
      try store.noteRewrite()
      try writeJournal(action.rawValue, "\(wave.form): \(records) accepted, \(held) held", to: store.database)
    }
  }
}
