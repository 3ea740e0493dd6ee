public import Diagnostics
public import Responses

/// Records with one field more: the opinion group of each.
///
/// So the groups are a domain like any other: weights, design, variance and disclosure control are those of the whole
/// table.
public struct GroupedRecords<Base: RecordSource>: RecordSource {
  /// The fields of the records, the group last.
  public let layout: RecordLayout
  private let base: Base
  private let codes: [UInt8]

  /// - Parameters:
  ///   - base: records whose layout has no field of the name.
  ///   - assignments: by record in the order of the source its group from 1; 0 for none.
  public init(_ base: Base, assignments: [UInt8], groupCount: Int) {
    self.base = base
    codes = assignments.map { $0 == 0 ? ChoiceCode.notShown : $0 }
    let own = base.layout
    layout = RecordLayout(
      formIdentifier: own.formIdentifier, formVersion: own.formVersion,
      fields: own.fields + [
        Field(
          name: OpinionGrouping.fieldName, path: [OpinionGrouping.fieldName], storage: .coded,
          choices: (1...max(1, groupCount)).map { "g\($0)" })
      ], repeats: own.repeats)
  }

  /// The number of records.
  public var recordCount: Int { get throws(StageFailure) { try base.recordCount } }
  /// Whether any of the records was simulated.
  public var isSimulated: Bool { get throws(StageFailure) { try base.isSimulated } }

  /// Hands over every record once, in the order of acceptance.
  public func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var start = 0
    try base.forEachBatch(fields: fields.filter { $0 < base.layout.fields.count }, repeats: repeats) {
      (batch) throws(StageFailure) in
      try body(grouped(batch, from: &start))
    }
  }

  /// Hands over every record once, for statistics.
  public func forEachAnonymousBatch(
    fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var start = 0
    try base.forEachAnonymousBatch(fields: fields.filter { $0 < base.layout.fields.count }) {
      (batch) throws(StageFailure) in
      try body(grouped(batch, from: &start))
    }
  }

  private func grouped(_ batch: RecordBatch, from start: inout Int) -> RecordBatch {
    // Records that came in after the groups were found are in none.
    let known = codes[min(start, codes.count)..<min(start + batch.count, codes.count)]
    let column = Array(known) + Array(repeating: ChoiceCode.notShown, count: batch.count - known.count)
    start += batch.count
    var grouped = RecordBatch(
      layout: layout, columns: batch.columns + [.coded(column)], keys: batch.keys,
      recordNumbers: batch.recordNumbers, digests: batch.digests, sourceIndexes: batch.sourceIndexes,
      repeats: batch.repeats)
    grouped.edits = batch.edits
    grouped.replacing = batch.replacing
    grouped.concealed = batch.concealed
    return grouped
  }
}
