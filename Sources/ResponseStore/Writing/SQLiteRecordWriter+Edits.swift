internal import Diagnostics
internal import Responses
internal import SQLite

/// What becomes of the records of a batch, some of which replace others.
struct EditedBatch {
  /// One outcome per record.
  private(set) var outcomes: [RecordOutcome] = []
  /// The keys of records that were replaced, in the batch or in the store.
  private(set) var replaced: Set<String> = []

  /// Finds the place of every record, one after the other.
  ///
  /// - Complexity: O(records + versions of the records).
  init(_ batch: RecordBatch, keyDigests: [UInt8], keys: inout KeyTable, chains: inout EditChains) {
    outcomes.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      let place = (16 * row)..<(16 * row + 16)
      let known = keys.outcome(keyDigest: keyDigests[place], answerDigest: batch.digests[place])
      let edit = batch.edits[row]
      guard edit != nil || known == .accepted else {
        outcomes.append(known ?? .conflicting)
        continue
      }
      let hasSameAnswers = known == .accepted ? nil : known == .identical
      let placement = chains.outcome(
        ofRecord: batch.keys[row], edit, hasSameAnswers: hasSameAnswers, isKnown: { keys.holds($0) })
      outcomes.append(placement.outcome)
      replaced.formUnion(placement.replaced)
      guard placement.outcome.isTakenIn else { continue }
      _ = keys.add(keyDigests: Array(keyDigests[place]), answerDigests: Array(batch.digests[place]), count: 1)
    }
    EditChains.settle(&outcomes, batch, replaced, isKnown: { keys.holds($0) })
  }
}

extension KeyTable {
  /// Whether a key is there.
  func holds(_ key: String) -> Bool {
    var texts = TextColumn()
    texts.append(Array(key.utf8))
    let digest = KeyDigests.of(texts)
    return outcome(keyDigest: digest[...], answerDigest: digest[...]) != .accepted
  }
}

extension SQLiteRecordWriter {
  /// The records of a batch that take the place of others: nothing that follows from that is left to be done later.
  ///
  /// - Returns: whether segments were written anew.
  func settle(_ edited: EditedBatch, _ batch: RecordBatch, sources: [Int64]) throws(StageFailure) -> Bool {
    let arrived = edited.outcomes.indices.filter { edited.outcomes[$0] == .superseded }
    try store.noteSuperseded(
      arrived.map { sources[batch.sourceIndexes.isEmpty ? 0 : Int(batch.sourceIndexes[$0])] },
      form: layout.formIdentifier)
    // What is in the batch itself is written where it belongs.
    let own = Set(arrived.map { batch.keys[$0] })
    return try store.supersede(edited.replaced.subtracting(own), form: layout.formIdentifier)
  }
}
