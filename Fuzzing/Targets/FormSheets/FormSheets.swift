import DelimitedText
import Diagnostics
import FormDefinition
import Questionnaire

/// One form in one of three notations: read, checked, written as XForm and page.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormSheets(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let rest = Array(bytes.dropFirst())
  let sheets: FormSheets
  switch bytes[0] % 3 {
  case 0:
    let sections = TextSections(markdown: rest, source: "fuzz.md")
    sheets = FormSheets(
      source: "fuzz.md", layout: .text, tables: sections.tables, diagnostics: sections.diagnostics)
  case 1:
    let sections = TextSections(csv: rest, source: "fuzz.csv")
    sheets = FormSheets(
      source: "fuzz.csv", layout: .text, tables: sections.tables, diagnostics: sections.diagnostics)
  default:
    sheets = FormSheets(
      source: "fuzz",
      sheets: [
        "survey": rest, "choices": Array("list_name,name,label\nl,a,A\nl,b,B\n".utf8),
        "settings": Array("form_title,form_id\nF,f\n".utf8),
      ])
  }
  let reading = Form.read(sheets)
  let isRefused = reading.diagnostics.contains { $0.severity == .error }
  if let form = reading.form, !isRefused {
    _ = XForm.document(for: form)
    _ = WebPage.document(for: form)
  } else {
    precondition(isRefused, "a refusal says why")
  }
  return 0
}
