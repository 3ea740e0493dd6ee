import Diagnostics
import FormDefinition
import Testing

/// Requirements: each mistake is told once, at its cell, with the nearest choice; what is merely unusual is not.
@Suite("Answers treated as what they are not")
struct AnswerTypeChecksTests {
  private static let head = """
    type,name,label,relevant,constraint,appearance
    text,t,T,,,
    integer,n,N,,,
    select_one l,s,S,,,
    select_multiple l,m,M,,,
    select_one codes,k,K,,,
    date,d,D,,,
    text,phone,P,,,numbers
    note,o,O,,,
    calculate,c,,,,
    today,now_day,,,,
    rank l,r,R,,,

    """
  private static let choices = "list_name,name,label\nl,xanh,X\nl,vang,V\nl,do,D\ncodes,1,A\ncodes,02,B"

  /// The codes found for a relevance in row 13, those about calculations without formula aside.
  private func found(_ condition: String, type: String = "text", constraint: String = "") -> [Diagnostic] {
    let survey = Self.head + "\(type),q,Q,\"\(condition)\",\"\(constraint)\","
    return Form.read(sheets(survey: survey, choices: Self.choices, settings: "form_id\nx")).diagnostics.filter {
      let isTyping = ("FORM-122"..."FORM-126").contains($0.code.identifier)
      if isTyping {
        #expect(unfilledPlaceholders(of: $0) == [])
        #expect($0.severity == .warning)
        #expect($0.position?.line == 13)
      }
      return isTyping
    }
  }

  @Test(
    "A function about choices on a question without them is reported",
    arguments: ["selected(${n}, '1')", "selected(${t}, 'a')", "count-selected(${d}) > 1", "selected-at(${n}, 0) = '1'"])
  func selection(condition: String) { #expect(found(condition).map(\.code) == [.formSelectionOfOther]) }

  @Test(
    "A comparison with a choice that the list does not have tells the nearest one",
    arguments: [
      ("${s} = 'xnah'", "xnah", "xanh"), ("'vàng' != ${s}", "vàng", "vang"), ("selected(${s}, 'do ')", nil, nil),
      ("selected(${m}, 'xah')", "xah", "xanh"), ("${m} = 'xanh vag'", "vag", "vang"), ("${k} = 3", "3", "1"),
      ("${k} = '2'", "2", "1"), ("${k} = 2", nil, nil), ("${s} = ''", nil, nil), ("${m} = 'xanh do'", nil, nil),
      ("not(selected(${r}, 'tím'))", "tím", "–"), ("if(${s} = 'doo', 1, 0) = 1", "doo", "do"),
      ("${c} = 'zzz'", nil, nil),
    ] as [(String, String?, String?)])
  func choices(condition: String, choice: String?, nearest: String?) {
    let findings = found(condition)
    #expect(findings.map(\.code) == (choice == nil ? [] : [.formComparedChoiceUnknown]))
    #expect(findings.first?.arguments["choice"] == choice)
    if nearest != "1" { #expect(findings.first?.arguments["nearest"] == nearest) }
  }

  @Test("In a constraint the answer under test is the question's own")
  func ownAnswer() {
    #expect(found("", type: "select_one l", constraint: ". != 'xahn'").map(\.code) == [.formComparedChoiceUnknown])
    #expect(found("", type: "text", constraint: ". > 5").map(\.code) == [.formTextAsNumber])
    #expect(found("", type: "date", constraint: ". > 2020").map(\.code) == [.formDateAsNumber])
    #expect(found("", type: "integer", constraint: ". > 5 and . != 'x'").map(\.code) == [])
    #expect(found("", type: "select_multiple l", constraint: "count-selected(.) <= 2").map(\.code) == [])
  }

  @Test(
    "Arithmetic on what is no number is reported",
    arguments: [
      ("${t} + 1 = 2", "${t}"), ("${t} > 5", "${t}"), ("${s} > 2", "${s}"), ("'abc' * 2 = 4", "'abc'"),
      ("-${m} = 1", "${m}"), ("${n} + ${o} > 1", "${o}"), ("10 div ${t} > 1", "${t}"), ("${n} >= 'nhiều'", "'nhiều'"),
    ])
  func arithmetic(condition: String, operand: String) {
    let findings = found(condition)
    #expect(findings.map(\.code) == [.formTextAsNumber])
    #expect(findings.first?.arguments["operand"] == operand)
  }

  @Test(
    "A date compared with a number, or with a text that is no date, is reported",
    arguments: [
      ("${d} > 2020", DiagnosticCode.formDateAsNumber), ("today() > 2020", .formDateAsNumber),
      ("${n} = ${d}", .formDateAsNumber), ("${now_day} >= ${n}", .formDateAsNumber),
      ("${d} > '2020'", .formDateAsNumber),
      ("${d} = '15/12/2026'", .formDateUnreadable),
    ])
  func dates(condition: String, code: DiagnosticCode) { #expect(found(condition).map(\.code) == [code]) }

  @Test(
    "What is unusual and right is not reported",
    arguments: [
      "${k} > 1", "${phone} > 5", "${n} > '5'", "${d} > '2026-12-15'", "${d} >= today()", "${d} - 30 > today()",
      "${c} + 1 > 2", "selected(${c}, 'a')", "decimal-date-time(${d}) > 18000", "number(${t}) > 5",
      "format-date(${d}, '%Y') = 2026", "${t} = 5", "string-length(${t}) > 5", "count-selected(${m}) > 1",
      "${d} = ''", "${n} = ''", "int(${t}) + 1 > 1", "${s} = ${t}", "selected(${m}, ${s})", "once(${t}) > 5",
    ])
  func unusual(condition: String) { #expect(found(condition).map(\.code) == []) }

  @Test("The forms of the project have no finding of this kind", arguments: ["pks-01", "bfi", "api"])
  func projectForms(name: String) throws {
    let reading = Form.read(try projectForm(name))
    #expect(reading.diagnostics.map { $0.line(in: .english) } == [])
  }
}
