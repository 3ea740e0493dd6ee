public import Diagnostics
internal import Responses
internal import SQLite

/// What erasing records came to.
public struct RecordErasure: Sendable, Hashable {
  /// The accepted records that were erased.
  public internal(set) var records = 0
  /// The earlier versions of records that were erased.
  public internal(set) var superseded = 0
  /// The held records that were erased.
  public internal(set) var held = 0
  /// The forms whose estimates are out of date.
  public internal(set) var forms: [String] = []
  /// The files from which the records came, and others that name them.
  public internal(set) var sources: [String] = []
  /// The files outside the store that may still hold the records.
  public internal(set) var copies: [KnownCopy] = []
  /// The positions of the keys with which no record was found.
  public internal(set) var unknown: [Int] = []
  /// The positions of the keys whose records were erased before.
  public internal(set) var erasedBefore: [Int] = []

  /// Everything that was erased.
  var count: Int { records + superseded + held }
}

extension SQLiteResponseStore {
  /// Erases the records of people physically: their segments are written anew without them, the bytes of their
  /// submissions and held copies go too, and a keyed hash stays so that the same records are not taken in again.
  ///
  /// Returns only when no page of the file and no page of the write-ahead log holds them. Erasing again what is erased
  /// already finishes what was left.
  /// - Throws: ``ExitCode/locked`` when another process writes, or when the records are erased but another process reads
  ///   an older state, whose pages stay in the log until it ends.
  /// - Complexity: O(records) for finding, O(segment) for each record; the held records are read once for all people.
  public func erase(_ people: [PersonKey]) throws(StageFailure) -> RecordErasure {
    let result = try changing { () throws(StageFailure) -> RecordErasure in
      var work = try ErasureWork(store: self)
      var versions: [PersonKey] = []
      for person in people { versions.append(try allVersions(of: person)) }
      // Held records are many thousands in a bad year, and all are read for this.
      let held = try versions.isEmpty ? [] : heldRows(of: versions)
      for (position, person) in versions.enumerated() {
        try work.erase(person, held: held[position], at: position)
      }
      try work.finish()
      return work.result
    }
    try emptyLog()
    return result
  }
}

/// Erasing inside a transaction.
struct ErasureWork {
  var result = RecordErasure()
  private let store: SQLiteResponseStore
  private let layouts: [Int64: RecordLayout]
  private let tombstones: Tombstones
  private let moment = journalMoment()
  private var forms: Set<String> = []
  /// The held records erased so far: one may name two people.
  private var gone: Set<Int64> = []
  /// The waves whose figures are closed: erasing is done all the same, and they say how many went.
  private let frozen: [FrozenWave]

