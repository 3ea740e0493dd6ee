import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

@testable import ResponseRates

/// Requirements:
/// 1. Shares of straight lines and of too fast interviews, and estimates with and without them, worked by hand.
/// 2. Estimates without few people, or without people whose answers are too few, are hidden.
/// 3. Without doubtful interviews there is nothing to compare.
@Suite("Doubtful interviews")
struct DoubtTests {
  static let columns = ["start", "end", "a1", "a2", "a3", "a4", "a5", "a6"]

  /// So many interviews with these answers that took so many minutes.
  static func interviews(_ count: Int, _ answers: [String], took length: Int = 20) -> [[String]] {
    (0..<count).map { _ in [minutes(day: 0), minutes(day: 0, length)] + answers }
  }

  func doubtful(_ rows: [[String]], minimum: Int = 1, cell: Int? = nil) throws -> ResponseReport {
    let form = try statementForm()
    let records = SurveyRecords(form, columns: Self.columns, rows: rows, batchSize: 11)
    var plan = EstimationPlan()
    plan.disclosure.minimumCount = minimum
    plan.disclosure.minimumCell = cell
    var options = ResponseOptions()
    options.quality = QualityRules(fastestMinutes: 5)
    return try ResponseReport(
      invitations: nil, plan: plan, form: form, records: records,
      estimates: try estimate(plan, form: form, records: records), options: options)
  }

  /// 20 who agree with a1, 20 who do not, 10 straight lines of 5, 10 fast ones who do not agree with it.
  static let rows =
    interviews(20, ["4", "2", "4", "2", "4", "2"]) + interviews(20, ["2", "4", "2", "4", "2", "4"])
    + interviews(10, ["5", "5", "5", "5", "5", "5"]) + interviews(10, ["1", "2", "1", "2", "1", "2"], took: 3)

  @Test("Shares and effects by hand")
  func byHand() throws {
    let report = try doubtful(Self.rows)
    let doubtful = report.doubtful
    #expect((doubtful.count, doubtful.straight, doubtful.fast, doubtful.either) == (60, 10, 10, 20))
    #expect(doubtful.fastLimit == 300_000)
    let effect = try #require(doubtful.effects.first { $0.item == "a1" && $0.statistic == "agree" })
    #expect(effect.all == 0.5 && effect.withoutStraight == 0.4 && effect.withoutFast == 0.6)
    #expect(effect.withoutBoth == 0.5 && effect.difference == 0 && !effect.isSuppressed)
    let mean = try #require(doubtful.effects.first { $0.item == "a1" && $0.statistic == "mean" })
    // (20·4 + 20·2 + 10·5 + 10·1)/60 and (20·4 + 20·2)/40.
    #expect(mean.all == 3 && mean.withoutBoth == 3 && mean.withoutStraight == 2.6)
    #expect(report.rows.map(\.item) == ["straight_line", "too_fast", "doubtful"])
    let shares: [Double?] = [10.0 / 60, 10.0 / 60, 20.0 / 60]
    #expect(report.rows.map(\.estimate) == shares)
    #expect(report.tables.contains { $0.name == "response-doubtful" && $0.rows.count == 12 })
  }

  @Test("Few people left out are not given away, nor is one kind of doubt by the other")
  func hidden() throws {
    let few = Array(Self.rows[0..<40]) + Self.interviews(4, ["5", "5", "5", "5", "5", "5"])
    let hidden = try doubtful(few, minimum: 10).doubtful
    #expect(hidden.straight == 4, "how many they are is no answer")
    #expect(hidden.effects.allSatisfy { $0.withoutStraight == nil && $0.withoutBoth == nil && $0.isSuppressed })
    // Twelve in all, but six of each kind: only all of them together may be left out.
    let both =
      Array(Self.rows[0..<40]) + Self.interviews(6, ["5", "5", "5", "5", "5", "5"])
      + Self.interviews(6, ["5", "4", "5", "4", "5", "4"], took: 3)
    let together = try #require(try doubtful(both, minimum: 10).doubtful.effects.first { $0.item == "a1" })
    #expect(together.withoutBoth != nil && together.withoutFast == nil && together.withoutStraight == nil)
    // One of fifteen answered otherwise: the answers of those left out could not be published.
    let odd =
      Array(Self.rows[0..<40]) + Self.interviews(14, ["5", "5", "5", "5", "5", "5"])
      + Self.interviews(1, ["1", "1", "1", "1", "1", "1"])
    #expect(try doubtful(odd, minimum: 10, cell: 3).doubtful.effects.allSatisfy { $0.withoutBoth == nil })
  }

  @Test("Without doubtful interviews, or without any, there is nothing to compare")
  func nothing() throws {
    let clean = try doubtful(Array(Self.rows[0..<40]))
    #expect(clean.doubtful.effects.isEmpty && clean.doubtful.either == 0)
    let nobody = try doubtful([])
    #expect(nobody.rows.isEmpty && nobody.doubtful.share(0) == nil && nobody.days.isEmpty)
    let all = try doubtful(Self.interviews(20, ["5", "5", "5", "5", "5", "5"]))
    #expect(all.doubtful.effects.allSatisfy { $0.withoutBoth == nil }, "nobody is left")
  }

  @Test("Without doubtful interviews a frame may not be met: a finding, and the shares all the same")
  func frame() throws {
    let form = try statementForm()
    var plan = EstimationPlan()
    plan.disclosure.minimumCount = 1
    plan.rake = [RakeMargin(variables: ["a1"], population: [("2", 50), ("4", 50), ("5", 10)])]
    let records = SurveyRecords(form, columns: Self.columns, rows: Array(Self.rows[0..<50]))
    let result = try estimate(plan, form: form, records: records)
    let report = try ResponseReport(
      invitations: nil, plan: plan, form: form, records: records, estimates: result)
    #expect(report.doubtful.straight == 10)
    #expect(report.diagnostics.map(\.code.identifier) == ["RESP-010", "RESP-010"])
    #expect(report.frame.map(\.level) == ["2", "4", "5"])
    #expect(report.frame.map(\.respondents) == [20, 20, 10])
    #expect(report.frame[0].frameShare == 50.0 / 110 && report.frame[0].respondentShare == 0.4)
    #expect(abs((report.frame[2].difference ?? 0) - (0.2 - 10.0 / 110)) < 1e-15)
  }
}
