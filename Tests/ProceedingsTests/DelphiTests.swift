import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

@testable import Proceedings

/// Requirements:
/// 1. Rounds are told apart and ordered; members are matched by their key, the last answer of each counts.
/// 2. Small rounds, few pairs and few who changed sides are hidden.
/// 3. One round, or none, is said.
@Suite("Delphi rounds from records")
struct DelphiTests {
  static func form() throws -> Form {
    let survey = """
      type,name,label
      integer,round,R
      text,member,M
      select_one five,q1,Q1
      select_one five,q2,Q2
      """
    let choices =
      "list_name,name,label,missing\n" + (1...5).map { "five,\($0),\($0),\n" }.joined() + "five,98,DK,dont_know\n"
    let indicators =
      "name,kind,items,label::en,group,scale,agree,reverse,params\nq,consensus,q1 q2,Q,g,1 2 3 4 5,4 5,q2,\n"
    let reading = Form.read(
      FormSheets(
        source: "forms/d",
        sheets: [
          "survey": Array(survey.utf8), "choices": Array(choices.utf8), "indicators": Array(indicators.utf8),
          "settings": Array("form_title,form_id,version\nD,d,1\n".utf8),
        ]))
    return try #require(reading.form, "\(reading.diagnostics.map { $0.line(in: .english) })")
  }

  static func answer(_ round: Int, _ member: String, _ q1: String, _ q2: String = "3") -> FormRecord {
    FormRecord(answers: ["round": String(round), "member": member, "q1": q1, "q2": q2])
  }

  func report(
    _ records: [FormRecord], minimum: Int = 1, panel: String? = "member", items: [String] = []
  ) throws -> DelphiReport {
    let form = try Self.form()
    var rules = DisclosureRules()
    rules.minimumCount = minimum
    return try DelphiReport(
      of: FormRecords(form, records, batchSize: 3), form: form,
      plan: DelphiPlan(rounds: "round", panel: panel, items: items), disclosure: rules)
  }

  @Test("Two rounds by hand: pairs, missing answers, reversed items, a second answer of one member")
  func byHand() throws {
    let records = [
      Self.answer(10, "a", "5", "1"), Self.answer(10, "b", "4", "2"), Self.answer(10, "d", "1"),
      Self.answer(2, "a", "3", "1"), Self.answer(2, "b", "1", "4"), Self.answer(2, "b", "2", "4"),
      Self.answer(2, "c", "98"), Self.answer(2, "", "5"),
    ]
    let report = try report(records)
    #expect(report.rounds == ["2", "10"], "rounds are ordered as numbers")
    let step = try #require(report.steps.first { $0.item == "q1" })
    #expect(step.change.before.counts == [1, 1, 1, 0, 1], "every answer of the group counts")
    #expect(step.change.after.counts == [1, 0, 0, 1, 1])
    #expect(step.change.pairs == [.init(before: 1, after: 3), .init(before: 2, after: 4)], "b's last answer")
    #expect(step.change.sides == (2, 0))
    let reversed = try #require(report.steps.first { $0.item == "q2" })
    #expect(reversed.change.pairs.contains(.init(before: 4, after: 4)), "1 of a reversed item is the top")
    #expect(report.diagnostics.map(\.code.identifier) == ["PROC-014"])
    #expect(report.diagnostics.first?.arguments["count"] == "1")
    let csv = try #require(report.tables.first).csv()
    #expect(csv.split(separator: "\n").count == 3 && !csv.contains("member"))
  }

  @Test("Small rounds and few pairs are hidden")
  func suppression() throws {
    let keys = (0..<12).map { "m\($0)" }
    let both = keys.map { Self.answer(1, $0, "3") } + keys.map { Self.answer(2, $0, "4") }
    let open = try #require(try report(both, minimum: 10, items: ["q1"]).steps.first)
    #expect(!open.isSuppressed && !open.hidesMembers)
    #expect(open.change.wilcoxon == 2.0 / 4096)
    // One new member: who she is follows from the pairs.
    let fresh = both + [Self.answer(2, "new", "1")]
    let hidden = try #require(try report(fresh, minimum: 10, items: ["q1"]).steps.first)
    #expect(!hidden.isSuppressed && hidden.hidesMembers)
    let small = try report(Array(both.prefix(20)), minimum: 10, items: ["q1"])
    #expect(small.steps.first?.isSuppressed == true)
    #expect(small.tables.first?.csv().contains("q1,1,2,,,,,,,,,,,,,,,,,,,suppressed\n") == true)
  }

  @Test("One round, none, no key, unknown questions")
  func degenerate() throws {
    let one = try report([Self.answer(1, "a", "3")])
    #expect(one.steps.isEmpty && one.tables.isEmpty && one.diagnostics.map(\.code.identifier) == ["PROC-013"])
    #expect(try report([]).diagnostics.first?.arguments["count"] == "0")
    let open = try #require(
      try report([Self.answer(1, "a", "3"), Self.answer(2, "a", "4")], panel: nil).steps.first)
    #expect(open.change.pairs.isEmpty && open.change.wilcoxon == nil)
    let failure = #expect(throws: StageFailure.self) { _ = try report([], panel: "x", items: ["q9"]) }
    #expect(failure?.diagnostics.compactMap { $0.arguments["name"] } == ["x", "q9"])
  }
}
