import CivilCalendar
import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

@testable import ResponseRates

/// Requirements:
/// 1. Answers meet the invitations of their unit; sectors, localities and everybody are the sums.
/// 2. Answers beyond the invitations, of unknown units and of nobody are named, and no rate exceeds 1.
/// 3. Tokens, stated answers and lists that say nothing of units give what they can.
/// 4. Everything that is wrong with a list is said, with its place; tokens are never written.
@Suite("Invitations")
struct InvitationTests {
  static let list = """
    unit,label,invited,sector,locality,expected
    A,Hội A,10,edu,x,8
    B,Hội B,5,edu,y,
    C,Hội C,4,health,x,
    """
  static let columns = ["unit", "token", "end", "a1", "a2", "a3", "a4", "a5", "a6"]

  /// Six statements of which so many were answered.
  static func answers(_ count: Int) -> [String] { (0..<6).map { $0 < count ? String($0 % 5 + 1) : "" } }

  static func rows() -> [[String]] {
    let a = [6, 6, 6, 6, 6, 6, 4, 2].enumerated().map { ["A", "", minutes(day: $0.offset)] + answers($0.element) }
    let b = (0..<7).map { _ in ["hội b", "", minutes(day: 3)] + answers(6) }
    return a + b + [["Z", "", minutes(day: 9)] + answers(6)]
  }

  func report(
    _ list: String?, _ rows: [[String]], _ options: ResponseOptions, batchSize: Int = 1000
  ) throws -> ResponseReport {
    let form = try statementForm()
    let records = SurveyRecords(form, columns: Self.columns, rows: rows, batchSize: batchSize)
    let plan = EstimationPlan()
    let estimates = try estimate(plan, form: form, records: records)
    let invitations = try list.map { try InvitationList.read(bytes: Array($0.utf8), source: "list.csv") }
    return try ResponseReport(
      invitations: invitations, plan: plan, form: form, records: records, estimates: estimates, options: options)
  }

  @Test("Units, sectors, localities and everybody, worked by hand", arguments: [1, 5, 1000])
  func byHand(batchSize: Int) throws {
    var options = ResponseOptions()
    options.questions.unit = "unit"
    options.fieldwork = Fieldwork(
      first: CivilDay(number: 20_600), last: CivilDay(number: 20_609), target: 0.5)
    let report = try report(Self.list, Self.rows(), options, batchSize: batchSize)
    func domain(_ kind: ResponseDomain.Kind, _ level: String) throws -> ResponseDomain {
      try #require(report.domains.first { $0.kind == kind && $0.level == level })
    }
    // A: 6 complete, 4 of 6 answered is partial, 2 of 6 is broken off; 2 never answered.
    let a = try domain(.unit, "A")
    #expect(Disposition.allCases.map { a.counts[$0] } == [6, 1, 1, 0, 0, 0, 2, 0])
    #expect((a.received, a.invited, a.surplus, a.label) == (8, 10, 0, "Hội A"))
    #expect(a.lastDay == 20_607)
    #expect(a.rates.rate(.responseRate1) == 0.6)
    // B: seven answers to five invitations.
    let b = try domain(.unit, "B")
    #expect((b.received, b.surplus) == (7, 2))
    #expect(b.rates.rate(.responseRate2) == 1)
    let everybody = try domain(.overall, "")
    #expect(Disposition.allCases.map { everybody.counts[$0] } == [11, 1, 1, 0, 0, 0, 6, 0])
    #expect(everybody.rates.rate(.responseRate1) == 11.0 / 19)
    #expect(everybody.rates.rate(.responseRate2) == 12.0 / 19)
    #expect(everybody.rates.rate(.cooperationRate3) == 11.0 / 13)
    #expect(everybody.rates.rate(.refusalRate1) == 1.0 / 19)
    #expect(everybody.rates.rate(.contactRate1) == 13.0 / 19)
    #expect(try domain(.sector, "edu").rates.rate(.responseRate1) == 11.0 / 15)
    #expect(try domain(.sector, "health").rates.rate(.responseRate1) == 0)
    #expect(try domain(.locality, "x").rates.rate(.responseRate1) == 6.0 / 14)
    // 8 stated, half of 5 and of 4 aimed at.
    #expect(everybody.expected == 12.5)
    let codes = report.diagnostics.map(\.code.identifier)
    #expect(codes == ["RESP-007", "RESP-008", "RESP-009"])
    #expect(report.units.map(\.level) == ["A", "B", "C"])
    // Ten days; on the fourth 4 of A's and 7 of B's answers were there, and 4/10 of 12.5 expected.
    #expect(report.days.count == 10)
    #expect(report.days[3].cumulative == 11)
    #expect(report.days[3].received == 8)
    #expect(report.days[3].expected == 5)
    #expect(report.days.last?.cumulative == 16)
    let rows = report.rows
    let rate = try #require(rows.first { $0.statistic == .responseRate1 && $0.domain == "sector" })
    #expect(rate.estimate == 11.0 / 15 && rate.baseCount == 15 && rate.domainLevel == "edu")
    #expect(!rows.contains { $0.domain == "unit" }, "units are figures of management, not estimates")
    let table = try #require(report.tables.first { $0.name == "response" })
    #expect(table.rows.count == 1 + 2 + 2 + 3)
  }

