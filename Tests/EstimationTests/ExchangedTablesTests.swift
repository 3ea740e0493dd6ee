import Diagnostics
import FormDefinition
import Responses
import Testing

@testable import Estimation

/// Counts that several items show, and tables published before: what one keeps back the other must not tell.
///
/// Requirements:
/// 1. A count suppressed in gender by sector and in sector by gender keeps two values in every table that agrees with
///    both, weighted totals included.
/// 2. Where the two tables can be protected, nothing is warned of; where answers are no levels, it is.
@Suite("Items and domains that change places")
struct ExchangedTablesTests {
  static func result(_ counts: [[Int]], minimumCount: Int = 10, minimumCell: Int = 3, weights: [Double] = []) throws
    -> EstimationResult
  {
    let sectors = counts.indices.map { "s\($0)" }
    let genders = (counts.first ?? []).indices.map { "g\($0)" }
    var rows: [[String]] = []
    for (sector, line) in counts.enumerated() {
      for (gender, count) in line.enumerated() {
        let weight = weights.isEmpty ? "1" : "\(weights[gender])"
        rows += (0..<count).map { _ in [sectors[sector], genders[gender], weight] }
      }
    }
    var plan = EstimationPlan()
    plan.domains = [["gender"], ["sector"]]
    plan.disclosure.minimumCount = minimumCount
    plan.disclosure.minimumCell = minimumCell
    if !weights.isEmpty { plan.weights = "w" }
    let records = TestRecords(
      [coded("sector", sectors), coded("gender", genders), field("w", .decimal)], rows: rows)
    return try estimate(plan, form: testForm([indicator("i", .share, ["sector", "gender"])]), records: records)
  }

  /// The levels that a table shows of an item in a domain.
  static func shown(_ result: EstimationResult, _ item: String, by domain: String) -> Set<String> {
    Set(
      result.table.rows.filter { $0.item == item && $0.domain == domain && !$0.flags.contains(.suppressed) }.map(
        \.domainLevel))
  }

  /// What a reader of both tables finds of the counts that neither shows: the interval of each by linear programming.
  static func intervals(_ counts: [[Int]], _ result: EstimationResult, weights: [Double] = []) -> [ClosedRange<Double>]
  {
    let columnsShown = shown(result, "sector", by: "gender")
    let rowsShown = shown(result, "gender", by: "sector")
    var program = CountSystem()
    var columns: [[Int]: Int] = [:]
    for (s, line) in counts.enumerated() where !rowsShown.contains("s\(s)") {
      for (g, count) in line.enumerated() where !columnsShown.contains("g\(g)") {
        columns[[s, g]] = program.add(Double(count), in: 0...1000)
      }
    }
    func require(_ cells: [[Int]], weights: [Double]) {
      let terms = cells.compactMap { cell in columns[cell].map { (column: $0, coefficient: weights[cell[1]]) } }
      program.require(
        terms,
        equals: cells.reduce(0) { sum, cell in
          columns[cell] == nil ? sum : sum + weights[cell[1]] * Double(counts[cell[0]][cell[1]])
        })
    }
    let genders = counts[0].indices
    for s in counts.indices {
      require(genders.map { [s, $0] }, weights: genders.map { _ in 1 })
      if !weights.isEmpty { require(genders.map { [s, $0] }, weights: weights) }
    }
    for g in genders { require(counts.indices.map { [$0, g] }, weights: genders.map { _ in 1 }) }
    return columns.filter { counts[$0.key[0]][$0.key[1]] > 0 }.compactMap { program.interval(of: $0.value) }
  }

  @Test("generated tables: what neither item shows is no single number")
  func generated() throws {
    var generator = SeededGenerator(seed: 31)
    var (hidden, protected) = (0, 0)
    for _ in 0..<40 {
      let counts = (0..<4).map { _ in (0..<3).map { _ in Int.random(in: 0...25, using: &generator) } }
      let result = try Self.result(counts)
      let intervals = Self.intervals(counts, result)
      hidden += intervals.count
      protected += intervals.count { $0.upperBound > $0.lowerBound }
      #expect(!result.diagnostics.contains { $0.code.identifier == "EST-121" })
      #expect(result.disclosure.exposedCount == 0)
    }
    #expect(hidden > 100 && protected == hidden)
  }

  @Test("levels of different weights: two of them would be told by a weighted total, so a third goes")
  func weighted() throws {
    let counts = [[2, 30, 20, 40], [30, 25, 24, 30], [28, 22, 26, 20]]
    let weights = [1.0, 2, 3.5, 4]
    let result = try Self.result(counts, weights: weights)
    let intervals = Self.intervals(counts, result, weights: weights)
    #expect(!intervals.isEmpty)
    for interval in intervals { #expect(interval.upperBound > interval.lowerBound) }
  }

  @Test("the bases of one item do not tell those of another: the complement of a small level is the same for both")
  func sizes() throws {
    // A rare answer hides s1 of the first item; of the second s1 could stay, were it not for the size of s0.
    let sectors = [("s0", 6), ("s1", 20), ("s2", 15), ("s3", 30)]
    let rows = sectors.flatMap { sector, count in
      (0..<count).map { number in
        let isRare = sector == "s1" && number == 0 || sector == "s3" && number < 6
        return [sector, isRare ? "x" : number % 2 == 0 ? "y" : "z", number % 2 == 0 ? "y" : "z"]
      }
    }
    var plan = EstimationPlan()
    plan.domains = [["sector"]]
    let fields = [
      coded("sector", sectors.map(\.0)), coded("first", ["x", "y", "z"]), coded("second", ["y", "z"]),
    ]
    let result = try estimate(
      plan, form: testForm([indicator("i", .share, ["first", "second"])]),
      records: TestRecords(fields, rows: rows))
    let (first, second) = (Self.shown(result, "first", by: "sector"), Self.shown(result, "second", by: "sector"))
    // What neither shows has at least two levels, or the whole less the others is the size of s0.
    #expect(Set(sectors.map(\.0)).subtracting(first.union(second)).count >= 2)
  }

  @Test("pairs of answers that change places with a domain are not audited together, and told")
  func pairs() throws {
    let rows = (0..<60).map { [$0 < 4 ? "c" : $0 % 2 == 0 ? "a" : "b", String($0 % 3 + 1), String($0 % 2 + 1)] }
    var plan = EstimationPlan()
    plan.domains = [["sector"], ["imp"]]
    let fields = [coded("sector", ["a", "b", "c"]), coded("imp", ["1", "2", "3"]), coded("prov", ["1", "2", "3"])]
    let form = testForm([indicator("i", .share, ["sector"]), indicator("m", .need, ["imp|prov"])])
    let found = try estimate(plan, form: form, records: TestRecords(fields, rows: rows)).diagnostics
    #expect(found.map(\.code.identifier).contains("EST-121"))
  }
}
