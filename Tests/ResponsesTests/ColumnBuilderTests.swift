import FormDefinition
import Responses
import Testing

/// Types one text; the answer read back as text, or the fault.
private func type(_ text: String, _ storage: FieldStorage, choices: [String] = []) -> (
  answer: String, fault: AnswerFault?
) {
  let field = Field(name: "q", path: ["q"], storage: storage, choices: choices)
  var builder = ColumnBuilder(field)
  let bytes = Array(text.utf8)
  let fault = builder.append(bytes.span)
  let column = builder.finish()
  #expect(column.count == 1)
  #expect((column.state(at: 0) == .answered) == (fault == nil && !text.allSatisfy(\.isWhitespace)))
  return (column.text(at: 0, of: field), fault)
}

@Suite("Typed answers")
struct ColumnBuilderTests {
  @Test(
    "Whole numbers reach to both ends of 64 bits and no further",
    arguments: [
      ("0", "0", nil), ("-0", "0", nil), ("+7", "7", nil), (" 42 ", "42", nil), ("007", "7", nil),
      ("9223372036854775807", "9223372036854775807", nil), ("-9223372036854775808", "-9223372036854775808", nil),
      ("9223372036854775808", "", .notAnInteger), ("-9223372036854775809", "", .notAnInteger),
      ("1.0", "", .notAnInteger),
      ("", "", nil), ("-", "", .notAnInteger), ("1 000", "", .notAnInteger), ("٣", "", .notAnInteger),
    ] as [(String, String, AnswerFault?)])
  func integers(text: String, answer: String, fault: AnswerFault?) {
    #expect(type(text, .integer) == (answer, fault))
  }

  @Test(
    "Numbers are the nearest doubles; only finite ones in plain digits are taken",
    arguments: [
      ("0.1", "0.1", nil), ("2", "2", nil), ("-1.50", "-1.5", nil), ("1e3", "1000", nil),
      ("1.7976931348623157e308", "1.7976931348623157e+308", nil),
      ("0.30000000000000004", "0.30000000000000004", nil), ("221.20300551232151", "221.2030055123215", nil),
      (".5", "0.5", nil), ("5.", "5", nil),
      ("1e999", "", .notANumber), ("nan", "", .notANumber), ("inf", "", .notANumber), ("0x10", "", .notANumber),
      ("1,5", "", .notANumber),
      ("1e", "", .notANumber), (".", "", .notANumber), ("1.2.3", "", .notANumber), ("1e5e", "", .notANumber),
      ("--1", "", .notANumber),
    ] as [(String, String, AnswerFault?)])
  func decimals(text: String, answer: String, fault: AnswerFault?) {
    #expect(type(text, .decimal) == (answer, fault))
  }

  @Test(
    "Dates, times and moments exist in the calendar",
    arguments: [
      (.date, "2024-02-29", "2024-02-29", nil), (.date, "2100-02-29", "", .notADate),
      (.date, "1900-01-01", "1900-01-01", nil),
      (.date, "0001-01-01", "0001-01-01", nil), (.date, "2026-13-01", "", .notADate),
      (.date, "2026-1-1", "", .notADate),
      (.date, "15/12/2026", "", .notADate), (.time, "07:30", "07:30:00.000", nil),
      (.time, "07:30:15.1259+07:00", "07:30:15.125", nil),
      (.time, "24:00", "", .notATime), (.time, "07:60", "", .notATime), (.time, "07:30:", "", .notATime),
      (.dateTime, "2026-12-14T23:59:59.999+07:00", "2026-12-14T23:59:59.999+07:00", nil),
      (.dateTime, "1969-12-31T23:00:00.000-01:30", "1969-12-31T23:00:00.000-01:30", nil),
      (.dateTime, "2026-12-14 07:00", "2026-12-14T07:00:00.000+07:00", nil),
      (.dateTime, "2026-12-14T07:00Z", "2026-12-14T07:00:00.000+00:00", nil),
      (.dateTime, "2026-12-14T07:00+0700", "2026-12-14T07:00:00.000+07:00", nil),
      (.dateTime, "2026-12-14T07:00+99", "", .notADateTime),
      (.dateTime, "2026-12-14", "", .notADateTime),
    ] as [(FieldStorage, String, String, AnswerFault?)])
  func times(storage: FieldStorage, text: String, answer: String, fault: AnswerFault?) {
    #expect(type(text, storage) == (answer, fault))
  }

  @Test("Choices of any length of name and of long lists are found")
  func choices() {
    let names = (1...300).map { String(repeating: "x", count: $0 % 12) + String($0) }
    for (index, name) in names.enumerated() {
      #expect(type(name, .coded, choices: Array(names.prefix(253))).answer == (index < 253 ? name : ""))
      #expect(type(name, .coded, choices: names).answer == name)
      #expect(type(name, .multiple, choices: names).answer == name)
    }
    #expect(type("khác", .coded, choices: ["khác", "không"]).answer == "khác")
    #expect(type("b a", .multiple, choices: ["a", "b"]).answer == "a b")
    #expect(type("b  a", .ranking, choices: ["a", "b", "c"]).answer == "b a")
    #expect(type("b b", .ranking, choices: ["a", "b"]).fault == .repeatedChoice)
    #expect(type("b d", .ranking, choices: ["a", "b"]).fault == .notAChoice)
    #expect(type("a d", .multiple, choices: ["a", "b"]).fault == .notAChoice)
  }

  @Test("Texts are composed, and bytes that are not UTF-8 are refused")
  func texts() {
    #expect(Array(type("e\u{302}\u{301}", .text).answer.utf8) == Array("ế".utf8))
    #expect(type(" Đồng thuận – 95 % ", .text).answer == " Đồng thuận – 95 % ")
    var builder = ColumnBuilder(Field(name: "q", path: ["q"], storage: .text))
    let broken: [UInt8] = [0x41, 0xFF]
    #expect(builder.append(broken.span) == .notUTF8)
    #expect(builder.finish() == .text(TextColumn(states: [1], ends: [0], bytes: [])))
  }

  @Test("Selecting records keeps what belongs together")
  func selecting() {
    for storage in FieldStorage.allCases {
      let field = Field(name: "q", path: ["q"], storage: storage, choices: ["1", "2", "3"])
      var builder = ColumnBuilder(field)
      let texts = ["1", "", "2", "3"]
      for text in texts { _ = builder.append(Array(text.utf8).span) }
      let column = builder.finish()
      let selected = column.selecting([true, false, false, true])
      #expect(selected.count == 2)
      #expect(selected.text(at: 1, of: field) == column.text(at: 3, of: field))
    }
  }

  @Test("Equal answers have equal digests, different ones different digests")
  func digests() {
    var seen: Set<[UInt8]> = []
    let layout = RecordLayout(
      formIdentifier: "f", formVersion: "1", fields: [Field(name: "q", path: ["q"], storage: .integer)])
    for number in 0..<2000 {
      var builder = ColumnBuilder(layout.fields[0])
      let text = Array(String(number).utf8)
      _ = builder.append(text.span)
      _ = builder.append(text.span)
      let digests = AnswerDigests.of([builder.finish()], layout: layout, count: 2)
      #expect(digests.prefix(16) == digests.suffix(16))
      seen.insert(Array(digests.prefix(16)))
    }
    #expect(seen.count == 2000)
  }
}
