import Diagnostics
import Estimation
import Responses
import Testing

/// Variances from replicate weights.
@Suite("Replicate weights")
struct ReplicateTests {
  static func run(
    _ survey: SyntheticSurvey, batchSize: Int = 97, _ change: (inout EstimationPlan) -> Void
  ) throws -> EstimationResult {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "w"
    plan.domains = [["sector"], ["sector", "gender"]]
    plan.disclosure.minimumCount = 1
    change(&plan)
    return try estimate(
      plan, form: SyntheticSurvey.form,
      records: TestRecords(SyntheticSurvey.fields, rows: survey.rows, batchSize: batchSize))
  }

  /// The rows of statistics that are smooth functions of totals.
  static func errors(_ result: EstimationResult) -> [[String]: Double] {
    var errors: [[String]: Double] = [:]
    for row in result.table.rows {
      guard let error = row.standardError, error > 1e-9 else { continue }
      let key = [row.indicator, row.item, row.statistic.rawValue, row.level, row.domain, row.domainLevel]
      errors[key] = error
    }
    return errors
  }

  @Test("the jackknife of a mean is its linearised standard error, worked by hand")
  func handWorked() throws {
    // Incomes 2, 4, 9 with weight 1: s² = 13, standard error √(13/3); leaving one out gives 6.5, 5.5, 3.
    let rows = ["2", "4", "9"].map { DegenerateTests.row(income: $0) }
    let result = try DegenerateTests.run(rows) { $0.replicates = ReplicatePlan(.jackknife) }
    let mean = RowIndex(result.table).row("income", .mean)
    #expect(isClose(mean?.estimate, 5, 1e-14))
    #expect(isClose(mean?.standardError, (13.0 / 3).squareRoot(), 1e-12))
    #expect(mean?.degreesOfFreedom == 2)
    #expect(result.weighting?.replicateCount == 3)
  }

  @Test("jackknifed means and totals equal the linearised ones of linear statistics, clusters or not")
  func linearStatistics() throws {
    let survey = SyntheticSurvey(seed: 5, count: 300)
    for clusters in [[], ["psu"]] {
      func design(_ plan: inout EstimationPlan) {
        plan.strata = "stratum"
        plan.clusters = clusters
        plan.populationSizes = clusters.isEmpty ? [] : ["n_psu"]
      }
      let linear = Self.errors(try Self.run(survey, design))
      let jackknife = Self.errors(
        try Self.run(survey) { plan in
          design(&plan)
          plan.replicates = ReplicatePlan(.stratifiedJackknife)
        })
      var checked = 0
      for (key, error) in linear where key[2] == "total" {
        // A total is linear in the weights: both are the same.
        #expect(isClose(jackknife[key], error, 1e-9), "\(key)")
        checked += 1
      }
      #expect(checked > 5)
    }
  }

  @Test(
    "replicates come near the linearised standard errors of a large sample",
    arguments: [ReplicateType.stratifiedJackknife, .raoWu, .cantyDavison], [false, true])
  func near(_ type: ReplicateType, isRaked: Bool) throws {
    let survey = SyntheticSurvey(seed: 77, count: 360)
    func design(_ plan: inout EstimationPlan) {
      plan.strata = "stratum"
      if isRaked {
        plan.rake = [
          RakeMargin(variables: ["gender"], population: [("f", 8000), ("m", 8200)]),
          RakeMargin(
            variables: ["sector"], population: [("a", 4000), ("b", 4100), ("c", 3900)], unmatched: .baseWeight),
        ]
      }
    }
    let linear = Self.errors(try Self.run(survey, design))
    let result = try Self.run(survey) { plan in
      design(&plan)
      plan.replicates = ReplicatePlan(type)
      plan.replicates?.count = 200
      plan.replicates?.seed = 3
    }
    let found = Self.errors(result)
    let ratios = linear.compactMap { key, error in found[key].map { $0 / error } }.sorted()
    #expect(ratios.count > 100)
    let middle = ratios[ratios.count / 2]
    let slack = type == .stratifiedJackknife ? 0.05 : 0.07
    #expect(abs(middle - 1) < slack, "median ratio \(middle)")
  }

