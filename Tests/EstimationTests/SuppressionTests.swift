import Diagnostics
import Estimation
import FormDefinition
import Testing

/// What must not be published, and what would give it back.
@Suite("Suppression")
struct SuppressionTests {
  /// Respondents by sector and gender, all answering 1…5 in turn.
  static func rows(_ counts: [(sector: String, gender: String, count: Int)]) -> [[String]] {
    counts.flatMap { part in
      (0..<part.count).map { number in
        var row = DegenerateTests.row(imp: String(number % 5 + 1), sector: part.sector)
        row[4] = part.gender
        return row
      }
    }
  }

  static func run(
    _ counts: [(sector: String, gender: String, count: Int)], minimumCount: Int = 10, minimumCell: Int? = nil,
    domains: [[String]] = [["sector"]]
  ) throws -> RowIndex {
    let result = try DegenerateTests.run(rows(counts)) { plan in
      plan.domains = domains
      plan.disclosure.minimumCount = minimumCount
      plan.disclosure.minimumCell = minimumCell
    }
    for row in result.table.rows where row.flags.contains(.suppressed) {
      #expect(row.estimate == nil && row.baseCount == nil && row.effectiveCount == nil && row.standardError == nil)
    }
    return RowIndex(result.table)
  }

  private func isSuppressed(_ rows: RowIndex, _ level: String, _ domain: String = "sector") -> Bool? {
    rows.row("imp", .mean, domain: domain, domainLevel: level)?.flags.contains(.suppressed)
  }

  @Test("a small level takes the next smallest with it")
  func complementary() throws {
    let rows = try Self.run([("a", "f", 9), ("b", "f", 30), ("c", "f", 40)])
    #expect(isSuppressed(rows, "a") == true)
    #expect(isSuppressed(rows, "b") == true)
    #expect(isSuppressed(rows, "c") == false)
    #expect(rows.row("imp", .mean)?.estimate != nil)
  }

  @Test("two small levels that are together below the minimum take a third")
  func together() throws {
    let rows = try Self.run([("a", "f", 4), ("b", "f", 5), ("c", "f", 40)])
    #expect(isSuppressed(rows, "c") == true)
    let safe = try Self.run([("a", "f", 6), ("b", "f", 5), ("c", "f", 40)])
    #expect(isSuppressed(safe, "c") == false)
  }

  @Test("a domain that suppression leaves little of is named, others are not")
  func hiddenDomain() throws {
    let remarks = { (counts: [(sector: String, gender: String, count: Int)]) in
      try DegenerateTests.run(Self.rows(counts)) { plan in
        plan.domains = [["sector"]]
        plan.disclosure.minimumCount = 10
      }.diagnostics.filter { $0.code.identifier == "EST-123" }
    }
    let hidden = try remarks([("a", "f", 4), ("b", "f", 5), ("c", "f", 40)])
    #expect(hidden.map { $0.arguments["domain"] } == ["sector"] && hidden.first?.arguments["share"] == "100")
    #expect(try remarks([("a", "f", 60), ("b", "f", 65), ("c", "f", 70)]).isEmpty)
  }

  @Test("a rare answer takes the item's mean, consensus and n with it, and other items of its question")
  func rareAnswers() throws {
    // 12 of sector a: answers 1…5 three, three, two, two, two times.
    let rows = try Self.run([("a", "f", 12), ("b", "f", 30), ("c", "f", 40)])
    for statistic in [Statistic.mean, .consensus, .agreement, .agree] {
      #expect(rows.row("imp", statistic, domain: "sector", domainLevel: "a")?.flags.contains(.suppressed) == true)
    }
    #expect(rows.row("imp|prov", .gap, domain: "sector", domainLevel: "a")?.flags.contains(.suppressed) == true)
    let loose = try Self.run([("a", "f", 12), ("b", "f", 30), ("c", "f", 40)], minimumCell: 2)
    #expect(isSuppressed(loose, "a") == false)
  }

