internal import Diagnostics
internal import Responses

/// Hands records on to a store, and keeps simulated ones and those of real people out of each other's company.
///
/// A report of both would be of no use to anybody, and nobody could take them apart again.
final class SimulationGuard: RecordWriter {
  private let writer: any RecordWriter
  private let store: String
  private var holdsSimulated: Bool?
  private var beforeTransaction: Bool?

  /// Guards a writer; `holdsSimulated` says what the store holds already, nil when it is empty.
  init(_ writer: any RecordWriter, store: String, holdsSimulated: Bool?) {
    self.writer = writer
    self.store = store
    self.holdsSimulated = holdsSimulated
  }

  var layout: RecordLayout { writer.layout }

  func begin() throws(StageFailure) {
    beforeTransaction = holdsSimulated
    try writer.begin()
  }

  func append(_ batch: RecordBatch, originals: [[UInt8]]?) throws(StageFailure) -> [RecordOutcome] {
    let simulated = batch.keys.simulatedCount
    guard batch.count > 0 else { return try writer.append(batch, originals: originals) }
    let isMixed = simulated > 0 && simulated < batch.count
    guard !isMixed, holdsSimulated ?? (simulated > 0) == (simulated > 0) else {
      throw StageFailure(
        Diagnostic(.pipelineMixedStore, at: SourcePosition(file: store), ["store": store]), exitCode: .unusableInput)
    }
    let outcomes = try writer.append(batch, originals: originals)
    if outcomes.contains(where: \.isTakenIn) { holdsSimulated = simulated > 0 }
    return outcomes
  }

  func rollBack() {
    holdsSimulated = beforeTransaction
    writer.rollBack()
  }

  func accounting(ofSourceWithSHA256 sha256: String) throws(StageFailure) -> IngestAccounting? {
    try writer.accounting(ofSourceWithSHA256: sha256)
  }

  func mayKnowSource(ofByteCount byteCount: Int) throws(StageFailure) -> Bool {
    try writer.mayKnowSource(ofByteCount: byteCount)
  }

  func identifySource(sha256: String) throws(StageFailure) { try writer.identifySource(sha256: sha256) }

  func openSources(_ sources: [SourceDescription]) throws(StageFailure) { try writer.openSources(sources) }

  func erased(_ keys: TextColumn, edits: [Int: RecordEdit]) throws(StageFailure) -> [Bool]? {
    try writer.erased(keys, edits: edits)
  }

  func hold(_ records: [HeldRecord]) throws(StageFailure) { try writer.hold(records) }

  func closeSources(_ accountings: [IngestAccounting]) throws(StageFailure) { try writer.closeSources(accountings) }

  func commit() throws(StageFailure) { try writer.commit() }
}

extension TextColumn {
  /// How many of the keys are those of simulated records.
  fileprivate var simulatedCount: Int {
    let mark = Array("simulated:".utf8)
    let bytes = bytes.span
    var start = 0
    var count = 0
    for end in ends {
      if Int(end) - start >= mark.count, mark.indices.allSatisfy({ bytes[start + $0] == mark[$0] }) { count += 1 }
      start = Int(end)
    }
    return count
  }
}
