import Diagnostics
import Testing

@testable import FormDefinition

@Suite("Checks of choices that do not stand in the choices sheet")
struct ExternalChoicesCheckTests {
  private func codes(_ rows: String, external: String? = nil) -> [String] {
    let survey = "type,name,label,choice_filter,parameters,appearance,trigger,calculation\n" + rows
    var texts = ["survey": survey, "settings": "form_id\nx", "choices": "list_name,name,label\nl,a,A\nl,b,B"]
    texts["external_choices"] = external
    let reading = Form.read(FormSheets(source: "f", sheets: texts.mapValues { Array($0.utf8) }))
    // That a file is missing, or a list not used, is told elsewhere.
    return reading.diagnostics.map(\.code.identifier).filter { $0 != "FORM-163" && $0 != "FORM-065" }.sorted()
  }

  private let cities = "list_name,name,label,state\nc,a,A,1"

  @Test(
    "What other tools refuse is an error",
    arguments: [
      ("select_one_from_file a.csv or_other,q,Q,,,,,", ["FORM-160"]),
      ("select_one_from_file a.csv,q,Q,,,search('f'),,", ["FORM-158"]),
      ("select_one_from_file a.csv,q,Q,,,,,\nselect_one_from_file a.xml,r,R,,,,,", ["FORM-152"]),
      ("select_one_from_file l.csv,q,Q,,,,,", ["FORM-152"]),
      ("select_one_from_file a.csv,q,Q,,value=1x,,,", ["FORM-161"]),
      ("select_one l,q,Q,,,search('f'),,\nselect_one l,r,R,,,,,", ["FORM-157"]),
      ("integer,i,I,,,,,\nbackground-geopoint,q,,,,,,", ["FORM-155"]),
      ("integer,i,I,,,,,\nbackground-geopoint,q,,,,,${i},1", ["FORM-156"]),
      ("calculate,i,,,,,,1\ncalculate,q,,,,,${i},2\ntext,t,T,,,,,", ["FORM-153"]),
      ("start,i,,,,,,\ncalculate,q,,,,,${i},2\ntext,t,T,,,,,", ["FORM-154"]),
    ])
  func refused(rows: String, expected: [String]) { #expect(codes(rows) == expected) }

  @Test("External choices need their sheet, their list and a filter")
  func externalSheet() {
    #expect(codes("select_one_external c,q,Q,state = 1,,,,") == ["FORM-001"])
    #expect(codes("select_one_external c,q,Q,state = 1,,,,", external: cities) == [])
    #expect(codes("select_one_external d,q,Q,state = 1,,,,", external: cities) == ["FORM-024"])
    #expect(codes("select_one_external c,q,Q,,,,,", external: cities) == ["FORM-159"])
  }
}
