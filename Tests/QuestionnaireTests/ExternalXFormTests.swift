import FormDefinition
import Testing

@testable import Questionnaire

/// Requirements: what other tools write for choices from elsewhere, look-ups, triggers and computed defaults.
@Suite("XForms documents with external choices and actions")
struct ExternalXFormTests {
  private func document(_ survey: String, external: String? = nil) throws -> String {
    var texts = ["survey": survey, "settings": "form_id\nx", "choices": "list_name,name,label\nl,a,A\nl,b,B"]
    texts["external_choices"] = external
    let reading = Form.read(FormSheets(source: "f", sheets: texts.mapValues { Array($0.utf8) }))
    #expect(reading.isUsable)
    // Blanks around paths mean nothing.
    return XForm.document(for: try #require(reading.form)).filter { $0 != " " }
  }

  @Test(
    "A file of choices is an instance and an item set",
    arguments: [
      ("select_one_from_file x.csv,q,Q,,", "jr://file-csv/x.csv", "instance('x')/root/item", "name", "label"),
      ("select_multiple_from_file x.xml,q,Q,,", "jr://file/x.xml", "instance('x')/root/item", "name", "label"),
      ("select_one_from_file x.geojson,q,Q,,", "jr://file/x.geojson", "instance('x')/root/item", "id", "title"),
      ("rank x.csv,q,Q,,", "jr://file-csv/x.csv", "instance('x')/root/item", "name", "label"),
      (
        "select_one_from_file x.csv,q,Q,s = ${a},value=v label=w", "jr://file-csv/x.csv",
        "instance('x')/root/item[s=/data/a]", "v", "w"
      ),
      (
        "select_one_from_file x.csv,q,Q,,randomize=true seed=3", "jr://file-csv/x.csv",
        "randomize(instance('x')/root/item,3)", "name", "label"
      ),
    ])
  func files(row: String, address: String, nodeset: String, value: String, label: String) throws {
    let text = try document("type,name,label,choice_filter,parameters\ntext,a,A,,\n\(row)")
    #expect(text.contains("<instanceid=\"x\"src=\"\(address)\"/>"))
    #expect(text.contains("<itemsetnodeset=\"\(nodeset)\">"))
    #expect(text.contains("<valueref=\"\(value)\"/>"))
    #expect(text.contains("<labelref=\"\(label)\"/>"))
  }

  @Test("Instances stand in the order of the rows, the last saved record and the lists behind them")
  func order() throws {
    let text = try document(
      """
      type,name,label,calculation
      csv-external,cc,,
      select_one_from_file z.csv,z,Z,
      calculate,k,,"pulldata('fr', 'a', 'b', 'c')"
      xml-external,xx,,
      calculate,s,,${last-saved#z}
      select_one l,q,Q,
      """)
    let places = ["cc", "z", "fr", "xx", "__last-saved", "l"].map { text.firstRange(of: "<instanceid=\"\($0)\"") }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0?.lowerBound } == places.compactMap { $0?.lowerBound }.sorted())
    #expect(text.contains("src=\"jr://instance/last-saved\""))
    #expect(text.contains("calculate=\"instance('__last-saved')/data/z\""))
  }

  @Test("External choices are asked for by a query")
  func externalSheet() throws {
    let text = try document(
      "type,name,label,choice_filter\ntext,a,A,\nselect_one_external c,q,Q,g = ${a}",
      external: "list_name,name,label,g\nc,a,A,1")
    #expect(text.contains("<inputref=\"/data/q\"query=\"instance('c')/root/item[g=/data/a]\">"))
    #expect(!text.contains("<instanceid=\"c\""))
  }

  @Test("Searched lists stand in the question")
  func search() throws {
    let text = try document("type,name,label,appearance\nselect_one l,q,Q,search('f')")
    #expect(text.replacing("\n", with: "").contains("<item><label>A</label><value>a</value></item>"))
    #expect(!text.contains("<instanceid=\"l\""))
  }

  @Test("Answers of a repeat are choices, also of a question beside them")
  func answers() throws {
    let text = try document(
      """
      type,name,label,choice_filter
      begin repeat,r,R,
      text,n,N,
      integer,age,A,
      select_one ${n},inside,I,./n != ${n}
      end repeat,,,
      select_one ${n},q,Q,
      rank ${n},o,O,${age} > 3
      """)
    #expect(text.contains("<itemsetnodeset=\"/data/r[./n!='']\">"))
    #expect(text.contains("<itemsetnodeset=\"/data/r[./age&gt;3]\">"))
    #expect(text.contains("<itemsetnodeset=\"../../r[./n!=./n]\">"))
  }

  @Test("A trigger carries out the calculations that name it, and nothing else does")
  func triggers() throws {
    let text = try document(
      """
      type,name,label,calculation,trigger
      text,a,A,,
      integer,b,B,,
      calculate,q,,${b},"${a}, ${b}"
      text,z,Z,,${a}
      background-geopoint,p,,,${a}
      start-geopoint,s,,,
      """)
    #expect(text.components("<setvalueevent=\"xforms-value-changed\"ref=\"/data/q\"value=\"/data/b\"/>") == 2)
    #expect(text.contains("<setvalueevent=\"xforms-value-changed\"ref=\"/data/z\"/>"))
    #expect(text.contains("<odk:setgeopointevent=\"xforms-value-changed\"ref=\"/data/p\"/>"))
    #expect(text.contains("<odk:setgeopointref=\"/data/s\"event=\"odk-instance-first-load\"/>"))
    #expect(!text.contains("calculate="))
  }

  @Test("A computed default is set when the form is opened, inside repeats also for each repetition")
  func defaults() throws {
    let text = try document(
      "type,name,label,default\ntext,a,A,now()\nbegin repeat,r,R,\ntext,b,B,${a}\nend repeat,,,\nimage,i,I,x.png")
    #expect(text.contains("<setvalueevent=\"odk-instance-first-load\"ref=\"/data/a\"value=\"now()\"/>"))
    #expect(text.components("ref=\"/data/r/b\"value=\"/data/a\"/>") == 2)
    #expect(text.contains("event=\"odk-new-repeat\""))
    #expect(text.contains("<i>jr://images/x.png</i>"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
