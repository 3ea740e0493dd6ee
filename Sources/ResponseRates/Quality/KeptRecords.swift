import Diagnostics
import Responses

/// The records of a source for which a flag is set, by their position in its order.
struct KeptRecords<Source: RecordSource>: RecordSource {
  let source: Source
  /// One flag per record; records beyond are left out.
  let isKept: [Bool]

  var layout: RecordLayout { source.layout }
  var recordCount: Int { isKept.count { $0 } }
  var isSimulated: Bool { get throws(StageFailure) { try source.isSimulated } }

  func forEachBatch(
    fields: [Int], repeats: [Int: [Int]], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var start = 0
    try source.forEachBatch(fields: fields, repeats: repeats) { (batch) throws(StageFailure) in
      defer { start += batch.count }
      try pass(batch, from: start, to: body)
    }
  }

  func forEachAnonymousBatch(
    fields: [Int], _ body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var start = 0
    try source.forEachAnonymousBatch(fields: fields) { (batch) throws(StageFailure) in
      defer { start += batch.count }
      try pass(batch, from: start, to: body)
    }
  }

  private func pass(
    _ batch: RecordBatch, from start: Int, to body: (RecordBatch) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    let flags = (start..<(start + batch.count)).map { isKept.indices.contains($0) && isKept[$0] }
    if flags.allSatisfy(\.self) { return try body(batch) }
    if flags.contains(true) { try body(batch.selecting(flags)) }
  }
}
