import Diagnostics
import FormDefinition
import Testing

/// Requirements: a bare name outside a choice filter is told with the nearest question, in a filter with the nearest
/// column; names inside the brackets of a path are left alone.
@Suite("Names without ${…}")
struct BareNameCheckTests {
  private let head = "type,name,label,relevant,constraint,calculation,choice_filter\ninteger,age,Age,,,,\n"
  private let choices = "list_name,name,label,province\nl,a,A,x\nl,b,B,y"

  @Test(
    "Outside a choice filter a bare name names nothing",
    arguments: [
      ("text,q,Q,agee > 1,,,", 4, "agee", "age"), ("text,q,Q,${age} = yes,,,", 4, "yes", "–"),
      ("text,q,Q,,. != other,,", 5, "other", "–"), ("calculate,q,,,,age + 1,", 6, "age", "age"),
    ])
  func outside(row: String, column: Int, name: String, nearest: String) {
    #expect(findings(survey: head + row) == ["FORM-120 survey:3:\(column)"])
    let finding = Form.read(sheets(survey: head + row, settings: "form_id\nx")).diagnostics.first
    #expect(finding?.arguments == ["name": name, "nearest": nearest])
    #expect(finding?.severity == .warning)
  }

  @Test(
    "In a choice filter a bare name is a column of the choices sheet",
    arguments: [
      ("province = 'x'", nil), ("name != 'a' and label != 'B'", nil), ("provnce = 'x'", "province"),
      ("list_name = 'l'", "–"),
    ])
  func filters(filter: String, nearest: String?) {
    let survey = head + "select_one l,q,Q,,,,\(filter)"
    let found = Form.read(sheets(survey: survey, choices: choices, settings: "form_id\nx")).diagnostics
    #expect(found.map(\.code) == (nearest == nil ? [] : [.formFilterColumnUnknown]))
    #expect(found.first?.arguments["nearest"] == nearest)
    #expect(found.first.map { $0.position?.column == 7 && $0.position?.line == 3 } ?? true)
  }

  @Test("Names inside the brackets of a path belong to the path")
  func brackets() {
    let survey = head + "calculate,q,,,,instance('l')/root/item[name = 'a']/label,\nselect_one l,s,S,,,,"
    #expect(findings(survey: survey, choices: choices) == [])
  }
}
