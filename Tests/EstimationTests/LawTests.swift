import Estimation
import Responses
import Testing

/// What must hold whatever the answers are.
@Suite("Laws of estimation")
struct LawTests {
  static func rows(_ survey: SyntheticSurvey, _ change: (inout EstimationPlan) -> Void = { _ in }) throws
    -> [EstimateRow]
  {
    var plan = DesignTests.plan(clusters: 0, sizes: 0)
    change(&plan)
    return try estimate(plan, form: SyntheticSurvey.form, records: survey.records).table.rows
  }

  @Test(
    "multiplying every weight by a constant changes no share, mean or standard error of them", arguments: [3, 4, 5])
  func scaledWeights(seed: UInt64) throws {
    let survey = SyntheticSurvey(seed: seed, count: 300)
    var scaled = survey
    for row in scaled.rows.indices { scaled.rows[row][5] = String((Double(scaled.rows[row][5]) ?? 0) * 37.5) }
    for (before, after) in zip(try Self.rows(survey), try Self.rows(scaled)) {
      let factor = before.statistic == .total ? 37.5 : 1
      #expect(isClose(after.estimate, (before.estimate ?? 0) * factor, 1e-12))
      #expect(isClose(after.standardError ?? 0, (before.standardError ?? 0) * factor, 1e-9))
    }
  }

  @Test("the order of records and the size of batches change results by less than 1e-12", arguments: [3, 4, 5])
  func recordOrder(seed: UInt64) throws {
    let survey = SyntheticSurvey(seed: seed, count: 500)
    var shuffled = survey
    var generator = SeededGenerator(seed: seed + 100)
    shuffled.rows.shuffle(using: &generator)
    for (before, after) in zip(try Self.rows(survey), try Self.rows(shuffled)) {
      #expect(isClose(after.estimate ?? 0, before.estimate ?? 0, 1e-12), "\(before.statistic)")
      #expect(isClose(after.standardError ?? 0, before.standardError ?? 0, 1e-10), "\(before.statistic)")
      #expect(after.baseCount == before.baseCount)
    }
  }

  @Test("totals of the strata and of the levels of a domain add up to the whole")
  func totalsAddUp() throws {
    let survey = SyntheticSurvey(seed: 9, count: 400)
    let rows = try Self.rows(survey) { $0.domains = [["stratum"], ["gender"]] }
    for domain in ["stratum", "gender"] {
      let parts = rows.filter { $0.item == "income" && $0.statistic == .total && $0.domain == domain }
      let whole = try #require(rows.first { $0.item == "income" && $0.statistic == .total && $0.domain.isEmpty })
      #expect(isClose(parts.compactMap(\.estimate).reduce(0, +), try #require(whole.estimate), 1e-12))
      #expect(parts.compactMap(\.baseCount).reduce(0, +) == whole.baseCount)
    }
    // Independent strata: variances add up too.
    let parts = rows.filter { $0.item == "income" && $0.statistic == .total && $0.domain == "stratum" }
    let whole = try #require(rows.first { $0.item == "income" && $0.statistic == .total && $0.domain.isEmpty })
    let sum = parts.compactMap(\.standardError).reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(isClose(sum, try #require(whole.standardError), 1e-10))
  }

  @Test("where everybody was sampled there is no sampling error")
  func census() throws {
    var survey = SyntheticSurvey(seed: 12, count: 200)
    for row in survey.rows.indices { survey.rows[row][9] = "1" }
    let rows = try Self.rows(survey) { $0.populationSizes = ["n_psu"] }
    #expect(rows.contains { $0.standardError != nil })
    for row in rows where row.standardError != nil {
      #expect(row.standardError == 0)
      #expect(row.lowerLimit == row.estimate && row.upperLimit == row.estimate)
    }
  }

  @Test(
    "shares add up to 1, consensus lies in 0…1, agreement in −1…1, limits around the estimate",
    arguments: [21, 22, 23, 24])
  func ranges(seed: UInt64) throws {
    let rows = try Self.rows(SyntheticSurvey(seed: seed, count: 60))
    let shares = rows.filter { $0.item == "imp" && $0.statistic == .proportion && $0.domain.isEmpty }
    #expect(isClose(shares.compactMap(\.estimate).reduce(0, +), 1, 1e-14))
    for row in rows {
      for number in [row.estimate, row.standardError, row.lowerLimit, row.upperLimit, row.designEffect] {
        #expect(number?.isFinite ?? true)
      }
      guard let estimate = row.estimate else { continue }
      switch row.statistic {
      case .consensus, .proportion, .agree, .disagree: #expect((0...1).contains(estimate))
      case .agreement, .netAgree: #expect((-1...1).contains(estimate))
      default: break
      }
      if let low = row.lowerLimit, let high = row.upperLimit { #expect(low <= estimate && estimate <= high) }
    }
  }

  @Test("raking to the margins that the weights already have changes no estimate and removes the margins' variance")
  func rakingToOwnMargins() throws {
    let survey = SyntheticSurvey(seed: 31, count: 400)
    let genders = zip(survey.column("gender"), survey.numbers("w")).reduce(into: [String: Double]()) { sums, pair in
      sums[pair.0, default: 0] += pair.1 ?? 0
    }
    let margin = RakeMargin(
      variables: ["gender"], population: genders.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    let before = try Self.rows(survey)
    let after = try Self.rows(survey) { $0.rake = [margin] }
    for (before, after) in zip(before, after) { #expect(isClose(after.estimate ?? 0, before.estimate ?? 0, 1e-12)) }
    let own = try Self.rows(survey) { plan in
      plan.rake = [margin]
      plan.domains = [["gender"]]
    }
    let whole = own.filter { $0.indicator == "sectors" && $0.domain.isEmpty }
    #expect(whole.allSatisfy { ($0.standardError ?? 0) > 0 })
  }
}
