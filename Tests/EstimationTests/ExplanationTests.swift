import Diagnostics
import Distributions
import Estimation
import FormDefinition
import Foundation
import Testing

/// Requirements:
/// 1. From the printed figures alone, arithmetic arrives at the published estimate, standard error and limits.
/// 2. Of a suppressed figure no sum is printed, and no count below the minimum.
/// 3. Both languages and JSON say the same.
@Suite("Estimates explained")
struct ExplanationTests {
  /// One explained estimate, read back from its JSON.
  struct Reading {
    let object: [String: Any]

    init(
      _ request: ExplanationRequest, _ plan: EstimationPlan, form: Form = APITests.form, records: TestRecords
    ) throws {
      let explanation = try explain(request, plan, form: form, records: records)
      let json = explanation.json(language: .english)
      object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    func section(_ name: String, estimate: Int = 0) throws -> [String: Any] {
      if let common = object[name] as? [String: Any] { return common }
      let estimates = try #require(object["estimates"] as? [[String: Any]])
      return try #require(estimates[estimate][name] as? [String: Any])
    }

    func number(_ section: String, _ key: String) throws -> Double {
      try #require(try self.section(section)[key] as? Double)
    }

    func table(_ section: String, _ key: String) throws -> [[String: Any]] {
      try #require(try self.section(section)[key] as? [[String: Any]])
    }

    func column(_ section: String, _ table: String, _ key: String) throws -> [Double] {
      try self.table(section, table).map { try #require($0[key] as? Double) }
    }
  }

  /// V from the table by stratum: Σ (1 − f) n/(n − 1) S.
  private func variance(_ reading: Reading) throws -> Double {
    try reading.table("sums", "strata").reduce(0) { sum, row in
      let count = try #require(row["n_h"] as? Double)
      let fraction = try #require(row["f_h"] as? Double)
      return sum + (1 - fraction) * count / (count - 1) * (try #require(row["squares"] as? Double))
    }
  }

  /// Checks the published standard error, and limits estimate ± t se.
  private func checkSymmetric(_ reading: Reading, estimate: Double) throws {
    let standardError = try variance(reading).squareRoot()
    let half = try reading.number("interval", "t") * standardError
    #expect(isClose(try reading.number("estimate", "estimate"), estimate, 1e-12))
    #expect(isClose(try reading.number("estimate", "standard_error"), standardError, 1e-10))
    #expect(isClose(try reading.number("estimate", "ci_low"), estimate - half, 1e-10))
    #expect(isClose(try reading.number("estimate", "ci_high"), estimate + half, 1e-10))
    let degrees = try reading.number("estimate", "df")
    #expect(isClose(StudentT.quantile(0.975, degreesOfFreedom: degrees), try reading.number("interval", "t"), 1e-12))
  }

  /// The mean of v over the answers, with u = (v − mean)/W checked.
  private func mean(_ reading: Reading) throws -> Double {
    let weights = try reading.column("sums", "answers", "weight")
    let values = try reading.column("sums", "answers", "value")
    let total = weights.reduce(0, +)
    let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / total
    for (value, score) in zip(values, try reading.column("sums", "answers", "score")) {
      #expect(isClose(score * total, value - mean, 1e-9))
    }
    return mean
  }

  @Test("a share under strata with population sizes: from n, Σw and Σw² by stratum and answer to beta's limits")
  func stratifiedShare() throws {
    var plan = APITests.plan("strat")
    plan.intervals.proportion = .beta
    var request = ExplanationRequest(item: "awards")
    request.statistic = "proportion"
    request.level = "Yes"
    let reading = try Reading(request, plan, records: try APITests.records("strat"))
    let share = try mean(reading)
    // S by stratum, again from the sums by stratum and answer.
    let scores = try reading.table("sums", "answers").reduce(into: [String: Double]()) { scores, row in
      let answer = try #require(row["answer"] as? String)
      scores[answer] = row["score"] as? Double
    }
    var variance = 0.0
    for stratum in try reading.table("design", "strata_sizes") {
      let rows = try reading.table("sums", "strata_by_answer").filter {
        $0["stratum"] as? String == stratum["stratum"] as? String
      }
      var sum = 0.0
      var squares = 0.0
      for row in rows {
        let answer = try #require(row["answer"] as? String)
        let score = try #require(scores[answer])
        sum += score * (try #require(row["weight"] as? Double))
        squares += score * score * (try #require(row["squares"] as? Double))
      }
      let count = try #require(stratum["n_h"] as? Double)
      let size = try #require(stratum["N_h"] as? Double)
      variance += (1 - count / size) * count / (count - 1) * (squares - sum * sum / count)
    }
    #expect(isClose(try reading.number("estimate", "estimate"), share, 1e-12))
    #expect(isClose(try reading.number("estimate", "standard_error"), variance.squareRoot(), 1e-10))
    #expect(isClose(try self.variance(reading), variance, 1e-10))
    let ratio = try reading.number("interval", "t_simple") / reading.number("interval", "t")
    let size = share * (1 - share) / variance * ratio * ratio
    let low = BetaDistribution.quantile(0.025, share * size, size - share * size + 1)
    let high = BetaDistribution.quantile(0.975, share * size + 1, size - share * size)
    #expect(isClose(low, try reading.number("estimate", "ci_low"), 1e-9))
    #expect(isClose(high, try reading.number("estimate", "ci_high"), 1e-9))
    #expect(try reading.section("r")["code"] as? [String] ?? [] != [])
  }

  @Test("the mean of a number in a domain: Σwy/Σw and the parts of the strata")
  func domainMean() throws {
    var request = ExplanationRequest(item: "api00")
    request.domain = "sch.wide"
    request.domainLevel = "No"
    let reading = try Reading(request, APITests.plan("strat"), records: try APITests.records("strat"))
    #expect(try reading.section("estimate")["statistic"] as? String == "mean")
    let total = try reading.number("sums", "total_weight")
    let mean = try reading.number("sums", "sum_wy") / total
    #expect(isClose(try reading.number("sums", "score_slope"), 1 / total, 1e-12))
    #expect(isClose(try reading.number("sums", "score_intercept"), -mean / total, 1e-12))
    try checkSymmetric(reading, estimate: mean)
  }

  @Test("a raked share: margins met, residuals by answer add up to the stratum's sums, logit's limits")
  func rakedShare() throws {
    var plan = APITests.plan("srs")
    plan.rake = [try APITests.margin(["stype"]), try APITests.margin(["sch.wide"])]
    plan.intervals.proportion = .logit
    var request = ExplanationRequest(item: "awards")
    request.statistic = "proportion"
    request.level = "Yes"
    let reading = try Reading(request, plan, records: try APITests.records("srs"))
    for margin in try reading.table("weighting", "margins") {
      let population = try #require(margin["population"] as? Double)
      #expect(isClose(margin["after"] as? Double, population, 1e-11))
    }
    let share = try mean(reading)
    let standardError = try variance(reading).squareRoot()
    // One stratum, everybody answered: S = Σz² − (Σz)²/n.
    let sum = try reading.column("sums", "answers", "z").reduce(0, +)
    let squares = try reading.column("sums", "answers", "z_squares").reduce(0, +)
    #expect(isClose(try reading.column("sums", "strata", "squares")[0], squares - sum * sum / 200, 1e-9))
    #expect(try reading.table("sums", "coefficients").count == 5)
    #expect(isClose(try reading.number("estimate", "estimate"), share, 1e-12))
    #expect(isClose(try reading.number("estimate", "standard_error"), standardError, 1e-10))
    let half = try reading.number("interval", "t") * standardError / (share * (1 - share))
    func expit(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
    #expect(isClose(try reading.number("estimate", "ci_low"), expit(log(share / (1 - share)) - half), 1e-9))
    #expect(isClose(try reading.number("estimate", "ci_high"), expit(log(share / (1 - share)) + half), 1e-9))
  }

  @Test("consensus: from the shares to the value, its scores and its limits")
  func consensus() throws {
    var plan = DesignTests.plan(clusters: 0, sizes: 0)
    plan.disclosure.minimumCount = 1
    var request = ExplanationRequest(item: "imp")
    request.statistic = "consensus"
    let survey = SyntheticSurvey(seed: 17, count: 500)
    let reading = try Reading(request, plan, form: SyntheticSurvey.form, records: survey.records)
    let weights = try reading.column("sums", "answers", "weight")
    let total = weights.reduce(0, +)
    let shares = weights.map { $0 / total }
    let mean = zip(1..., shares).reduce(0) { $0 + Double($1.0) * $1.1 }
    let value = zip(1..., shares).reduce(1) { $0 + $1.1 * logarithm2(1 - abs(Double($1.0) - mean) / 4) }
    try checkSymmetric(reading, estimate: value)
    // u = (g − Σ p g)/W with g of the documentation.
    let slope = zip(1..., shares).reduce(0) { sum, pair in
      let distance = Double(pair.0) - mean
      return sum + pair.1 * (distance > 0 ? 1 : -1) / ((4 - abs(distance)) * log(2))
    }
    let gradient = (1...5).map { logarithm2(1 - abs(Double($0) - mean) / 4) + Double($0) * slope }
    let centre = zip(shares, gradient).reduce(0) { $0 + $1.0 * $1.1 }
    for (score, own) in zip(try reading.column("sums", "answers", "score"), gradient) {
      #expect(isClose(score * total, own - centre, 1e-9))
    }
  }

  @Test("a gap of needs: from the pairs of answers to the limits")
  func gap() throws {
    var plan = DesignTests.plan(clusters: 0, sizes: 0)
    plan.disclosure.minimumCount = 1
    var request = ExplanationRequest(item: "imp|prov")
    request.statistic = "gap"
    request.domain = "gender"
    request.domainLevel = "f"
    plan.domains = [["gender"]]
    let survey = SyntheticSurvey(seed: 18, count: 500)
    let reading = try Reading(request, plan, form: SyntheticSurvey.form, records: survey.records)
    for row in try reading.table("sums", "answers") {
      let pair = try #require(row["answer"] as? String).split(separator: "|").compactMap { Double($0) }
      #expect(row["value"] as? Double == pair[0] - pair[1])
    }
    try checkSymmetric(reading, estimate: try mean(reading))
  }

  @Test(
    "of a suppressed figure nothing is printed but that it is", arguments: [InterfaceLanguage.vietnamese, .english])
  func suppressed(language: InterfaceLanguage) throws {
    var survey = SyntheticSurvey(seed: 19, count: 200)
    for row in survey.rows.indices { survey.rows[row][3] = row < 5 ? "c" : row % 2 == 0 ? "a" : "b" }
    var plan = DesignTests.plan(clusters: 0, sizes: 0)
    plan.domains = [["sector"]]
    plan.disclosure = DisclosureRules()
    var request = ExplanationRequest(item: "imp")
    request.domain = "sector"
    request.domainLevel = "c"
    let explanation = try explain(request, plan, form: SyntheticSurvey.form, records: survey.records)
    #expect(!explanation.estimates.isEmpty)
    for sections in explanation.estimates {
      #expect(sections.allSatisfy { $0.tables.isEmpty && !$0.facts.contains { $0.value.isFigure } })
      #expect(sections.contains { $0.key == "sums" && $0.notes.count == 1 })
    }
    #expect(explanation.text(language: language).contains(language == .english ? "Suppressed:" : "Không công bố"))
  }

  @Test("no count below the minimum is printed, in no table of any item and domain", arguments: [1, 2])
  func minimumCounts(seed: UInt64) throws {
    let survey = SyntheticSurvey(seed: seed, count: 90)
    var plan = DesignTests.plan(clusters: 0, sizes: 0)
    plan.domains = [["sector"], ["gender"], ["sector", "gender"]]
    plan.disclosure = DisclosureRules()
    let rows = try estimate(plan, form: SyntheticSurvey.form, records: survey.records).table.rows
    let places = Set(
      rows.filter { [.proportion, .consensus, .gap, .mean].contains($0.statistic) && $0.item != "prov" }
        .map { [$0.item, $0.domain, $0.domainLevel, $0.statistic.rawValue] })
    var printed = 0
    for place in places {
      var request = ExplanationRequest(item: place[0])
      request.domain = place[1]
      request.domainLevel = place[2]
      request.statistic = place[3]
      let explanation = try explain(request, plan, form: SyntheticSurvey.form, records: survey.records)
      for table in (explanation.common + explanation.estimates.flatMap { $0 }).flatMap(\.tables) {
        // Answers of a published share have their own, lower minimum.
        let least = ["answers", "strata_by_answer"].contains(table.key) ? 3 : 10
        for row in table.rows {
          for case .count(let count)? in row {
            printed += 1
            #expect(count == 0 || count >= least, "\(place) \(table.key)")
          }
        }
      }
    }
    #expect(printed > 0)
  }

  @Test("names nobody knows are refused with what there is")
  func unknownNames() throws {
    let survey = SyntheticSurvey(seed: 3, count: 50)
    let plan = DesignTests.plan(clusters: 0, sizes: 0)
    func codes(_ change: (inout ExplanationRequest) -> Void) -> [String] {
      var request = ExplanationRequest(item: "imp")
      change(&request)
      do {
        _ = try explain(request, plan, form: SyntheticSurvey.form, records: survey.records)
        return []
      } catch {
        #expect(error.exitCode == .usage)
        return error.diagnostics.map(\.code.identifier)
      }
    }
    #expect(codes { $0.item = "impp" } == ["EST-110"])
    #expect(codes { $0.domain = "nothing" } == ["EST-111"])
    #expect(codes { $0.statistic = "meen" } == ["EST-112"])
    #expect(codes { _ in } == [])
  }
}

extension Explanation.Value {
  /// Whether it is a number or a count.
  fileprivate var isFigure: Bool {
    switch self {
    case .number, .count: true
    case .word, .text: false
    }
  }
}
