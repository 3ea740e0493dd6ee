import Diagnostics
import FormDefinition
import Testing

@Suite("Checks of references between questions")
struct ReferenceChecksTests {
  private static let heading =
    "type,name,label,relevant,constraint,calculation,required,default,choice_filter,constraint_message\n"

  @Test(
    "A reference to nobody is found in every column",
    arguments: [
      ("text,q,\"${agee}\",,,,,,,", 3), ("text,q,Q,${agee} > 1,,,,,,", 4), ("integer,q,Q,,. > ${agee},,,,,", 5),
      ("calculate,q,Q,,,${agee} + 1,,,,", 6), ("text,q,Q,,,,${agee} > 1,,,", 7), ("text,q,Q,,,,,${agee},,", 8),
      ("select_one l,q,Q,,,,,,name = ${agee},", 9), ("text,q,Q,,,,,,,not ${agee}", 10),
    ])
  func unknown(row: String, column: Int) throws {
    let survey = Self.heading + "integer,age,Age,,,,,,,\n" + row
    let choices = row.contains("select") ? "list_name,name,label\nl,a,A" : nil
    #expect(findings(survey: survey, choices: choices) == ["FORM-050 survey:3:\(column)"])
    let reading = Form.read(sheets(survey: survey, choices: choices, settings: "form_id\nx"))
    #expect(reading.diagnostics[0].arguments["nearest"] == "age")
    #expect(reading.diagnostics[0].field == "q")
  }

  @Test("References of settings and choice labels are looked up too")
  func elsewhere() {
    #expect(findings(settings: "form_id,consent\nx,${zzz} = 'yes'") == ["FORM-050 settings:2:2"])
    #expect(findings(settings: "form_id,instance_name\nx,\"concat(${q}, ${zzz})\"") == ["FORM-050 settings:2:2"])
    let survey = "type,name,label\nselect_one l,q,Q"
    #expect(findings(survey: survey, choices: "list_name,name,label\nl,a,${zzz}") == ["FORM-050 choices:2:3"])
  }

  @Test(
    "A reference that is not well formed is reported",
    arguments: ["${q", "${}", "a ${ b", "${q${q}", "${ }"])
  func malformed(label: String) {
    let found = findings(survey: "type,name,label\ntext,q,Q\nnote,n,\(label)")
    #expect(found == ["FORM-052 survey:3:3"])
  }

  @Test("A reference that breaks an expression is reported once, by the expression")
  func malformedInExpression() {
    let found = findings(survey: "type,name,label,relevant\ntext,q,Q,\nnote,n,N,${q = 1")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("EXPR-") == true)
  }

  @Test("A name that stands for several questions cannot be referred to")
  func ambiguous() {
    let rows = "begin group,g,,\ntext,q,Q,\nend group,,,\ntext,q,Q,\nnote,n,N,${q} = 1"
    #expect(
      findings(survey: "type,name,label,relevant\n" + rows) == ["FORM-030 survey:5:2", "FORM-051 survey:6:4"])
  }

  @Test("A question inside a repeat is referred to from outside only in sums and the like")
  func repeats() {
    let head = "type,name,label,calculation\nbegin repeat,r,,\ninteger,a,A,\ncalculate,b,,${a} + 1\nend repeat,,,\n"
    #expect(findings(survey: head + "calculate,c,,${a} + 1") == ["FORM-054 survey:6:4"])
    #expect(findings(survey: head + "calculate,c,,sum(${a})") == [])
    #expect(findings(survey: head + "calculate,c,,count(${r})") == [])
  }

  @Test(
    "Conditions and calculations that depend on themselves are reported with the way round",
    arguments: [
      ("text,a,A,${a} = 1,,,", "FORM-053 survey:2:4", "a → a"),
      ("text,a,A,${b} = 1,,,\ntext,b,B,${a} = 1,,,", "FORM-053 survey:2:4", "a → b → a"),
      ("text,a,A,${b} = 1,,,\ncalculate,b,,,${a},,", "FORM-053 survey:2:4", "a → b → a"),
      ("text,a,A,,,${b} = 1,\ntext,b,B,,,,${a} = 1", "FORM-053 survey:2:6", "a → b → a"),
      ("begin group,g,,${a} = 1,,,\ntext,a,A,,,,\nend group,,,,,,", "FORM-053 survey:2:4", "g → a → g"),
      (
        "calculate,x,,,${a},,\ntext,a,A,${b} = 1,,,\ntext,b,B,${c} = 1,,,\ntext,c,C,${a} = 1,,,",
        "FORM-053 survey:3:4", "a → b → c → a"
      ),
    ])
  func cycles(rows: String, expected: String, path: String) {
    let survey = "type,name,label,relevant,calculation,required,readonly\n" + rows
    #expect(findings(survey: survey) == [expected])
    #expect(
      Form.read(sheets(survey: survey, settings: "form_id\nx")).diagnostics.first?.arguments["path"] == path)
  }

  @Test("Constraints may refer to each other, and a group to what stands before it")
  func noCycle() {
    let survey = """
      type,name,label,relevant,constraint
      text,a,A,,. != ${b}
      text,b,B,,. != ${a}
      begin group,g,,${a} = 1,
      text,c,C,${b} = 1,
      text,d,D,${c} = 1,
      end group,,,,
      """
    #expect(findings(survey: survey) == [])
  }
}
