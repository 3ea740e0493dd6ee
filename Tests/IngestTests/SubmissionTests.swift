import Diagnostics
import Ingest
import Responses
import Testing

@Suite("Submissions")
struct SubmissionTests {
  static func submission(_ answers: String, meta: String = "<meta><instanceID>uuid:1</instanceID></meta>") -> String {
    "<data id=\"test\" version=\"1\">\(answers)\(meta)</data>"
  }

  @Test(
    "The identifier is found with a namespace, without one, with an undeclared prefix and as an attribute",
    arguments: [
      "<data id='test'><agree>yes</agree><profile><sector>public</sector></profile><meta><instanceID> uuid:1 </instanceID></meta></data>",
      "<data id='test'><agree>yes</agree><profile><sector>public</sector></profile><orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>",
      "<data id='test' xmlns:orx='http://openrosa.org/xforms'><orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta><agree>yes</agree><profile><sector>public</sector></profile></data>",
      "<data id='test' instanceID='uuid:1'><profile><sector>public</sector></profile><agree>yes</agree></data>",
      "<?xml version='1.0'?><h:x xmlns:h='urn:x' id='test' orx:version='1'><h:agree>yes</h:agree><profile><sector>public</sector></profile><meta><instanceID>uuid:1</instanceID></meta></h:x>",
    ])
  func identifiers(text: String) throws {
    let taken = try takeSubmission(text)
    #expect(taken.report.total.accepted == 1)
    #expect(taken.records["uuid:1"]?["agree"] == "yes")
    #expect(taken.records["uuid:1"]?["sector"] == "public")
    #expect(taken.store.contents.originals["uuid:1"] == Array(text.utf8))
  }

  @Test("Every kind of answer is typed; what is not relevant and absent is not shown")
  func kinds() throws {
    let taken = try takeSubmission(
      Self.submission(
        """
        <agree>no</agree><profile><age>30</age><tools> a b</tools></profile><best>c b</best><income>1.5</income>
        <score>10</score><born>1990-01-01</born><at>07:30:00.000+07:00</at><end>2026-12-01T08:00:00.000+07:00</end>
        <words>a &lt; b
        c</words><thanks/>
        """))
    #expect(
      taken.records["uuid:1"] == [
        "agree": "no", "age": "30", "tools": "a b", "best": "c b", "income": "1.5", "score": "10",
        "born": "1990-01-01", "at": "07:30:00.000", "end": "2026-12-01T08:00:00.000+07:00", "words": "a < b\nc",
      ])
    #expect(taken.codes == [])
  }

  @Test(
    "Whatever is wrong with a submission is said with its place, and its bytes are kept",
    arguments: [
      ("<data id='test'><agree>yes</data>", "INGEST-040", 1, true),
      ("<data id='test'>\n<agree>yes</agree>", "INGEST-041", 2, true),
      ("", "INGEST-044", 1, false),
      ("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><data id='test'>&b;</data>", "INGEST-042", 1, true),
      ("<!DOCTYPE d SYSTEM 'file:///etc/passwd'><data id='test'/>", "INGEST-042", 1, true),
      ("<data id='test'>\n\0</data>", "INGEST-034", 2, true), ("<data id='other'/>", "INGEST-045", 1, true),
      ("<data/>", "INGEST-045", 1, true),
      ("<data id='test'><agree>maybe</agree></data>", "INGEST-060", 1, true),
      ("<data id='test'>\n<agree>yes</agree>\n<agree>no</agree></data>", "INGEST-048", 3, true),
      ("<data id='test'><agree>yes</agree></data>", "INGEST-069", nil, true),
      ("<data id='test'>" + String(repeating: "<profile>", count: 500), "INGEST-043", 1, true),
    ])
  func faults(text: String, code: String, line: Int?, isRecognised: Bool) throws {
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let session = try IngestSession(form: form, layout: store.layout, writer: store)
    let report = try session.ingest(bytes: Array(text.utf8), label: "a.zip!/b.xml", kind: .submission)
    #expect(report.total.read == 1)
    #expect(report.total.quarantined == 1)
    let found = try #require(report.diagnostics.first { $0.code.identifier == code })
    #expect(found.position?.file == "a.zip!/b.xml")
    #expect(found.position?.line == line)
    #expect(store.contents.held.first?.original == Array(text.utf8))
    #expect(report.diagnostics.allSatisfy { $0.restrictedValue == nil })
  }

  @Test("Bytes that are not UTF-8 quarantine the submission")
  func invalidUTF8() throws {
    let bytes = Array("<data id='test'><words>".utf8) + [0xC3, 0x28] + Array("</words></data>".utf8)
    let taken = try take([("b.xml", bytes)])
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.codes == ["INGEST-033"])
  }

  @Test("Unknown elements are a warning, those of servers and tables are not; another version is noted")
  func unknown() throws {
    let taken = try takeSubmission(
      "<data id='test' version='0'><formhub><uuid>x</uuid></formhub><agree>no</agree><generated_table_list_label_4/><reserved_name_for_field_list_labels_5/><what><b/></what><__version__>v</__version__><meta><instanceID>k</instanceID><instanceName>n</instanceName></meta></data>"
    )
    #expect(taken.report.total.accepted == 1)
    #expect(taken.codes == ["INGEST-014", "INGEST-047"])
    #expect(taken.records["k"] == ["agree": "no"], "questions that the other version did not have are not shown")
  }

  @Test("A submission without an identifier is keyed by its content")
  func keyless() throws {
    let text = "<data id='test'><agree>no</agree></data>"
    let taken = try take([("a.xml", Array(text.utf8)), ("b.xml", Array(text.utf8))])
    #expect(taken.report.sources.map(\.status) == [.unchanged])
    #expect(taken.store.recordCount == 1)
    #expect(taken.records.keys.first?.hasPrefix("sha256:") == true)
  }
}
