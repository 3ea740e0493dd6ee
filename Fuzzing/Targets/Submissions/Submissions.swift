import FormDefinition
import Ingest
import Responses

/// The form that the answers are of.
nonisolated(unsafe) private let form: Form? =
  Form.read(
    FormSheets(
      source: "fuzz",
      sheets: [
        "survey": Array(
          """
          type,name,label,required,relevant,constraint
          select_one l,one,One,yes,,
          begin repeat,row,Row,,,
          integer,age,Age,,,. > 17
          begin repeat,inner,Inner,,${age} > 20,
          select_multiple l,some,Some,,,
          end repeat,,,,,
          end repeat,,,,,
          date,born,Born,,,
          text,words,Words,,count(${row}) > 1,
          """.utf8),
        "choices": Array("list_name,name,label\nl,a,A\nl,b,B\n".utf8),
        "settings": Array("form_title,form_id\nF,f\n".utf8),
      ])
  ).form

/// One submission.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSubmissions(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let form else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let layout = RecordLayout(form: form)
  let store = InMemoryRecordStore(layout: layout)
  guard let session = try? IngestSession(form: form, layout: layout, writer: store),
    let report = try? session.ingest(bytes: bytes, label: "fuzz.xml", kind: .submission)
  else { fatalError("the ingest failed") }
  precondition(report.total.balances && report.total.read >= 1, "every submission is accounted for")
  precondition(store.recordCount == report.total.accepted, "what is accepted is there")
  let kept =
    store.contents.originals.values.map(\.count).reduce(0, +) + store.contents.held.map(\.original.count).reduce(0, +)
  // Of a file of many submissions what stands between them is not kept.
  let isBulk = store.contents.sources.contains { $0.description.kind != SourceKind.submission.rawValue }
  precondition(isBulk ? kept > 0 && kept <= bytes.count : kept == bytes.count, "the bytes are kept")
  return 0
}
