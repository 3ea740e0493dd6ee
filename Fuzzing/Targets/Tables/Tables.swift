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
          select_multiple l,some,Some,,${one} = 'a',
          rank l,order,Order,,,
          integer,age,Age,,,. > 17
          decimal,income,Income,,,
          date,born,Born,,,
          datetime,at,At,,,
          text,words,Words,,,
          """.utf8),
        "choices": Array("list_name,name,label\nl,a,Nhà ở\nl,b,\"Đào tạo, bồi dưỡng\"\nl,c,C\n".utf8),
        "settings": Array("form_title,form_id\nF,f\n".utf8),
      ])
  ).form

/// One table of answers, whole and in small pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let form, count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var options = IngestOptions(mapping: bytes[0] % 2 == 0 ? ColumnMapping(key: "id") : ColumnMapping())
  let whole = read(Array(bytes.dropFirst()), form, options)
  options.blockByteCount = Int(bytes[0] % 16) + 1
  let pieces = read(Array(bytes.dropFirst()), form, options)
  precondition(whole?.total == pieces?.total, "pieces say what the whole says")
  precondition(whole?.findingCounts == pieces?.findingCounts, "pieces find what the whole finds")
  return 0
}

private func read(_ bytes: [UInt8], _ form: Form, _ options: IngestOptions) -> IngestReport? {
  let layout = RecordLayout(form: form)
  let store = InMemoryRecordStore(layout: layout)
  // A failure of the operation itself would be one of the program: nothing here can fail but by a fault of ours.
  guard let session = try? IngestSession(form: form, layout: layout, writer: store, options: options),
    let report = try? session.ingest(bytes: bytes, label: "fuzz.csv", kind: .table)
  else { fatalError("the ingest failed") }
  precondition(report.total.balances, "the accounting balances")
  precondition(store.recordCount == report.total.accepted, "what is accepted is there")
  return report
}
