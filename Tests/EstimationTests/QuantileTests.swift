import Estimation
import FormDefinition
import Responses
import Testing

/// Quantiles by hand.
@Suite("Quantiles")
struct QuantileTests {
  static func rows(
    _ values: [(value: String, weight: String)], shares: [Double], rule: WeightedQuantileRule = .math
  ) throws -> RowIndex {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "w"
    plan.disclosure.minimumCount = 1
    plan.quantiles.shares = shares
    plan.quantiles.rule = rule
    let records = TestRecords(
      [field("y", .decimal), field("w", .decimal)], rows: values.map { [$0.value, $0.weight] })
    return RowIndex(
      try estimate(plan, form: testForm([indicator("i", .mean, ["y"])]), records: records).table)
  }

  @Test("four equal weights: the second value, or the mean of the second and third")
  func ties() throws {
    let values = [("1", "1"), ("2", "1"), ("4", "1"), ("9", "1")]
    let math = try Self.rows(values, shares: [0.25, 0.5, 0.75])
    #expect(math.row("y", .quantile, level: "0.25")?.estimate == 1)
    #expect(math.row("y", .median)?.estimate == 2)
    #expect(math.row("y", .quantile, level: "0.75")?.estimate == 4)
    #expect(math.row("y", .interquartileRange)?.estimate == 3)
    let school = try Self.rows(values, shares: [0.25, 0.5, 0.75], rule: .school)
    #expect(school.row("y", .quantile, level: "0.25")?.estimate == 1.5)
    #expect(school.row("y", .median)?.estimate == 3)
    #expect(school.row("y", .interquartileRange)?.estimate == 5)
  }

  @Test("weights decide; a weight of 0 and a missing value do not")
  func weights() throws {
    let rows = try Self.rows([("5", "1"), ("7", "3"), ("100", "0"), ("", "50"), ("6", "1")], shares: [0.5])
    #expect(rows.row("y", .median)?.estimate == 7)
    #expect(rows.row("y", .median)?.baseCount == 4)
    #expect(rows.row("y", .mean)?.estimate == 6.4)
  }

  @Test("no answers, one answer and equal answers give no interval or one of a point, and never a crash")
  func degenerate() throws {
    #expect(try Self.rows([("", "1")], shares: [0.5]).row("y", .median)?.estimate == nil)
    let one = try Self.rows([("3", "2")], shares: [0.1, 0.5, 0.9])
    #expect(one.row("y", .quantile, level: "0.9")?.estimate == 3)
    #expect(one.row("y", .median)?.standardError == nil)
    let equal = try Self.rows(Array(repeating: ("8", "1.5"), count: 30), shares: [0.5])
    #expect(equal.row("y", .median)?.estimate == 8)
    #expect(equal.row("y", .median)?.standardError == 0)
  }

  @Test("scores of a reversed item are turned round, and both medians add up to K + 1")
  func reversed() throws {
    var plan = EstimationPlan()
    plan.disclosure.minimumCount = 1
    plan.quantiles.shares = [0.5]
    let scale = ["1", "2", "3", "4", "5"]
    let records = TestRecords(
      [coded("a", scale), coded("b", scale)], rows: ["1", "1", "2", "4", "5"].map { [$0, $0] })
    let form = testForm([indicator("c", .consensus, ["a", "b"], agree: ["4", "5"], reverse: ["b"])])
    let rows = RowIndex(try estimate(plan, form: form, records: records).table)
    #expect(rows.row("a", .median)?.estimate == 2)
    #expect(rows.row("b", .median)?.estimate == 4)
  }

  @Test(
    "no row of the table stands twice, whatever quantiles are asked for", arguments: [[], [0.5], [0.25, 0.5, 0.75]])
  func rowsStandOnce(shares: [Double]) throws {
    var plan = EstimationPlan()
    plan.disclosure.minimumCount = 1
    plan.quantiles.shares = shares
    let scale = ["1", "2", "3", "4", "5"]
    let records = TestRecords([coded("a", scale)], rows: ["1", "1", "2", "4", "5"].map { [$0] })
    let form = testForm([indicator("c", .consensus, ["a"], agree: ["4", "5"])])
    let rows = try estimate(plan, form: form, records: records).table.rows
    let keys = rows.map { [$0.indicator, $0.item, $0.statistic.rawValue, $0.level, $0.domain, $0.domainLevel] }
    #expect(Set(keys).count == keys.count)
    #expect(rows.contains { $0.statistic == .median } && rows.contains { $0.statistic == .interquartileRange })
  }
}