  @Test("Without a question of the unit only everybody has a rate, and units are unknown")
  func noUnits() throws {
    let report = try report(Self.list, Self.rows(), ResponseOptions())
    let everybody = try #require(report.domains.first)
    #expect(everybody.received == 16)
    #expect(everybody.rates.rate(.responseRate1) == 14.0 / 19)
    #expect(report.units.allSatisfy { $0.received == nil && $0.rates.rate(.responseRate1) == nil })
  }

  @Test("A list may state the answers and what is known of the others")
  func stated() throws {
    let list = """
      unit,invited,complete,partial,refused,noncontact,other,unknown,ineligible
      A,20,10,2,1,1,1,1,2
      B,10,0,0,0,0,0,0,0
      """
    let report = try report(list, [], ResponseOptions())
    let a = try #require(report.units.first)
    #expect(Disposition.allCases.map { a.counts[$0] } == [10, 2, 1, 1, 1, 1, 2, 2])
    #expect(a.rates.eligibility == 15.0 / 17)
    #expect(a.rates.rate(.responseRate3) == 10.0 / (15 + 15.0 / 17 * 3))
    #expect(report.units.last?.received == 0)
  }

  @Test("Tokens count once, by the answer that names them, else by their disposition; open ones are unknown")
  func tokens() throws {
    let list = """
      token,unit,disposition
      t1,A,
      t2,A,R
      t3,A,
      t4,B,NC
      t5,B,
      t6,B,NE
      """
    let rows = [
      ["", "t1", minutes(day: 1)] + Self.answers(6), ["", "t2", minutes(day: 2)] + Self.answers(4),
      ["", "t9", minutes(day: 2)] + Self.answers(6),
    ]
    var options = ResponseOptions()
    options.questions.token = "token"
    let report = try report(list, rows, options)
    let everybody = try #require(report.domains.first)
    #expect(Disposition.allCases.map { everybody.counts[$0] } == [1, 1, 0, 1, 0, 0, 2, 1])
    #expect(everybody.received == 2)
    #expect(report.diagnostics.map(\.code.identifier) == ["RESP-008", "RESP-009"])
    let alone = try self.report(list, [], ResponseOptions()).domains.first
    #expect(alone.map { domain in Disposition.allCases.map { domain.counts[$0] } } == [0, 0, 1, 1, 0, 0, 3, 1])
    for table in report.tables { #expect(!table.csv().contains("t1")) }
  }

  @Test("An empty list, one unit, nobody invited: a finding, and no rate that is no number")
  func degenerate() throws {
    for list in ["unit,invited\n", "unit,invited\nA,0\n"] {
      var options = ResponseOptions()
      options.questions.unit = "unit"
      let report = try report(list, Self.rows(), options)
      #expect(report.diagnostics.map(\.code.identifier) == ["RESP-006"])
      #expect(report.rows.allSatisfy { $0.estimate?.isFinite ?? true })
      #expect(report.domains.first?.rates.rate(.responseRate1) == nil)
    }
    let single = try report("unit,invited\nA,10\n", [], ResponseOptions())
    #expect(single.domains.map(\.kind) == [.overall, .unit])
    #expect(single.domains.first?.rates.rate(.responseRate1) == 0)
    #expect(try report(nil, [], ResponseOptions()).rows.isEmpty)
  }

  @Test(
    "A list that cannot be used is refused with each place",
    arguments: [
      ("unit,people\nA,1\n", ["RESP-001@1"]),
      ("unit,invited\nA,x\nB,-1\nC,1.5\n", ["RESP-002@2", "RESP-002@3", "RESP-002@4"]),
      ("unit,invited\nHòa,1\nhoà,2\n", ["RESP-003@3"]),
      ("token,disposition\na,X\na,I\n", ["RESP-004@2", "RESP-005@3"]),
      ("unit,invited\nA,9999999999\n", ["RESP-002@2"]), ("", ["CSV-006@1", "RESP-001@1", "RESP-001@1"]),
    ])
  func refused(list: String, expected: [String]) throws {
    let failure = #expect(throws: StageFailure.self) {
      _ = try InvitationList.read(bytes: Array(list.utf8), source: "list.csv")
    }
    let found = (failure?.diagnostics ?? []).map { "\($0.code.identifier)@\($0.position?.line ?? 0)" }
    #expect(found.filter { $0.hasPrefix("RESP") } == expected.filter { $0.hasPrefix("RESP") })
    #expect(failure?.exitCode == .unusableInput)
  }

