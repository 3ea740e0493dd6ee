import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

/// Designs and data at the edge, as a table: each gives a result without infinite numbers, or says what is wrong.
@Suite("Degenerate designs")
struct DegenerateDesignTests {
  /// One case: records, a plan, and the codes that must be among what is said (errors or remarks).
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [[String]]
    var codes: [String] = []
    let change: @Sendable (inout EstimationPlan) -> Void
    var testDescription: String { name }
  }

  private static func row(
    imp: String = "4", income: String = "5", sector: String = "a", gender: String = "f", weight: String = "1",
    stratum: String = "s1", psu: String = "p1"
  ) -> [String] {
    [imp, "2", income, sector, gender, weight, stratum, psu, "1", "50", "9"]
  }

  private static let mixed = (0..<40).map { number in
    row(
      imp: String(number % 5 + 1), income: String(number), sector: ["a", "b", "c"][number % 3],
      gender: number % 2 == 0 ? "f" : "m", stratum: "s\(number % 2 + 1)", psu: "p\(number % 8)")
  }
  private static let constant = Array(repeating: row(), count: 40)
  private static let genders = RakeMargin(variables: ["gender"], population: [("f", 60), ("m", 40)])

  private static func replicated(_ type: ReplicateType) -> @Sendable (inout EstimationPlan) -> Void {
    { plan in
      plan.replicates = ReplicatePlan(type)
      plan.replicates?.count = 20
    }
  }

  static let cases: [Case] =
    [
      Case(name: "a frame cell of 0", rows: mixed, codes: ["EST-014"]) { plan in
        plan.rake = [RakeMargin(variables: ["gender"], population: [("f", 100), ("m", 0)])]
      },
      Case(name: "every frame cell 0", rows: mixed) { plan in
        plan.rake = [RakeMargin(variables: ["gender"], population: [("f", 0), ("m", 0)])]
      },
      Case(name: "the same margin twice", rows: mixed) { $0.rake = [genders, genders] },
      Case(name: "contradicting margins", rows: mixed) { plan in
        plan.rake = [genders, RakeMargin(variables: ["gender"], population: [("f", 10), ("m", 90)])]
      },
      Case(name: "calibration to the same margin twice", rows: mixed) { plan in
        var target = CalibrationTarget()
        target.margins = [genders, genders]
        plan.calibrate = target
      },
      Case(name: "calibration with impossible bounds", rows: mixed) { plan in
        var target = CalibrationTarget()
        target.margins = [RakeMargin(variables: ["gender"], population: [("f", 1), ("m", 1_000_000)])]
        target.bounds = 0.99...1.01
        plan.calibrate = target
      },
      Case(name: "calibration by logit with impossible bounds", rows: mixed) { plan in
        var target = CalibrationTarget()
        target.method = .logit
        target.margins = [RakeMargin(variables: ["gender"], population: [("f", 1), ("m", 1_000_000)])]
        target.bounds = 0.99...1.01
        plan.calibrate = target
      },
      Case(name: "calibration to an unreachable total of a constant", rows: constant) { plan in
        var target = CalibrationTarget()
        target.totals = [("income", 1e12)]
        plan.calibrate = target
      },
      Case(name: "calibration of zeros", rows: Array(repeating: row(income: "0"), count: 10)) { plan in
        var target = CalibrationTarget()
        target.totals = [("income", 5)]
        plan.calibrate = target
      },
      Case(name: "trimming equal weights", rows: constant) {
        $0.trim = TrimRule(lower: 0.9, upper: 1.1, isStrict: true)
      },
      Case(name: "trimming so tightly that nobody is left inside", rows: mixed) { plan in
        plan.rake = [RakeMargin(variables: ["gender"], population: [("f", 1), ("m", 1_000_000)])]
        plan.trim = TrimRule(lower: 0.999, upper: 1.001, isStrict: true)
      },
      Case(name: "quantiles of a constant", rows: constant) { $0.quantiles.shares = [0, 0.25, 0.5, 0.75, 1] },
      Case(name: "comparison within one level", rows: constant) { plan in
        plan.comparisons = ComparisonTest.allCases.map { test in
          var comparison = Comparison(items: ["imp"], domain: ["sector"])
          comparison.test = test
          return comparison
        }
      },
      Case(name: "comparison of constants", rows: constant + constant.map { row in row.with("b", at: 3) }) { plan in
        plan.comparisons = ComparisonTest.allCases.map { test in
          var comparison = Comparison(items: ["imp"], domain: ["sector"])
          comparison.test = test
          return comparison
        }
      },
      Case(
        name: "huge and tiny weights together",
        rows: mixed.enumerated().map { number, row in
          row.with(number % 2 == 0 ? "1e100" : "1e-100", at: 5)
        }
      ) { $0.weights = "w" },
      Case(name: "all weights 0 and a margin", rows: mixed.map { $0.with("0", at: 5) }) { plan in
        plan.weights = "w"
        plan.rake = [genders]
      },
      Case(name: "one cluster", rows: constant) { $0.clusters = ["psu"] },
      Case(name: "numbers of 1e308", rows: mixed.map { $0.with("1e308", at: 2) }) { $0.quantiles.shares = [0.5] },
    ]
    + ReplicateType.allCases.filter { $0 != .columns }.flatMap { type in
      [
        Case(name: "\(type.rawValue) of one record", rows: [row()], change: replicated(type)),
        Case(name: "\(type.rawValue) of nobody", rows: [], change: replicated(type)),
        Case(name: "\(type.rawValue) of equal records", rows: constant, change: replicated(type)),
      ]
    }
    + SinglePSURule.allCases.flatMap { rule in
      [false, true].map { hasClusters in
        Case(
          name: "a stratum with one PSU, \(rule.rawValue)\(hasClusters ? ", clusters" : "")",
          rows: mixed + [row(stratum: "s3", psu: "p9")], codes: rule == .error ? ["EST-009"] : []
        ) { plan in
          plan.strata = "stratum"
          plan.clusters = hasClusters ? ["psu"] : []
          plan.singlePSU = rule
        }
      }
    }

  @Test("a result without infinite numbers, or what is wrong", arguments: cases)
  func edge(_ edge: Case) throws {
    for kind in [ProportionInterval.logit, .beta, .wilson, .asin] {
      var plan = EstimationPlan()
      plan.domains = [["sector"], ["gender"]]
      plan.disclosure.minimumCount = 1
      plan.intervals.proportion = kind
      edge.change(&plan)
      do {
        let records = TestRecords(SyntheticSurvey.fields, rows: edge.rows)
        let result = try estimate(plan, form: SyntheticSurvey.form, records: records)
        GeneratedDesignTests.checkNumbers(result.table.rows, edge.name)
        let said = result.diagnostics.map(\.code.identifier)
        #expect(edge.codes.allSatisfy(said.contains), "\(said)")
      } catch {
        #expect(error.exitCode == .unusableInput)
        let said = error.diagnostics.map(\.code.identifier)
        #expect(!said.isEmpty && edge.codes.allSatisfy(said.contains), "\(said)")
      }
    }
  }

  @Test("a question of 500 answers, as item and as domain")
  func manyCategories() throws {
    let codes = (0..<500).map { "c\($0)" }
    let fields = [coded("many", codes), coded("other", ["x", "y"])]
    let records = TestRecords(fields, rows: (0..<600).map { [codes[$0 % 200], $0 % 3 == 0 ? "x" : "y"] })
    var plan = EstimationPlan()
    plan.domains = [["other"]]
    plan.disclosure.minimumCount = 1
    let form = testForm([indicator("many", .share, ["many"]), indicator("scale", .consensus, ["many"])])
    let rows = try estimate(plan, form: form, records: records).table.rows
    GeneratedDesignTests.checkNumbers(rows, "500 answers")
    #expect(rows.filter { $0.indicator == "many" && $0.domain.isEmpty && $0.statistic == .proportion }.count == 500)
  }
}

extension [String] {
  /// The cells with another one at a place.
  fileprivate func with(_ cell: String, at place: Int) -> [String] {
    var cells = self
    cells[place] = cell
    return cells
  }
}
