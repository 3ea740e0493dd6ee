import Distributions
import Estimation
import FormDefinition
import Responses
import Testing

/// The presentation standards for proportions of NCHS 2017, and relative standard errors of 30 %.
@Suite("Flags of reliability")
struct ReliabilityTests {
  static func flags(_ successes: Int, of count: Int, clusters: Int? = nil) throws -> [EstimateFlag] {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.disclosure.minimumCount = 1
    if clusters != nil { plan.clusters = ["psu"] }
    let cells = (0..<count).map { [$0 < successes ? "1" : "0", "\(($0 * 7919) % (clusters ?? count))"] }
    let records = TestRecords([coded("q", ["1", "0"]), field("psu", .text)], rows: cells)
    let result = try estimate(plan, form: testForm([indicator("i", .share, ["q"])]), records: records)
    return try #require(RowIndex(result.table).row("q", .proportion, level: "1")).flags
  }

  @Test(
    "shares by n, width and relative width",
    arguments: [
      // n below 30.
      (15, 29, [EstimateFlag.unreliable]),
      // Width 0.30 and more: Clopper–Pearson of 20 of 40 is 0.338–0.662.
      (20, 40, [.unreliable]),
      // 15 of 30 likewise; 50 of 100 is 0.398–0.602, 41 % of the share.
      (50, 100, []),
      // 4 of 100: 0.011–0.099, 220 % of the share.
      (4, 100, [.unreliable]),
      // 20 of 100: 0.127–0.292, 83 %.
      (20, 100, []),
      // 2 of 2000: narrower than 0.05, whatever its relative width.
      (2, 2000, []),
      // Nobody of 400: narrower than 0.05, for review; nobody of 40 as well, the relative width being none.
      (0, 400, [.review]), (400, 400, [.review]),
    ])
  func shares(_ successes: Int, _ count: Int, _ expected: [EstimateFlag]) throws {
    #expect(try Self.flags(successes, of: count) == expected)
  }

  @Test("fewer than 8 degrees of freedom are for review")
  func degrees() throws {
    #expect(try Self.flags(500, of: 1000, clusters: 8) == [.review])
    #expect(try Self.flags(500, of: 1000, clusters: 9).isEmpty)
  }

  @Test("a mean whose standard error is 30 % of it is unreliable, one with a smaller error is not")
  func means() throws {
    for (large, expected) in [("1000", [EstimateFlag.unreliable]), ("2", [])] {
      var plan = EstimationPlan()
      plan.sample = .probability
      plan.disclosure.minimumCount = 1
      let cells = (0..<50).map { [$0 == 0 ? large : "1"] }
      let records = TestRecords([field("y", .decimal)], rows: cells)
      let table = try estimate(plan, form: testForm([indicator("i", .mean, ["y"])]), records: records).table
      #expect(RowIndex(table).row("y", .mean)?.flags == expected)
    }
  }

  @Test(
    "Clopper and Pearson's interval is wider than the normal one by less than 3/n", arguments: [30, 35, 60, 200, 2000])
  func boundOfWidth(size: Int) throws {
    let size = Double(size)
    for step in 1..<400 {
      let share = Double(step) / 400
      let successes = share * size
      let low = try #require(BetaDistribution.quantile(0.025, successes, size - successes + 1))
      let high = try #require(BetaDistribution.quantile(0.975, successes + 1, size - successes))
      #expect(high - low < 2 * 1.96 * (share * (1 - share) / size).squareRoot() + 3 / size)
    }
  }
}