  @Test("A question that the form does not have is refused by its key")
  func unknownQuestion() throws {
    var options = ResponseOptions()
    options.questions.sector = "nowhere"
    let failure = #expect(throws: StageFailure.self) { _ = try report(Self.list, [], options) }
    #expect(failure?.diagnostics.map(\.code.identifier) == ["RESP-011"])
  }

  @Test("Units told by a published question: small counts are hidden, and none follows from the others")
  func publishedUnits() throws {
    let form = try statementForm()
    let list = "unit,invited,sector\nA,50,x\nB,50,x\nC,50,y\nD,50,y\nE,50,y\n"
    let rows = [("A", 4), ("B", 30), ("C", 20), ("D", 12), ("E", 0)].flatMap { unit, count in
      (0..<count).map { _ in [unit, "", minutes(day: 0)] + Self.answers(6) }
    }
    let records = SurveyRecords(form, columns: Self.columns, rows: rows)
    var options = ResponseOptions()
    options.questions.unit = "unit"
    var plan = EstimationPlan()
    let estimates = try estimate(plan, form: form, records: records)
    func hidden() throws -> [Bool] {
      let report = try ResponseReport(
        invitations: try InvitationList.read(bytes: Array(list.utf8), source: "l"), plan: plan, form: form,
        records: records, estimates: estimates, options: options)
      let csv = try #require(report.tables.first { $0.name == "response" }).csv()
      #expect(csv.contains("unit,A,,50,,4,0,") != report.units[0].isSuppressed)
      return report.units.map(\.isSuppressed)
    }
    #expect(try hidden() == [false, false, false, false, false], "how many a unit sent is no secret")
    plan.domains = [["unit"]]
    // A is small; B would give it away by the sector; nobody hides behind E.
    #expect(try hidden() == [true, true, false, false, false])
  }

  @Test("No rate of made-up answers leaves 0…1, and invitations are never lost")
  func laws() throws {
    var generator = SeededGenerator(seed: 45)
    for _ in 0..<20 {
      let units = (0..<5).map { "U\($0),\(Int.random(in: 0...8, using: &generator))" }
      let rows = (0..<30).map { _ in
        ["U\(Int.random(in: 0...6, using: &generator))", "", minutes(day: 0)]
          + Self.answers(Int.random(in: 0...6, using: &generator))
      }
      var options = ResponseOptions()
      options.questions.unit = "unit"
      let report = try report("unit,invited\n" + units.joined(separator: "\n") + "\n", rows, options)
      for domain in report.domains {
        #expect(Int(domain.counts.total) == domain.invited)
        for statistic in OutcomeRates.statistics {
          #expect(domain.rates.rate(statistic).map { (0...1).contains($0) } ?? true)
        }
      }
    }
  }
}
