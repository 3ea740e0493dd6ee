import Diagnostics
import FormDefinition
import Ingest
import Responses
import Testing

/// A small form with every kind of answer, relevance, constraints and consent.
func testForm(consent: String = "") throws -> Form {
  let survey = """
    type,name,label,required,relevant,constraint,parameters
    select_one yesno,agree,Agree?,,,,
    begin group,profile,Profile,,,,
    integer,age,Age,,,. >= 18 and . <= 120,
    select_one sector,sector,Sector,yes,${agree} = 'yes',,
    select_multiple tools,tools,Tools,,,,
    end group,,,,,,
    rank tools,best,Best first,,,,
    decimal,income,Income,,,,
    range,score,Score,,,,start=0 end=10 step=2
    date,born,Born,,,,
    time,at,At,,,,
    datetime,end,End,,,,
    text,words,Words,,,,
    note,thanks,Thanks,,,,
    """
  let choices = """
    list_name,name,label
    yesno,yes,Yes
    yesno,no,No
    sector,public,Public
    sector,private_enterprise,Private
    tools,a,A
    tools,b,B
    tools,c,C
    """
  let settings =
    consent.isEmpty
    ? "form_title,form_id,version\nTest,test,1\n" : "form_title,form_id,version,consent\nTest,test,1,\(consent)\n"
  let reading = Form.read(
    FormSheets(
      source: "forms/test",
      sheets: ["survey": Array(survey.utf8), "choices": Array(choices.utf8), "settings": Array(settings.utf8)]))
  #expect(reading.diagnostics.filter { $0.severity == .error }.map { $0.line(in: .english) } == [])
  return try #require(reading.form)
}

/// A store, and what one ingest said.
struct Taken {
  var store: InMemoryRecordStore
  var report: IngestReport

  /// The codes found, sorted.
  var codes: [String] { report.findingCounts.keys.sorted() }

  /// Every accepted record as text, by key.
  var records: [String: [String: String]] {
    var records: [String: [String: String]] = [:]
    for batch in store.contents.batches {
      for row in 0..<batch.count {
        var answers: [String: String] = [:]
        for (field, column) in zip(batch.layout.fields, batch.columns) {
          guard let column else { continue }
          switch column.state(at: row) {
          case .answered: answers[field.name] = column.text(at: row, of: field)
          case .blank: answers[field.name] = "(blank)"
          case .notShown: continue
          }
        }
        records[batch.keys[row]] = answers
      }
    }
    return records
  }
}

/// Takes in sources of bytes, one session each, into one store.
func take(
  _ sources: [(label: String, bytes: [UInt8])], form: Form? = nil, options: IngestOptions = IngestOptions()
) throws -> Taken {
  let form = try form ?? testForm()
  let layout = RecordLayout(form: form)
  let store = InMemoryRecordStore(layout: layout)
  var report = IngestReport()
  for source in sources {
    let session = try IngestSession(form: form, layout: layout, writer: store, options: options)
    report = try session.ingest(bytes: source.bytes, label: source.label)
    #expect(report.total.balances)
  }
  return Taken(store: store, report: report)
}

/// Takes in one table.
func takeTable(_ text: String, mapping: ColumnMapping = ColumnMapping(), form: Form? = nil) throws -> Taken {
  try take([("t.csv", Array(text.utf8))], form: form, options: IngestOptions(mapping: mapping))
}

/// Takes in one submission.
func takeSubmission(_ text: String, form: Form? = nil) throws -> Taken {
  try take([("s.xml", Array(text.utf8))], form: form)
}
