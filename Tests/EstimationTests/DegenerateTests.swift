import Diagnostics
import Estimation
import Responses
import Testing

/// Data at the edge: a result, a flag or a diagnostic, never a number that is none.
@Suite("Degenerate data")
struct DegenerateTests {
  static func run(
    _ rows: [[String]], _ change: (inout EstimationPlan) -> Void = { _ in }
  ) throws -> EstimationResult {
    var plan = EstimationPlan()
    plan.domains = [["sector"]]
    plan.disclosure.minimumCount = 1
    change(&plan)
    return try estimate(plan, form: SyntheticSurvey.form, records: TestRecords(SyntheticSurvey.fields, rows: rows))
  }

  /// The codes of a failure; empty when there is none.
  static func failure(_ rows: [[String]], _ change: (inout EstimationPlan) -> Void) -> [String] {
    do {
      _ = try run(rows, change)
      return []
    } catch let failure as StageFailure {
      #expect(failure.exitCode == .unusableInput)
      return failure.diagnostics.map(\.code.identifier)
    } catch {
      return ["?"]
    }
  }

  static func row(
    imp: String = "4", prov: String = "2", income: String = "5", sector: String = "a", weight: String = "1",
    stratum: String = "s1", psu: String = "p1"
  ) -> [String] {
    [imp, prov, income, sector, "f", weight, stratum, psu, "1", "50", "9", "1", "1", "1", "1"]
  }

  static func expectFinite(_ rows: [EstimateRow]) {
    for row in rows {
      let numbers = [
        row.estimate, row.standardError, row.lowerLimit, row.upperLimit, row.effectiveCount, row.designEffect,
        row.degreesOfFreedom,
      ]
      #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(row)")
    }
  }

  @Test("no records: rows without figures and a warning")
  func noRecords() throws {
    let result = try Self.run([])
    #expect(result.respondentCount == 0)
    #expect(result.table.rows.allSatisfy { $0.estimate == nil })
    #expect(result.diagnostics.map(\.code) == [.noRecords])
  }

  @Test("one record: estimates without standard errors")
  func oneRecord() throws {
    let rows = try Self.run([Self.row()]).table.rows
    let mean = try #require(RowIndex(EstimatesTable(rows: rows)).row("imp", .mean))
    #expect(mean.estimate == 4 && mean.standardError == nil && mean.lowerLimit == nil && mean.baseCount == 1)
    Self.expectFinite(rows)
  }

  @Test("nobody answered: bases of 0 and no figures")
  func allMissing() throws {
    let rows = try Self.run(Array(repeating: Self.row(imp: "", prov: "98", income: "", sector: ""), count: 20)).table
      .rows
    #expect(rows.allSatisfy { $0.baseCount == 0 && ($0.estimate ?? 0) == 0 })
    Self.expectFinite(rows)
  }

  @Test("everybody gave the same answer: standard error 0 and Clopper–Pearson's interval")
  func constant() throws {
    let rows = RowIndex(try Self.run(Array(repeating: Self.row(), count: 20)).table)
    let share = try #require(rows.row("imp", .proportion, level: "4"))
    // 1 − 0.025^(1/20), one-sided at the end.
    #expect(share.estimate == 1 && share.standardError == 0 && share.upperLimit == 1)
    #expect(isClose(share.lowerLimit, 0.8315665, 1e-6))
    let none = try #require(rows.row("imp", .proportion, level: "1"))
    #expect(none.estimate == 0 && none.lowerLimit == 0)
    #expect(isClose(none.upperLimit, 0.1684335, 1e-6))
    #expect(rows.row("imp", .consensus)?.estimate == 1)
    #expect(rows.row("imp", .agreement)?.estimate == 1)
  }

