import Diagnostics
import Testing

@testable import Export

/// Requirements: groups are counted over the questions asked for; a limit refuses the file and nothing is written.
@Suite("Small groups in public files")
struct AnonymityTests {
  @Test("groups by one question, by several, and by what was not answered")
  func groups() throws {
    // yes: yes, no, blank; view: 2, 98, blank.
    for questions in [["yes"], ["yes", "view"]] {
      let outcome = try ExportSample.outcome(as: .csv) {
        $0.isPublic = true
        $0.quasiIdentifiers = questions
      }
      let report = try #require(outcome.anonymity)
      #expect(report.questions == questions)
      #expect(report.recordCount == 3 && report.smallestGroup == 1)
      #expect(report.records(inGroupsBelow: 2) == 3 && report.records(inGroupsBelow: 1) == 0)
      #expect(outcome.diagnostics.map(\.code.identifier).contains("EXPORT-006"))
    }
  }

  @Test("a limit refuses the file; so does a question that is not in it")
  func refusals() throws {
    func codes(_ change: @escaping (inout ExportOptions) -> Void) throws -> [String] {
      do {
        _ = try ExportSample.outcome(as: .csv) {
          $0.isPublic = true
          change(&$0)
        }
        return []
      } catch let failure as StageFailure {
        return failure.diagnostics.map(\.code.identifier)
      }
    }
    #expect(
      try codes {
        $0.quasiIdentifiers = ["yes"]
        $0.smallestGroup = 2
      } == ["EXPORT-007"])
    #expect(
      try codes {
        $0.quasiIdentifiers = ["yes"]
        $0.smallestGroup = 1
      } == [])
    #expect(try codes { $0.quasiIdentifiers = ["ye"] } == ["EXPORT-008"])
    #expect(try ExportSample.outcome(as: .csv) { _ in }.anonymity == nil)
  }
}
