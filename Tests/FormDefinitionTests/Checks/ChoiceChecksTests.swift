import Diagnostics
import FormDefinition
import Testing

@Suite("Checks of the choices sheet")
struct ChoiceChecksTests {
  @Test(
    "Choices have a list, a name of their own and a label",
    arguments: [
      (",b,B", ["FORM-060 choices:3:1"]),
      ("l,,B", ["FORM-061 choices:3:2"]),
      ("l,a,B", ["FORM-062 choices:3:2"]),
      ("l,b,", ["FORM-064 choices:3:3"]),
      ("l,b c,B", []),
      ("l,A,B", []),
    ])
  func choices(row: String, expected: [String]) {
    let survey = "type,name,label\nselect_one l,q,Q"
    #expect(findings(survey: survey, choices: "list_name,name,label\nl,a,A\n" + row) == expected)
  }

  @Test("A blank in a choice name breaks questions with several answers only")
  func blanks() {
    let choices = "list_name,name,label\nl,a b,A"
    #expect(findings(survey: "type,name,label\nselect_multiple l,q,Q", choices: choices) == ["FORM-063 choices:2:2"])
    let ranked = Form.read(
      sheets(survey: "type,name,label\nrank l,q,Q", choices: choices, settings: "form_id\nx"))
    #expect(ranked.diagnostics.map(\.severity) == [.warning])
  }

  @Test("Duplicates are accepted when the settings allow them")
  func allowedDuplicates() {
    let found = findings(
      survey: "type,name,label\nselect_one l,q,Q", choices: "list_name,name,label\nl,a,A\nl,a,B",
      settings: "form_id,allow_choice_duplicates\nx,yes")
    #expect(found == [])
  }

  @Test(
    "A choice that looks like no answer must be declared so",
    arguments: [
      ("98,Khác,", ["FORM-066 choices:3:2"]), ("99,Không trả lời,", ["FORM-066 choices:3:2"]),
      ("-1,X,", ["FORM-066 choices:3:2"]), ("998,X,", ["FORM-066 choices:3:2"]),
      ("dk,Không biết,", ["FORM-066 choices:3:2"]), ("98,Không biết,dont_know", []),
      ("99,Không trả lời,No_Answer", []), ("99,X,dk", ["FORM-067 choices:3:4"]), ("9,X,", []), ("100,X,", []),
    ])
  func missingCodes(row: String, expected: [String]) {
    let survey = "type,name,label\nselect_one l,q,Q"
    #expect(findings(survey: survey, choices: "list_name,name,label,missing\nl,1,A,\nl,\(row)") == expected)
  }

  @Test("A long list in which 98 and 99 are ordinary codes is left alone")
  func longList() {
    let rows = (1...99).map { "l,\($0),Nơi \($0)," }.joined(separator: "\n")
    let survey = "type,name,label\nselect_one l,q,Q"
    #expect(findings(survey: survey, choices: "list_name,name,label,missing\n" + rows) == [])
  }

  @Test("A list without any answer is reported")
  func onlyMissing() {
    let survey = "type,name,label\nselect_one l,q,Q"
    let choices = "list_name,name,label,missing\nl,99,X,no_answer"
    #expect(findings(survey: survey, choices: choices) == ["FORM-068 choices:2"])
  }
}
