import Diagnostics
import FormDefinition
import Testing

@Suite("What other tools refuse or let pass")
struct RefusalChecksTests {
  /// The errors of a form, each as `FORM-021 survey:3:1`.
  private func errors(survey: String, choices: String? = nil, settings: String? = "form_id\nx") -> [String] {
    Form.read(sheets(survey: survey, choices: choices, settings: settings)).diagnostics
      .filter { $0.severity == .error }
      .map { finding in
        #expect(unfilledPlaceholders(of: finding) == [])
        let place = finding.position?.description.replacing("forms/x/", with: "").replacing(".csv", with: "") ?? "-"
        return "\(finding.code.identifier) \(place)"
      }
  }

  @Test(
    "Two headings of one column are refused, one heading in two spellings of its colons is not",
    arguments: [
      ("Label", ["FORM-006 survey:1:4"]), ("caption", ["FORM-006 survey:1:4"]), ("hint,Hint", ["FORM-006 survey:1:5"]),
      ("relevant,bind::relevant", ["FORM-006 survey:1:5"]), ("image,media::image", ["FORM-006 survey:1:5"]),
      ("bind::relevant,bind:relevant", []), ("label::English (en)", []), ("label::", []),
      ("label::English (en),Label::English (en)", ["FORM-006 survey:1:5"]), ("note,Note", []),
    ])
  func twice(headings: String, expected: [String]) {
    #expect(errors(survey: "type,name,label,\(headings)\ntext,q,Q,,") == expected)
  }

  @Test(
    "Headings have the parts that they need and no others",
    arguments: [
      ("name::x", ["FORM-170 survey:1:4"]), ("relevant::x", ["FORM-170 survey:1:4"]), ("hint::x", []),
      ("bind", ["FORM-171 survey:1:4"]), ("instance", ["FORM-171 survey:1:4"]),
      ("media::smell", ["FORM-172 survey:1:4"]), ("media::image", []), ("note", []),
    ])
  func shapes(heading: String, expected: [String]) {
    #expect(errors(survey: "type,name,label,\(heading)\ntext,q,Q,1=1") == expected)
  }

  @Test(
    "References are looked for in every column of the survey",
    arguments: [
      ("hint", "${ a }", ["FORM-052 survey:3:4"]), ("hint", "${a", ["FORM-052 survey:3:4"]),
      ("hint", "${a b}", ["FORM-052 survey:3:4"]), ("hint", "${zz}", ["FORM-050 survey:3:4"]), ("hint", "${a}", []),
      ("hint", "${}", []), ("hint", "$ {a}", []), ("hint", "${last-saved#a}", []),
      ("relevant", "${ a } = 1", ["FORM-052 survey:3:4"]), ("remark", "${zz}", ["FORM-050 survey:3:4"]),
      ("instance::x", "${zz}", ["FORM-050 survey:3:4"]), ("media::image", "${zz}.jpg", ["FORM-050 survey:3:4"]),
      ("relevant", "${a}/x = 1", []), ("relevant", "${instanceID} != ''", []),
    ])
  func references(column: String, text: String, expected: [String]) {
    #expect(errors(survey: "type,name,label,\(column)\ntext,a,A,\ntext,q,Q,\(text)") == expected)
  }

  @Test("References in the settings and in labels of choices are looked at, those in columns for filters are not")
  func otherSheets() {
    let choices = "list_name,name,label,remark\nl,a,${zz},${yy}"
    #expect(
      errors(survey: "type,name,label\nselect_one l,q,Q", choices: choices, settings: "form_id,style\nx,${zz}")
        == ["FORM-050 choices:2:3", "FORM-050 settings:2:2"])
  }

  @Test(
    "What is shown needs a label, a hint or a picture; what is computed or triggered needs none",
    arguments: [
      ("hint", "h", []), ("image", "a.jpg", []), ("guidance_hint", "h", ["FORM-032 survey:3"]),
      ("calculation", "1", []), ("trigger", "${a}", []), ("default", "x", ["FORM-032 survey:3"]),
      ("big-image", "b.jpg", ["FORM-173 survey:3:3", "FORM-032 survey:3"]),
    ])
  func labels(column: String, text: String, expected: [String]) {
    let survey = "type,name,\(column),label::English (en)\ntext,a,,A\ntext,q,\(text),"
    #expect(errors(survey: survey).map { $0.replacing(":3:4", with: ":3") } == expected)
  }

  @Test("A row without type, name and label is a comment")
  func comments() {
    #expect(errors(survey: "type,name,label,remark\n,,,to do\ntext,q,Q,") == [])
    #expect(errors(survey: "type,name,label\n,,Q\ntext,q,Q") == ["FORM-020 survey:2:1", "FORM-025 survey:2:2"])
  }

  @Test("Empty groups, choices without label or list, and an audit without name are let pass")
  func tolerated() {
    #expect(errors(survey: "type,name,label\ntext,q,Q\nbegin group,g,G\nend group,,") == [])
    #expect(errors(survey: "type,name,label\nselect_one l,q,Q", choices: "list_name,name,label\nl,a,\n,b,B") == [])
    #expect(errors(survey: "type,name,label\ntext,q,Q\naudit,,") == [])
    #expect(errors(survey: "type,name,label\naudit,log,") == ["FORM-184 survey:2:2"])
  }

  @Test("The selects of a table share one list")
  func tables() {
    let survey = """
      type,name,label,appearance
      begin group,g,G,table-list
      select_one l,a,A,
      select_one m,b,B,
      end group,,,
      """
    #expect(errors(survey: survey, choices: "list_name,name,label\nl,1,A\nm,1,B") == ["FORM-185 survey:4:1"])
  }

  @Test("Entities and encryption are refused where they are declared")
  func unsupported() {
    #expect(errors(survey: "type,name,label,save_to\ntext,q,Q,height") == ["FORM-186 survey:2:4"])
    #expect(
      errors(survey: "type,name,label\ntext,q,Q", settings: "form_id,public_key\nx,abc") == ["FORM-187 settings:2:2"])
    var tables = sheets(survey: "type,name,label\ntext,q,Q", settings: "form_id\nx").tables
    tables["entities"] = sheets(survey: "list_name,label\ntrees,q").tables["survey"]
    let reading = Form.read(FormSheets(source: "forms/x", layout: .folder, tables: tables))
    #expect(reading.diagnostics.map(\.code.identifier) == ["FORM-186"])
  }

  @Test(
    "Names with a prefix need its namespace",
    arguments: [
      ("form_id\nx", ["FORM-190 survey:2:2"]), ("form_id,namespaces\nx,\"esri=\"\"http://example.org/esri\"\"\"", []),
    ])
  func prefixes(settings: String, expected: [String]) {
    #expect(errors(survey: "type,name,label\ntext,esri:q,Q", settings: settings) == expected)
  }

  @Test(
    "The root's name follows the rules of names",
    arguments: [("1x", ["FORM-026 settings:2:2"]), ("r", ["FORM-031 survey:2:2"]), ("data", [])])
  func root(name: String, expected: [String]) {
    let survey = "type,name,label\nbegin repeat,r,R\ntext,q,Q\nend repeat,,"
    #expect(errors(survey: survey, settings: "form_id,name\nx,\(name)") == expected)
  }
}
