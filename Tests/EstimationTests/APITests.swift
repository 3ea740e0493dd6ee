import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// R's values for the simple and the stratified sample of California schools.
@Suite("The API samples equal R's values")
struct APITests {
  static let categories = ["stype", "sch.wide", "awards", "both", "comp.imp"]
  static let numbers = ["api00", "api99", "enroll", "api.stu", "acs.46"]
  static let fields =
    [
      coded("stype", ["E", "H", "M"]), coded("sch.wide", ["No", "Yes"]), coded("awards", ["No", "Yes"]),
      coded("both", ["No", "Yes"]), coded("comp.imp", ["No", "Yes"]), field("pw", .decimal), field("fpc", .decimal),
    ] + numbers.map { field($0, .integer) }

  /// A design of the file of expected values.
  static func plan(_ design: String) -> EstimationPlan {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "pw"
    plan.strata = design.hasPrefix("strat") ? "stype" : nil
    plan.populationSizes = design.hasSuffix("_wr") ? [] : ["fpc"]
    plan.domains = [["stype"], ["sch.wide"], ["awards"], ["stype", "sch.wide"]]
    plan.disclosure.minimumCount = 1
    return plan
  }

  static func records(_ design: String) throws -> TestRecords {
    TestRecords(try fixture(design.hasPrefix("strat") ? "api/apistrat.csv" : "api/apisrs.csv"), fields: fields)
  }

  static let form = testForm([
    indicator("shares", .share, categories), indicator("means", .mean, numbers), indicator("totals", .total, numbers),
  ])

