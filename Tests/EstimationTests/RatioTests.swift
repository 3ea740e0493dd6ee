import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

/// Ratios of two numbers.
@Suite("Ratios")
struct RatioTests {
  static let fields = [
    field("x", .decimal), field("y", .decimal), coded("g", ["a", "b"]), field("w", .decimal), field("s", .text),
    coded("q", ["1"]),
  ]

  static func rows(_ cells: [[String]], rake: Bool = false, item: String = "x/y") throws -> RowIndex {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "w"
    plan.strata = "s"
    plan.domains = [["g"]]
    plan.disclosure.minimumCount = 1
    if rake { plan.rake = [RakeMargin(variables: ["g"], population: [("a", 300), ("b", 500)])] }
    let form = testForm([indicator("r", .ratio, [item]), indicator("m", .mean, ["x", "y"])])
    return RowIndex(try estimate(plan, form: form, records: TestRecords(fields, rows: cells)).table)
  }

  static func cells(_ count: Int) -> [[String]] {
    var generator = SeededGenerator(seed: 11)
    return (0..<count).map { number in
      func value() -> String {
        Int.random(in: 0..<9, using: &generator) == 0 ? "" : String(Double.random(in: 90...110, using: &generator))
      }
      return [
        value(), value(), ["a", "b"][Int.random(in: 0..<2, using: &generator)],
        String(Double.random(in: 1...4, using: &generator)), "s\(number % 3)", "1",
      ]
    }
  }

  @Test("ratio and standard error equal the formula record by record, in the whole and in domains")
  func formula() throws {
    let cells = Self.cells(200)
    let found = try Self.rows(cells)
    for domain in ["", "a", "b"] {
      let complete = cells.map { !$0[0].isEmpty && !$0[1].isEmpty && (domain.isEmpty || $0[2] == domain) }
      let values = cells.map { row in [row[0], row[1], row[3]].map { Double($0) ?? 0 } }
      func total(_ column: Int) -> Double {
        values.indices.reduce(0) { $0 + (complete[$1] ? values[$1][2] * values[$1][column] : 0) }
      }
      let ratio = total(0) / total(1)
      let scores = values.indices.map { index in
        complete[index] ? values[index][2] * (values[index][0] - ratio * values[index][1]) / total(1) : 0
      }
      let variance = NaiveVariance(strata: cells.map { $0[4] }).variance(scores)
      let row = try #require(
        found.row("x/y", .ratio, domain: domain.isEmpty ? "" : "g", domainLevel: domain))
      #expect(isClose(row.estimate, ratio, 1e-12))
      #expect(isClose(row.standardError, variance.squareRoot(), 1e-9))
      #expect(row.baseCount == complete.count { $0 })
    }
  }

  @Test("after raking the variance is that of the residuals: a ratio to itself has none")
  func raked() throws {
    let cells = Self.cells(200)
    let row = try #require(try Self.rows(cells, rake: true).row("x/y", .ratio))
    #expect(try #require(row.standardError) > 0)
    let own = try #require(try Self.rows(cells.map { [$0[0], $0[0]] + $0[2...] }, rake: true).row("x/y", .ratio))
    #expect(isClose(own.estimate, 1, 1e-12) && (own.standardError ?? 1) < 1e-9)
  }

  @Test("nobody with both numbers, or a total of 0, give no figures")
  func degenerate() throws {
    #expect(
      try Self.rows([["1", "", "a", "1", "s", ""], ["", "2", "a", "1", "s", ""]]).row("x/y", .ratio)?.estimate == nil)
    let zero = try Self.rows([["1", "0", "a", "1", "s", ""], ["2", "0", "b", "1", "s", ""]])
    #expect(zero.row("x/y", .ratio)?.estimate == nil && zero.row("x/y", .ratio)?.baseCount == 2)
  }

  @Test("a question without numbers is told")
  func refused() {
    let failure = #expect(throws: StageFailure.self) { try Self.rows(Self.cells(5), item: "x/q") }
    #expect(failure?.diagnostics.contains { $0.field == "q" } == true)
  }
}
