import DelimitedText
import Estimation
import Testing

/// Every row of R's values for the API samples is either compared or left out for a stated reason.
@Suite("Intervals, quantiles, ratios, differences and tests equal R's values")
struct APIReferenceTests {
  @Test(
    "every expected value is reproduced, or left out for a reason", arguments: ["srs", "srs_wr", "strat", "strat_wr"])
  func everyRow(_ design: String) throws {
    let rows = try fixture("api/expected.csv").rows
    let reference = APIReference(rows)
    var tables: [ReferenceSetting: RowIndex] = [:]
    var omissions: [Omission: Int] = [:]
    var compared = 0
    for row in rows where row[1] == design {
      guard let expected = Double(row[8]) else { continue }
      switch reference.reading(of: row) {
      case .leftOut(let reason): omissions[reason, default: 0] += 1
      case .compared(let setting, let tolerance, let value):
        let table = try tables[setting] ?? RowIndex(try setting.estimates())
        tables[setting] = table
        let found = value(table)
        if !expected.isFinite {
          #expect(found == nil, "\(row.fields) found \(found as Any)")
          continue
        }
        let isZero = row[7] == "se" && expected < 1e-9
        #expect(
          isZero ? (found ?? 1) < 1e-9 : isClose(found, expected, tolerance), "\(row.fields) found \(found as Any)")
        compared += 1
      }
    }
    let summary = omissions.map { "\($0.key.rawValue): \($0.value)" }.sorted().joined(separator: "; ")
    #expect(compared >= 100, "\(compared) compared; left out: \(summary)")
  }
}
