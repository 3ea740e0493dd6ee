import Diagnostics
import FormDefinition
import Foundation
import Simulation
import Testing

@Suite("Forms that cannot be answered end in findings")
struct HostileFormTests {
  /// Codes found after 20 records.
  private func codes(survey: String, choices: String = "", settings: String = "form_id,version\nt,1\n") throws
    -> [String]
  {
    let form = try inlineForm(survey: survey, choices: choices, settings: settings)
    let simulator = AnswerSimulator(form: form, seed: 1)
    #expect(SimulatedTable(simulator.csv(count: 20)).rows.count == 20)
    return simulator.diagnostics.map(\.code.identifier)
  }

  @Test("a required answer that no value satisfies", arguments: ["false()", ". > 5 and . < 3", ". != ."])
  func impossibleRequired(constraint: String) throws {
    #expect(try codes(survey: "integer,a,A,yes,,\(constraint),,,,\ntext,b,B,,,,,,,\n") == ["SIM-001"])
  }

  @Test("an optional answer that no value satisfies stays blank")
  func impossibleOptional() throws {
    #expect(try codes(survey: "text,a,A,,,false(),,,,\ntext,b,B,,,,,,,\n") == ["SIM-006"])
  }

  @Test("a constraint on another answer that no value satisfies")
  func impossibleComparison() throws {
    let survey = "select_one s,a,A,yes,,,,,,\nselect_one s,b,B,yes,,. != ${a},,,,\n"
    #expect(try codes(survey: survey, choices: "s,u,U,,\n") == ["SIM-001"])
  }

  @Test("the finding names the record and the question, and no answer")
  func finding() throws {
    let form = try inlineForm(survey: "text,a,A,yes,,false(),,,,\n")
    let simulator = AnswerSimulator(form: form, seed: 9)
    _ = simulator.submission(number: 4)
    _ = simulator.submission(number: 2)
    let finding = try #require(simulator.diagnostics.first)
    #expect(finding.record == "simulated:9:2")
    #expect(finding.field == "a")
    #expect(finding.restrictedValue == nil)
    #expect(finding.position?.line == 2)
  }

  @Test("a list without choices")
  func noChoices() throws {
    #expect(try codes(survey: "select_one s,a,A,,,,,,,\ntext,b,B,,,,,,,\n") == ["SIM-005"])
    #expect(try codes(survey: "rank s,a,A,yes,,,,,,\ntext,b,B,,,,,,,\n") == ["SIM-005", "SIM-001"])
  }

  @Test("a filter that leaves no choice")
  func emptyFilter() throws {
    let survey =
      "select_one s,a,A,yes,,,,area = 'nowhere',,\nselect_multiple s,b,B,,,,,area = 'nowhere',,\ntext,c,C,,,,,,,\n"
    #expect(try codes(survey: survey, choices: "s,u,U,,n\n") == ["SIM-001"])
  }

  @Test("conditions in a circle are reported, and no answer stays that its condition hides")
  func circle() throws {
    let survey =
      "text,a,A,,${b} = '',,,,,\ntext,b,B,,${c} = '',,,,,\ntext,c,C,,${a} = '',,,,,\ntext,d,D,,${d} != '',,,,,\n"
    #expect(try codes(survey: survey).contains("SIM-002"))
    let form = try inlineForm(survey: survey)
    for record in SimulatedTable(AnswerSimulator(form: form, seed: 1).csv(count: 50)).records {
      #expect(faults(record, of: form) == [])
    }
  }

  @Test("a calculation that refers to itself")
  func circularCalculation() throws {
    #expect(try codes(survey: "calculate,a,,,,,${b} + 1,,,\ncalculate,b,,,,,${a} + 1,,,\n").contains("SIM-002"))
  }

