import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

@testable import ResponseRates

/// Requirements:
/// 1. Each question's interviews are divided into answered, not known, refused, not applicable and blank.
/// 2. Interviews that end early are counted where they end, and only there.
/// 3. Few who did not know or refused, and questions shown to few, are not told.
@Suite("Questions left out")
struct ItemTests {
  static let columns = ["a1", "a2", "a3", "a4", "a5", "a6", "kinds", "words"]

  func report(_ rows: [[String]], minimum: Int, cell: Int? = nil) throws -> ResponseReport {
    let form = try statementForm()
    let records = SurveyRecords(form, columns: Self.columns, rows: rows, batchSize: 7)
    var plan = EstimationPlan()
    plan.disclosure.minimumCount = minimum
    plan.disclosure.minimumCell = cell
    return try ResponseReport(
      invitations: nil, plan: plan, form: form, records: records,
      estimates: try estimate(plan, form: form, records: records))
  }

  @Test("Answers, don't know, refusals and blanks by hand")
  func byHand() throws {
    let report = try report(
      [
        ["1", "98", "99", "4", "5", "1", "x y", ""], ["2", "98", "3", "4", "5", "", "99", "w"],
        ["-", "1", "", "", "", "", "", ""], ["-", "", "", "", "", "", "", ""],
      ], minimum: 1)
    func item(_ name: String) throws -> ItemCounts { try #require(report.items.first { $0.item == name }) }
    let a1 = try item("a1")
    #expect((a1.shown, a1.answered, a1.missing) == (2, 2, 0))
    let a2 = try item("a2")
    #expect((a2.shown, a2.answered, a2.doNotKnow, a2.missing, a2.notAnswered) == (4, 1, 2, 1, 3))
    let a3 = try item("a3")
    #expect((a3.answered, a3.refused, a3.missing, a3.brokenOff) == (1, 1, 2, 1), "the third interview ends here")
    #expect(try item("a2").brokenOff == 1, "the fourth gave no answer at all: its first question")
    let kinds = try item("kinds")
    #expect((kinds.answered, kinds.refused, kinds.missing) == (1, 1, 2))
    #expect(try item("words").missing == 3 && item("words").brokenOff == 0)
    #expect(report.items.reduce(0) { $0 + $1.brokenOff } == 2, "one blank at the end is no end")
    #expect(!report.items.contains { $0.item == "end" || $0.item == "start" })
  }

  @Test("A question shown to few, or to all but few, and rare reasons are hidden")
  func suppression() throws {
    var rows = (0..<30).map { _ in ["1", "2", "3", "4", "5", "1", "x", "w"] }
    for row in 0..<28 { rows[row][0] = "-" }
    rows[0][1] = "-"
    rows[1][2] = "98"
    for row in 0..<5 { rows[row][3] = "99" }
    let report = try report(rows, minimum: 10, cell: 3)
    let table = try #require(report.tables.first { $0.name == "response-items" })
    let csv = table.csv()
    #expect(csv.contains("\na1,,,,,,,,,,suppressed\n"), "two people saw it")
    #expect(csv.contains("\na2,,,,,,,,,,suppressed\n"), "all but one saw it")
    #expect(csv.contains("\na3,30,29,,,,,0.03333333333333333,0,0,suppressed\n"))
    #expect(csv.contains("\na4,30,25,0,5,0,0,0.16666666666666666,0,0,\n"))
  }

  @Test(
    "Limits of complete and partial interviews",
    arguments: [
      (5, 6, Disposition.interview), (4, 5, .interview), (4, 6, .partial), (3, 6, .partial), (2, 6, .refusal),
      (0, 6, .refusal), (0, 0, .refusal),
    ])
  func completeness(answered: Int, shown: Int, expected: Disposition) {
    #expect(CompletenessRule().disposition(answered: answered, shown: shown) == expected)
  }
}
