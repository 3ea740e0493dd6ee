import DelimitedText
import Distributions
import Estimation
import FormDefinition
import Responses
import Testing

/// R's and Python's values of measures of spread, concordance and reliability for the 25 items of `bfi` and their blocks.
@Suite("The BFI blocks equal R's values")
struct BFIConsensusTests {
  static let blocks = ["A", "C", "E", "N", "O"].map { block in (block, (1...5).map { "\(block)\($0)" }) }

  /// The estimates with some parameters, overall and by gender and education.
  static func estimates(_ parameters: [String: String], weights: Bool = false) throws -> EstimatesTable {
    var plan = EstimationPlan()
    plan.weights = weights ? "w" : nil
    plan.sample = .probability
    plan.domains = [["gender"], ["education"]]
    plan.disclosure.minimumCount = 1
    let fields =
      BFITests.items.map { coded($0, BFITests.scale) } + [
        coded("gender", ["1", "2"]), coded("education", ["1", "2", "3", "4", "5"]), field("w", .decimal),
      ]
    let records = TestRecords(try fixture("bfi/bfi.csv"), fields: fields)
    let indicators = (blocks + [("all25", BFITests.items)]).map {
      indicator($0.0, .consensus, $0.1, agree: ["5", "6"], parameters: parameters)
    }
    return try estimate(plan, form: testForm(indicators), records: records).table
  }

  private struct Key: Hashable {
    var indicator: String
    var item: String
    var statistic: Statistic
    var domain: String
  }

  private static func rows(_ table: EstimatesTable) -> [Key: EstimateRow] {
    Dictionary(
      table.rows.filter { $0.level.isEmpty }.map { row in
        let domain = row.domain.isEmpty ? "all" : "\(row.domain)=\(row.domainLevel)"
        return (Key(indicator: row.indicator, item: row.item, statistic: row.statistic, domain: domain), row)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("medians, ranges, Leik, Blair–Lacy, r_WG and agree shares by item, by three rules for quantiles, to 1e-9")
  func items() throws {
    var tables: [String: [Key: EstimateRow]] = [:]
    for rule in ["2", "6", "7"] { tables["quantile type \(rule)"] = Self.rows(try Self.estimates(["quantile": rule])) }
    tables["weighted"] = Self.rows(try Self.estimates([:], weights: true))
    var checked = 0
    for row in try fixture("bfi/expected_consensus.csv").rows where row[0] == "item" || row[0] == "weighted" {
      let isWeighted = row[0] == "weighted"
      let found = tables[isWeighted ? "weighted" : row[6].hasPrefix("quantile") ? row[6] : "quantile type 2"]
      func value(_ statistic: Statistic) -> Double? {
        found?[Key(indicator: String(row[3].prefix(1)), item: row[3], statistic: statistic, domain: row[5])]?.estimate
      }
      let estimate: Double?
      switch row[7] {
      case "median": estimate = value(.median)
      case "iqr": estimate = value(.interquartileRange)
      case "polarization": estimate = value(.agreement).map { (1 - $0) / 2 }
      case "leik_D": estimate = value(.leik)
      case "leik_consensus": estimate = value(.leik).map { 1 - $0 }
      case "lsquared": estimate = value(.blairLacySquared)
      case "one_minus_lsquared": estimate = value(.blairLacySquared).map { 1 - $0 }
      case "l": estimate = value(.blairLacy)
      case "LOV": estimate = value(.blairLacy).map { 1 - $0 }
      case "rwg_uniform": estimate = value(.rWG)
      case "share" where row[2] == "top2": estimate = value(.agree)
      case "share": estimate = value(.disagree)
      default: continue
      }
      #expect(isClose(estimate, try #require(Double(row[8])), 1e-9), "\(row.fields)")
      checked += 1
    }
    #expect(checked == 1200)
  }

  @Test("Kendall's W with its test, and r_WG(J), by block, overall and by gender, to 1e-9")
  func concordance() throws {
    let found = Self.rows(try Self.estimates(["statistics": "kendall_w+r_wg_j"]))
    var checked = 0
    for row in try fixture("bfi/expected_consensus.csv").rows where row[0] == "kendallW" || row[0] == "rwg_j" {
      let statistic = row[0] == "rwg_j" ? Statistic.rWG : .kendallW
      let estimate = try #require(
        found[Key(indicator: row[3], item: "", statistic: statistic, domain: row[5])], "\(row.fields)")
      let items = row[3] == "all25" ? 25.0 : 5
      let value: Double?
      switch row[7] {
      case "raters_m": value = estimate.baseCount.map(Double.init)
      case "objects_n": value = estimate.degreesOfFreedom.map { $0 + 1 }
      case "W_ties", "rwg_j": value = estimate.estimate
      case "chisq_ties", "chisq": value = estimate.testStatistic
      case "df": value = estimate.degreesOfFreedom
      case "p_ties", "p": value = estimate.pValue
      // R = J (1 − r)/(J (1 − r) + r) solved for the mean variance, of which 35/12 is the null's.
      case "mean_var": value = estimate.estimate.map { items * (1 - $0) / (items * (1 - $0) + $0) * 35 / 12 }
      default: continue
      }
      #expect(isClose(value, try #require(Double(row[8])), 1e-9), "\(row.fields)")
      checked += 1
    }
    #expect(checked == 180)
  }

  @Test("Krippendorff's alpha of people on items, and of items on people, to 1e-9", arguments: AlphaCase.all)
  func krippendorff(alpha: AlphaCase) throws {
    let found = Self.rows(
      try Self.estimates(["statistics": "krippendorff_alpha", "metric": alpha.metric, "units": alpha.units]))
    var checked = 0
    for row in try fixture("bfi/expected_krippendorff.csv").rows
    where row[2] == alpha.orientation && row[3] == alpha.metric {
      let estimate = found[Key(indicator: row[1], item: "", statistic: .krippendorffAlpha, domain: row[0])]
      #expect(isClose(estimate?.estimate, try #require(Double(row[4])), 1e-9), "\(row.fields)")
      checked += 1
    }
    #expect(checked == alpha.count)
  }

  /// A metric and who codes what.
  struct AlphaCase: Sendable {
    var metric: String
    var units: String
    var orientation: String
    var count: Int

    static let all = [
      AlphaCase(metric: "ordinal", units: "items", orientation: "respondents=coders,items=units", count: 48),
      AlphaCase(metric: "nominal", units: "items", orientation: "respondents=coders,items=units", count: 48),
      AlphaCase(metric: "interval", units: "items", orientation: "respondents=coders,items=units", count: 48),
      AlphaCase(metric: "ordinal", units: "respondents", orientation: "items=coders,respondents=units", count: 6),
    ]
  }
}
