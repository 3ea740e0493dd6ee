import DelimitedText
import Estimation
import Foundation
import Responses
import Testing

/// R's replicate designs of the stratified sample; the tables lie outside the project, in the folder that the variable
/// `YKIEN_REFERENCE` names.
@Suite("Replicate designs equal R's", .enabled(if: ProcessInfo.processInfo.environment["YKIEN_REFERENCE"] != nil))
struct ReplicateReferenceTests {
  static func table(_ name: String) throws -> DelimitedTable {
    let folder = ProcessInfo.processInfo.environment["YKIEN_REFERENCE"] ?? ""
    let url = URL(fileURLWithPath: folder).appending(path: "replicates").appending(path: name)
    return DelimitedTable(bytes: Array(try Data(contentsOf: url)), source: name)
  }

  /// The sample with replicate weights joined by school number.
  static func records(with weights: String?) throws -> TestRecords {
    let sample = try fixture("api/apistrat.csv")
    guard let weights else { return TestRecords(sample, fields: APITests.fields) }
    let table = try table(weights)
    let byNumber = Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0], Array($0.fields.dropFirst())) })
    let number = try #require(sample.column(named: "snum"))
    let fields = APITests.fields + (1...100).map { field("b\($0)", .decimal) }
    let plain = TestRecords(sample, fields: APITests.fields)
    return TestRecords(
      fields, rows: zip(plain.rows, sample.rows).map { $0 + (byNumber[$1[number]] ?? []).map { String($0) } })
  }

  static func plan(_ design: String) throws -> EstimationPlan {
    var plan = APITests.plan(design.hasPrefix("strat_wr") ? "strat_wr" : "strat")
    var replicates = ReplicatePlan(design.contains("bootstrap") ? .columns : .stratifiedJackknife)
    replicates.isCentredOnEstimate = design.hasSuffix("mse=TRUE")
    if design.contains("bootstrap") {
      replicates.columns = ["b*"]
      replicates.scale = design.contains("sub") ? 1 / 99.0 : 0.01027221366204417
    }
    plan.replicates = replicates
    if design.hasSuffix("raked") { plan.rake = [try APITests.margin(["stype"]), try APITests.margin(["sch.wide"])] }
    if design.hasSuffix("poststrat_stype") { plan.postStratify = try APITests.margin(["stype"]) }
    return plan
  }

  @Test("estimates, standard errors and logit intervals of every replicate design")
  func all() throws {
    let expected = try Self.table("expected.csv").rows.filter { $0[0] == "rep" }
    var checked = 0
    for design in Set(expected.map { $0[1] }) {
      let weights =
        design.contains("subbootstrap")
        ? "strat_wr_subbootstrap_weights.csv" : design.contains("bootstrap") ? "strat_bootstrap_weights.csv" : nil
      let result = try estimate(
        try Self.plan(design), form: APITests.form, records: try Self.records(with: weights))
      let rows = RowIndex(result.table)
      for row in expected where row[1] == design {
        guard let reference = Double(row[8]), let found = Self.value(row, in: rows) else { continue }
        let isZero = row[7] == "se" && reference < 1e-9
        #expect(isZero ? found < 1e-8 : isClose(found, reference, 1e-7), "\(row.fields) found \(found)")
        checked += 1
      }
    }
    #expect(checked > 280)
  }

  private static func value(_ row: DelimitedRow, in rows: RowIndex) -> Double? {
    let isShare = ["stype", "sch.wide"].contains(row[3])
    var found: EstimateRow?
    switch row[2] {
    case "svymean": found = rows.row(row[3], isShare ? .proportion : .mean, level: row[4])
    case "svytotal": found = rows.row(row[3], .total, level: row[4])
    case "svyby":
      let parts = row[5].split(separator: "=").map(String.init)
      if parts.count == 2 {
        found = rows.row(
          row[3], isShare ? .proportion : .mean, level: row[4], domain: parts[0], domainLevel: parts[1])
      }
    // R takes a degree of freedom off for each margin that replicates are raked to beyond the strata.
    case "svyciprop" where row[7].hasPrefix("ci_") && row[1].hasSuffix("raked"): return nil
    case "design" where row[1].hasSuffix("raked"): return nil
    case "svyciprop" where row[6] == "xlogit" && row[3].contains("awards"):
      found = rows.row("awards", .proportion, level: "Yes")
    case "design" where row[7] == "degf": return rows.row("api00", .mean)?.degreesOfFreedom
    default: return nil
    }
    switch row[7] {
    case "estimate": return found?.estimate
    case "se": return found?.standardError
    case "ci_low": return found?.lowerLimit
    case "ci_high": return found?.upperLimit
    default: return nil
    }
  }
}
