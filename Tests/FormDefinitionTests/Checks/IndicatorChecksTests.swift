import Diagnostics
import FormDefinition
import Testing

@Suite("Checks of the indicators sheet")
struct IndicatorChecksTests {
  private static let survey = """
    type,name,label
    select_one l,a1,A
    select_one l,a2,A
    select_one l,n1_imp,N
    select_one l,n1_prov,N
    select_one l,n2_imp,N
    text,t,T
    integer,i,I
    begin repeat,r,R
    select_one l,a3,A
    end repeat,,
    """
  private static let choices = "list_name,name,label,missing\nl,1,A,\nl,2,B,\nl,99,C,no_answer"
  private static let heading = "name,kind,items,label,scale,agree,disagree,reverse,params\n"

  private func found(_ rows: String) -> [String] {
    findings(survey: Self.survey, choices: Self.choices, indicators: Self.heading + rows)
  }

  @Test(
    "Names, kinds, labels and parameters are checked in their columns",
    arguments: [
      (",share,a1,L,,,,,", ["FORM-080 indicators:2:1"]),
      ("x,share,a1,L,,,,,\nx,share,a2,L,,,,,", ["FORM-081 indicators:3:1"]),
      ("x,shares,a1,L,,,,,", ["FORM-082 indicators:2:2"]),
      ("x,share,,L,,,,,", ["FORM-083 indicators:2:3"]),
      ("x,share,a1,,,,,,", ["FORM-094 indicators:2:4"]),
      ("x,share,a1,L,,,,,top", ["FORM-091 indicators:2:9"]),
      ("x,consensus,a1,L,,,,,", ["FORM-092 indicators:2:6"]),
      ("x,consensus,a1,L,,2,,,statistic=ipras", ["FORM-210 indicators:2:9"]),
      ("x,consensus,a1,L,,2,,,polarised=2 quantile=3", ["FORM-211 indicators:2:9", "FORM-211 indicators:2:9"]),
      ("x,consensus,a1,L,,2,,,statistics=ipras+borda", ["FORM-212 indicators:2:9"]),
      ("x,consensus,a1,L,,2,,,statistics=all bands=low+0.5:medium+0.7:high", []),
      ("x,consensus,a1,L,,2,,,bands=low+0.7:medium+0.5:high", ["FORM-211 indicators:2:9"]),
      ("x,target,a1,L,,,,,due=2030", []),
      ("x,ranking,n1_imp|n1_prov,L,,,,,rank=max_diff", []),
      ("x,consensus,n1_imp|n1_prov,L,,2,,,", ["FORM-087 indicators:2:3"]),
      ("x,total,,L,,,,,", ["FORM-083 indicators:2:3"]),
      ("x,consensus,a1 a2,L,1 2,2,1,a2,", []),
    ])
  func rows(rows: String, expected: [String]) { #expect(found(rows) == expected) }

  @Test(
    "Items must name questions of a type that fits the kind",
    arguments: [
      ("x,share,a4,L,,,,,", ["FORM-084 indicators:2:3"]),
      ("x,share,b*,L,,,,,", ["FORM-085 indicators:2:3"]),
      ("x,need,n*_imp|n*_prov,L,,,,,", ["FORM-086 indicators:2:3"]),
      ("x,need,n1_imp|n1_prov|a1,L,,,,,", ["FORM-086 indicators:2:3"]),
      ("x,need,n*_*|n1,L,,,,,", ["FORM-086 indicators:2:3"]),
      ("x,need,n1_imp|n1_prov,L,,,,,", []),
      ("x,need,a1,L,,,,,", ["FORM-087 indicators:2:3"]),
      ("x,share,n1_imp|n1_prov,L,,,,,", ["FORM-087 indicators:2:3"]),
      ("x,consensus,t,L,,1,,,", ["FORM-087 indicators:2:3"]),
      ("x,mean,t,L,,,,,", ["FORM-087 indicators:2:3"]),
      ("x,mean,i,L,,,,,", []),
      ("x,text,t,L,,,,,", []),
      ("x,multiple,a1,L,,,,,", ["FORM-087 indicators:2:3"]),
      ("x,share,a3,L,,,,,", ["FORM-095 indicators:2:3"]),
      ("x,share,a1,L,,,,a2,", ["FORM-090 indicators:2:8"]),
    ])
  func items(rows: String, expected: [String]) { #expect(found(rows) == expected) }

  @Test(
    "Codes must be substantive choices of the items' list, each once",
    arguments: [
      ("x,consensus,a1 a2,L,1 2 3,2,,,", ["FORM-088 indicators:2:5"]),
      ("x,consensus,a1,L,,5,,,", ["FORM-088 indicators:2:6"]),
      ("x,consensus,a1,L,,2 99,,,", ["FORM-089 indicators:2:6"]),
      ("x,consensus,a1,L,,2,7,,", ["FORM-088 indicators:2:7"]),
      ("x,consensus,a1,L,,2,2,,", ["FORM-093 indicators:2:6"]),
      ("x,consensus,a1,L,1 1 2,2,,,", ["FORM-093 indicators:2:5"]),
      ("x,consensus,a1,L,2,2,,,", ["FORM-096 indicators:2:3"]),
    ])
  func codes(rows: String, expected: [String]) { #expect(found(rows) == expected) }

  @Test("A label that stands in one language stands in the others")
  func translations() {
    let found = findings(
      survey: Self.survey, choices: Self.choices,
      indicators: "name,kind,items,label::vi,label::en\nx,share,a1,Nhãn,\ny,share,a2,,Label")
    #expect(found == ["FORM-033 indicators:2:5", "FORM-033 indicators:3:4"])
  }

  @Test("A mistyped item is reported with the nearest question")
  func nearest() {
    let reading = Form.read(
      sheets(
        survey: Self.survey, choices: Self.choices, settings: "form_id\nx",
        indicators: Self.heading + "x,need,n1_imp|n1_prv,L,,,,,"))
    #expect(reading.diagnostics.map(\.code) == [.formIndicatorPairBroken])
    #expect(reading.diagnostics[0].arguments["missing"] == "n1_prv")
  }

  @Test(
    "Bands have names and rising beginnings, the lowest none",
    arguments: [
      ("low+0.5:medium+0.7:high", ["low", "0.5 medium", "0.7 high"]), ("only", ["only"]),
      ("low+-1:mid", ["low", "-1.0 mid"]),
      ("0.5:medium", nil), ("low+low", nil), ("low+0.5:low", nil), ("low+x:high", nil), ("low+nan:high", nil),
      ("low+", nil), ("", nil), ("low+0.5:a:b", nil),
    ] as [(String, [String]?)])
  func bands(text: String, expected: [String]?) {
    let bands = IndicatorBand.read(text)
    #expect(bands?.map { band in band.start.map { "\($0) \(band.name)" } ?? band.name } == expected)
  }
}
