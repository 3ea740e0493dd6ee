internal import Compression
public import Diagnostics
internal import FoundationEssentials
internal import Hashing
public import Responses
internal import SQLite

/// Takes records into an SQLite store.
public final class SQLiteRecordWriter: RecordWriter {
  /// The fields of the records.
  public let layout: RecordLayout
  /// The words by which the form asks for consent, by language; they are kept with the first records.
  public var consentTexts: [String: String] = [:]
  /// The held records that are read again; nil when sources are taken in for the first time.
  public var retrying: RetryPlan?
  let store: SQLiteResponseStore
  private var layoutID: Int64?
  var keys = KeyTable()
  var chains = EditChains()
  /// Whether the chains have the edits that are held: read when the first edit of a transaction comes.
  private var knowsRefused = false
  var lastKnownSegment: Int64 = 0
  var knownRewrites: Int64 = 0
  private var tombstones: Tombstones?
  var openSourceIDs: [Int64] = []
  var hasChanges = false
  /// Segments that are encoded beside the taking in, in their order.
  private var pending: [PendingSegment] = []
  /// The most of them: memory does not grow with the source.
  private static let mostPending = 1
  var hasher = SHA256()
  private let layoutDigest: [UInt8]
  private var knownSources = KnownSources()
  /// The waves of the form that are frozen in the open transaction.
  var frozen: [FrozenWave] = []
  /// The keys of late records by their wave: read when the first edit of a transaction comes.
  var lateKeys: [String: FrozenWave]?
  /// Whether late records are taken in after all.
  var isReleasing = false
  /// The open sources whose accounting is stored already: a record each, accepted.
  private var expected: Set<Int64> = []
  // Asked once per source, of which there may be hundreds of thousands.
  private var accountingQuery: Statement?

  init(store: SQLiteResponseStore, layout: RecordLayout) throws(StageFailure) {
    self.store = store
    self.layout = layout
    layoutDigest = StoredLayout.digest(of: layout)
  }

  var database: Database { store.database }

