import FormDefinition
import Ingest
import Responses
import Testing

@Suite("Corrected answers in rows of repeats")
struct CorrectedRowTests {
  private func form() throws -> Form {
    let survey = """
      type,name,label
      text,key,Key
      select_one way,home,Home
      begin repeat,trips,Trips
      select_one way,by,By
      select_multiple way,also,Also
      end repeat,,
      """
    let choices = "list_name,name,label\nway,bus,Xe buýt\nway,foot,Đi bộ\n"
    return try #require(
      Form.read(FormSheets(source: "f", sheets: ["survey": Array(survey.utf8), "choices": Array(choices.utf8)])).form)
  }

  @Test(
    "A choice is given by its code or its label, as in the record's own questions",
    arguments: [
      ("trips[2]/by", "foot", true), ("trips[2]/by", "Đi bộ", true), ("trips[2]/by", "đi bộ", true),
      ("trips[2]/by", "bay", false), ("trips[3]/by", "Đi bộ", false),
    ])
  func labels(field: String, text: String, isRight: Bool) throws {
    let table = Array(
      "key,home,trips[1]/by,trips[1]/also,trips[2]/by,trips[2]/also\nk1,bus,bus,bus,plane,bus foot\n".utf8)
    var options = IngestOptions(mapping: ColumnMapping(key: "key"))
    let first = try take([("t.csv", table)], form: form(), options: options)
    #expect(first.report.total.quarantined == 1)
    let source = try #require(first.store.contents.sources.first).description.sha256
    var revision = RecordRevisions.Revision()
    revision.answers = [field: text, "trips[1]/also": "Xe buýt; Đi bộ", "home": "Đi bộ"]
    options.revisions = RecordRevisions([RecordRevisions.Place(sha256: source, number: 1): revision])
    let second = try take([("t.csv", table)], form: form(), options: options)
    #expect(second.report.total.accepted == (isRight ? 1 : 0), "\(second.codes)")
    guard isRight else { return }
    let batch = try #require(second.store.contents.batches.first)
    let fields = batch.layout.repeats[0].fields
    let columns = batch.repeats[0].columns
    #expect(columns[0]?.text(at: 1, of: fields[0]) == "foot")
    #expect(columns[1]?.text(at: 0, of: fields[1]) == "bus foot")
    #expect(second.record("k1")["home"] == "foot")
  }
}
