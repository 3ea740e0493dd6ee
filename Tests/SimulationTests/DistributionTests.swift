import FormDefinition
import Simulation
import Testing

@Suite("Simulated answers look like a survey's")
struct DistributionTests {
  let table: SimulatedTable
  let answering: [[String: String]]

  /// Made once for all tests.
  private static let simulated = Result {
    SimulatedTable(AnswerSimulator(form: try projectForm("pks-01"), seed: 2026).csv(count: 4000))
  }

  init() throws {
    table = try Self.simulated.get()
    answering = table.records.filter { $0["consent_survey"] == "yes" }
  }

  private func share(_ name: String, _ holds: (String) -> Bool) -> Double {
    let answers = answering.compactMap { $0[name] }.filter { !$0.isEmpty }
    return Double(answers.count { holds($0) }) / Double(answers.count)
  }

  private func scores(_ name: String) -> [Double?] {
    answering.map { record in record[name].flatMap(Double.init).flatMap { $0 <= 5 ? $0 : nil } }
  }

  private func mean(_ name: String) -> Double {
    let scores = scores(name).compactMap { $0 }
    return scores.reduce(0, +) / Double(scores.count)
  }

  @Test("about 98 of 100 consent, and who does not answers nothing else")
  func consent() throws {
    // Four standard errors: 4 · √(0.98 · 0.02 ÷ 4000) = 0.0089.
    #expect(abs(Double(answering.count) / 4000 - 0.98) < 0.0089)
    for record in table.records where record["consent_survey"] == "no" {
      let answered = record.filter { !$0.value.isEmpty }.keys.sorted()
      #expect(answered == ["KEY", "consent_survey", "end", "start", "today"])
    }
    #expect(abs(share("consent_quote") { $0 == "yes" } - 0.85) < 0.025)
  }

  @Test(
    "qualifications have the shares laid down, away from the frame",
    arguments: [
      ("doctor", 0.004), ("master", 0.09), ("bachelor", 0.76), ("college", 0.13), ("other", 0.01), ("99", 0.006),
    ])
  func qualifications(code: String, expected: Double) {
    let tolerance = 4 * (expected * (1 - expected) / 3900).squareRoot()
    #expect(abs(share("prof_qualification") { $0 == code } - expected) < tolerance)
  }

  @Test("missing codes and blanks are few")
  func missing() {
    for item in ["a1_know_resolution", "c2_creative_freedom", "e8_stay"] {
      #expect(abs(share(item) { $0 == "98" || $0 == "99" } - 0.03) < 0.012)
      let blank = answering.count { $0[item]?.isEmpty ?? true }
      #expect(abs(Double(blank) / Double(answering.count) - 0.02) < 0.01)
    }
    let blank = answering.count { $0["open_barrier"]?.isEmpty ?? true }
    #expect(abs(Double(blank) / Double(answering.count) - 0.4) < 0.032)
  }

  @Test("needs are important and little met")
  func needs() {
    for need in ["need_01_income", "need_02_housing", "need_13_recognition"] {
      #expect(mean("\(need)_imp") > mean("\(need)_prov") + 0.5)
    }
  }

  @Test("items differ in level and correlate through the respondent's attitude; reversed ones against it")
  func items() throws {
    let items = try projectForm("pks-01").placedQuestions.map(\.question).filter {
      $0.type == .selectOne(list: "agree5")
    }.map(\.name)
    let means = items.map(mean)
    #expect((means.max() ?? 0) - (means.min() ?? 0) > 1)
    #expect(correlation("a2_disseminated", "b2_recruitment") > 0.15)
    #expect(correlation("a2_disseminated", "c5r_procedures") < -0.1)
  }

  private func correlation(_ first: String, _ second: String) -> Double {
    let pairs = zip(scores(first), scores(second)).compactMap { left, right in
      left.flatMap { left in right.map { (left, $0) } }
    }
    let count = Double(pairs.count)
    let means = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    let product = pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
    let squares = pairs.reduce((0.0, 0.0)) { sums, pair in
      let left = pair.0 - means.0
      let right = pair.1 - means.1
      return (sums.0 + left * left, sums.1 + right * right)
    }
    return product / (squares.0 * squares.1).squareRoot()
  }

  @Test("open answers vary")
  func sentences() throws {
    #expect(Set(try table.column("open_aspiration")).count > 100)
  }
}
