import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// R's values for calibrated and trimmed weights of the California schools.
@Suite("Calibrated and trimmed weights equal R's values")
struct WeightingReferenceTests {
  static func target(_ method: CalibrationMethod, bounds: ClosedRange<Double>? = nil) throws -> CalibrationTarget {
    var target = CalibrationTarget()
    target.method = method
    target.margins = [try APITests.margin(["stype"]), try APITests.margin(["sch.wide"])]
    target.bounds = bounds
    return target
  }

  @Test("post-stratification by its own key", arguments: ["srs", "strat"])
  func poststratified(_ design: String) throws {
    var plan = APITests.plan(design)
    plan.postStratify = try APITests.margin(["stype"])
    #expect(try APITests.check(plan, design: design, cases: ["poststrat_stype", "poststrat_stype_total"]) > 40)
    plan.postStratify = try APITests.margin(["stype", "sch.wide"])
    let cases: Set = ["poststrat_stype_schwide", "poststrat_stype_schwide_total"]
    #expect(try APITests.check(plan, design: design, cases: cases) > 40)
  }

  @Test("calibration by linear distance, by that of raking, and between bounds", arguments: ["srs", "strat"])
  func calibrated(_ design: String) throws {
    var plan = APITests.plan(design)
    plan.calibrate = try Self.target(.linear)
    #expect(
      try APITests.check(plan, design: design, cases: ["calib_linear", "calib_linear_total"]) > 40)
    plan.calibrate = try Self.target(.raking)
    #expect(try APITests.check(plan, design: design, cases: ["calib_raking", "calib_raking_total"]) > 40)
    plan.calibrate = try Self.target(.logit, bounds: 0.5...2)
    let cases: Set = ["calib_logit_bounded", "calib_logit_bounded_total"]
    // R stops when totals are met to 1e-7.
    #expect(try APITests.check(plan, design: design, cases: cases, tolerance: 1e-7) > 40)
  }

  @Test("raking stopped after as many sweeps as R's rake() takes by default", arguments: [("srs", 4), ("strat", 3)])
  func rakedByDefault(_ design: String, sweeps: Int) throws {
    var plan = APITests.plan(design)
    plan.rake = [try APITests.margin(["stype"]), try APITests.margin(["sch.wide"])]
    plan.raking.variance = .sweeps
    plan.raking.iterations = sweeps
    let cases: Set = ["rake_default", "rake_default_total"]
    #expect(try APITests.check(plan, design: design, cases: cases) > 40)
  }

  @Test("trimming after raking, once and until nothing lies outside", arguments: ["srs", "strat"])
  func trimmed(_ design: String) throws {
    let expected = try fixture("api/expected.csv").rows.filter { $0[0] == "trim" && $0[1] == design }
    for strict in [false, true] {
      let rows = expected.filter { $0[6] == "strict=\(strict ? "TRUE" : "FALSE")" }
      func value(_ name: String) throws -> Double {
        let row = try #require(rows.first { $0[7] == name })
        return try #require(Double(row[8]))
      }
      var plan = APITests.plan(design)
      plan.rake = [try APITests.margin(["stype"]), try APITests.margin(["sch.wide"])]
      plan.raking.variance = .sweeps
      let mean = 6194.0 / 200
      plan.trim = TrimRule(
        lower: try value("lower") / mean, upper: try value("upper") / mean, isStrict: strict)
      let result = try estimate(plan, form: APITests.form, records: try APITests.records(design))
      let summary = try #require(result.weighting)
      #expect(isClose(summary.final.sum, try value("sumw"), 1e-12))
      #expect(isClose(summary.final.minimum, try value("min"), 1e-10))
      #expect(isClose(summary.final.maximum, try value("max"), 1e-10))
      let found = RowIndex(result.table).row("api00", .mean)
      #expect(isClose(found?.estimate, try value("estimate"), 1e-11))
      #expect(isClose(found?.standardError, try value("se"), 1e-9))
    }
  }

  @Test("the weights of every record follow from each method", arguments: ["srs", "strat"])
  func recordWeights(_ design: String) throws {
    // Totals by school number are the records' weights.
    let fields = APITests.fields + [field("snum", .text)]
    let records = TestRecords(
      try fixture(design == "strat" ? "api/apistrat.csv" : "api/apisrs.csv"), fields: fields)
    let form = testForm([indicator("means", .mean, ["api00"])])
    let margins = [try APITests.margin(["stype"]), try APITests.margin(["sch.wide"])]
    let methods: [(String, Double, (inout EstimationPlan) throws -> Void)] = [
      ("poststrat_stype", 1e-11, { $0.postStratify = margins[0] }),
      ("poststrat_stype_schwide", 1e-11, { $0.postStratify = try APITests.margin(["stype", "sch.wide"]) }),
      ("rake_tight", 1e-10, { $0.rake = margins }),
      ("rake3_tight", 1e-10, { $0.rake = margins + [try APITests.margin(["awards"])] }),
      ("calib_linear", 1e-11, { $0.calibrate = try Self.target(.linear) }),
      ("calib_raking", 1e-10, { $0.calibrate = try Self.target(.raking) }),
      ("calib_logit_bounded", 1e-7, { $0.calibrate = try Self.target(.logit, bounds: 0.5...2) }),
    ]
    let reference = try fixture("api/expected_weights.csv").rows.filter { $0[0] == design }
    for (name, tolerance, change) in methods {
      var plan = APITests.plan(design)
      plan.domains = [["snum"]]
      try change(&plan)
      let rows = try estimate(plan, form: form, records: records).table.rows
      let means = Dictionary(uniqueKeysWithValues: rows.map { ($0.domainLevel, $0) })
      let totals = try estimate(plan, form: testForm([indicator("t", .total, ["api00"])]), records: records).table.rows
      let sums = Dictionary(uniqueKeysWithValues: totals.map { ($0.domainLevel, $0.estimate) })
      var checked = 0
      for row in reference where row[1] == name {
        let expected = try #require(Double(row[4]))
        let mean = try #require(means[row[2]]?.estimate)
        let weight = (sums[row[2]] ?? nil).map { $0 / mean }
        #expect(isClose(weight, expected, tolerance), "\(row.fields)")
        checked += 1
      }
      #expect(checked == 200)
    }
  }

  @Test("calibration to the total of a number, with and without margins", arguments: CalibrationMethod.allCases)
  func numbers(_ method: CalibrationMethod) throws {
    var plan = APITests.plan("strat")
    var target = try Self.target(method, bounds: method == .logit ? 0.5...2 : nil)
    // The population's totals of R's apipop.
    target.totals = [("api99", 3_914_069), ("enroll", 3_811_472)]
    plan.calibrate = target
    let result = try estimate(plan, form: APITests.form, records: try APITests.records("strat"))
    #expect(result.diagnostics.isEmpty)
    let rows = RowIndex(result.table)
    #expect(isClose(rows.row("enroll", .total)?.estimate, 3_811_472, 1e-9))
    #expect(isClose(rows.row("stype", .total, level: "H")?.estimate, 755, 1e-9))
    #expect((rows.row("enroll", .total)?.standardError ?? 1) < 1e-3)
    let plain = RowIndex(
      try estimate(APITests.plan("strat"), form: APITests.form, records: try APITests.records("strat")).table)
    // api99 explains most of api00.
    let before = try #require(plain.row("api00", .mean)?.standardError)
    let after = try #require(rows.row("api00", .mean)?.standardError)
    #expect(after < before / 2)
    let totals = try #require(result.weighting?.totals)
    #expect(
      totals.map(\.question) == ["api99", "enroll"] && totals.allSatisfy { isClose($0.after, $0.population, 1e-9) })
  }
}
