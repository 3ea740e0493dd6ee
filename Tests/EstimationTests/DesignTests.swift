import Estimation
import Responses
import Testing

/// Designs that R's samples at hand do not have, against the formulas record by record.
@Suite("Variances on cells equal the formulas record by record")
struct DesignTests {
  /// A design: clusters and population sizes by number of stages.
  static let stages: [(Int, Int)] = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 2)]

  static func plan(clusters: Int, sizes: Int) -> EstimationPlan {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "w"
    plan.strata = "stratum"
    plan.clusters = Array(["psu", "ssu"].prefix(clusters))
    plan.populationSizes = Array(["n_psu", "n_ssu"].prefix(sizes))
    plan.domains = [["sector"], ["sector", "gender"]]
    plan.disclosure.minimumCount = 1
    return plan
  }

  static func oracle(_ survey: SyntheticSurvey, clusters: Int, sizes: Int) -> NaiveVariance {
    let strata = survey.column("stratum")
    let primaries = zip(strata, survey.column("psu")).map { $0 + $1 }
    return NaiveVariance(
      strata: strata, primaries: clusters > 0 ? primaries : nil,
      secondaries: clusters > 1 ? survey.column("ssu") : nil,
      sizes: ["n_psu", "n_ssu"].prefix(sizes).map { survey.numbers($0).map { $0 ?? 0 } })
  }

  @Test(
    "means, shares, gaps and PNI under strata, one and two stages, with and without population sizes",
    arguments: DesignTests.stages)
  func designs(clusters: Int, sizes: Int) throws {
    var survey = SyntheticSurvey(seed: 7, count: 400)
    // Records as PSUs need a larger population than 20.
    let position = try #require(SyntheticSurvey.fields.firstIndex { $0.name == "n_psu" })
    if clusters == 0 {
      for row in survey.rows.indices { survey.rows[row][position] += "00" }
    }
    let plan = Self.plan(clusters: clusters, sizes: sizes)
    let rows = RowIndex(try estimate(plan, form: SyntheticSurvey.form, records: survey.records).table)
    let oracle = Self.oracle(survey, clusters: clusters, sizes: sizes)
    for sector in ["", "a", "b", "c"] {
      try check(rows, survey, oracle, sector: sector)
    }
  }

  private func check(_ rows: RowIndex, _ survey: SyntheticSurvey, _ oracle: NaiveVariance, sector: String) throws {
    let weights = survey.numbers("w").map { $0 ?? 0 }
    let inDomain = survey.column("sector").map { sector.isEmpty || $0 == sector }
    let domain = sector.isEmpty ? "" : "sector"
    func substantive(_ name: String) -> [Double?] {
      zip(survey.numbers(name), inDomain).map { value, isIn in
        isIn ? value.flatMap { $0 == 98 ? nil : $0 } : nil
      }
    }
    func mean(_ values: [Double?]) -> (mean: Double, variance: Double) {
      let total = zip(weights, values).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) }
      let mean = zip(weights, values).reduce(0) { $0 + $1.0 * ($1.1 ?? 0) } / total
      let scores = zip(weights, values).map { weight, value in value.map { weight * ($0 - mean) / total } ?? 0 }
      return (mean, oracle.variance(scores))
    }
    func expect(
      _ item: String, _ statistic: Statistic, level: String = "", _ reference: (mean: Double, variance: Double)
    ) {
      let row = rows.row(item, statistic, level: level, domain: domain, domainLevel: sector)
      #expect(isClose(row?.estimate, reference.mean, 1e-10), "\(item) \(statistic) \(sector)")
      #expect(isClose(row?.standardError, reference.variance.squareRoot(), 1e-9), "\(item) \(statistic) \(sector)")
    }
    let importance = substantive("imp")
    expect("imp", .mean, mean(importance))
    expect("imp", .agree, mean(importance.map { $0.map { $0 >= 4 ? 1 : 0 } }))
    expect("imp", .disagree, mean(importance.map { $0.map { $0 <= 2 ? 1 : 0 } }))
    expect("imp", .netAgree, mean(importance.map { $0.map { $0 >= 4 ? 1 : $0 <= 2 ? -1 : 0 } }))
    expect("imp", .proportion, level: "3", mean(importance.map { $0.map { $0 == 3 ? 1 : 0 } }))
    let provision = substantive("prov")
    expect("prov", .mean, mean(provision.map { $0.map { 6 - $0 } }))
    expect("prov", .agree, mean(provision.map { $0.map { $0 <= 2 ? 1 : 0 } }))
    expect("income", .mean, mean(zip(survey.numbers("income"), inDomain).map { $1 ? $0 : nil }))
    let pairs = zip(importance, provision).map { first, second in first.flatMap { i in second.map { (i, $0) } } }
    let meanI = mean(pairs.map { $0?.0 }).mean
    let meanP = mean(pairs.map { $0?.1 }).mean
    expect("imp|prov", .gap, mean(pairs.map { $0.map { $0.0 - $0.1 } }))
    let total = zip(weights, pairs).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) }
    func smooth(_ score: (Double, Double) -> Double) -> Double {
      oracle.variance(zip(weights, pairs).map { weight, pair in pair.map { weight * score($0.0, $0.1) / total } ?? 0 })
    }
    expect(
      "imp|prov", .pniModified,
      ((meanI - meanP) / meanP, smooth { ($0 - meanI) / meanP - ($1 - meanP) * meanI / (meanP * meanP) }))
    expect(
      "imp|prov", .pni,
      ((meanI - meanP) * meanI, smooth { (2 * meanI - meanP) * ($0 - meanI) - meanI * ($1 - meanP) }))
  }

  @Test("consensus: the standard error equals that of numerical derivatives")
  func consensus() throws {
    let survey = SyntheticSurvey(seed: 11, count: 300)
    let rows = RowIndex(
      try estimate(Self.plan(clusters: 0, sizes: 0), form: SyntheticSurvey.form, records: survey.records).table)
    let weights = survey.numbers("w").map { $0 ?? 0 }
    let answers = survey.numbers("imp").map { $0.flatMap { $0 == 98 ? nil : Int($0) } }
    func consensus(_ weights: [Double]) -> Double {
      var shares = [Double](repeating: 0, count: 5)
      for (weight, answer) in zip(weights, answers) {
        if let answer { shares[answer - 1] += weight }
      }
      let total = shares.reduce(0, +)
      let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element / total }
      return 1
        + shares.enumerated().reduce(0) { sum, part in
          sum + part.element / total * logarithm2(1 - abs(Double(part.offset + 1) - mean) / 4)
        }
    }
    // Σ w dC/dw_i is the linearised score; all records of one answer have the same.
    let base = consensus(weights)
    var derivative: [Int: Double] = [:]
    for answer in 1...5 {
      guard let record = answers.firstIndex(of: answer) else { continue }
      var up = weights
      var down = weights
      up[record] += 1e-3
      down[record] -= 1e-3
      derivative[answer] = (consensus(up) - consensus(down)) / 2e-3
    }
    let scores = zip(weights, answers).map { weight, answer in answer.map { weight * (derivative[$0] ?? 0) } ?? 0 }
    let oracle = NaiveVariance(strata: survey.column("stratum"))
    let row = try #require(rows.row("imp", .consensus))
    #expect(isClose(row.estimate, base, 1e-12))
    #expect(isClose(row.standardError, oracle.variance(scores).squareRoot(), 1e-6))
  }
}