  @Test("a long chain of conditions on later answers")
  func longChain() throws {
    let survey = (0..<3000).map { "text,q\($0),Q,,${q\($0 + 1)} != '',,,,,\n" }.joined() + "text,q3000,Q,,,,,,,\n"
    let form = try inlineForm(survey: survey)
    let records = SimulatedTable(AnswerSimulator(form: form, seed: 1).csv(count: 3)).records
    for record in records { #expect(faults(record, of: form) == []) }
  }

  @Test(
    "patterns that are hard to satisfy or to read",
    arguments: [
      "^(((a{99}){99}){99}){99}$", "^((){99}){99}$", "[", "(?=a)b", "\\\\p{Zs}+", "^[^ -~]$",
      "a{9999999999999999999}",
      String(repeating: "(", count: 300) + String(repeating: ")", count: 300),
    ])
  func patterns(pattern: String) throws {
    let form = try inlineForm(survey: "text,a,A,,,\"regex(., '\(pattern)')\",,,,\ntext,b,B,,,,,,,\n")
    #expect(SimulatedTable(AnswerSimulator(form: form, seed: 1).csv(count: 20)).rows.count == 20)
  }

  @Test(
    "numbers beyond all bounds",
    arguments: [
      ". > 1e400", ". > 99999999999999999999999999", ". < -99999999999999999999999", ". >= 9223372036854775807",
      ". = 1 div 0",
    ])
  func numbers(constraint: String) throws {
    for type in ["integer", "decimal"] {
      let form = try inlineForm(survey: "\(type),a,A,,,\(constraint),,,,\ntext,b,B,,,,,,,\n")
      #expect(SimulatedTable(AnswerSimulator(form: form, seed: 1).csv(count: 20)).rows.count == 20)
    }
  }

  @Test(
    "scales without values or with senseless parameters",
    arguments: [
      "start=5 end=1 step=1", "start=0 end=10 step=0", "start=x end=y step=z", "start=0 end=1e300 step=1e-300",
      "start=-9e18 end=9e18 step=1", "start=nan end=inf step=1",
    ])
  func scales(parameters: String) throws {
    let form = try inlineForm(survey: "range,a,A,,,,,,,\(parameters)\ntext,b,B,,,,,,,\n")
    #expect(SimulatedTable(AnswerSimulator(form: form, seed: 1).csv(count: 20)).rows.count == 20)
  }

  @Test("choices whose names are the greatest and smallest integers")
  func wideCodes() throws {
    let choices = "s,\(Int.max),A,,\ns,\(Int.min),B,,\ns,0,C,,\n"
    #expect(try codes(survey: "select_one s,a,A,yes,,,,,,\n", choices: choices).isEmpty)
  }

  @Test("rows of repeats stand in tables of their own, with the keys of their records")
  func repeats() throws {
    let form = try inlineForm(
      survey:
        "text,a,A,,,,,,,\nbegin repeat,r,R,,,,,,,\ntext,b,B,yes,,,,,,\nbegin repeat,s,S,,,,,,,\ninteger,c,C,,,,,,,\n"
        + "end repeat,,,,,,,,,\nend repeat,,,,,,,,,\n")
    let simulator = AnswerSimulator(form: form, seed: 1)
    #expect(
      simulator.tables.map(\.header) == [["KEY", "a"], ["PARENT_KEY", "KEY", "b"], ["PARENT_KEY", "KEY", "c"]])
    var rows: [[[String]]] = [[], [], []]
    simulator.writeTables(count: 5) { rows[$0].append($1) }
    #expect(rows[0].map { $0[0] } == (1...5).map { "simulated:1:\($0)" })
    #expect(rows[1].count >= 5 && rows[2].count >= rows[1].count)
    #expect(rows[1][0].prefix(2) == ["simulated:1:1", "simulated:1:1/r[1]"])
    #expect(rows[2][0].prefix(2) == ["simulated:1:1/r[1]", "simulated:1:1/r[1]/s[1]"])
    let document = simulator.submission(number: 1)
    #expect(document.components(separatedBy: "<b>").count - 1 == rows[1].count { $0[0] == "simulated:1:1" })
    #expect(simulator.diagnostics.isEmpty)
  }

  @Test("a count beyond reason makes no endless record; one that is no number makes no row")
  func counts() throws {
    let columns = "type,name,label,repeat_count"
    for (count, rows) in [("999999999", 200), ("-3", 0), ("'x'", 0), ("2", 2)] {
      let form = try inlineForm(
        columns: columns, survey: "begin repeat,r,R,\(count)\ntext,b,B,\nend repeat,,,\n")
      let document = AnswerSimulator(form: form, seed: 1).submission(number: 1)
      #expect(document.split(separator: "<r>").count - 1 == rows)
    }
  }

  @Test("rules that only a device can judge are not applied, and said so")
  func notComputable() throws {
    let survey = "text,a,A,yes,,\"pulldata('x', 'y', 'z', .) = '1'\",,,,\n"
    #expect(try codes(survey: survey) == ["SIM-004"])
  }

  @Test("a consent that nobody can give, or that looks at too many questions")
  func strangeConsent() throws {
    let settings = "form_id,version,consent\nt,1,${a} = 'never'\n"
    #expect(try codes(survey: "select_one s,a,A,yes,,,,,,\n", choices: "s,u,U,,\n", settings: settings).isEmpty)
    let many = (0..<40).map { "select_one s,q\($0),Q,,,,,,,\n" }.joined()
    let all = (0..<40).map { "${q\($0)} = 'u'" }.joined(separator: " and ")
    #expect(
      try codes(survey: many, choices: "s,u,U,,\ns,v,V,,\n", settings: "form_id,version,consent\nt,1,\(all)\n").isEmpty)
  }

  @Test("a form without questions")
  func noQuestions() throws {
    let form = Form(identifier: "empty")
    let simulator = AnswerSimulator(form: form, seed: 1)
    #expect(String(decoding: simulator.csv(count: 2), as: UTF8.self) == "KEY\nsimulated:1:1\nsimulated:1:2\n")
  }
}
