import Estimation
import FormDefinition
import Responses
import Testing

/// Estimates that are not smooth, and orders of needs, by bootstrap replicates.
@Suite("Bootstrap of what is not smooth")
struct BootstrapIndicatorTests {
  static let scale = ["1", "2", "3", "4", "5"]

  static func plan(_ type: ReplicateType?) -> EstimationPlan {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.disclosure.minimumCount = 1
    plan.replicates = type.map { ReplicatePlan($0) }
    return plan
  }

  private static func items(_ type: ReplicateType?) throws -> RowIndex {
    var generator = SeededGenerator(seed: 4)
    let rows = (0..<60).map { _ in [scale[Int.random(in: 1...4, using: &generator)], "4"] }
    let form = testForm([
      indicator("x", .consensus, ["x", "y"], agree: ["4", "5"], parameters: ["statistics": "delphi"])
    ])
    let records = TestRecords([coded("x", scale), coded("y", scale)], rows: rows)
    return RowIndex(try estimate(plan(type), form: form, records: records).table)
  }

  @Test("A, the median and the range have a standard error by bootstrap, none by jackknife or linearisation")
  func stepwise() throws {
    for statistic in [Statistic.agreement, .median, .interquartileRange] {
      let row = try #require(try Self.items(.raoWu).row("x", statistic))
      let estimate = try #require(row.estimate)
      let error = try #require(row.standardError)
      #expect(error >= 0)
      let low = try #require(row.lowerLimit)
      let high = try #require(row.upperLimit)
      #expect(low <= estimate && estimate <= high)
      #expect(try Self.items(.jackknife).row("x", statistic)?.standardError == nil)
      #expect(try Self.items(nil).row("x", statistic)?.standardError == nil)
    }
    // A varies like a mean of 60 answers: by some hundredths, not by nothing and not by tenths.
    let error = try #require(try Self.items(.raoWu).row("x", .agreement)?.standardError)
    #expect(error > 0.01 && error < 0.2)
  }

  @Test("a criterion's probability is 1 where all agree, and lies between 0 and 1 where it is doubtful")
  func criteria() throws {
    let rows = try Self.items(.cantyDavison)
    for level in ["iqr", "share", "both"] {
      #expect(rows.row("y", .delphiProbability, level: level)?.estimate == 1)
      let doubtful = try #require(rows.row("x", .delphiProbability, level: level)?.estimate)
      #expect((0...1).contains(doubtful))
    }
    #expect(try Self.items(nil).row("y", .delphiProbability, level: "iqr") == nil)
    #expect(try Self.items(.stratifiedJackknife).row("y", .delphiProbability, level: "iqr") == nil)
  }

  @Test("a smooth measure has about the same standard error by bootstrap as by linearisation")
  func smooth() throws {
    let linear = try Self.items(nil)
    let drawn = try Self.items(.raoWu)
    for statistic in [Statistic.consensus, .leik, .blairLacySquared, .rWG] {
      let expected = try #require(linear.row("x", statistic)?.standardError)
      let found = try #require(drawn.row("x", statistic)?.standardError)
      #expect(abs(found / expected - 1) < 0.25, "\(statistic)")
    }
  }

  @Test("places of needs have intervals, and the probabilities of lying above each other add up to 1")
  func ranks() throws {
    var generator = SeededGenerator(seed: 9)
    // a and b are met equally badly, c is met.
    let rows = (0..<80).map { _ in
      (0..<2).flatMap { _ in ["5", Self.scale[Int.random(in: 0...2, using: &generator)]] } + ["2", "5"]
    }
    let fields = ["a", "b", "c"].flatMap { [coded("\($0)_imp", Self.scale), coded("\($0)_prov", Self.scale)] }
    let needs = ["a", "b", "c"].map { "\($0)_imp|\($0)_prov" }
    let form = testForm([indicator("n", .need, needs)])
    let table = RowIndex(
      try estimate(Self.plan(.raoWu), form: form, records: TestRecords(fields, rows: rows)).table)
    let last = try #require(table.row(needs[2], .rank))
    #expect(last.estimate == 3 && last.lowerLimit == 3 && last.upperLimit == 3)
    let first = try #require(table.row(needs[0], .rank))
    #expect(first.lowerLimit == 1 && first.upperLimit == 2)
    for (own, other) in [(0, 1), (1, 2), (0, 2)] {
      let above = try #require(table.row(needs[own], .probabilityAbove, level: needs[other])?.estimate)
      let below = try #require(table.row(needs[other], .probabilityAbove, level: needs[own])?.estimate)
      #expect(isClose(above + below, 1, 1e-12))
    }
    #expect(table.row(needs[0], .probabilityAbove, level: needs[2])?.estimate == 1)
    #expect(table.row(needs[0], .probabilityAbove, level: needs[0]) == nil)
  }
}
