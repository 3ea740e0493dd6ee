public import Diagnostics
public import Estimation
public import Responses

extension OpinionAnswers {
  /// Reads the answers of all records in one scan; those a plan does not count have no weight.
  ///
  /// - Complexity: O(records × items) time; one byte per record and item.
  /// - Throws: what the source throws.
  public static func read(
    _ records: some RecordSource, items: [OpinionItem], plan: EstimationPlan
  ) throws(StageFailure) -> OpinionAnswers {
    let counted = CountedRecords(plan, layout: records.layout)
    var columns = [[UInt8]](repeating: [], count: items.count)
    var weights: [Double] = []
    try records.forEachAnonymousBatch(fields: items.map(\.field) + counted.fields) {
      (batch) throws(StageFailure) in
      weights += counted.weights(of: batch)
      for (place, item) in items.enumerated() {
        if case .coded(let codes) = batch.columns[item.field] {
          columns[place] += codes.map { item.points[Int($0)] }
        } else {
          columns[place] += repeatElement(missing, count: batch.count)
        }
      }
    }
    return OpinionAnswers(
      items: items.map(\.name), pointCounts: items.map(\.pointCount), points: columns, weights: weights)
  }
}
