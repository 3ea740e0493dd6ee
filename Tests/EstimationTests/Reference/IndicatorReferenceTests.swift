import DelimitedText
import Estimation
import FormDefinition
import Foundation
import Responses
import Testing

/// The folder of reference values that are kept elsewhere.
private let referenceFolder = ProcessInfo.processInfo.environment["YKIEN_REFERENCE"]

/// Values for data that may not be committed: needs, panels, raters, groups. `YKIEN_REFERENCE` names the folder that
/// holds them, with the folder `indicators` in it.
@Suite("Indicators equal reference values kept elsewhere", .enabled(if: referenceFolder != nil))
struct IndicatorReferenceTests {
  private static func table(_ name: String) throws -> DelimitedTable {
    let path = "\(referenceFolder ?? "")/indicators/\(name)"
    return DelimitedTable(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), source: name)
  }

  /// The expected rows of one case.
  private static func expected(_ name: String) throws -> [[String]] {
    try table("expected.csv").rows.map(\.fields).filter { $0[0] == name }
  }

  private static func estimates(
    _ records: TestRecords, _ indicators: [Indicator], weights: String? = nil, domains: [[String]] = []
  ) throws -> RowIndex {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = weights
    plan.domains = domains
    plan.disclosure.minimumCount = 1
    return RowIndex(try estimate(plan, form: testForm(indicators), records: records).table)
  }

  private static func compare(_ row: [String], _ found: Double?, _ tolerance: Double = 1e-9) throws {
    let wanted = try #require(Double(row[8]))
    #expect(isClose(found, wanted, tolerance), "\(row) \(String(describing: found))")
  }

  @Test("needs: means, gap, MWDS, PNI, RDS and their standard errors, without and with weights")
  func needs() throws {
    let scale = (1...7).map(String.init)
    let fields = (1...5).flatMap { [coded("imp\($0)", scale), coded("sat\($0)", scale)] } + [field("w", .decimal)]
    let records = TestRecords(try Self.table("gap.csv"), fields: fields)
    let items = (1...5).map { "imp\($0)|sat\($0)" }
    let found = try [
      "unweighted": Self.estimates(records, [indicator("n", .need, items)]),
      "weighted": Self.estimates(records, [indicator("n", .need, items)], weights: "w"),
    ]
    var checked = 0
    for row in try Self.expected("needs") where row[1] == "gap" {
      guard let rows = found[row[6]], let number = row[3].last else { continue }
      func of(_ statistic: Statistic) -> EstimateRow? { rows.row("imp\(number)|sat\(number)", statistic) }
      let value: Double?
      switch row[7] {
      case "n_pair": value = of(.gap)?.baseCount.map(Double.init)
      case "mean_importance": value = of(.importance)?.estimate
      case "mean_competence": value = of(.provision)?.estimate
      case "mean_discrepancy": value = of(.gap)?.estimate
      case "MWDS": value = of(.borich)?.estimate
      case "PNI": value = of(.pni)?.estimate
      case "PNI_modified": value = of(.pniModified)?.estimate
      case "RDS": value = of(.rds)?.estimate.map { 100 * $0 }
      case "se_discrepancy": value = of(.gap)?.standardError
      case "se_PNI_modified": value = of(.pniModified)?.standardError
      case "se_MWDS": value = of(.borich)?.standardError
      default: continue
      }
      try Self.compare(row, value)
      checked += 1
    }
    #expect(checked == 110)
  }

  @Test("Delphi panels: median, interquartile range by three rules, shares and criteria", arguments: ["9", "15", "16"])
  func delphi(size: String) throws {
    let fields = BFITests.items.map { coded($0, BFITests.scale) }
    let records = TestRecords(try Self.table("delphi_panel_\(size).csv"), fields: fields)
    func found(_ rule: String, _ share: String) throws -> RowIndex {
      let parameters = ["statistics": "delphi", "quantile": rule, "delphi_share": share]
      return try Self.estimates(
        records, [indicator("x", .consensus, BFITests.items, agree: ["5", "6"], parameters: parameters)])
    }
    let rules = try ["2": found("2", "0.7"), "6": found("6", "0.7"), "7": found("7", "0.7")]
    let strict = try found("7", "0.75")
    var checked = 0
    for row in try Self.expected("delphi") where row[1] == "panel\(size)" {
      let seven = rules["7"]
      let value: Double?
      switch row[7] {
      case "median": value = rules["2"]?.row(row[3], .median)?.estimate
      case "iqr_type2", "iqr_type6", "iqr_type7":
        value = rules[String(row[7].suffix(1))]?.row(row[3], .interquartileRange)?.estimate
      case "share_top2": value = seven?.row(row[3], .agree)?.estimate
      case "consensus_iqr7_le1": value = seven?.row(row[3], .delphi, level: "iqr")?.estimate
      case "consensus_share_ge70": value = seven?.row(row[3], .delphi, level: "share")?.estimate
      case "consensus_share_ge75": value = strict.row(row[3], .delphi, level: "share")?.estimate
      case "consensus_both_iqr7_share70": value = seven?.row(row[3], .delphi, level: "both")?.estimate
      default: continue
      }
      try Self.compare(row, value)
      checked += 1
    }
    #expect(checked == 225)
  }

  @Test("Kendall's W, its χ² and p value for published ratings")
  func kendall() throws {
    var ratings: [String: [String: [(object: Int, rating: Double)]]] = [:]
    for row in try Self.table("kendall_ratings.csv").rows {
      let object = try #require(Int(row[1]))
      let rating = try #require(Double(row[3]))
      ratings[row[0], default: [:]][row[2], default: []].append((object, rating))
    }
    var found: [String: RowIndex] = [:]
    for (name, raters) in ratings {
      let codes = Set(raters.values.flatMap { $0.map(\.rating) }).sorted().map { "\($0)" }
      let rows = raters.values.map { $0.sorted { $0.object < $1.object }.map { "\($0.rating)" } }
      let names = (rows.first ?? []).indices.map { "o\($0)" }
      let block = indicator(
        "k", .consensus, names, agree: [codes[0]], parameters: ["statistics": "kendall_w"])
      found[name] = try Self.estimates(TestRecords(names.map { coded($0, codes) }, rows: rows), [block])
    }
    var checked = 0
    for row in try Self.expected("kendall") {
      let kendall = found[row[1]]?.row("", .kendallW)
      let value: Double?
      switch row[7] {
      case "W_ties": value = kendall?.estimate
      case "chisq_ties": value = kendall?.testStatistic
      case "df": value = kendall?.degreesOfFreedom
      case "p_ties": value = kendall?.pValue
      case "raters_m": value = kendall?.baseCount.map(Double.init)
      default: continue
      }
      if row[8] == "NaN" || row[8] == "NA" {
        #expect(value == nil, "\(row)")
      } else {
        try Self.compare(row, value)
      }
      checked += 1
    }
    #expect(checked == 30)
  }

  @Test("r_WG of each item and r_WG(J) of the block in 49 groups")
  func withinGroups() throws {
    let names = (1...11).map { $0 < 10 ? "LEAD0\($0)" : "LEAD\($0)" }
    let scale = (1...5).map(String.init)
    let records = TestRecords(
      try Self.table("lq2002_lead.csv"), fields: names.map { coded($0, scale) } + [field("COMPID", .integer)])
    let block = indicator("x", .consensus, names, agree: ["4", "5"], parameters: ["statistics": "r_wg_j"])
    let rows = try Self.estimates(records, [block], domains: [["COMPID"]])
    var checked = 0
    for row in try Self.expected("rwg") where row[7] != "gsize" {
      let item = row[7] == "rwg_j" ? "" : row[3]
      let value = rows.row(item, .rWG, domain: "COMPID", domainLevel: row[5])?.estimate
      // multilevel puts 0 for what is below it.
      try Self.compare(row, value.map { $0 < 0 ? 0 : $0 })
      checked += 1
    }
    #expect(checked == 98)
  }
}
