public import Diagnostics
internal import Hashing
public import Responses
internal import SQLite

extension SQLiteRecordWriter {
  /// Takes in the records whose keys are new, as one segment; those that came too late for a frozen wave are kept apart.
  ///
  /// - Complexity: O(records × fields).
  public func append(_ batch: RecordBatch, originals: [[UInt8]]?) throws(StageFailure) -> [RecordOutcome] {
    guard !frozen.isEmpty, batch.count > 0 else { return try take(batch, originals: originals) }
    var batch = batch
    let late = try lateRows(of: &batch)
    guard !late.isEmpty else { return try take(batch, originals: originals) }
    try keep(late, of: batch, originals)
    let rows = (0..<batch.count).filter { late[$0] == nil }
    var outcomes = [RecordOutcome](repeating: .late, count: batch.count)
    guard !rows.isEmpty else { return outcomes }
    let taken = try take(
      batch.selecting((0..<batch.count).map { late[$0] == nil }),
      originals: originals.map { originals in rows.map { originals[$0] } })
    for (row, outcome) in zip(rows, taken) { outcomes[row] = outcome }
    return outcomes
  }

  /// Which records of a batch are late, and for which wave.
  ///
  /// A record is late when its day lies in a frozen wave, or when it is a version of a record that a frozen wave counts,
  /// or of another late one. What is there already is not late; what it says now about earlier versions is left out then.
  private func lateRows(of batch: inout RecordBatch) throws(StageFailure) -> [Int: FrozenWave] {
    let digests = KeyDigests.of(batch.keys, &hasher)
    func known(_ row: Int) -> RecordOutcome {
      let place = (16 * row)..<(16 * row + 16)
      return keys.outcome(keyDigest: digests[place], answerDigest: batch.digests[place]) ?? .conflicting
    }
    var late: [Int: FrozenWave] = [:]
    for wave in frozen {
      for (row, day) in wave.selection.days(of: batch).enumerated() where late[row] == nil {
        guard let day, wave.selection.contains(day) else { continue }
        let outcome = known(row)
        if outcome == .accepted || outcome == .conflicting && batch.replacing.contains(row) { late[row] = wave }
      }
    }
    let replacing = batch.replacing.filter { late[$0] == nil && known($0) == .conflicting }
    let asked = Set(batch.edits.keys).union(replacing).filter { late[$0] == nil }
    guard !asked.isEmpty else { return late }
    let touched = try wavesTouched(by: asked, of: batch, late)
    for (row, wave) in touched {
      if known(row) == .identical { batch.edits[row] = nil } else { late[row] = wave }
    }
    return late
  }

  /// The frozen waves whose records or late records are versions of the same record as those of a batch.
  private func wavesTouched(
    by rows: Set<Int>, of batch: RecordBatch, _ late: [Int: FrozenWave]
  ) throws(StageFailure) -> [Int: FrozenWave] {
    // Whatever looks into segments must find all of them.
    try writePending(leaving: 0)
    var versions = VersionFamilies(chains)
    for (row, edit) in batch.edits { for named in edit.named { versions.join(batch.keys[row], named) } }
    if lateKeys == nil { lateKeys = try readLateKeys() }
    var waves: [String: FrozenWave] = [:]
    for (key, wave) in lateKeys ?? [:] { waves[versions.family(of: key)] = wave }
    for (row, wave) in late { waves[versions.family(of: batch.keys[row])] = wave }
    let families = Set(rows.map { versions.family(of: batch.keys[$0]) })
    let counted = try store.frozenKeys(among: versions.keys(of: families), frozen)
    for (key, wave) in counted { waves[versions.family(of: key)] = wave }
    var touched: [Int: FrozenWave] = [:]
    for row in rows { touched[row] = waves[versions.family(of: batch.keys[row])] }
    return touched
  }

  private func readLateKeys() throws(StageFailure) -> [String: FrozenWave] {
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      var keys: [String: FrozenWave] = [:]
      for wave in frozen {
        for key in try LateRecords.keys(of: wave, in: database) { keys[key] = wave }
      }
      return keys
    }
  }

  /// Keeps late records; those that were held already stay held for their own reasons.
  private func keep(
    _ late: [Int: FrozenWave], of batch: RecordBatch, _ originals: [[UInt8]]?
  ) throws(StageFailure) {
    precondition(!openSourceIDs.isEmpty, "records stand between openSources and closeSources")
    guard retrying == nil else { return }
    let starts = batch.repeats.map(\.starts)
    for (row, wave) in late.sorted(by: { $0.key < $1.key }) {
      let place = batch.sourceIndexes.isEmpty ? 0 : Int(batch.sourceIndexes[row])
      let number = batch.recordNumbers[row]
      let record = LateRecord(row, of: batch, starts: starts, original: originals?[row])
      try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        try LateRecords.hold(
          record, layoutID: try registeredLayout(), source: openSourceIDs[place], number: number, wave: wave, &hasher,
          in: database)
      }
      lateKeys?[batch.keys[row]] = wave
    }
  }
}

/// Which keys are those of versions of one record.
struct VersionFamilies {
  private var parents: [String: String] = [:]

  /// The families that links make.
  init(_ chains: EditChains) {
    for (replaced, replacing) in chains.successors { join(replaced, replacing) }
    for (refused, version) in chains.refused { join(refused, version) }
  }

  /// Makes one family of two keys.
  mutating func join(_ one: String, _ other: String) {
    let (first, second) = (family(of: one), family(of: other))
    if first != second { parents[first] = second }
  }

  /// The name of a key's family; programs leave out the `uuid:` before a key, or add it.
  mutating func family(of key: String) -> String {
    var name = key.hasPrefix("uuid:") ? String(key.dropFirst(5)) : key
    if parents[name] == nil { parents[name] = name }
    while let parent = parents[name], parent != name {
      // Halving the way keeps it short.
      parents[name] = parents[parent] ?? parent
      name = parent
    }
    return name
  }

  /// All keys of some families, in both spellings.
  mutating func keys(of families: Set<String>) -> Set<String> {
    var keys: Set<String> = []
    for key in Array(parents.keys) where families.contains(family(of: key)) { keys.formUnion([key, "uuid:" + key]) }
    return keys
  }
}