  static func margin(_ variables: [String]) throws -> RakeMargin {
    let name = variables.joined(separator: "*")
    let rows = try fixture("api/population_margins.csv").rows.filter { $0[0] == name }
    return RakeMargin(
      variables: variables,
      population: try rows.map { row in
        (row[2].isEmpty ? row[1] : row[1] + "*" + row[2], try #require(Double(row[3])))
      })
  }

  /// Compares every expected row of some cases under a plan.
  static func check(
    _ plan: EstimationPlan, design: String, cases: Set<String>, tolerance: Double = 1e-8
  ) throws -> Int {
    let result = try estimate(plan, form: form, records: try records(design))
    let rows = RowIndex(result.table)
    var checked = 0
    for row in try fixture("api/expected.csv").rows where cases.contains(row[0]) && row[1] == design {
      guard let reference = Double(row[8]), reference.isFinite, isComparable(row) else { continue }
      if row[2] == "weights" {
        try checkWeights(try #require(result.weighting), row, reference)
        checked += 1
        continue
      }
      guard let found = find(row, in: rows), let value = value(row, of: found) else {
        Issue.record("no counterpart of \(row.fields)")
        continue
      }
      // The standard error of a calibrated margin is 0 but for rounding (statistics in R: 1e-10 to 1e-19).
      let isZero = row[7] == "se" && reference < 1e-9
      #expect(isZero ? value < 1e-9 : isClose(value, reference, tolerance), "\(row.fields) found \(value)")
      checked += 1
    }
    return checked
  }

  /// Whether an expected value has a counterpart here: R gives two comparisons of each design effect, ours is without
  /// replacement when population sizes are given and with replacement otherwise.
  private static func isComparable(_ row: DelimitedRow) -> Bool {
    if ["degf", "svychisq", "influence", "rake"].contains(row[2]) || (row[2] == "svyciprop" && row[6] != "xlogit") {
      return false
    }
    if row[3] == "yr.rnd" || ["n_nonmissing", "n_psu_total_design"].contains(row[7]) || row[6] == "z" {
      return false
    }
    if row[7] == "n" { return row[3] == "api00" }
    return row[7] != "deff" || row[6] == (row[1].hasSuffix("_wr") ? "replace" : "wor")
  }

  static func find(_ row: DelimitedRow, in rows: RowIndex) -> EstimateRow? {
    let parts = row[5].split(separator: "&").map { $0.split(separator: "=").map(String.init) }
    let isTotal = row[0].hasSuffix("total") || row[0] == "count"
    let isCategory = categories.contains(row[3])
    if row[3] == "I(awards=='Yes')" { return rows.row("awards", .proportion, level: "Yes") }
    return rows.row(
      row[3], isTotal ? .total : isCategory ? .proportion : .mean, level: row[4],
      domain: parts.map { $0[0] }.joined(separator: "*"), domainLevel: parts.map { $0[1] }.joined(separator: "*"))
  }

  /// The number that a row of expected values speaks of; nil for those that have none here.
  private static func value(_ expected: DelimitedRow, of row: EstimateRow) -> Double? {
    switch expected[7] {
    case "estimate": return row.estimate
    case "se": return row.standardError
    case "ci_low" where expected[6].hasPrefix("t,"): return symmetric(row, sign: -1)
    case "ci_high" where expected[6].hasPrefix("t,"): return symmetric(row, sign: 1)
    case "ci_low" where expected[6] == "xlogit": return row.lowerLimit
    case "ci_high" where expected[6] == "xlogit": return row.upperLimit
    case "deff": return row.designEffect
    case "n": return row.baseCount.map(Double.init)
    case "df": return row.degreesOfFreedom
    default: return nil
    }
  }

  /// Shares have other intervals here; the symmetric ones of R follow from the standard error.
  private static func symmetric(_ row: EstimateRow, sign: Double) -> Double? {
    if row.statistic != .proportion { return sign < 0 ? row.lowerLimit : row.upperLimit }
    guard let estimate = row.estimate, let standardError = row.standardError else { return nil }
    let t = row.degreesOfFreedom == 197 ? 1.972079034 : 1.971956544
    return estimate + sign * t * standardError
  }

  private static func checkWeights(_ summary: WeightingSummary, _ row: DelimitedRow, _ reference: Double) throws {
    let value: Double? =
      switch row[7] {
      case "sumw": summary.final.sum
      case "sumw2": summary.final.sumOfSquares
      case "min": summary.final.minimum
      case "max": summary.final.maximum
      case "kish_deff": summary.final.designEffect
      case "kish_neff": summary.final.effectiveCount
      default: reference
      }
    #expect(isClose(value, reference, 1e-10), "\(row.fields)")
  }

  @Test(
    "means, totals, shares, counts and domains with their standard errors",
    arguments: ["srs", "srs_wr", "strat", "strat_wr"])
  func designs(_ design: String) throws {
    let cases: Set = [
      "mean", "total", "prop", "count", "by_mean", "by_total", "by_prop", "by2_mean", "domain_df", "na_domain",
    ]
    #expect(try Self.check(Self.plan(design), design: design, cases: cases) > 180)
  }

  @Test("post-stratification to school type", arguments: ["srs", "strat"])
  func poststratified(_ design: String) throws {
    var plan = Self.plan(design)
    plan.rake = [try Self.margin(["stype"])]
    #expect(try Self.check(plan, design: design, cases: ["poststrat_stype", "poststrat_stype_total"]) > 40)
  }

  @Test("post-stratification to crossed cells", arguments: ["srs", "strat"])
  func poststratifiedCrossed(_ design: String) throws {
    var plan = Self.plan(design)
    plan.rake = [try Self.margin(["stype", "sch.wide"])]
    let cases: Set = ["poststrat_stype_schwide", "poststrat_stype_schwide_total"]
    #expect(try Self.check(plan, design: design, cases: cases) > 40)
  }

  @Test("raking with the variance of R's rake()", arguments: ["srs", "strat"])
  func rakedWithSweeps(_ design: String) throws {
    var plan = Self.plan(design)
    plan.rake = [try Self.margin(["stype"]), try Self.margin(["sch.wide"])]
    plan.raking.variance = .sweeps
    #expect(try Self.check(plan, design: design, cases: ["rake_tight", "rake_tight_total"]) > 40)
    plan.rake.append(try Self.margin(["awards"]))
    #expect(try Self.check(plan, design: design, cases: ["rake3_tight", "rake3_tight_total"]) > 40)
  }

  @Test("raking with the variance of the residuals", arguments: ["srs", "strat"])
  func rakedWithResiduals(_ design: String) throws {
    var plan = Self.plan(design)
    plan.rake = [try Self.margin(["stype"]), try Self.margin(["sch.wide"])]
    #expect(try Self.check(plan, design: design, cases: ["calib_raking", "calib_raking_total"]) > 40)
  }

  @Test("intervals of shares on the logit scale (xlogit)", arguments: ["srs", "srs_wr", "strat", "strat_wr"])
  func logitIntervals(_ design: String) throws {
    for (level, name) in [(0.95, "xlogit,level=0.95"), (0.9, "xlogit,level=0.9")] {
      var plan = Self.plan(design)
      plan.intervals.level = level
      let rows = RowIndex(try estimate(plan, form: Self.form, records: try Self.records(design)).table)
      let items = [
        "I(awards=='Yes')": ("awards", "Yes"), "I(sch.wide=='Yes')": ("sch.wide", "Yes"),
        "I(stype=='E')": ("stype", "E"),
      ]
      var checked = 0
      for row in try fixture("api/expected.csv").rows where row[0] == "ciprop" && row[1] == design && row[6] == name {
        guard let (item, code) = items[row[3]], let reference = Double(row[8]), row[7] != "estimate" else { continue }
        let found = rows.row(item, .proportion, level: code)
        // The share of a stratum's own variable has no variance: no such interval exists there.
        if (found?.standardError ?? 0) < 1e-10 { continue }
        let value = row[7] == "ci_low" ? found?.lowerLimit : found?.upperLimit
        #expect(isClose(value, reference, 1e-9), "\(row.fields)")
        checked += 1
      }
      #expect(checked >= 4)
    }
  }
}