  init(store: SQLiteResponseStore) throws(StageFailure) {
    self.store = store
    layouts = try store.layouts()
    let (tombstones, frozen) = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      (try Tombstones(in: store.database), try FrozenWaves.frozen(in: store.database))
    }
    guard let tombstones else { throw .damaged("state", at: store.path) }
    self.tombstones = tombstones
    self.frozen = frozen
  }

  /// Erases one person's records of all forms.
  ///
  /// - Parameters:
  ///   - person: with the keys of all versions of the record.
  ///   - held: the held records that name the person.
  mutating func erase(_ person: PersonKey, held: [SQLiteResponseStore.HeldRow], at position: Int) throws(StageFailure) {
    let before = result.count
    var touched: Set<String> = []
    for segment in try store.segments(holding: person) { touched.formUnion(try erase(person, from: segment)) }
    touched.formUnion(try erase(held))
    if result.count == before {
      if try isErased(person) { result.erasedBefore.append(position) } else { result.unknown.append(position) }
      return
    }
    forms.formUnion(touched)
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      for form in touched {
        let marks = person.candidates.map { tombstones.mark(of: $0.utf8, form: form) }
        try Tombstones.set(marks, form: form, in: store.database)
      }
      try StoredEdits.remove(person.candidates, in: store.database)
    }
    try scrubSources(naming: person)
  }

  /// Writes the journal, tells writers, and lists who may hold copies.
  mutating func finish() throws(StageFailure) {
    guard result.count > 0 else { return }
    result.forms = forms.sorted()
    result.copies = try store.copies()
    let (records, held) = (result.records + result.superseded, result.held)
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      try store.noteRewrite()
      try writeJournal("forget", "\(records) accepted, \(held) held", to: store.database)
    }
  }

  private mutating func erase(_ person: PersonKey, from segment: SegmentPlace) throws(StageFailure) -> Set<String> {
    let contents = try store.contents(of: segment, layouts)
    let keep = (0..<contents.batch.count).map { !person.candidates.contains(contents.batch.keys[$0]) }
    let gone = keep.indices.filter { !keep[$0] }
    guard let form = layouts[segment.layoutID]?.formIdentifier, !gone.isEmpty else { return [] }
    try store.replace(segment, with: contents.selecting(keep))
    let sources = contents.sources
    for row in gone {
      // An earlier version had left the counted ones; what it left is now erased.
      if segment.isSuperseded {
        try note(LedgerRow(form: form, source: sources[row], action: .superseded, accepted: -1))
      }
      try note(LedgerRow(form: form, source: sources[row], action: .erased, accepted: 1))
    }
    if segment.isSuperseded { result.superseded += gone.count } else { result.records += gone.count }
    if !segment.isSuperseded { try noteFrozen(contents, gone, form: form) }
    return [form]
  }

  /// Tells the frozen waves among whose records some were.
  private func noteFrozen(_ contents: SegmentContents, _ gone: [Int], form: String) throws(StageFailure) {
    for wave in frozen where wave.selection.form == form {
      let days = wave.selection.days(of: contents.batch)
      let count = gone.count { days[$0].map(wave.selection.contains) ?? false }
      guard count > 0 else { continue }
      try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        try FrozenWaves.noteErased(count, of: wave, in: store.database)
      }
    }
  }

  /// Erases held records that are still there.
  private mutating func erase(_ held: [SQLiteResponseStore.HeldRow]) throws(StageFailure) -> Set<String> {
    let found = held.filter { gone.insert($0.id).inserted }
    var touched: Set<String> = []
    for row in found {
      let form = layouts[row.layout]?.formIdentifier ?? ""
      try note(
        LedgerRow(
          form: form, source: row.source, action: .erased, quarantined: row.isQuarantined ? 1 : 0,
          withheld: row.isQuarantined ? 0 : 1))
      try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        try store.database.execute("DELETE FROM held WHERE id = \(row.id)")
        let mark = tombstones.mark(ofBytes: row.original, form: form)
        try Tombstones.set([mark], form: form, in: store.database)
      }
      touched.insert(form)
    }
    result.held += found.count
    return touched
  }

  private func isErased(_ person: PersonKey) throws(StageFailure) -> Bool {
    try inStore(store.path, .reading) { () throws(SQLiteFailure) in
      for form in try store.forms() {
        for key in person.candidates where try tombstones.holds(tombstones.mark(of: key.utf8, form: form)) {
          return true
        }
      }
      return false
    }
  }

  /// Writes a row of the ledger and remembers the file the record came from.
  private mutating func note(_ row: LedgerRow) throws(StageFailure) {
    let moment = moment
    let labels = try inStore(store.path, .writing) { () throws(SQLiteFailure) -> [String] in
      try row.write(to: store.database, at: moment)
      guard let source = row.source else { return [] }
      let labels = try StoreSources.labels(of: source, in: store.database)
      try StoreSources.scrubSingle(source, in: store.database)
      return labels
    }
    for label in labels where !result.sources.contains(label) { result.sources.append(label) }
  }

  /// Removes the names of files that name the person, wherever they were taken in.
  private mutating func scrubSources(naming person: PersonKey) throws(StageFailure) {
    let search = person.search
    let labels = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      let query = try store.database.prepare(
        "SELECT id, label FROM source UNION ALL SELECT source, label FROM source_rows")
      var found: [(id: Int64, label: String)] = []
      while try query.step() {
        guard search.finds(in: query.bytes(1)) else { continue }
        found.append((query.integer(0), query.text(1)))
      }
      for row in found { try StoreSources.scrub(row.id, in: store.database) }
      return found.map(\.label)
    }
    for label in labels where !result.sources.contains(label) { result.sources.append(label) }
  }
}

/// What sources say about people.
enum StoreSources {
  /// Removes the name and digest of a source that held one record: they are that person's.
  ///
  /// Its file is read again when it comes again, and its record refused by its tombstone.
  static func scrubSingle(_ id: Int64, in database: Database) throws(SQLiteFailure) {
    if try database.integer("SELECT read FROM source WHERE id = \(id)") == 1 { try scrub(id, in: database) }
  }

  /// Removes the name and digest of a source.
  static func scrub(_ id: Int64, in database: Database) throws(SQLiteFailure) {
    try database.execute("UPDATE source SET label = '', sha256 = '', byte_count = 0 WHERE id = \(id)")
    try database.execute("DELETE FROM source_rows WHERE source = \(id)")
  }

  /// Remembers the files with rows that were read beside a source.
  static func note(rows: [String], of id: Int64, in database: Database) throws(SQLiteFailure) {
    guard !rows.isEmpty else { return }
    let insertion = try database.prepare("INSERT INTO source_rows (source, label) VALUES (?, ?)")
    for label in rows {
      try insertion.bind(1, id)
      try insertion.bind(2, label)
      try insertion.run()
    }
  }

  /// The file of a source and those with rows of its records; none when it was scrubbed.
  static func labels(of id: Int64, in database: Database) throws(SQLiteFailure) -> [String] {
    let query = try database.prepare(
      "SELECT label FROM source WHERE id = ?1 UNION ALL SELECT label FROM source_rows WHERE source = ?1")
    try query.bind(1, id)
    var labels: [String] = []
    while try query.step() { if !query.text(0).isEmpty { labels.append(query.text(0)) } }
    return labels
  }
}
