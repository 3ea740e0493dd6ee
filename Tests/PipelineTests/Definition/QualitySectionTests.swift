import Diagnostics
import Pipeline
import Responses
import Testing

/// Requirements:
/// 1. The limits of doubtful records are read; those left out are the usual ones.
/// 2. What cannot be honoured is an error with its place.
@Suite("The section quality")
struct QualitySectionTests {
  private func read(_ section: String) throws(StageFailure) -> PipelineDefinition {
    try PipelineDefinition.read(
      bytes: Array((PipelineDefinitionTests.head + section).utf8), source: "pipelines/p.yaml")
  }

  @Test("Limits are the usual ones unless the section says otherwise")
  func limits() throws {
    #expect(try read("").quality == QualityRules())
    let own = try read("quality: {fastest_minutes: 2.5, straight_line_items: 8, near_duplicates: false}\n").quality
    #expect(own == QualityRules(fastestMinutes: 2.5, straightLineItems: 8, nearDuplicates: false))
    #expect(try read("quality: {fastest_minutes: 0}\n").quality == QualityRules(fastestMinutes: 0))
  }

  @Test(
    "What cannot be honoured is an error with its line",
    arguments: [
      ("quality: {fastest_minute: 3}\n", "fastest_minutes"), ("quality: {fastest_minutes: -1}\n", "1440"),
      ("quality: {fastest_minutes: soon}\n", "1440"), ("quality: {straight_line_items: 1}\n", "≥ 2"),
      ("quality: {near_duplicates: maybe}\n", "true | false"), ("quality: true\n", "near_duplicates"),
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
