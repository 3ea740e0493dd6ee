public import Diagnostics

/// Records in memory: for dry runs, tests and other programs' first steps; nothing outlives it.
public final class InMemoryRecordStore: RecordSource, RecordWriter {
  /// The fields of the records.
  public let layout: RecordLayout
  /// Whether any record's key says that it was simulated.
  public private(set) var isSimulated = false
  /// What is visible: everything up to the last commit.
  public private(set) var contents = Contents()
  private var pending: Contents?
  private var openDescriptions: [SourceDescription] = []

  /// All that was taken in.
  public struct Contents: Sendable {
    /// Accepted records, batch by batch.
    public var batches: [RecordBatch] = []
    /// Earlier versions of records, which are counted no more.
    public var superseded: [RecordBatch] = []
    /// Which records replaced which.
    public var chains = EditChains()
    /// Records kept apart.
    public var held: [HeldRecord] = []
    /// Sources with their accountings, in the order in which they were closed.
    public var sources: [(description: SourceDescription, accounting: IngestAccounting)] = []
    /// The bytes of submissions by key.
    public var originals: [String: [UInt8]] = [:]
    fileprivate var digests: [String: [UInt8]] = [:]
    fileprivate var accountings: [String: IngestAccounting] = [:]
  }

  /// Creates an empty store.
  public init(layout: RecordLayout) { self.layout = layout }

  /// The number of accepted records, earlier versions left out.
  public var recordCount: Int { contents.batches.reduce(0) { $0 + $1.count } }

  /// Hands over every batch, columns that were not asked for left out.
  public func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    let wanted = Set(fields)
    for batch in contents.batches {
      var part = batch
      for index in part.columns.indices where !wanted.contains(index) { part.columns[index] = nil }
      if repeats.isEmpty { part.repeats = [] }
      for repeated in part.repeats.indices {
        let wanted = Set(repeats[repeated] ?? [])
        for index in part.repeats[repeated].columns.indices where !wanted.contains(index) {
          part.repeats[repeated].columns[index] = nil
        }
      }
      try body(part)
    }
  }

  /// Begins a transaction.
  public func begin() {
    precondition(pending == nil, "one transaction at a time")
    pending = contents
  }

  /// The accounting of a source taken in before, or earlier in this transaction.
  public func accounting(ofSourceWithSHA256 sha256: String) -> IngestAccounting? {
    (pending ?? contents).accountings[sha256]
  }

  /// Whether a source of so many bytes was taken in before.
  public func mayKnowSource(ofByteCount byteCount: Int) -> Bool {
    (pending ?? contents).sources.contains { $0.description.byteCount == byteCount }
  }

  /// Says the SHA-256 of the open source.
  public func identifySource(sha256: String) {
    precondition(openDescriptions.count == 1, "one open source")
    openDescriptions[0].sha256 = sha256
  }

  /// Registers sources.
  public func openSources(_ sources: [SourceDescription]) {
    precondition(pending != nil && openDescriptions.isEmpty, "openSources stands between begin and closeSources")
    openDescriptions = sources
  }

  /// Takes in the records whose keys are new.
  public func append(_ batch: RecordBatch, originals: [[UInt8]]?) -> [RecordOutcome] {
    precondition(pending != nil && !openDescriptions.isEmpty, "append stands between openSources and closeSources")
    guard var contents = pending.take() else { return [] }
    var outcomes: [RecordOutcome] = []
    outcomes.reserveCapacity(batch.count)
    var replaced: Set<String> = []
    for index in 0..<batch.count {
      let key = batch.keys[index]
      let digest = Array(batch.digests[(index * AnswerDigests.byteCount)..<((index + 1) * AnswerDigests.byteCount)])
      let known = contents.digests[key].map { $0 == digest }
      let place = contents.chains.outcome(
        ofRecord: key, batch.edits[index], hasSameAnswers: known, isKnown: { contents.digests[$0] != nil })
      var outcome = place.outcome
      replaced.formUnion(place.replaced)
      if outcome == .conflicting, batch.replacing.contains(index), contents.chains.successors[key] == nil,
        replaced.insert(key).inserted
      {
        outcome = .replacing
      }
      outcomes.append(outcome)
      guard outcome.isTakenIn else { continue }
      contents.digests[key] = digest
      if let originals { contents.originals[key] = originals[index] }
      if key.hasPrefix("simulated:") { isSimulated = true }
    }
    EditChains.settle(&outcomes, batch, replaced, isKnown: { contents.digests[$0] != nil })
    contents.take(batch, outcomes, replacing: replaced)
    pending = contents
    return outcomes
  }

  /// Keeps records apart, each bytes once.
  public func hold(_ records: [HeldRecord]) {
    guard var contents = pending.take() else { preconditionFailure("hold stands inside a transaction") }
    var known = Set(contents.held.map(\.original))
    for record in records where known.insert(record.original).inserted { contents.held.append(record) }
    pending = contents
  }

  /// Ends the open sources.
  public func closeSources(_ accountings: [IngestAccounting]) {
    precondition(accountings.count == openDescriptions.count, "one accounting per open source")
    precondition(accountings.allSatisfy(\.balances), "accountings balance")
    for (description, accounting) in zip(openDescriptions, accountings) {
      pending?.sources.append((description, accounting))
      pending?.accountings[description.sha256] = accounting
    }
    openDescriptions = []
  }

  /// Makes the transaction's records visible.
  public func commit() {
    guard let done = pending.take() else { return }
    contents = done
  }

  /// Forgets everything since `begin`.
  public func rollBack() {
    pending = nil
    openDescriptions = []
  }
}

extension InMemoryRecordStore.Contents {
  /// Adds the new records of a batch, and moves those that were replaced to the earlier versions.
  fileprivate mutating func take(_ batch: RecordBatch, _ outcomes: [RecordOutcome], replacing replaced: Set<String>) {
    if !replaced.isEmpty {
      for (place, known) in batches.enumerated() {
        let isReplaced = (0..<known.count).map { replaced.contains(known.keys[$0]) }
        guard isReplaced.contains(true) else { continue }
        superseded.append(known.selecting(isReplaced))
        batches[place] = known.selecting(isReplaced.map { !$0 })
      }
      batches.removeAll { $0.count == 0 }
    }
    let isEarlier = outcomes.map { $0 == .superseded }
    if isEarlier.contains(true) { superseded.append(batch.selecting(isEarlier)) }
    let isCounted = outcomes.map { $0.isTakenIn && $0 != .superseded }
    if isCounted.contains(true) {
      batches.append(isCounted.allSatisfy(\.self) ? batch : batch.selecting(isCounted))
    }
  }
}
