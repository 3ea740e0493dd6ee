import Estimation
import Testing

/// Looks rows up by what they estimate.
struct RowIndex {
  private let rows: [[String]: EstimateRow]

  init(_ table: EstimatesTable) {
    rows = Dictionary(
      table.rows.map { ([$0.item, $0.statistic.rawValue, $0.level, $0.domain, $0.domainLevel], $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func row(
    _ item: String, _ statistic: Statistic, level: String = "", domain: String = "", domainLevel: String = ""
  ) -> EstimateRow? {
    rows[[item, statistic.rawValue, level, domain, domainLevel]]
  }
}

/// Whether a number equals the expected one within a relative tolerance (absolute below 1).
func isClose(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(1e-3, abs(expected))
}
