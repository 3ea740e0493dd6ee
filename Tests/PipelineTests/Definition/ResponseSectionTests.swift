import CivilCalendar
import Diagnostics
import Pipeline
import Proceedings
import ResponseRates
import Testing

/// Requirements:
/// 1. The sections response and proceedings are read; what is left out is the usual.
/// 2. What cannot be honoured is an error with its place.
@Suite("The sections response and proceedings")
struct ResponseSectionTests {
  private func read(_ section: String) throws(StageFailure) -> PipelineDefinition {
    try PipelineDefinition.read(
      bytes: Array((PipelineDefinitionTests.head + section).utf8), source: "pipelines/p.yaml")
  }

  @Test("The section response")
  func response() throws {
    #expect(try read("").response == nil)
    let usual = try #require(try read("response: {}\n").response)
    #expect(usual.invitations == nil && usual.options.eligibility == .estimated && usual.options.fieldwork == nil)
    let text = """
      response:
        invitations: frames/list.csv
        units: q
        tokens: t
        eligibility: 0.9
        complete: 0.7
        partial: 0.4
        fieldwork: {from: 2026-01-01, to: 2026-01-31, target: 0.5}

      """
    let own = try #require(try read(text).response)
    #expect(own.invitations == "frames/list.csv")
    #expect(own.options.questions == ResponseQuestions(unit: "q", token: "t"))
    #expect(own.options.eligibility == .given(0.9))
    #expect(own.options.completeness.complete == 0.7 && own.options.completeness.partial == 0.4)
    #expect(own.options.fieldwork?.target == 0.5 && own.options.fieldwork?.last.iso == "2026-01-31")
  }

  @Test("The section proceedings")
  func proceedings() throws {
    #expect(try read("").proceedings == nil)
    let all = try #require(
      try read(
        "proceedings: {tasks: true, petitions: {}, consultation: {responses: a.csv}, delphi: {rounds: r, items: [x]}}\n"
      ).proceedings)
    #expect(all.tasks && all.petitions != nil && all.petitions?.needs == nil)
    #expect(all.consultation?.responses == "a.csv")
    #expect(all.delphi == DelphiPlan(rounds: "r", items: ["x"]))
  }

  @Test(
    "What cannot be honoured is an error with its line",
    arguments: [
      ("response: {eligibility: 2}\n", "0 ≤ x ≤ 1"), ("response: {complete: most}\n", "0 ≤ x ≤ 1"),
      ("response: {partial: 0.9}\n", "≤ complete"), ("response: {fieldwork: {from: 2026-02-01}}\n", "to"),
      ("response: {fieldwork: {from: 2026-02-01, to: 2026-01-01}}\n", "≥ 2026-02-01"),
      ("response: {unit: q}\n", "units"), ("proceedings: {tasks: maybe}\n", "true | false"),
      ("proceedings: {delphi: {panel: q}}\n", "rounds"), ("proceedings: {petition: {}}\n", "petitions"),
    ])
  func refused(_ section: String, _ said: String) throws {
    do throws(StageFailure) {
      _ = try read(section)
      Issue.record("accepted: \(section)")
    } catch {
      #expect(error.exitCode == .unusableInput)
      #expect(error.diagnostics.first?.position?.line == 6)
      #expect(error.diagnostics.first?.message(in: .english).contains(said) ?? false, "\(error.diagnostics)")
    }
  }
}
