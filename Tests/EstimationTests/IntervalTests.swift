import Estimation
import FormDefinition
import Testing

/// Intervals of shares in simple random samples, with nobody and everybody included.
@Suite("Intervals of shares")
struct IntervalTests {
  /// The share of `successes` among `count` respondents.
  static func share(
    _ successes: Int, of count: Int, _ kind: ProportionInterval, level: Double = 0.95
  ) throws -> EstimateRow {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.disclosure.minimumCount = 1
    plan.intervals.proportion = kind
    plan.intervals.level = level
    let cells = (0..<count).map { [$0 < successes ? "1" : "0"] }
    let records = TestRecords([coded("q", ["1", "0"])], rows: cells)
    let result = try estimate(plan, form: testForm([indicator("i", .share, ["q"])]), records: records)
    return try #require(RowIndex(result.table).row("q", .proportion, level: "1"))
  }

  @Test(
    "Wilson's and Clopper–Pearson's intervals of x of n (R: binom::binom.confint)",
    arguments: [
      (0, 2, 0.95, 0, 0.6576197724933468, 0, 0.841886116991581),
      (1, 5, 0.9, 0.045962453880603972, 0.56470744657845673, 0.010206218313011493, 0.65740831800113853),
      (2, 2, 0.99, 0.2316182917307277, 1, 0.070710678118654779, 1),
    ])
  func simple(_ row: (Int, Int, Double, Double, Double, Double, Double)) throws {
    let wilson = try Self.share(row.0, of: row.1, .wilsonPlain, level: row.2)
    let exact = try Self.share(row.0, of: row.1, .clopperPearson, level: row.2)
    #expect(isClose(wilson.lowerLimit, row.3, 1e-12))
    #expect(isClose(wilson.upperLimit, row.4, 1e-12))
    #expect(isClose(exact.lowerLimit, row.5, 1e-12))
    #expect(isClose(exact.upperLimit, row.6, 1e-12))
  }

  @Test("nobody and everybody have an interval of every kind", arguments: ProportionInterval.allCases)
  func extremes(_ kind: ProportionInterval) throws {
    for count in [2, 3, 10, 400] {
      let nobody = try Self.share(0, of: count, kind)
      let everybody = try Self.share(count, of: count, kind)
      #expect(nobody.lowerLimit == 0)
      #expect(everybody.upperLimit == 1)
      let upper = try #require(nobody.upperLimit)
      #expect(upper > 0 && upper < 1)
      #expect(isClose(everybody.lowerLimit, 1 - upper, 1e-12))
    }
  }

  @Test("limits enclose the share and stay within 0 and 1", arguments: ProportionInterval.allCases)
  func order(_ kind: ProportionInterval) throws {
    for successes in 0...12 {
      let row = try Self.share(successes, of: 12, kind)
      let low = try #require(row.lowerLimit)
      let high = try #require(row.upperLimit)
      let share = Double(successes) / 12
      #expect(low >= 0 && low <= share && share <= high && high <= 1, "\(successes): \(low)–\(high)")
    }
  }
}
