public import Responses
import Tabulation

/// Which records a plan counts, and with what design weight: for analyses that look at records one by one.
public struct CountedRecords: Sendable {
  private let period: TabulationPlan.Period?
  private let weights: Int?

  /// - Parameter plan: its questions must be among the records' fields; what is not there is not used.
  public init(_ plan: EstimationPlan, layout: RecordLayout) {
    weights = plan.weights.flatMap { layout.index(of: $0) }
    period = plan.period.flatMap { period in
      guard let field = layout.index(of: period.field), period.firstDay <= period.lastDay else { return nil }
      return TabulationPlan.Period(field: field, days: Int64(period.firstDay)...Int64(period.lastDay))
    }
  }

  /// The positions of the fields that a scan must read.
  public var fields: [Int] { [weights, period?.field].compactMap { $0 } }

  /// The weight of each record before raking and trimming; 0 for records outside the period and for unusable weights.
  public func weights(of batch: RecordBatch) -> [Double] {
    var result = [Double](repeating: 1, count: batch.count)
    if let weights {
      let values = NumberColumn.values(of: batch.columns[weights], count: batch.count)
      for record in result.indices {
        let weight = values[record] ?? 0
        result[record] = weight >= 1e-100 && weight <= 1e100 ? weight : 0
      }
    }
    if let period {
      let numbers = period.startingNumbers(batch.columns[period.field], count: batch.count).numbers
      for record in result.indices where numbers[record] == 0 { result[record] = 0 }
    }
    return result
  }
}
