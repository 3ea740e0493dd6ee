import Diagnostics
import FormDefinition
import Testing

@Suite("CSV sheets as programs save them")
struct SheetBytesTests {
  private static let text = "type;name;label\r\ntext;q;Họ, tên?\r\n"

  private static func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isLittleEndian ? bytes.reversed() : bytes
    }
  }

  @Test(
    "Semicolons, byte order marks and UTF-16 are told from the file",
    arguments: [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, isLittleEndian: true),
      utf16(text, isLittleEndian: false),
      Array(text.replacing("Họ, tên?", with: "\"Họ, tên?\"").replacing(";", with: ",").utf8),
    ])
  func read(bytes: [UInt8]) {
    let reading = Form.read(FormSheets(source: "forms/x", sheets: ["survey": bytes]))
    #expect(reading.diagnostics.map(\.code.identifier) == ["FORM-010"])
    #expect(reading.form?.placedQuestions.first?.question.label.byCode == ["": "Họ, tên?"])
  }

  @Test("Half a UTF-16 unit at the end does no harm")
  func cut() {
    let bytes = Self.utf16(Self.text, isLittleEndian: true).dropLast() + []
    #expect(Form.read(FormSheets(source: "forms/x", sheets: ["survey": Array(bytes)])).form != nil)
    #expect(Form.read(FormSheets(source: "forms/x", sheets: ["survey": [0xFF, 0xFE]])).form != nil)
  }
}
