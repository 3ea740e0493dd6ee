import Estimation
import FormDefinition
import Testing

/// Suppressed counts against a reader who tries every table there is.
@Suite("What published numbers leave open")
struct PublishedNumbersTests {
  /// Records by sector: those who answer 4, and those who answer 5.
  private static func rows(_ table: [[Int]]) -> [[String]] {
    zip(["a", "b", "c"], table).flatMap { sector, counts in
      zip(["4", "5"], counts).flatMap { answer, count in
        // Provision and income do not tell sectors apart.
        (0..<count).map { _ in DegenerateTests.row(imp: answer, prov: "3", income: "", sector: sector) }
      }
    }
  }

  private static func estimates(_ table: [[Int]], minimumCount: Int) throws -> [EstimateRow] {
    let form = testForm([
      indicator("agreement", .consensus, ["imp"], agree: ["4", "5"]), indicator("means", .mean, ["imp"]),
      indicator("shares", .share, ["imp"]), indicator("needs", .need, ["imp|prov", "prov|imp"]),
    ])
    var plan = EstimationPlan()
    plan.domains = [["sector"]]
    plan.quantiles.shares = [0.25, 0.5, 0.75]
    var comparison = Comparison(items: ["imp"], domain: ["sector"])
    comparison.test = .difference
    plan.comparisons = [comparison]
    plan.disclosure.minimumCount = minimumCount
    plan.disclosure.minimumCell = 1
    return try estimate(plan, form: form, records: TestRecords(SyntheticSurvey.fields, rows: rows(table))).table.rows
  }

  @Test(
    "every table whose shares, means, consensus, ranks, quantiles, comparisons, errors and n are printed alike is tried",
    arguments: [[[1, 2], [2, 1], [2, 3]], [[0, 2], [2, 2], [3, 1]], [[3, 0], [2, 2], [1, 3]]])
  func exhaustive(table: [[Int]]) throws {
    let published = try Self.estimates(table, minimumCount: 4)
    let hidden = Set(published.filter { $0.flags.contains(.suppressed) }.map(\.domainLevel)).subtracting([""])
    #expect(hidden.count >= 2 && published.contains { $0.domain.isEmpty && $0.estimate != nil })
    // The numbers as they are printed, to the last digit.
    func shown(_ rows: [EstimateRow]) -> [[String]: String] {
      let lines = EstimatesTable(rows: rows).csv().split(whereSeparator: \.isNewline)
      return Dictionary(
        zip(rows, lines.dropFirst()).map { row, line in
          ([row.indicator, row.item, row.statistic.rawValue, row.level, row.domain, row.domainLevel], String(line))
        }, uniquingKeysWith: { first, _ in first })
    }
    let wanted = shown(published.filter { !$0.flags.contains(.suppressed) })
    let totals = (0..<2).map { answer in table.reduce(0) { $0 + $1[answer] } }
    var values: [String: [Set<Int>]] = [:]
    for first in SuppressionAuditTests.compositions(totals[0], 3) {
      for second in SuppressionAuditTests.compositions(totals[1], 3) {
        let candidate = (0..<3).map { [first[$0], second[$0]] }
        // Published levels show their counts; what is left is computed and compared number by number.
        let levels = zip(["a", "b", "c"], zip(candidate, table))
        guard levels.allSatisfy({ hidden.contains($0) || $1.0 == $1.1 }) else { continue }
        let rows = shown(try Self.estimates(candidate, minimumCount: 1))
        guard wanted.allSatisfy({ key, row in rows[key] == row }) else { continue }
        for (level, counts) in zip(["a", "b", "c"], candidate) where hidden.contains(level) {
          let all = counts + [counts.reduce(0, +)]
          let known = values[level] ?? all.map { _ in [] }
          values[level] = zip(known, all).map { $0.union([$1]) }
        }
      }
    }
    #expect(Set(values.keys) == hidden)
    for (level, sets) in values { for set in sets { #expect(set.count > 1, "\(level)") } }
  }
}
