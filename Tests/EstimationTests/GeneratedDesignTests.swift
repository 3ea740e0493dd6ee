import Diagnostics
import Estimation
import Responses
import Testing

/// What must hold under designs and plans drawn at random; a seed makes a case.
@Suite("Laws under generated designs")
struct GeneratedDesignTests {
  /// Every number of every row: finite, standard errors not negative, limits around the estimate.
  static func checkNumbers(_ rows: [EstimateRow], _ name: String) {
    for row in rows {
      let numbers = [
        row.estimate, row.standardError, row.lowerLimit, row.upperLimit, row.effectiveCount, row.designEffect,
        row.degreesOfFreedom, row.testStatistic, row.secondDegreesOfFreedom, row.pValue, row.adjustedPValue,
      ]
      #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(name): \(row)")
      #expect((row.standardError ?? 0) >= 0, "\(name): \(row)")
      for probability in [row.pValue, row.adjustedPValue] { #expect((0...1).contains(probability ?? 0), "\(name)") }
      guard row.statistic != .rank, let estimate = row.estimate, let low = row.lowerLimit, let high = row.upperLimit
      else { continue }
      let slack = 1e-12 * max(1, abs(estimate))
      #expect(low <= high && low <= estimate + slack && estimate <= high + slack, "\(name): \(row)")
    }
  }

  /// A survey and a plan.
  struct Generated {
    var survey: SyntheticSurvey
    var plan = EstimationPlan()
    var hasBootstrap = false
    var isCalibrated = false

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
      func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &generator) }
      survey = SyntheticSurvey(seed: seed, count: pick([0, 1, 2, 5, 20, 60, 60, 60]) ?? 0)
      plan.sample = pick(SampleKind.allCases) ?? .optIn
      plan.weights = chance(3) ? nil : "w"
      plan.strata = chance(2) ? "stratum" : nil
      plan.clusters = pick([[], ["psu"], ["psu", "ssu"]]) ?? []
      if !plan.clusters.isEmpty { plan.populationSizes = pick([[], ["n_psu"], ["n_psu", "n_ssu"]]) ?? [] }
      plan.singlePSU = pick([.certainty, .centered, .average, .average]) ?? .certainty
      plan.domains = pick([[], [["gender"]], [["sector"], ["gender"], ["sector", "gender"]]]) ?? []
      plan.intervals.proportion = pick(ProportionInterval.allCases) ?? .logit
      plan.disclosure.minimumCount = chance(3) ? 5 : 1
      if chance(4) { plan.quantiles.shares = [0.25, 0.5, 0.75] }
      if chance(4) {
        plan.comparisons = [Comparison(items: ["imp", "income"], domain: ["gender"])]
        plan.comparisons[0].test = chance(2) ? .difference : .t
      }
      let genders = RakeMargin(
        variables: ["gender"], population: [("f", 500), ("m", 700)],
        unmatched: pick([.exclude, .baseWeight]) ?? .exclude)
      let sectors = RakeMargin(
        variables: ["sector"], population: [("a", 300), ("b", 400), ("c", 500)],
        unmatched: pick([.exclude, .baseWeight]) ?? .exclude)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: plan.rake = [genders, sectors]
      case 1: plan.postStratify = genders
      case 2:
        var target = CalibrationTarget()
        target.method = pick(CalibrationMethod.allCases) ?? .linear
        target.margins = [genders, sectors]
        // Wide enough for most samples; narrower ones are refused.
        if target.method == .logit { target.bounds = 0.01...100 }
        plan.calibrate = target
        isCalibrated = true
      default: break
      }
      if chance(6) { plan.trim = TrimRule(lower: 0.2, upper: 3, isStrict: chance(2)) }
      if chance(4) {
        var replicates = ReplicatePlan(
          pick([.stratifiedJackknife, .raoWu, .cantyDavison, .columns, .columns]) ?? .raoWu)
        replicates.count = 8
        hasBootstrap = [.raoWu, .cantyDavison].contains(replicates.type)
        if replicates.type == .columns {
          replicates.columns = ["half_*"]
          replicates.isCombined = false
          replicates.scale = 0.25
        }
        plan.replicates = replicates
      }
    }

    /// The estimates; nil where the design is refused, with reasons.
    func result(_ survey: SyntheticSurvey, batchSize: Int = 97) throws -> EstimationResult? {
      do {
        let records = TestRecords(SyntheticSurvey.fields, rows: survey.rows, batchSize: batchSize)
        return try estimate(plan, form: SyntheticSurvey.form, records: records)
      } catch {
        #expect(error.exitCode == .unusableInput && error.diagnostics.contains { $0.severity == .error })
        return nil
      }
    }
  }

  private static func index(_ rows: [EstimateRow]) -> [[String]: EstimateRow] {
    Dictionary(
      rows.map {
        ([$0.indicator, $0.item, $0.statistic.rawValue, $0.level, $0.domain, $0.domainLevel], $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Means and shares of two tables are the same, with their standard errors.
  private static func checkEqual(_ before: [EstimateRow], _ after: [EstimateRow], _ name: String) {
    let found = index(after)
    for row in before where [.mean, .proportion, .gap, .agree, .consensus].contains(row.statistic) {
      let key = [row.indicator, row.item, row.statistic.rawValue, row.level, row.domain, row.domainLevel]
      let other = found[key]
      #expect(isClose(other?.estimate ?? 0, row.estimate ?? 0, 1e-8), "\(name) \(key)")
      #expect(isClose(other?.standardError ?? 0, row.standardError ?? 0, 1e-6), "\(name) \(key)")
      #expect(other?.baseCount == row.baseCount, "\(name) \(key)")
    }
  }

  private static func checkSums(_ result: EstimationResult, _ plan: EstimationPlan, _ name: String) {
    let rows = result.table.rows
    let hasNegative = result.diagnostics.contains { $0.code == .negativeWeightsCalibrated }
    let groups = Dictionary(grouping: rows.filter { $0.statistic != .difference && $0.statistic != .test }) {
      [$0.indicator, $0.item, $0.domain, $0.domainLevel]
    }
    for (key, rows) in groups {
      #expect(Set(rows.map(\.baseCount)).count == 1, "\(name) \(key): one base")
      let shares = rows.filter { $0.statistic == .proportion }.compactMap(\.estimate)
      if !shares.isEmpty, !hasNegative { #expect(isClose(shares.reduce(0, +), 1, 1e-12), "\(name) \(key)") }
    }
    guard plan.domains.contains(["gender"]), plan.disclosure.minimumCount == 1 else { return }
    for whole in rows where whole.domain.isEmpty && whole.statistic == .total {
      let parts = rows.filter {
        $0.domain == "gender" && $0.statistic == .total && $0.indicator == whole.indicator && $0.item == whole.item
          && $0.level == whole.level
      }
      guard let total = whole.estimate else { continue }
      #expect(isClose(parts.compactMap(\.estimate).reduce(0, +), total, 1e-10), "\(name) \(whole)")
      #expect(parts.compactMap(\.baseCount).reduce(0, +) == whole.baseCount, "\(name)")
    }
  }

  @Test("laws hold under designs, weights, replicates and plans of any kind", arguments: 0..<10)
  func laws(block: Int) throws {
    var refused = 0
    var measured = 0
    for seed in (block * 30)..<(block * 30 + 30) {
      let generated = Generated(seed: UInt64(seed) + 5000)
      guard let result = try generated.result(generated.survey) else {
        refused += 1
        continue
      }
      let name = "seed \(seed)"
      let rows = result.table.rows
      measured += rows.count { $0.standardError != nil }
      Self.checkNumbers(rows, name)
      Self.checkSums(result, generated.plan, name)
      if !generated.hasBootstrap {
        var shuffled = generated.survey
        var generator = SeededGenerator(seed: UInt64(seed))
        shuffled.rows.shuffle(using: &generator)
        let after = try generated.result(shuffled, batchSize: 7)
        Self.checkEqual(rows, try #require(after).table.rows, "order, \(name)")
      }
      if generated.plan.weights != nil, !generated.isCalibrated, generated.plan.trim == nil {
        var scaled = generated.survey
        for row in scaled.rows.indices { scaled.rows[row][5] = String((Double(scaled.rows[row][5]) ?? 0) * 4) }
        Self.checkEqual(rows, try #require(try generated.result(scaled)).table.rows, "scale, \(name)")
      }
    }
    #expect(refused < 15, "\(refused) of 30 designs were refused")
    #expect(measured > 300, "the laws were put to \(measured) standard errors only")
  }
}
