import CivilCalendar
import Diagnostics
import Estimation
import Testing

@testable import Proceedings

/// Requirements:
/// 1. Support and consensus of each clause, however its name is written; a respondent counts once per clause.
/// 2. Clauses with few comments are hidden, never one alone.
/// 3. The sheet of answers is read back as it was written; reasons are in it only with consent.
@Suite("Consultations")
struct ConsultationTests {
  static func comment(_ clause: String, _ opinion: String, reason: String = "") -> [String: String] {
    ["clause_reference": clause, "clause_opinion": opinion, "clause_reason": reason, "clause_wording": ""]
  }

  static func record(_ rows: [[String: String]], quote: String = "no", draft: String = "1") -> FormRecord {
    FormRecord(
      answers: [
        "doc_reference": "12/LHH", "doc_title": "Dự thảo mô phỏng", "doc_draft_number": draft, "consent_quote": quote,
      ], rows: rows)
  }

  func report(
    _ records: [FormRecord], minimum: Int = 1, cell: Int? = nil, recorded: [ClauseResponse] = []
  ) throws -> ConsultationReport {
    let form = try projectForm("pks-02")
    var rules = DisclosureRules()
    rules.minimumCount = minimum
    rules.minimumCell = cell
    return try ConsultationReport(
      of: FormRecords(form, repeated: "clause", records), form: form, recorded: recorded, disclosure: rules)
  }

  @Test(
    "A clause is the same however it is written",
    arguments: [
      ("Điều 5, khoản 2", "khoản 2 Điều 5", true), ("Điều 5 khoản 2 điểm a", "điểm a, khoản 2, Điều 5.", true),
      ("ĐIỀU 5", "điều  5", true), ("Mục III.2", "mục III.2.", true), ("Điều 5", "Điều 6", false),
      ("Tiểu mục 2 Mục 1", "mục 1, tiểu mục 2", true), ("Điều 5 khoản 2", "Điều 2 khoản 5", false),
      ("Phần mở đầu", "phần mở đầu", true), ("Điều", "Điều 5", false), ("Điều 5-khoản 2", "Điều 5 (khoản 2)", true),
    ])
  func names(left: String, right: String, isSame: Bool) {
    #expect((ClauseName(left) == ClauseName(right)) == isSame, "\(ClauseName(left)) \(ClauseName(right))")
  }

  @Test("Support and consensus by hand; the last comment of a respondent counts")
  func byHand() throws {
    let report = try report([
      Self.record([Self.comment("Điều 5, khoản 2", "agree"), Self.comment("Điều 6", "drop", reason: "lý do một")]),
      Self.record([Self.comment("khoản 2 Điều 5", "drop"), Self.comment("Điều 5 khoản 2", "agree")]),
      Self.record([Self.comment("Điều 5 khoản 2", "amend", reason: "lý do hai")], quote: "yes"),
      Self.record([Self.comment("Điều 5 khoản 2", "drop")]),
      Self.record([Self.comment("Điều 5 khoản 2", "agree")], draft: "2"),
    ])
    #expect(report.clauses.map(\.name) == ["Điều 5, khoản 2", "Điều 6", "Điều 5 khoản 2"])
    let clause = report.clauses[0]
    #expect(Clause.Opinion.allCases.map { clause.count($0) } == [2, 1, 1])
    #expect(clause.share(.agree) == 0.5)
    // Mean 2.25 of 1…3: 1 + ¼log₂(1 − 0.625) + ¼log₂(1 − 0.125) + ½log₂(1 − 0.375).
    #expect(abs((clause.consensus ?? 0) - 0.259_043_403_1) < 1e-9)
    #expect(clause.reasons == ["lý do hai"] && report.clauses[1].unquotedReasons == 1)
    let rows = report.rows(wave: "2026")
    #expect(rows.count == 12 && rows[0].estimate == 0.5 && rows[0].baseCount == 4)
    #expect(rows[0].domainLevel == "12/LHH*1")
  }

