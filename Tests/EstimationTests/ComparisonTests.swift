import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

/// Comparisons of levels.
@Suite("Comparisons")
struct ComparisonTests {
  static let fields = [
    coded("q", ["1", "2", "3"]), coded("sector", ["a", "b", "c", "d"]), field("y", .decimal), field("w", .decimal),
    coded("one", ["x"]),
  ]
  static let form = testForm([
    indicator("shares", .share, ["q", "one"]), indicator("numbers", .mean, ["y"]),
    indicator("scores", .mean, ["q"]),
  ])

  static func plan(_ test: ComparisonTest, _ items: [String], adjust: PValueAdjustment = .holm) -> EstimationPlan {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.disclosure.minimumCount = 1
    var comparison = Comparison(items: items, domain: ["sector"])
    comparison.test = test
    comparison.adjustment = adjust
    plan.comparisons = [comparison]
    return plan
  }

  static func rows(_ plan: EstimationPlan, _ cells: [[String]]) throws -> [EstimateRow] {
    try estimate(plan, form: form, records: TestRecords(fields, rows: cells)).table.rows
      .filter { [.test, .difference].contains($0.statistic) }
  }

  static func cells(_ count: Int, seed: UInt64 = 7) -> [[String]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let sector = ["a", "b", "c"][Int.random(in: 0..<3, using: &generator)]
      return [
        String(Int.random(in: 1...3, using: &generator)), sector,
        String(Double.random(in: 0...9, using: &generator) + (sector == "a" ? 3 : 0)), "1", "x",
      ]
    }
  }

  @Test("two groups of 1, 2, 3 and 3, 5: the difference, its standard error and t by hand")
  func byHand() throws {
    let cells = [("1", "a"), ("2", "a"), ("3", "a"), ("3", "b"), ("5", "b")].map { ["", $0.1, $0.0, "1", ""] }
    let row = try #require(try Self.rows(Self.plan(.difference, ["y"]), cells).first)
    #expect(row.domainLevel == "a-b" && row.baseCount == 5 && row.degreesOfFreedom == 4)
    #expect(row.estimate == -2)
    // Scores −1/3, 0, 1/3 and 1/2, −1/2: n/(n − 1) Σ z² = 5/4 (2/9 + 1/2).
    let error = (5.0 / 4 * (2.0 / 9 + 0.5)).squareRoot()
    #expect(isClose(row.standardError, error, 1e-12))
    #expect(isClose(row.testStatistic, -2 / error, 1e-12))
    let regression = try #require(try Self.rows(Self.plan(.t, ["y"]), cells).first)
    #expect(regression.degreesOfFreedom == 3)
    #expect(try #require(regression.pValue) > #require(row.pValue))
  }

  @Test("every two levels that occur and every answer have their difference; shares' differences add up to 0")
  func pairs() throws {
    let rows = try Self.rows(Self.plan(.difference, ["q"]), Self.cells(300))
    let pairs = ["a-b", "a-c", "b-c"]
    for pair in pairs {
      let estimates = rows.filter { $0.domainLevel == pair }.compactMap(\.estimate)
      #expect(estimates.count == 3)
      #expect(abs(estimates.reduce(0, +)) < 1e-12)
    }
    // Level d has nobody: rows without figures.
    #expect(rows.filter { !pairs.contains($0.domainLevel) }.allSatisfy { $0.estimate == nil && $0.pValue == nil })
  }

  @Test("an indicator stands for its items, and p values are adjusted over all of the entry's tests")
  func family() throws {
    let plain = try Self.rows(Self.plan(.difference, ["numbers"], adjust: .none), Self.cells(300))
    let tests = plain.filter { $0.pValue != nil }
    #expect(tests.count == 3 && plain.allSatisfy { $0.adjustedPValue == nil })
    let values = tests.compactMap(\.pValue).sorted()
    func adjusted(_ kind: PValueAdjustment) throws -> [Double] {
      try Self.rows(Self.plan(.difference, ["numbers"], adjust: kind), Self.cells(300)).compactMap(\.adjustedPValue)
        .sorted()
    }
    let bonferroni = try adjusted(.bonferroni)
    let holm = try adjusted(.holm)
    let rate = try adjusted(.benjaminiHochberg)
    for place in 0..<3 {
      #expect(isClose(bonferroni[place], min(1, 3 * values[place]), 1e-12))
      let step = (0...place).map { Double(3 - $0) * values[$0] }.max() ?? 0
      #expect(isClose(holm[place], min(1, step), 1e-12))
      let least = (place..<3).map { 3 / Double($0 + 1) * values[$0] }.min() ?? 0
      #expect(isClose(rate[place], min(1, least), 1e-12))
    }
  }

  @Test(
    "tests of tables without two rows and columns, or without respondents, have no figures",
    arguments: [ComparisonTest.raoScott, .raoScottChiSquared, .wald, .adjustedWald])
  func degenerate(_ test: ComparisonTest) throws {
    let one = try Self.rows(Self.plan(test, ["one"]), Self.cells(50))
    #expect(one.count == 1 && one[0].testStatistic == nil && one[0].pValue == nil)
    let none = try Self.rows(Self.plan(test, ["q"]), [])
    #expect(none.count == 1 && none[0].pValue == nil)
    let exact = (0..<40).map { ["\($0 % 2 + 1)", $0 % 2 == 0 ? "a" : "b", "", "1", "x"] }
    for row in try Self.rows(Self.plan(test, ["q"]), exact) {
      #expect([row.testStatistic, row.pValue, row.designEffect].allSatisfy { $0?.isFinite ?? true })
    }
  }

  @Test("suppressed levels take no part")
  func suppressed() throws {
    var plan = Self.plan(.difference, ["y"])
    plan.disclosure.minimumCount = 10
    let few = (0..<4).map { ["", "d", "\($0)", "1", ""] }
    let rows = try Self.rows(plan, Self.cells(90) + few)
    #expect(!rows.isEmpty)
    #expect(!rows.contains { $0.domainLevel.contains("d") })
    // The smallest other level is suppressed with it, or the whole would give it back.
    #expect(rows.count == 1)
    plan.comparisons[0].items = ["q"]
    plan.comparisons[0].test = .raoScott
    let table = try #require(try Self.rows(plan, Self.cells(90) + few).first)
    #expect(table.flags.isEmpty && table.pValue != nil)
  }

  @Test("tests that do not fit and names nobody knows are told")
  func refused() {
    let failure = #expect(throws: StageFailure.self) {
      try Self.rows(Self.plan(.raoScott, ["y", "z"]), Self.cells(9))
    }
    #expect(failure?.diagnostics.map(\.code.identifier) == ["EST-061", "EST-060"])
  }
}
