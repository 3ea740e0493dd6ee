import Diagnostics
import FormDefinition
import Testing

@Suite("Checks of sheets, headings and settings")
struct SheetChecksTests {
  @Test("A form without a survey sheet is no form")
  func noSurvey() {
    let reading = Form.read(sheets(settings: "form_id\nx"))
    #expect(reading.form == nil)
    #expect(!reading.isUsable)
    #expect(reading.diagnostics.map(\.code.identifier) == ["FORM-001"])
    #expect(reading.diagnostics.first?.position?.description == "forms/x/survey.csv")
  }

  @Test("No sheets at all are findings, not a crash")
  func nothing() {
    let reading = Form.read(FormSheets(source: "", sheets: [:]))
    #expect(reading.diagnostics.map(\.code.identifier) == ["FORM-001", "FORM-010"])
  }

  @Test(
    "A sheet that cannot be read is reported",
    arguments: [
      ("", ["CSV-008 survey:1"]),
      ("type,name,label", ["FORM-002 survey:1"]),
      ("type,label\nnote,N", ["FORM-003 survey:1"]),
      ("name,label\nq,Q", ["FORM-003 survey:1", "FORM-020 survey:2"]),
    ])
  func unreadableSheet(survey: String, expected: [String]) {
    #expect(findings(survey: survey) == expected)
  }

  @Test("A select needs the choices sheet")
  func noChoices() {
    #expect(findings(survey: "type,name,label\nselect_one l,q,Q") == ["FORM-001 choices"])
  }

  @Test("A sheet with a mistyped name is not passed over")
  func unknownSheet() {
    let texts = [
      "survey": "type,name,label\ntext,q,Q", "settings": "form_id\nx", "choises": "list_name,name", "entities": "",
    ]
    let input = FormSheets(source: "forms/x", sheets: texts.mapValues { Array($0.utf8) })
    let finding = Form.read(input).diagnostics
    #expect(finding.map(\.code.identifier) == ["FORM-008"])
    #expect(finding.first?.arguments["nearest"] == "choices")
  }

  @Test(
    "Headings that are unknown, without effect, empty or doubled are reported in their column",
    arguments: [
      ("type,name,label,relevent\ntext,q,Q,", ["FORM-004 survey:1:4"]),
      ("type,name,label,save_to\ntext,q,Q,", ["FORM-005 survey:1:4"]),
      ("type,name,label,relevant,relevance\ntext,q,Q,1,1", ["FORM-006 survey:1:5"]),
      ("type,name,label,relevant,bind::relevant\ntext,q,Q,1,1", ["FORM-006 survey:1:5"]),
      ("type,name,label,\ntext,q,Q,x", ["FORM-007 survey:1:4"]),
      ("type,name,label,\ntext,q,Q,", []),
      ("type,name,label,label\ntext,q,Q,Q", ["CSV-009 survey:1:4"]),
    ])
  func headings(survey: String, expected: [String]) {
    #expect(findings(survey: survey) == expected)
  }

  @Test("A free column of the choices sheet is reported only when it looks mistyped and no filter uses it")
  func freeColumns() {
    let survey = "type,name,label,choice_filter\nselect_one l,q,Q,"
    #expect(findings(survey: survey, choices: "list_name,name,label,province\nl,a,A,75") == [])
    #expect(findings(survey: survey, choices: "list_name,name,label,mising\nl,a,A,75") == ["FORM-004 choices:1:4"])
    #expect(findings(survey: survey, choices: "list_name,name,label,my col\nl,a,A,75") == ["FORM-016 choices:1:4"])
    #expect(findings(survey: survey + "mising = '1'", choices: "list_name,name,label,mising\nl,a,A,75") == [])
  }

  @Test(
    "Settings that do not identify the form or name no language of it are reported",
    arguments: [
      (nil, ["FORM-010 settings"]),
      ("version\n1", ["FORM-010 settings:2"]),
      ("form_id\na b", ["FORM-011 settings:2:1"]),
      ("form_id\nx\ny", ["FORM-009 settings:3"]),
      ("form_id,default_language\nx,Deutsch (de)", ["FORM-012 settings:2:2"]),
      ("form_id,default_language\nx,vi", []),
      ("form_id,submission_url\nx,ftp://a", ["FORM-015 settings:2:2"]),
      ("form_id,submission_url\nx,https://user@example.org/x", ["FORM-015 settings:2:2"]),
      ("form_id,submission_url\nx,https://example.org:8443/x", []), ("form_id,submission_url\nx,/submission", []),
      ("form_id,submission_url\nx,https://example.org/x", []),
    ] as [(String?, [String])])
  func settings(settings: String?, expected: [String]) {
    let survey = "type,name,label::Tiếng Việt (vi)\ntext,q,Q"
    #expect(findings(survey: survey, settings: settings) == expected)
  }

  @Test(
    "Languages need a code of their own and a column for every kind of text",
    arguments: [
      ("type,name,label::Tiếng Việt\ntext,q,Q", ["FORM-013 survey:1:3"]),
      ("type,name,label::A (vi),hint::B (vi)\ntext,q,Q,H", ["FORM-014 survey:1:4"]),
      ("type,name,label::A (vi),label::B (en),hint::A (vi)\ntext,q,Q,Q,H", ["FORM-034 survey:1:5"]),
      ("type,name,label::A (vi),label::B (en),hint\ntext,q,Q,Q,H", []),
      ("type,name,label::A (vi),label::B (en)\ntext,q,Q,", ["FORM-033 survey:2:4"]),
      ("type,name,label::A (vi),label::B (en)\ntext,q,,Q", ["FORM-033 survey:2:3"]),
    ])
  func languages(survey: String, expected: [String]) {
    #expect(findings(survey: survey) == expected)
  }
}
