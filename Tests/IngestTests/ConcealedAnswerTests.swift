import Diagnostics
import FormDefinition
import Ingest
import Responses
import Testing

/// Requirements:
/// 1. An answer to a question that was not shown is kept apart from the columns, with the place it came from.
/// 2. Never one to a question that hangs on a consent to a single purpose, directly or through other questions.
@Suite("Answers to questions that were not shown, at ingest")
struct ConcealedAnswerTests {
  private func form() throws -> Form {
    let survey = """
      type,name,label,relevant
      select_one yn,ok,A,
      text,reason,B,${ok} = 'no'
      select_one yn,consent_sensitive,C,
      text,belief,D,${consent_sensitive} = 'yes'
      text,why,E,${belief} != ''
      begin repeat,task,T,
      select_one yn,done,F,
      text,note,G,${done} = 'yes'
      end repeat,,,

      """
    let reading = Form.read(
      FormSheets(
        source: "f",
        sheets: [
          "survey": Array(survey.utf8), "choices": Array("list_name,name,label\nyn,yes,Y\nyn,no,N\n".utf8),
          "settings": Array("form_title,form_id,version\nT,t,1\n".utf8),
        ]))
    return try #require(reading.form)
  }

  @Test("They are kept with their record and stand in no column")
  func kept() throws {
    let form = try form()
    let layout = RecordLayout(form: form)
    let store = InMemoryRecordStore(layout: layout)
    let session = try IngestSession(form: form, layout: layout, writer: store)
    let text = """
      <t id="t" version="1"><ok>yes</ok><reason>because</reason><consent_sensitive>no</consent_sensitive>\
      <belief>secret</belief><why>deeper</why><task><done>yes</done><note>n1</note></task>\
      <task><done>no</done><note>n2</note></task><meta><instanceID>uuid:a</instanceID></meta></t>
      """
    let report = try session.ingest(bytes: Array(text.utf8), label: "a.xml")
    #expect(report.total.accepted == 1)
    #expect(report.findingCounts["INGEST-072"] == 4)
    let batch = try #require(store.contents.batches.first)
    #expect(
      batch.concealed == [
        0: [ConcealedAnswer(field: "reason", answer: "because"), ConcealedAnswer(field: "task[2]/note", answer: "n2")]
      ])
    #expect(batch.columns[1]?.state(at: 0) == .notShown)
    // The bytes of a submission with answers that nobody may keep are not kept either.
    #expect(store.contents.originals["uuid:a"] == [])
  }
}