  /// Begins a transaction; waits some seconds for another writer, then fails with ``ExitCode/locked``.
  public func begin() throws(StageFailure) {
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in try database.execute("BEGIN IMMEDIATE") }
    hasChanges = false
    knownSources.isCurrent = false
    do throws(StageFailure) {
      try forgetMovedKeys()
      try readNewKeys()
      chains = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        frozen = try FrozenWaves.frozen(ofForm: layout.formIdentifier, in: database)
        return try StoredEdits.chains(ofForm: layout.formIdentifier, in: database)
      }
      lateKeys = nil
      knowsRefused = false
    } catch {
      rollBack()
      throw error
    }
  }

  /// The accounting of a source with these bytes taken in before for this layout; nil when it is new.
  public func accounting(ofSourceWithSHA256 sha256: String) throws(StageFailure) -> IngestAccounting? {
    // What is read again was taken in before: that is no reason to leave it out.
    guard retrying == nil else { return nil }
    return try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      if layoutID == nil { layoutID = try StoredLayout.find(digest: layoutDigest, of: layout, in: database) }
      guard let layoutID else { return nil }
      guard try knownSources.mayHold(sha256, layout: layoutID, in: database) else { return nil }
      let query = try preparedAccountingQuery()
      defer { query.reset() }
      try query.bind(1, layoutID)
      try query.bind(2, sha256)
      return try query.step() ? query.accounting(from: 0) : nil
    }
  }

  /// Whether a source of so many bytes was taken in before for this layout.
  public func mayKnowSource(ofByteCount byteCount: Int) throws(StageFailure) -> Bool {
    guard retrying == nil else { return true }
    return try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      if layoutID == nil { layoutID = try StoredLayout.find(digest: layoutDigest, of: layout, in: database) }
      guard let layoutID else { return false }
      let query = try database.prepare("SELECT 1 FROM source WHERE layout = ? AND byte_count = ? LIMIT 1")
      try query.bind(1, layoutID)
      try query.bind(2, Int64(byteCount))
      return try query.step()
    }
  }

  /// Says the SHA-256 of the open source, in the transaction in which it was opened.
  public func identifySource(sha256: String) throws(StageFailure) {
    precondition(openSourceIDs.count == 1, "one open source")
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      let update = try database.prepare("UPDATE source SET sha256 = ? WHERE id = ?")
      try update.bind(1, sha256)
      try update.bind(2, openSourceIDs[0])
      try update.run()
    }
    // It was opened without a digest: all are read again.
    knownSources = KnownSources()
  }

  private func preparedAccountingQuery() throws(SQLiteFailure) -> Statement {
    if let accountingQuery { return accountingQuery }
    let query = try database.prepare(
      """
      SELECT read, accepted, identical, quarantined, rejected, declined, withheld FROM source
      WHERE layout = ? AND sha256 = ? ORDER BY id DESC LIMIT 1
      """)
    accountingQuery = query
    return query
  }

  /// Registers sources; the records that follow are theirs.
  public func openSources(_ sources: [SourceDescription]) throws(StageFailure) {
    precondition(openSourceIDs.isEmpty, "close the open sources first")
    if let retrying {
      guard let known = retrying.sources(of: sources) else {
        let files = sources.map(\.label).joined(separator: ", ")
        throw StageFailure(
          Diagnostic(.storeRetrySource, at: SourcePosition(file: store.path), ["file": files]), exitCode: .unusableInput
        )
      }
      openSourceIDs = known
      hasChanges = true
      return
    }
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    openSourceIDs = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      let layoutID = try registeredLayout()
      let insertion = try database.prepare(
        """
        INSERT INTO source (layout, label, sha256, byte_count, kind, taken_at, read, accepted)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
      var ids: [Int64] = []
      // Of many sources most hold one record that is accepted: they are not written twice.
      let count: Int64 = sources.count > 1 ? 1 : 0
      for source in sources {
        try insertion.bind(1, layoutID)
        try insertion.bind(2, source.label)
        try insertion.bind(3, source.sha256)
        try insertion.bind(4, Int64(source.byteCount))
        try insertion.bind(5, source.kind)
        try insertion.bind(6, now)
        try insertion.bind(7, count)
        try insertion.bind(8, count)
        try insertion.run()
        ids.append(database.lastInsertedID)
        if count > 0 { expected.insert(database.lastInsertedID) }
        knownSources.note(source.sha256, id: database.lastInsertedID, layout: layoutID)
        try StoreSources.note(rows: source.rows, of: database.lastInsertedID, in: database)
      }
      return ids
    }
    hasChanges = true
  }

  /// Which records were erased or cut off from their keys, or are unknown versions of such; nil when none ever was.
  ///
  /// A new version of a record that a person had erased gets a tombstone too: its own versions are as unwanted.
  /// - Complexity: O(records), four microseconds each when there are tombstones.
  public func erased(_ keys: TextColumn, edits: [Int: RecordEdit]) throws(StageFailure) -> [Bool]? {
    let form = layout.formIdentifier
    return try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      if tombstones == nil { tombstones = try Tombstones(in: database) }
      guard let tombstones, var marked = try tombstones.marked(keys, form: form) else { return nil }
      for (row, edit) in edits.sorted(by: { $0.key < $1.key }) where !marked[row] && !self.keys.holds(keys[row]) {
        var isErased = false
        for key in edit.named.flatMap({ PersonKey(written: $0).candidates }) where !isErased {
          isErased = try tombstones.holds(tombstones.mark(of: key.utf8, form: form))
        }
        guard isErased else { continue }
        marked[row] = true
        try Tombstones.set([tombstones.mark(of: keys[row].utf8, form: form)], form: form, in: database)
      }
      return marked
    }
  }

  /// Takes in the records whose keys are new, as one segment.
  ///
  /// - Complexity: O(records × fields).
  func take(_ batch: RecordBatch, originals: [[UInt8]]?) throws(StageFailure) -> [RecordOutcome] {
    precondition(!openSourceIDs.isEmpty, "records stand between openSources and closeSources")
    guard batch.count > 0 else { return [] }
    let digests = KeyDigests.of(batch.keys, &hasher)
    precondition(batch.digests.count == digests.count, "16 bytes of digest per record")
    if !batch.edits.isEmpty, !knowsRefused {
      knowsRefused = true
      try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        try StoredEdits.addRefused(to: &chains, ofForm: layout.formIdentifier, in: database)
      }
    }
    let known = chains
    let isPlain = batch.edits.isEmpty && batch.replacing.isEmpty && chains.isEmpty
    // Whatever looks into segments must find all of them.
    if !isPlain { try writePending(leaving: 0) }
    let edited =
      batch.edits.isEmpty && chains.isEmpty
      ? nil : EditedBatch(batch, keyDigests: digests, keys: &keys, chains: &chains)
    var outcomes =
      edited?.outcomes ?? keys.add(keyDigests: digests, answerDigests: batch.digests, count: batch.count) ?? []
    let isReplaced = try replaceSame(batch, digests, &outcomes)
    if let retrying {
      try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        try retrying.release(outcomes, batch, sources: openSourceIDs, in: database)
      }
    }
    let segment = SegmentContents(batch: batch, keyDigests: digests, originals: originals, sourceIDs: openSourceIDs)
    let keep = outcomes.map { $0.isTakenIn && $0 != .superseded }
    if isPlain {
      if keep.contains(true) {
        pending.append(PendingSegment(keep.contains(false) ? segment.selecting(keep) : segment))
      }
      try writePending(leaving: Self.mostPending)
    } else {
      try write(segment, keep, isSuperseded: false)
    }
    guard edited != nil || isReplaced else { return outcomes }
    var isRewritten = isReplaced
    if let edited {
      try write(segment, outcomes.map { $0 == .superseded }, isSuperseded: true)
      isRewritten = try settle(edited, batch, sources: openSourceIDs) || isRewritten
    }
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      try StoredEdits.write(chains, since: known, form: layout.formIdentifier, to: database)
      guard isRewritten else { return }
      // Other writers read all keys again; this one knows them.
      try store.noteRewrite()
      knownRewrites += 1
      lastKnownSegment = try database.integer("SELECT max(id) FROM segment") ?? lastKnownSegment
    }
    return outcomes
  }

  /// Moves the records whose place others of the batch take to the earlier versions.
  ///
  /// One that was edited since, or that the batch itself holds, is not replaced.
  /// - Returns: whether segments were written anew.
  private func replaceSame(
    _ batch: RecordBatch, _ digests: [UInt8], _ outcomes: inout [RecordOutcome]
  ) throws(StageFailure) -> Bool {
    var own = Set(outcomes.indices.filter { outcomes[$0].isTakenIn && !batch.replacing.isEmpty }.map { batch.keys[$0] })
    var replaced: Set<String> = []
    for row in batch.replacing.sorted() where outcomes[row] == .conflicting {
      let key = batch.keys[row]
      guard chains.successors[key] == nil, own.insert(key).inserted else { continue }
      outcomes[row] = .replacing
      replaced.insert(key)
      let place = (16 * row)..<(16 * row + 16)
      keys.renew(keyDigests: Array(digests[place]), answerDigests: Array(batch.digests[place]))
    }
    return try store.supersede(replaced, form: layout.formIdentifier)
  }

  /// Writes the records of a batch for which `keep` is true as one segment.
  private func write(_ segment: SegmentContents, _ keep: [Bool], isSuperseded: Bool) throws(StageFailure) {
    guard keep.contains(true) else { return }
    let kept = keep.contains(false) ? segment.selecting(keep) : segment
    let layoutID = try inStore(store.path, .writing) { () throws(SQLiteFailure) in try registeredLayout() }
    lastKnownSegment = try store.add(kept, layoutID: layoutID, isSuperseded: isSuperseded)
  }

  /// Writes the first of the segments that were encoded beside the taking in.
  func writePending(leaving most: Int) throws(StageFailure) {
    while pending.count > most {
      guard let segment = pending.removeFirst().take() else { continue }
      lastKnownSegment = try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        try segment.write(to: database, layoutID: try registeredLayout())
      }
    }
  }

  /// Keeps records apart; one held already with the same bytes for the same reasons is not kept twice.
  public func hold(_ records: [HeldRecord]) throws(StageFailure) {
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      if let retrying { return try retrying.hold(records, in: database) }
      let layoutID = try registeredLayout()
      let insertion = try database.prepare(
        """
        INSERT INTO held (layout, source, record_number, disposition, key, original, digest, diagnostics)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
      if tombstones == nil { tombstones = try Tombstones(in: database) }
      let marks = try tombstones?.isMarking(form: layout.formIdentifier) ?? false ? tombstones : nil
      for record in records {
        // It was counted; of a person who had it erased nothing more is kept.
        if let marks, try marks.holds(marks.mark(ofBytes: record.original, form: layout.formIdentifier)) { continue }
        let reasons = HeldReasons(record.diagnostics)
        hasher.update(record.original)
        hasher.update(Array(("\u{0}" + record.disposition.rawValue + "\u{0}" + reasons.codes).utf8))
        try insertion.bind(1, layoutID)
        try insertion.bind(2, openSourceIDs[record.sourceIndex])
        try insertion.bind(3, Int64(record.recordNumber))
        try insertion.bind(4, record.disposition.rawValue)
        try insertion.bind(5, record.key)
        try insertion.bind(6, compressed(record.original))
        try insertion.bind(7, hasher.finish())
        try insertion.bind(8, reasons.json)
        try insertion.run()
      }
    }
  }

  /// Ends the open sources and stores their accountings.
  public func closeSources(_ accountings: [IngestAccounting]) throws(StageFailure) {
    precondition(accountings.count == openSourceIDs.count, "one accounting per open source")
    precondition(accountings.allSatisfy(\.balances), "accountings balance")
    try writePending(leaving: 0)
    guard retrying == nil else {
      // The sources' own accountings stay; the ledger has what was released.
      openSourceIDs = []
      return
    }
    try inStore(store.path, .writing) { () throws(SQLiteFailure) in
      let update = try database.prepare(
        """
        UPDATE source SET read = ?, accepted = ?, identical = ?, quarantined = ?, rejected = ?, declined = ?,
          withheld = ? WHERE id = ?
        """)
      var usual = IngestAccounting()
      (usual.read, usual.accepted) = (1, 1)
      for (id, accounting) in zip(openSourceIDs, accountings) {
        if accounting == usual, expected.contains(id) { continue }
        let counts = [
          accounting.read, accounting.accepted, accounting.identical, accounting.quarantined, accounting.rejected,
          accounting.declined, accounting.withheld,
        ]
        for (place, count) in counts.enumerated() { try update.bind(Int32(place + 1), Int64(count)) }
        try update.bind(8, id)
        try update.run()
      }
    }
    openSourceIDs = []
    expected = []
  }

  /// Makes everything since `begin` durable; nothing is written when nothing was taken in.
  public func commit() throws(StageFailure) {
    precondition(openSourceIDs.isEmpty, "close the open sources first")
    guard hasChanges else { return rollBack() }
    do throws(StageFailure) {
      try inStore(store.path, .writing) { () throws(SQLiteFailure) in
        let entry = try database.prepare("INSERT INTO journal (at, action, detail) VALUES (?, ?, ?)")
        try entry.bind(1, Int64(Date().timeIntervalSince1970 * 1000))
        try entry.bind(2, isReleasing ? "release" : retrying == nil ? "ingest" : "retry")
        try entry.bind(3, layout.formIdentifier)
        try entry.run()
        try database.execute("COMMIT")
      }
    } catch {
      rollBack()
      throw error
    }
    hasChanges = false
  }

  /// Undoes everything since `begin`.
  public func rollBack() {
    pending = []
    if database.isInTransaction { try? database.execute("ROLLBACK") }
    openSourceIDs = []
    expected = []
    layoutID = nil
    // Keys added since `begin` are forgotten by reading all of them again.
    if hasChanges {
      keys = KeyTable()
      lastKnownSegment = 0
      knownSources = KnownSources()
    }
    hasChanges = false
  }

  func registeredLayout() throws(SQLiteFailure) -> Int64 {
    if let layoutID { return layoutID }
    let id = try StoredLayout.register(layout, in: database)
    try SQLiteResponseStore.register(consentTexts, layout: id, in: database)
    layoutID = id
    return id
  }
}