  @Test("weights of 0 count in n and nowhere else; all 0 is a warning")
  func zeroWeights() throws {
    var rows =
      Array(repeating: Self.row(imp: "5"), count: 10) + Array(repeating: Self.row(imp: "1", weight: "0"), count: 5)
    let mean = RowIndex(try Self.run(rows) { $0.weights = "w" }.table).row("imp", .mean)
    #expect(mean?.estimate == 5 && mean?.baseCount == 15 && mean?.degreesOfFreedom == 9)
    rows = rows.suffix(5)
    let result = try Self.run(rows) { $0.weights = "w" }
    #expect(result.diagnostics.map(\.code) == [.zeroWeights])
    Self.expectFinite(result.table.rows)
  }

  @Test(
    "missing, negative, infinite and absurd weights stop the estimation with their numbers, not their values",
    arguments: ["", "-1", "nan", "inf", "1e300"])
  func unusableWeights(weight: String) {
    #expect(Self.failure([Self.row(), Self.row(weight: weight)]) { $0.weights = "w" } == ["EST-006"])
  }

  @Test("huge and tiny weights and numbers give finite figures or none", arguments: ["1e90", "1e-90", "1e100"])
  func hugeWeights(weight: String) throws {
    let rows = (0..<30).map { Self.row(imp: String($0 % 5 + 1), income: "1e308", weight: $0 % 2 == 0 ? weight : "1") }
    let result = try Self.run(rows) { $0.weights = "w" }
    Self.expectFinite(result.table.rows)
    #expect(RowIndex(result.table).row("imp", .mean)?.estimate != nil)
  }

  @Test("strata of one PSU: an error without a rule, a flag with one", arguments: SinglePSURule.allCases)
  func singlePSU(rule: SinglePSURule) throws {
    let rows = (0..<20).map { Self.row(imp: String($0 % 5 + 1)) } + [Self.row(stratum: "s2")]
    let change: (inout EstimationPlan) -> Void = {
      $0.strata = "stratum"
      $0.singlePSU = rule
    }
    if rule == .error {
      #expect(Self.failure(rows, change) == ["EST-009"])
      return
    }
    let row = try #require(RowIndex(try Self.run(rows, change).table).row("imp", .mean))
    #expect(row.flags.contains(.singlePSU))
    #expect((row.standardError ?? 0) > 0)
  }

  @Test("the rules for a single PSU, by hand")
  func singlePSUByHand() throws {
    // Stratum s1: 1, 3; stratum s2: 5 alone. Scores of the mean 3: (y − 3)/3.
    let rows = [Self.row(imp: "1"), Self.row(imp: "3"), Self.row(imp: "5", stratum: "s2")]
    func error(_ rule: SinglePSURule) throws -> Double? {
      let table = try Self.run(rows) { plan in
        plan.strata = "stratum"
        plan.singlePSU = rule
      }.table
      return RowIndex(table).row("imp", .mean)?.standardError
    }
    // s1: 2/(2−1) × ((−2/3 + 1/3)² + (0 + 1/3)²) = 4/9.
    #expect(isClose(try error(.certainty), (4.0 / 9).squareRoot(), 1e-14))
    #expect(isClose(try error(.centered), (8.0 / 9).squareRoot(), 1e-14))
    #expect(isClose(try error(.average), (8.0 / 9).squareRoot(), 1e-14))
  }

  @Test("population sizes that contradict the sample stop the estimation")
  func populationSizes() {
    let rows = (0..<60).map { _ in Self.row() }
    #expect(Self.failure(rows) { $0.populationSizes = ["n_psu"] } == ["EST-008"])
  }

  @Test("names nobody knows are all reported at once")
  func unknownNames() {
    let codes = Self.failure([Self.row()]) { plan in
      plan.weights = "weigth"
      plan.strata = "stratumm"
      plan.domains = [["nothing"], ["income"]]
    }
    #expect(codes == ["EST-004", "EST-004", "EST-004", "EST-005"])
    let reversed = Self.failure([Self.row()]) { $0.period = RecordPeriod(field: "n_psu", firstDay: 2, lastDay: 1) }
    #expect(reversed == ["EST-005"])
  }
}
