internal import Diagnostics
internal import Geography
internal import Responses

/// Records with two more variables: the area as it was reported, and the area that both lists have in common.
///
/// An area as reported is its code with its list (`21439@2025-07-01`, `21439@<2025-07-01`); a harmonised one the codes
/// of the list asked for, joined by `+` where units were split. `?` stands for codes that no list has.
final class AreaRecords<Base: RecordSource>: RecordSource {
  let layout: RecordLayout
  private let base: Base
  private let derivation: AreaDerivation?
  /// What was found in the last scan.
  private(set) var tally = AreaTally()

  init(_ base: Base, derivation: AreaDerivation?) {
    self.base = base
    self.derivation = derivation
    guard derivation != nil else {
      layout = base.layout
      return
    }
    let own = base.layout
    layout = RecordLayout(
      formIdentifier: own.formIdentifier, formVersion: own.formVersion,
      fields: own.fields + GeographyDefinition.variables.map { Field(name: $0, path: [$0], storage: .text) },
      repeats: own.repeats)
  }

  var recordCount: Int { get throws(StageFailure) { try base.recordCount } }

  var isSimulated: Bool { get throws(StageFailure) { try base.isSimulated } }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    guard let derivation, isDerived(fields) else {
      try base.forEachBatch(fields: ofBase(fields), repeats: repeats) { batch throws(StageFailure) in
        try body(widened(batch))
      }
      return
    }
    tally = AreaTally()
    try base.forEachBatch(fields: ofBase(fields + derivation.sources), repeats: repeats) {
      batch throws(StageFailure) in
      try body(widened(batch, by: derivation))
    }
  }

  func forEachAnonymousBatch(
    fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    guard let derivation, isDerived(fields) else {
      try base.forEachAnonymousBatch(fields: ofBase(fields)) { batch throws(StageFailure) in
        try body(widened(batch))
      }
      return
    }
    tally = AreaTally()
    try base.forEachAnonymousBatch(fields: ofBase(fields + derivation.sources)) { batch throws(StageFailure) in
      try body(widened(batch, by: derivation))
    }
  }

  private func isDerived(_ fields: [Int]) -> Bool { fields.contains { $0 >= base.layout.fields.count } }

  /// The fields that are the base's own, each once.
  private func ofBase(_ fields: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return fields.filter { $0 < base.layout.fields.count && seen.insert($0).inserted }
  }

  private func widened(_ batch: RecordBatch, by derivation: AreaDerivation? = nil) -> RecordBatch {
    if self.derivation == nil { return batch }
    let columns: [AnswerColumn?] =
      derivation.map { $0.columns(of: batch, tally: &tally).map { .text($0) } } ?? [nil, nil]
    var wide = RecordBatch(
      layout: layout, columns: batch.columns + columns, keys: batch.keys, recordNumbers: batch.recordNumbers,
      digests: batch.digests, sourceIndexes: batch.sourceIndexes, repeats: batch.repeats)
    wide.edits = batch.edits
    wide.replacing = batch.replacing
    wide.concealed = batch.concealed
    return wide
  }
}
