import Diagnostics
import Pipeline
import Responses
import Testing

/// Requirements:
/// 1. The weight of each rule is read, for all questions and for single ones.
/// 2. What is misspelt is an error with its place and the nearest name.
@Suite("The section validation")
struct ValidationSectionTests {
  private func read(_ section: String) throws(StageFailure) -> PipelineDefinition {
    try PipelineDefinition.read(
      bytes: Array((PipelineDefinitionTests.head + section).utf8), source: "pipelines/p.yaml")
  }

  @Test("Rules have their usual weight unless the section says otherwise; what it says about a question prevails")
  func weights() throws {
    let usual = try read("").validation
    #expect(usual == ValidationPolicy())
    let flagged: Set<ValidationPolicy.Rule> = [.calculation, .hidden]
    for rule in ValidationPolicy.Rule.allCases {
      #expect(usual.consequence(of: rule, at: "q") == (flagged.contains(rule) ? .flag : .quarantine))
    }
    let own = try read(
      """
      validation:
        required: flag
        hidden: quarantine
        questions:
          q_age: {required: quarantine, constraint: flag}

      """
    ).validation
    #expect(own.consequence(of: .required, at: "q") == .flag)
    #expect(own.consequence(of: .required, at: "q_age") == .quarantine)
    #expect(own.consequence(of: .constraint, at: "q_age") == .flag)
    #expect(own.consequence(of: .constraint, at: "q") == .quarantine)
    #expect(own.consequence(of: .hidden, at: "q_age") == .quarantine)
    #expect(own.consequence(of: .calculation, at: "q_age") == .flag)
  }

  @Test(
    "What cannot be honoured is an error with its line",
    arguments: [
      ("validation: {constrant: flag}\n", "constraint"), ("validation: {required: warn}\n", "quarantine | flag"),
      ("validation: {questions: {q_age: {hiden: flag}}}\n", "hidden"), ("validation: {questions: [a]}\n", "flag"),
      ("validation: flag\n", "required"),
    ])
  func refused(_ section: String, _ said: String) throws {
    do throws(StageFailure) {
      _ = try read(section)
      Issue.record("accepted: \(section)")
    } catch {
      #expect(error.exitCode == .unusableInput)
      #expect(error.diagnostics.count == 1)
      #expect(error.diagnostics.first?.position?.line == 6)
      #expect(error.diagnostics.first?.message(in: .english).contains(said) ?? false, "\(error.diagnostics)")
    }
  }
}