  @Test("crossed levels: every line keeps at least two secrets, and parts of a suppressed level are suppressed")
  func crossed() throws {
    let rows = try Self.run(
      [("a", "f", 9), ("a", "m", 40), ("b", "f", 30), ("b", "m", 35), ("c", "f", 50), ("c", "m", 60)],
      domains: [["sector"], ["sector", "gender"]])
    let crossed = "sector*gender"
    for level in ["a*f", "a*m", "b*f", "b*m"] { #expect(isSuppressed(rows, level, crossed) == true, "\(level)") }
    #expect(isSuppressed(rows, "c*m", crossed) == false)
    let nested = try Self.run(
      [("a", "f", 4), ("a", "m", 3), ("b", "f", 30), ("b", "m", 35), ("c", "f", 50), ("c", "m", 60)],
      domains: [["sector"], ["sector", "gender"]])
    #expect(isSuppressed(nested, "b") == true)
    for level in ["b*f", "b*m"] { #expect(isSuppressed(nested, level, crossed) == true) }
  }

  @Test("the p %-rule: a total that one number dominates is suppressed, with another beside it")
  func dominance() throws {
    func run(_ p: Double?, largest: String) throws -> RowIndex {
      // Sector a: ten numbers, 40 the second largest, eight of 1.
      let numbers =
        [("a", [largest, "40"] + Array(repeating: "1", count: 8))]
        + ["b", "c"].map { ($0, Array(repeating: "5", count: 12)) }
      let rows = numbers.flatMap { sector, values in values.map { DegenerateTests.row(income: $0, sector: sector) } }
      return RowIndex(
        try DegenerateTests.run(rows) { plan in
          plan.disclosure.minimumCount = 10
          plan.disclosure.dominance = p.map { DominanceRule(percent: $0) }
        }.table)
    }
    func isHidden(_ rows: RowIndex, _ level: String) -> Bool? {
      rows.row("income", .total, domain: "sector", domainLevel: level)?.flags.contains(.suppressed)
    }
    // 8 < 10 % of 100, but not of 80.
    #expect(isHidden(try run(10, largest: "100"), "a") == true)
    #expect(isHidden(try run(10, largest: "100"), "b") == true)
    #expect(isHidden(try run(10, largest: "80"), "a") == false)
    #expect(isHidden(try run(nil, largest: "100"), "a") == false)
  }

  @Test("(n, k)-dominance: a total of which the n largest numbers are more than k % is suppressed")
  func largestShares() throws {
    func isHidden(_ n: Int, _ k: Double) throws -> Bool? {
      // Sector a: 30 + 25 + 20 of 100.
      let numbers =
        [("a", ["30", "25", "20"] + Array(repeating: "2.5", count: 10))]
        + ["b", "c"].map { ($0, Array(repeating: "5", count: 14)) }
      let rows = numbers.flatMap { sector, values in values.map { DegenerateTests.row(income: $0, sector: sector) } }
      let table = try DegenerateTests.run(rows) { plan in
        plan.disclosure.minimumCount = 10
        plan.disclosure.dominance = DominanceRule(largest: .init(count: n, percent: k))
      }.table
      return RowIndex(table).row("income", .total, domain: "sector", domainLevel: "a")?.flags.contains(.suppressed)
    }
    let found = try [(1, 29.0), (1, 30), (2, 54), (2, 55), (3, 74), (3, 75), (4, 77), (4, 78)].map(isHidden)
    #expect(found == [true, false, true, false, true, false, true, false])
  }

  @Test(
    "dominance of a total by its contributions",
    arguments: [
      ([100.0, 40, 8], 10.0, nil, true), ([80, 40, 8], 10, nil, false), ([5], 10, nil, true), ([], 10, nil, false),
      ([0, 0], 10, (1, 50.0), false), ([60, 40], nil, (1, 60), false), ([61, 39], nil, (1, 60), true),
      ([-61, 39], nil, (1, 60), true), ([30, 30, 20, 20], nil, (2, 59), true), ([5], nil, (2, 85), true),
      ([10, 10, 10], nil, nil, false),
    ] as [([Double], Double?, (Int, Double)?, Bool)])
  func rule(contributions: [Double], p: Double?, largest: (Int, Double)?, isDominated: Bool) {
    let rule = DominanceRule(percent: p, largest: largest.map { .init(count: $0, percent: $1) })
    #expect(rule.isDominated(contributions) == isDominated)
    #expect(rule.isDominated(contributions.reversed()) == isDominated)
  }

  @Test("with a minimum of 1 nothing is suppressed")
  func open() throws {
    let rows = try Self.run([("a", "f", 1), ("b", "f", 30)], minimumCount: 1)
    #expect(isSuppressed(rows, "a") == false && isSuppressed(rows, "c") == false)
  }
}
