import Diagnostics
import Ingest
import Responses
import Testing

@Suite("Tables")
struct TableTests {
  private let keyed = ColumnMapping(key: "id")

  @Test("Every kind of answer is typed")
  func kinds() throws {
    let taken = try takeTable(
      """
      id,agree,age,sector,tools,best,income,score,born,at,end,words
      1,yes,30,public,a c,b a c,1234.5,4,1990-02-28,07:30,2026-12-01T08:00:00.000+07:00,"Một, ""hai"" ba"
      2,no,,,,,,,,,,
      3,yes,+18,private_enterprise, b ,c,1e3,0,2000-02-29,23:59:59.5,2026-12-01T01:00:00Z,e\u{301}

      """, mapping: keyed)
    #expect(taken.report.total.accepted == 3)
    #expect(taken.codes == [])
    let records = taken.records
    #expect(
      records["1"] == [
        "agree": "yes", "age": "30", "sector": "public", "tools": "a c", "best": "b a c", "income": "1234.5",
        "score": "4", "born": "1990-02-28", "at": "07:30:00.000", "end": "2026-12-01T08:00:00.000+07:00",
        "words": "Một, \"hai\" ba",
      ])
    #expect(records["2"]?["sector"] == nil, "not shown when the respondent disagrees")
    #expect(records["2"]?["age"] == "(blank)")
    #expect(records["3"]?["end"] == "2026-12-01T01:00:00.000+00:00")
    #expect(records["3"]?["words"].map { Array($0.utf8) } == Array("\u{e9}".utf8))
    #expect(records["3"]?["tools"] == "b")
  }

  @Test(
    "An answer that breaks a rule quarantines its record and no other, and the finding says where",
    arguments: [
      ("id,age\n1,20\n2,x\n3,30\n", "INGEST-062", 3, 3), ("id,age\n1,20\n2,17\n3,30\n", "INGEST-070", 3, nil),
      ("id,agree\n1,yes\n2,maybe\n3,no\n", "INGEST-060", 3, 3),
      ("id,income\n1,2\n2,\"2,5,1\"\n3,1\n", "INGEST-063", 3, 4), ("id,score\n1,2\n2,3\n3,10\n", "INGEST-071", 3, nil),
      ("id,born\n1,2026-01-01\n2,2026-02-30\n3,\n", "INGEST-064", 3, 3),
      ("id,at\n1,07:30\n2,24:00\n3,\n", "INGEST-065", 3, 3),
      ("id,end\n1,\n2,2026-12-01\n3,\n", "INGEST-066", 3, 3), ("id,best\n1,a b\n2,a a\n3,\n", "INGEST-061", 3, 3),
      ("id,tools\n1,a b\n2,a d\n3,\n", "INGEST-060", 3, 3),
      ("id,tools/a,tools/b\n1,1,0\n2,2,0\n3,0,0\n", "INGEST-067", 3, nil),
      ("id,agree,sector\n1,no,\n2,yes,\n3,no,\n", "INGEST-069", 3, nil),
      ("id,age\n1,20\n,30\n3,30\n", "INGEST-036", 3, nil),
      ("id,age\n1,20\n2\n3,30\n", "INGEST-031", 3, 1), ("id,age\n1,20\n2,3,4\n3,30\n", "INGEST-031", 3, 1),
      ("id,words\n1,a\n2,\"a\"b\n3,c\n", "INGEST-032", 3, 6), ("id,words\n1,a\n2,a\0b\n3,c\n", "INGEST-034", 3, 4),
      ("id,words\n1,\"a\nb\"\n2,\"x\n\0\"\n3,c\n", "INGEST-034", 5, 1),
      ("id,age\n1,99999999999999999999\n2,30\n3,40\n", "INGEST-062", 2, 3),
    ])
  func faults(text: String, code: String, line: Int, column: Int?) throws {
    let taken = try takeTable(text, mapping: keyed)
    #expect(taken.report.total.read == 3)
    #expect(taken.report.total.accepted == 2)
    #expect(taken.report.total.quarantined == 1)
    let found = try #require(taken.report.diagnostics.first { $0.code.identifier == code })
    #expect(found.position?.file == "t.csv")
    #expect(found.position?.line == line)
    #expect(found.position?.column == column)
    #expect(found.restrictedValue == nil, "answers stay out of what may be printed")
    #expect(taken.store.contents.held.count == 1)
    #expect(taken.store.contents.held.first?.original.isEmpty == false)
  }

  @Test("Bytes that are not UTF-8 quarantine their record, whatever block they lie in")
  func invalidUTF8() throws {
    var bytes = Array("id,words\n1,Đồng thuận\n2,".utf8)
    bytes += [0x43, 0xE9, 0x6E]
    bytes += Array("\n3,Nguyện vọng\n".utf8)
    let taken = try take([("t.csv", bytes)], options: IngestOptions(mapping: keyed))
    #expect(taken.report.total.accepted == 2)
    #expect(taken.report.total.quarantined == 1)
    let found = try #require(taken.report.diagnostics.first { $0.code == .recordNotUTF8 })
    #expect(found.position == SourcePosition(file: "t.csv", line: 3, column: 4))
    #expect(taken.store.contents.held.first?.original == [0x32, 0x2C, 0x43, 0xE9, 0x6E])
  }

  @Test("A quote that is never closed holds the rest of the file as one record; what came before is taken in")
  func truncated() throws {
    let taken = try takeTable("id,words\n1,a\n2,\"b\n3,c\n4,d\n", mapping: keyed)
    #expect(taken.report.total.read == 2)
    #expect(taken.report.total.accepted == 1)
    let found = try #require(taken.report.diagnostics.first { $0.code == .recordUnterminatedQuote })
    #expect(found.position == SourcePosition(file: "t.csv", line: 3, column: 3))
    #expect(taken.store.contents.held.first?.original == Array("2,\"b\n3,c\n4,d\n".utf8))
  }

  @Test("A record beyond the limit is held and reading ends there")
  func tooLong() throws {
    var options = IngestOptions(mapping: keyed)
    options.blockByteCount = 16
    options.recordByteLimit = 64
    let text = "id,words\n1,a\n2,\(String(repeating: "b", count: 500))\n3,c\n"
    let taken = try take([("t.csv", Array(text.utf8))], options: options)
    #expect(taken.report.total.accepted == 1)
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.codes.contains("INGEST-035"))
  }

  @Test(
    "Separators, line ends, byte order marks and missing texts are understood",
    arguments: [
      "id,age,agree\n1,20,yes\n2,,no\n", "id;age;agree\r\n1;20;yes\r\n2;;no\r\n", "id\tage\tagree\n1\t20\tyes\n2\t\tno",
      "\u{FEFF}id,age,agree\r\n1,20,yes\r\n2,NA,no\r\n\r\n",
      "\"id\";\"age\";\"agree\"\r\n\"1\";\"20\";\"yes\"\r\n\"2\";\"\";\"no\"\r\n",
      "\n\n id , age ,agree\n1,20,yes\n\n2,NA,no\r\n", "extra,agree,id,profile/age\nx,yes,1,20\ny,no,2,NA\n",
      "profile-age,id,agree\n20,1,yes\n,2,no",
    ])
  func dialects(text: String) throws {
    let taken = try takeTable(text, mapping: ColumnMapping(key: "id", missing: ["NA"]))
    #expect(taken.report.total.accepted == 2)
    #expect(taken.records["1"]?["age"] == "20")
    #expect(taken.records["2"]?["age"] == "(blank)")
    #expect(taken.records["2"]?["agree"] == "no")
    #expect(taken.records["2"]?["income"] == nil)
  }

  @Test("Aliases and columns of single choices are matched; unknown and missing columns are reported once")
  func headers() throws {
    let taken = try takeTable(
      "id,Tuổi,profile/tools/a,tools/c,what,KEY\n1,20,1,1,x,\n2,,0,0,y,\n",
      mapping: ColumnMapping(key: "id", columns: ["Tuổi": "age"]))
    #expect(taken.records["1"]?["tools"] == "a c")
    #expect(taken.records["2"]?["tools"] == "(blank)")
    #expect(taken.records["1"]?["age"] == "20")
    let unknown = try #require(taken.report.diagnostics.first { $0.code == .columnUnknown })
    #expect(unknown.arguments["columns"] == "what, KEY")
    #expect(taken.report.findingCounts["INGEST-009"] == 1)
    #expect(taken.report.findingCounts["INGEST-010"] == 1)
  }

  @Test("A mapping to a question that the form does not have is reported with the nearest name")
  func misspeltMapping() throws {
    let taken = try takeTable("id,Tuổi\n1,20\n", mapping: ColumnMapping(key: "id", columns: ["Tuổi": "agee"]))
    #expect(taken.report.sources.map(\.status) == [.unusable])
    let found = try #require(taken.report.diagnostics.first { $0.code == .mappingUnusable })
    #expect(found.arguments["expected"] == "'agree'" || found.arguments["expected"] == "'age'")
  }

  @Test(
    "A table that cannot be used says why and leaves nothing behind",
    arguments: [
      ("age\n1\n", "INGEST-007"), ("", "INGEST-006"), ("\n\n", "INGEST-006"), ("id,x\n1,2\n", "INGEST-008"),
      ("id,\"age\n1,2\n", "INGEST-006"),
    ])
  func unusable(text: String, code: String) throws {
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let session = try IngestSession(
      form: form, layout: store.layout, writer: store, options: IngestOptions(mapping: keyed))
    let report = try session.ingest(bytes: Array(text.utf8), label: "t.csv", kind: .table)
    #expect(report.sources.map(\.status) == [.unusable])
    #expect(report.diagnostics.contains { $0.code.identifier == code })
    #expect(store.contents.sources.isEmpty)
  }

  @Test("Answers to questions that were not shown are dropped with a warning, and what depends on them follows")
  func relevance() throws {
    let taken = try takeTable("id,agree,sector,age\n1,no,public,20\n2,,private_enterprise,30\n", mapping: keyed)
    #expect(taken.report.total.accepted == 2)
    #expect(taken.report.findingCounts["INGEST-072"] == 2)
    #expect(taken.records["1"]?["sector"] == nil)
  }

  @Test("The whole file and any block size give the same records", arguments: [1, 2, 3, 7, 16, 64, 1000])
  func blocks(size: Int) throws {
    var text = "id,words,age,agree\r\n"
    for number in 1...60 {
      text +=
        "\(number),\"một \"\"\(number)\"\"\nhai\",\(number % 7 == 0 ? "x" : "\(18 + number % 50)"),\(number % 2 == 0 ? "yes" : "no")\r\n"
    }
    var options = IngestOptions(mapping: keyed)
    let whole = try take([("t.csv", Array(text.utf8))], options: options)
    options.blockByteCount = size
    let blocks = try take([("t.csv", Array(text.utf8))], options: options)
    #expect(whole.records == blocks.records)
    #expect(whole.report.total == blocks.report.total)
    #expect(whole.report.diagnostics == blocks.report.diagnostics)
    #expect(whole.store.contents.held.map(\.original) == blocks.store.contents.held.map(\.original))
  }
}
