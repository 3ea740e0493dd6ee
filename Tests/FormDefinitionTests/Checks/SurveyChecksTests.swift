import Diagnostics
import FormDefinition
import Testing

@Suite("Checks of the survey sheet")
struct SurveyChecksTests {
  @Test(
    "A type that cannot be used is reported with the nearest one that can",
    arguments: [
      ("txt", "FORM-021 survey:2:1", "text"),
      ("Integr", "FORM-021 survey:2:1", "integer"),
      ("selectone l", "FORM-021 survey:2:1", "select_one"),
      ("select_one my list", "FORM-021 survey:2:1", "select_one"),
      ("zzzzzzzz", "FORM-021 survey:2:1", "–"),
      ("osm", "FORM-022 survey:2:1", nil),
      ("select_one_from_file a.txt", "FORM-150 survey:2:1", nil),
      ("select_multiple ${a}", "FORM-151 survey:2:1", nil),
      ("select_one", "FORM-023 survey:2:1", nil),
      ("rank", "FORM-023 survey:2:1", nil),
      ("", "FORM-020 survey:2:1", nil),
    ])
  func types(type: String, expected: String, nearest: String?) {
    let survey = "type,name,label\n\(type),q,Q"
    #expect(findings(survey: survey) == [expected])
    #expect(
      Form.read(sheets(survey: survey)).diagnostics.last { $0.code.identifier != "FORM-010" }?
        .arguments["nearest"] == nearest)
  }

  @Test("A list that is not there is reported with the nearest one, and a list that nobody uses as a warning")
  func lists() {
    let survey = "type,name,label\nselect_one agre,q,Q"
    let choices = "list_name,name,label\nagree,a,A\nagree,b,B"
    #expect(findings(survey: survey, choices: choices) == ["FORM-024 survey:2:1", "FORM-065 choices:2:1"])
    let reading = Form.read(sheets(survey: survey, choices: choices, settings: "form_id\nx"))
    #expect(
      reading.diagnostics[0].line(in: .english)
        == "forms/x/survey.csv:2:1: error: [FORM-024] the list \"agre\" is not in the choices sheet; "
        + "fix: add the list or correct its name (nearest known: agree)")
  }

  @Test(
    "Names must be there and be valid",
    arguments: [
      ("", "FORM-025"), ("1a", "FORM-026"), ("a b", "FORM-026"), ("a:b", "FORM-190"), ("-a", "FORM-026"),
      ("meta", "FORM-027"), ("a-b.c_1", nil), ("_a", nil), ("tuổi", nil),
    ])
  func names(name: String, code: String?) {
    #expect(findings(survey: "type,name,label\ntext,\(name),Q") == (code.map { ["\($0) survey:2:2"] } ?? []))
  }

  @Test("A note without a name gets one")
  func noteWithoutName() {
    let reading = Form.read(sheets(survey: "type,name,label\nnote,,N", settings: "form_id\nx"))
    #expect(reading.diagnostics == [])
    #expect(reading.form?.placedQuestions.map(\.question.name) == ["generated_note_name_2"])
  }

  @Test(
    "Names are unique among siblings, also but for case, and had better be unique in the form",
    arguments: [
      ("text,q,Q\ntext,q,Q", ["FORM-028 survey:3:2"]),
      ("text,q,Q\ntext,Q,Q", ["FORM-029 survey:3:2"]),
      ("begin group,g,\ntext,q,Q\nend group,,\ntext,q,Q", ["FORM-030 survey:5:2"]),
      ("begin group,g,\ntext,g,Q\nend group,,", ["FORM-030 survey:3:2"]),
      ("select_one l or_other,q,Q\ntext,q_other,Q", ["FORM-028 survey:3:2"]),
      ("begin repeat,data,\ntext,q,Q\nend repeat,,", ["FORM-031 survey:2:2"]),
      (
        "begin repeat,r,\ntext,q,Q\nend repeat,,\nbegin group,g,\nbegin repeat,r,\ntext,p,P\nend repeat,,\nend group,,",
        ["FORM-031 survey:6:2"]
      ),
    ])
  func duplicateNames(rows: String, expected: [String]) {
    let choices = rows.contains("select") ? "list_name,name,label\nl,a,A" : nil
    #expect(findings(survey: "type,name,label\n" + rows, choices: choices) == expected)
  }

  @Test(
    "What is shown needs a label, a hint or a picture",
    arguments: [
      ("text,q,,,", ["FORM-032 survey:2:3"]), ("note,q,,,", ["FORM-032 survey:2:3"]),
      ("acknowledge,q,,,", ["FORM-032 survey:2:3"]), ("text,q,,H,", []), ("text,q,,,a.png", []),
      ("hidden,q,,,", []), ("start,q,,,", []), ("begin group,g,,,\ntext,q,Q,,\nend group,,,,", []),
    ])
  func labels(row: String, expected: [String]) {
    let found = findings(survey: "type,name,label,hint,image\n\(row)")
    #expect(found == expected)
  }

  @Test("A letter in pieces is reported wherever it stands")
  func decomposed() {
    let survey = "type,name,label\nselect_one l,q,Hoa\u{0300} bình"
    let choices = "list_name,name,label\nl,a,Hòa\nl,b,e\u{0302}\u{0323}"
    #expect(findings(survey: survey, choices: choices) == ["FORM-035 survey:2:3", "FORM-035 choices:3:3"])
  }

  @Test(
    "Groups are opened and closed in pairs and hold something",
    arguments: [
      ("begin group,g,\ntext,q,Q", ["FORM-036 survey:2:1"]),
      ("text,q,Q\nend group,,", ["FORM-037 survey:3:1"]),
      ("begin group,g,\ntext,q,Q\nend repeat,,", ["FORM-038 survey:4:1"]),
      ("begin_group,g,\nend_group,,", ["FORM-040 survey:2:1"]),
      ("begin group,g,\nbegin group,h,\ntext,q,Q\nend group,,\nend group,,", []),
      ("begin group,,\ntext,q,Q\nend group,,", ["FORM-025 survey:2:2"]),
    ])
  func groups(rows: String, expected: [String]) {
    #expect(findings(survey: "type,name,label\n" + rows) == expected)
  }

  @Test(
    "Calculations, parameters and defaults fit their question",
    arguments: [
      ("calculate,q,,,,", ["FORM-041 survey:2:4"]),
      ("calculate,q,,1 + 1,,", []),
      ("calculate,q,,,,now()", []),
      ("calculate,q,,,,5", ["FORM-041 survey:2:4"]),
      ("range,q,Q,,start=0 end=10 step=2,", []),
      ("range,q,Q,,,", []),
      ("range,q,Q,,start=0 stop=5,", ["FORM-046 survey:2:5"]),
      ("text,q,Q,,rows=5,", []),
      ("select_one l,q,Q,,randomise=true,", ["FORM-046 survey:2:5"]),
      ("integer,q,Q,,anything=1,", []),
      ("range,q,Q,,start=x,", ["FORM-043 survey:2:5"]),
      ("range,q,Q,,start=1 end=1,", ["FORM-043 survey:2:5", "FORM-043 survey:2:5"]),
      ("range,q,Q,,end=5 step=0,", ["FORM-043 survey:2:5"]),
      ("range,q,Q,,junk,", ["FORM-042 survey:2:5"]),
      ("select_one l,q,Q,,,c", ["FORM-044 survey:2:6"]),
      ("select_one l,q,Q,,,a", []),
      ("select_multiple l,q,Q,,,a b", []),
      ("select_one l,q,Q,,,a b", ["FORM-044 survey:2:6"]),
    ])
  func values(row: String, expected: [String]) {
    let choices = row.contains("select") ? "list_name,name,label\nl,a,A\nl,b,B" : nil
    #expect(findings(survey: "type,name,label,calculation,parameters,default\n\(row)", choices: choices) == expected)
  }

  @Test("or_other cannot be filtered")
  func otherWithFilter() {
    let survey = "type,name,label,choice_filter\nselect_one l or_other,q,Q,name = 'a'"
    #expect(findings(survey: survey, choices: "list_name,name,label\nl,a,A") == ["FORM-045 survey:2:4"])
  }

  @Test("Everything that is wrong is reported at once, in the order of the sheets and rows")
  func allAtOnce() {
    let survey = "type,name,label\ntxt,1,Q\nselect_one z,q,\ncalculate,c,C\ntext,q,${nobody}"
    #expect(
      findings(survey: survey, choices: "list_name,name,label\nl,,A", settings: "form_id\na b") == [
        "FORM-021 survey:2:1", "FORM-026 survey:2:2", "FORM-024 survey:3:1", "FORM-032 survey:3:3",
        "FORM-041 survey:4", "FORM-028 survey:5:2", "FORM-050 survey:5:3",
        "FORM-065 choices:2:1", "FORM-061 choices:2:2", "FORM-011 settings:2:1",
      ])
  }
}