  @Test("bootstrap replicates depend on the seed alone, not on batches")
  func seeds() throws {
    let survey = SyntheticSurvey(seed: 9, count: 200)
    func errors(seed: UInt64, batchSize: Int) throws -> [[String]: Double] {
      Self.errors(
        try Self.run(survey, batchSize: batchSize) { plan in
          plan.strata = "stratum"
          plan.replicates = ReplicatePlan(.raoWu)
          plan.replicates?.count = 20
          plan.replicates?.seed = seed
        })
    }
    let one = try errors(seed: 1, batchSize: 7)
    #expect(one == (try errors(seed: 1, batchSize: 200)))
    #expect(one != (try errors(seed: 2, batchSize: 200)))
  }

  @Test("replicate weights in columns give what the same replicates made here give")
  func columns() throws {
    // The jackknife of six records, written out by hand: one column per record left out.
    let rows = ["2", "4", "9", "5", "5", "1"].map { DegenerateTests.row(income: $0, weight: "2") }
    let fields = SyntheticSurvey.fields + (1...6).map { field("rep\($0)", .decimal) }
    let wide = rows.enumerated().map { index, row in row + (0..<6).map { $0 == index ? "0" : "2.4" } }
    var plan = EstimationPlan()
    plan.weights = "w"
    plan.disclosure.minimumCount = 1
    plan.replicates = ReplicatePlan(.columns)
    plan.replicates?.columns = ["rep*"]
    plan.replicates?.scale = 5.0 / 6
    let given = try estimate(plan, form: SyntheticSurvey.form, records: TestRecords(fields, rows: wide)).table.rows
    plan.replicates = ReplicatePlan(.jackknife)
    let made = try estimate(plan, form: SyntheticSurvey.form, records: TestRecords(fields, rows: wide)).table.rows
    #expect(given.contains { ($0.standardError ?? 0) > 0 })
    for (given, made) in zip(given, made) {
      #expect(abs((given.standardError ?? -1) - (made.standardError ?? -1)) < 1e-12, "\(given)")
    }
  }

  @Test("a bootstrap without spread has none; too few PSUs leave no number that is none")
  func degenerate() throws {
    for type in [ReplicateType.jackknife, .stratifiedJackknife, .raoWu, .cantyDavison] {
      for count in [0, 1, 2, 3] {
        let rows = Array(repeating: DegenerateTests.row(), count: count)
        let result = try DegenerateTests.run(rows) { $0.replicates = ReplicatePlan(type) }
        DegenerateTests.expectFinite(result.table.rows)
      }
    }
  }

  @Test("what replicates cannot do is said")
  func refusals() {
    let rows = (0..<6).map { DegenerateTests.row(stratum: $0 < 5 ? "s1" : "s2", psu: "p\($0)") }
    func codes(_ type: ReplicateType, _ change: (inout EstimationPlan) -> Void = { _ in }) -> [String] {
      DegenerateTests.failure(rows) { plan in
        plan.strata = "stratum"
        plan.singlePSU = .certainty
        plan.replicates = ReplicatePlan(type)
        change(&plan)
      }
    }
    #expect(codes(.jackknife) == ["EST-042"])
    #expect(codes(.raoWu) { $0.replicates?.count = 1 } == ["EST-052"])
    #expect(codes(.raoWu) { $0.replicates?.count = 100_000_000 } == ["EST-050"])
    #expect(codes(.stratifiedJackknife) { $0.singlePSU = .centered } == ["EST-051"])
    #expect(codes(.columns) { $0.replicates?.columns = ["rep*"] } == ["EST-040"])
    #expect(
      codes(.columns) { plan in
        plan.replicates?.columns = ["w", "inc*"]
        plan.replicates?.scales = [1]
      } == ["EST-053"])
    #expect(codes(.stratifiedJackknife).isEmpty)
  }
}