  @Test("Few comments are hidden, and no clause alone")
  func suppression() throws {
    func many(_ clause: String, _ counts: [Int]) -> [FormRecord] {
      zip(Clause.Opinion.allCases, counts).flatMap { opinion, count in
        (0..<count).map { _ in Self.record([Self.comment(clause, opinion.rawValue)]) }
      }
    }
    let records = many("Điều 1", [20, 10, 5]) + many("Điều 2", [12, 8, 0]) + many("Điều 3", [4, 0, 0])
    let report = try report(records, minimum: 10, cell: 3)
    #expect(report.clauses.map(\.isSuppressed) == [false, true, true], "the sum of all comments is known")
    let rare = try self.report(many("Điều 1", [20, 10, 1]), minimum: 10, cell: 3)
    #expect(rare.clauses.map(\.isSuppressed) == [true])
    #expect(rare.rows(wave: "").allSatisfy { $0.estimate == nil && $0.baseCount == nil && $0.flags == [.suppressed] })
    #expect(!rare.tables[0].csv().contains("20") || rare.tables[0].csv().contains("12/LHH,1,Điều 1,,,,,,"))
    #expect(try self.report(records).clauses.allSatisfy { !$0.isSuppressed })
  }

  @Test("The sheet is read back, and writing it again loses nothing")
  func sheet() throws {
    let records = [
      Self.record([Self.comment("Điều 1", "amend", reason: "=cmd")], quote: "yes"),
      Self.record([Self.comment("Điều 1", "drop", reason: "không được trích")]),
    ]
    let first = try report(records)
    let text = first.sheet(recorded: [])
    #expect(text.contains("'=cmd") && !text.contains("không được trích"))
    #expect(!first.tables.map { $0.csv() }.joined().contains("cmd"), "reasons are in no table")
    let filled = ClauseResponse(
      document: "12/LHH", draft: "1", clause: "điều 1", kind: .takenUp, explanation: "Tiếp thu, sửa \"Điều 1\"",
      agency: "Cơ quan A", day: day(7, 1))
    let lost = ClauseResponse(document: "12/LHH", draft: "1", clause: "Điều 9", kind: .noted)
    let second = try report(records, recorded: [filled, lost])
    #expect(second.responses == [filled])
    #expect(second.diagnostics.map(\.code.identifier) == ["PROC-010"])
    let again = try ClauseResponse.read(
      bytes: Array(second.sheet(recorded: [filled, lost]).utf8), source: "sheet.csv")
    var spelled = filled
    spelled.clause = "Điều 1"
    #expect(again == [spelled, lost])
    #expect(second.tables[1].csv().contains("12/LHH,1,1,1,1,0,0,0,0,1\n"))
    #expect([filled].merged(over: [lost, spelled]) == [filled, lost])
  }

  @Test(
    "A sheet that cannot be read is refused with each place",
    arguments: [
      ("document,draft,clause,response,explanation,agency\n", ["PROC-006@1"]),
      (
        "document,draft,clause,response,explanation,agency,responded_on\nd,1,Điều 1,yes,,,1/7\nd,1,điều 1,,,,\n",
        ["PROC-009@2", "PROC-012@2", "PROC-011@3"]
      ),
    ])
  func refused(text: String, expected: [String]) {
    let failure = #expect(throws: StageFailure.self) {
      _ = try ClauseResponse.read(bytes: Array(text.utf8), source: "sheet.csv")
    }
    let found = failure?.diagnostics.map { "\($0.code.identifier)@\($0.position?.line ?? 0)" }
    #expect(found == expected)
  }

  @Test("Nobody commented: said, without a figure")
  func nothing() throws {
    let report = try report([Self.record([])])
    #expect(report.tables.isEmpty && report.rows(wave: "").isEmpty)
    #expect(report.diagnostics.map(\.code.identifier) == ["PROC-005"])
  }
}
