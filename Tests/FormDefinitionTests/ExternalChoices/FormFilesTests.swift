import DelimitedText
import Diagnostics
import Testing

@testable import FormDefinition

/// Made-up places with their districts.
private let places = "name,label,district,households\np1,Place 1,d1,120\np2,Place 2,d1,80\np3,Place 3,d2,45\n"

private func reading(_ survey: String, files: [String: String]) -> FormReading {
  Form.read(sheets(survey: survey, settings: "form_id\nx")) { instance in
    files[instance.fileName].map { .read(DelimitedTable(bytes: Array($0.utf8), source: instance.fileName)) } ?? .missing
  }
}

private func codes(_ survey: String, _ files: [String: String]) -> [String] {
  reading(survey, files: files).diagnostics.map {
    #expect(unfilledPlaceholders(of: $0) == [])
    return "\($0.code.identifier) \($0.severity) \($0.position?.line ?? 0)"
  }
}

@Suite("Files of choices")
struct FormFilesTests {
  @Test("The choices of a file are those of the question, with the columns that its filter names")
  func choices() throws {
    let survey = "type,name,label,choice_filter\ntext,d,D,\nselect_one_from_file places.csv,p,P,district = ${d}"
    let form = try #require(reading(survey, files: ["places.csv": places]).form)
    let list = try #require(form.choiceLists["places.csv"])
    #expect(list.choices.map(\.name) == ["p1", "p2", "p3"])
    #expect(list.choices[0].label.text(in: "vi") == "Place 1")
    #expect(list.choices.map(\.attributes) == [["district": "d1"], ["district": "d1"], ["district": "d2"]])
    #expect(form.placedQuestions[1].question.type.choiceSource != .sheet)
  }

  @Test("Parameters name other columns; two questions may read different ones of one file")
  func columns() throws {
    let survey = """
      type,name,label,parameters
      select_one_from_file places.csv,p,P,
      select_multiple_from_file places.csv,q,Q,value=district label=households
      """
    let form = try #require(reading(survey, files: ["places.csv": places]).form)
    #expect(form.choiceLists["places.csv"]?.choices.map(\.name) == ["p1", "p2", "p3"])
    #expect(form.choiceLists["places.csv district households"]?.choices.map(\.name) == ["d1", "d1", "d2"])
    #expect(form.instances.map(\.fileName) == ["places.csv"])
  }

  @Test(
    "What is wrong with a file is a warning",
    arguments: [
      ("select_one_from_file places.csv,p,P,", [:], ["FORM-163 warning 2"]),
      ("select_one_from_file places.csv,p,P,", ["places.csv": "code,label\na,A\n"], ["FORM-165 warning 2"]),
      (
        "select_one_from_file places.csv,p,P,province = 1", ["places.csv": places],
        ["FORM-165 warning 2"]
      ),
      (
        "select_one_from_file places.csv,p,P,", ["places.csv": "name,label\na,A\na,B\n,C\n,D\n"],
        ["FORM-166 warning 3", "FORM-167 warning 4"]
      ),
      ("select_one_from_file places.csv,p,P,district = 1", ["places.csv": places + "p1,Again,d2,1\n"], []),
      ("csv-external,places,,", [:], ["FORM-163 warning 2"]),
    ] as [(String, [String: String], [String])])
  func findings(row: String, files: [String: String], expected: [String]) {
    let found = codes("type,name,label,choice_filter\n\(row)\ntext,t,T,", files)
    #expect(found.sorted() == expected.sorted())
  }

  @Test("A file that cannot be read is a warning with the reason")
  func unreadable() {
    let reading = Form.read(sheets(survey: "type,name,label\nselect_one_from_file a.xml,q,Q", settings: "form_id\nx")) {
      _ in .unreadable(reason: "XML, 3:1")
    }
    #expect(reading.diagnostics.map(\.code.identifier) == ["FORM-164"])
    #expect(reading.diagnostics[0].message(in: .english).contains("XML, 3:1"))
  }

  @Test(
    "Expressions look things up in files and lists",
    arguments: [
      ("pulldata('places', 'households', 'name', ${p})", "80"),
      ("pulldata('places', 'households', 'name', 'none')", ""),
      ("pulldata('places', 'nothing', 'name', ${p})", ""),
      ("instance('places')/root/item[name = ${p}]/label", "Place 2"),
      ("instance('places')/root/item[${p} = name and households > 10]/district", "d1"),
      ("instance('places')/root/item[households > 100]/name", "p1"),
      ("instance('places')/root/item[district = 'd1'][2]/name", "p2"),
      ("instance('places')/root/item[position() = 3]/name", "p3"),
      ("instance('places')/root/item[name = 'none']/label", ""),
      ("count(instance('places')/root/item[district = 'd1'])", "2"),
      ("sum(instance('places')/root/item/households)", "245"),
      ("join('+', instance('places')/root/item[district = ${d}]/name)", "p1+p2"),
      ("instance('l')/root/item[name = 'b']/label", "Bee"),
      ("count(instance('l')/root/item[g = 1])", "1"),
      ("instance('none')/root/item/name", ""),
    ])
  func lookups(text: String, expected: String) throws {
    let survey = "type,name,label,calculation\ncsv-external,places,,\ntext,p,P,\ntext,d,D,\ncalculate,c,,\"\(text)\""
    let choices = "list_name,name,label,g\nl,a,Ay,1\nl,b,Bee,2"
    let form = try #require(
      Form.read(sheets(survey: survey, choices: choices, settings: "form_id\nx")) { _ in
        .read(DelimitedTable(bytes: Array(places.utf8), source: "places.csv"))
      }.form)
    let expression = try #require(form.placedQuestions.last?.question.calculation)
    #expect(expression.isComputable == !text.contains("'none')/root"))
    #expect(expression.evaluate(in: SampleContext(answers: ["p": ["p2"], "d": ["d1"]])).text == expected)
  }

  @Test("A value looked up in a file that is not there is not computable")
  func notComputable() throws {
    let survey = "type,name,label,relevant\ntext,q,Q,\"pulldata('f', 'a', 'b', 'c') = 1\""
    let form = try #require(reading(survey, files: [:]).form)
    #expect(form.placedQuestions[0].question.relevant?.isComputable == false)
    #expect(form.instances.map(\.address) == ["jr://file-csv/f.csv"])
  }
}
