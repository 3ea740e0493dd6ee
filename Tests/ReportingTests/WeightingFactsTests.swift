@testable import Estimation
import Testing

@testable import Reporting

/// Requirements: WF1 a withheld count cannot be had back from the total; WF2 nothing is withheld without need.
@Suite struct WeightingFactsTests {
  @Test(
    "A withheld count takes further ones with it until the total no longer tells it",
    arguments: [
      ([nil, 253, 2222, 360], 2839, [nil, nil, 2222, 360]),
      ([nil, nil, 2222, 360], 2586, [nil, nil, nil, 2222]),
      ([nil, nil, 50], 80, [nil, nil, 50]),
      ([40, 30, 20], 90, [40, 30, 20]),
      ([nil], 5, [nil]), ([], 0, []),
    ] as [([Int?], Int, [Int?])])
  func complementary(counts: [Int?], total: Int, expected: [Int?]) {
    let shown = WeightingFacts.withholding(counts, total: total, minimum: 10)
    #expect(Set(shown.compactMap { $0 }) == Set(expected.compactMap { $0 }))
    #expect(shown.count == counts.count)
  }

  @Test("The facts of an estimation carry margins, unmatched levels and what sources have in common")
  func summary() throws {
    let frame = try PopulationFrame.read(
      bytes: Array(
        "variable,level,population,as_of,source,definition\nq,a,90,2022-08-31,S,A; all\nq,b,10,2022-08-31,S,B; all\n"
          .utf8),
      source: "frame.csv")
    var plan = EstimationPlan()
    plan.rake = [
      RakeMargin(variables: ["q"], population: [("a", 90), ("b", 10)], unmatched: .exclude, map: ["c": "b"])
    ]
    var margin = MarginSummary(
      variables: ["q"], unmatched: .exclude, levels: [], unmatchedRespondents: [], emptyLevels: [], population: 100)
    margin.levels = [
      .init(name: "a", population: 90, respondents: 30, before: 30, after: 90),
      .init(name: "b", population: 10, respondents: 30, before: 30, after: 10),
    ]
    margin.unmatchedRespondents = [.init(name: "", respondents: 12)]
    let weights = WeightDistribution(count: 60, minimum: 1, maximum: 1, sum: 60, sumOfSquares: 60)
    let final = WeightDistribution(count: 60, minimum: 1.0 / 3, maximum: 3, sum: 100, sumOfSquares: 273.3333333333333)
    let facts = WeightingFacts(
      WeightingSummary(base: weights, final: final, margins: [margin], excludedCount: 12), respondentCount: 60,
      plan: plan, frames: [frame])
    #expect(!facts.withholdsTotals)
    let few = WeightingFacts(
      WeightingSummary(base: weights, final: final, margins: [margin], excludedCount: 9), respondentCount: 60,
      plan: plan, frames: [frame])
    #expect(few.withholdsTotals)
    #expect(facts.margins.map(\.shareBefore) == [0.5, 0.5])
    #expect(facts.margins.map(\.shareAfter) == [0.9, 0.1])
    #expect(facts.unmatched.map(\.treatment) == [.excluded, .mapped])
    #expect(
      facts.frames == [
        FrameSource(
          variable: "q", asOf: CalendarDay(year: 2022, month: 8, day: 31), source: "S", definition: "all")
      ])
    // (Σw)²/Σw² = 10000/273.33 = 36.585…
    #expect(abs((facts.effectiveCount ?? 0) - 36.585365853658) < 1e-9)
  }
}
