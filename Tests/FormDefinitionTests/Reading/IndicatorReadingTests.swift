import Diagnostics
import FormDefinition
import Testing

@Suite("Reading indicators")
struct IndicatorReadingTests {
  private func indicators(_ rows: String) throws -> [Indicator] {
    let survey =
      "type,name,label\n"
      + ["b1", "a2", "a1", "n_01_x_imp", "n_02_y_imp", "n_02_y_prov", "n_01_x_prov", "n_03_imp"]
      .map { "select_one l,\($0),Q" }.joined(separator: "\n")
    let input = sheets(
      survey: survey, choices: "list_name,name,label\nl,1,A\nl,2,B", settings: "form_id\nx",
      indicators: "name,kind,items,label::vi,label::en,group,scale,agree,disagree,reverse,params\n" + rows)
    return try #require(Form.read(input).form).indicators
  }

  @Test(
    "Items stand in the order written, those of a pattern in the order of the form, each once",
    arguments: [
      ("a1 b1", ["a1", "b1"]), ("a*", ["a2", "a1"]), ("*1", ["b1", "a1"]), ("a1 a*", ["a1", "a2"]),
      ("a1 a1", ["a1"]), ("n_*_x_imp", ["n_01_x_imp"]), ("zz b*", ["b1"]),
      ("b1/a2", ["b1/a2"]), ("n_0*_imp/n_0*_prov", ["n_01_x_imp/n_01_x_prov", "n_02_y_imp/n_02_y_prov"]),
      ("n_0*_imp|n_0*_prov", ["n_01_x_imp|n_01_x_prov", "n_02_y_imp|n_02_y_prov"]),
      ("n_*_*_imp|n_*_*_prov", ["n_01_x_imp|n_01_x_prov", "n_02_y_imp|n_02_y_prov"]),
      ("a1|b1", ["a1|b1"]),
    ])
  func items(cell: String, expected: [String]) throws {
    #expect(try indicators("x,need,\(cell),V,E,,,,,,").first?.items.map(\.name) == expected)
  }

  @Test("Every column reaches the indicator")
  func columns() throws {
    let indicator = try #require(try indicators("x,consensus,a1 a2,V,E,A,1 2,2,1,a2,top=3 p=0.5").first)
    #expect(indicator.name == "x")
    #expect(indicator.kind == .consensus)
    #expect(indicator.label.byCode == ["vi": "V", "en": "E"])
    #expect(indicator.group == "A")
    #expect(indicator.scale == ["1", "2"])
    #expect(indicator.agree == ["2"])
    #expect(indicator.disagree == ["1"])
    #expect(indicator.reverse == ["a2"])
    #expect(indicator.parameters == ["top": "3", "p": "0.5"])
    #expect(indicator.position.description == "forms/x/indicators.csv:2")
  }

  @Test("An indicator of an unknown kind is left out of the form")
  func unknownKind() throws {
    #expect(try indicators("x,shares,a1,V,E,,,,,,\ny,share,a1,V,E,,,,,,").map(\.name) == ["y"])
  }
}
