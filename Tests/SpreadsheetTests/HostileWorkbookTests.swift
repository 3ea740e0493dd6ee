import Diagnostics
import Spreadsheet
import Testing

/// Requirements: whatever the bytes, reading ends with findings, in bounded time and memory.
@Suite("Hostile workbooks")
struct HostileWorkbookTests {
  @Test(
    "Bytes of other kinds are no workbook", arguments: ["", "PK", "type,name\ntext,q\n", "<html></html>", "\u{9}\u{8}"])
  func otherKinds(text: String) {
    let workbook = Workbook.read(bytes: Array(text.utf8), source: "a.xlsx")
    #expect(workbook.sheets.isEmpty)
    #expect(workbook.findings == ["SHEET-001 a.xlsx"])
  }

  @Test("A zip bomb is refused by its ratio, whether it tells its size or not")
  func bombs() throws {
    let bomb = Workbook.read(bytes: try fixture("bomb.xlsx"), source: "bomb.xlsx")
    #expect(bomb.findings == ["SHEET-004 bomb.xlsx"])
    #expect(bomb.sheets.allSatisfy { $0.rows.isEmpty })
    var zip = ZipWriter()
    zip.add("xl/workbook.xml", Array("<workbook/>".utf8), claimed: 0xFFFF_FFF0)
    #expect(Workbook.read(bytes: zip.archive, source: "a.xlsx").findings == ["SHEET-004 a.xlsx"])
    var limits = SpreadsheetLimits()
    limits.totalByteCount = 2_000
    let rows = String(repeating: "<row/>", count: 1_000)
    #expect(Workbook.read(WorkbookWriter(rows: rows), limits: limits).findings == ["SHEET-004 a.xlsx"])
  }

  @Test("A workbook cut off anywhere is damaged")
  func truncated() {
    let bytes = WorkbookWriter([("survey", [["type", "name"], ["text", "q"]])]).bytes
    for length in stride(from: 4, to: bytes.count - 1, by: 7) {
      let workbook = Workbook.read(bytes: Array(bytes.prefix(length)), source: "a.xlsx")
      #expect(workbook.findings == ["SHEET-002 a.xlsx"])
    }
  }

  @Test(
    "Parts that are missing or no XML are named",
    arguments: [
      ("xl/workbook.xml", nil, "SHEET-005 a.xlsx"), ("xl/_rels/workbook.xml.rels", nil, "SHEET-005 a.xlsx"),
      ("xl/worksheets/s1.xml", nil, "SHEET-005 a.xlsx"), ("xl/sharedStrings.xml", nil, "SHEET-005 a.xlsx"),
      ("xl/worksheets/s1.xml", "<worksheet><row>", "SHEET-006 a.xlsx!/xl/worksheets/s1.xml:1:17"),
      ("xl/workbook.xml", "", "SHEET-006 a.xlsx!/xl/workbook.xml:1:1"),
      ("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "SHEET-006 a.xlsx!/xl/workbook.xml:1:13"),
    ] as [(String, String?, String)])
  func parts(name: String, content: String?, finding: String) {
    var writer = WorkbookWriter(rows: "<row><c t=\"s\"><v>0</v></c></row>", sharedTexts: "<si><t>a</t></si>")
    if let content { writer.replaced[name] = Array(content.utf8) } else { writer.omitted = [name] }
    #expect(Workbook.read(writer).findings == [finding])
  }

  @Test("Elements nested ten thousand deep are a damaged part")
  func nesting() {
    let deep = String(repeating: "<row>", count: 10_000)
    let workbook = Workbook.read(WorkbookWriter(rows: deep))
    #expect(workbook.diagnostics.map(\.code) == [.sheetPartDamaged])
    #expect(workbook.diagnostics.first?.arguments["reason"] == "tooDeep")
  }

  @Test("A million empty rows, some with formatted cells, cost little time and leave nothing behind")
  func emptyRows() {
    var rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
    for number in 2...50_000 { rows += "<row r=\"\(number)\" s=\"1\"><c r=\"A\(number)\" s=\"1\"/></row>" }
    for number in 50_001...1_000_000 { rows += "<row r=\"\(number)\"/>" }
    let writer = WorkbookWriter(rows: rows)
    let bytes = writer.bytes
    let clock = ContinuousClock()
    var workbook: Workbook?
    let time = clock.measure { workbook = Workbook.read(bytes: bytes, source: "a.xlsx") }
    #expect(workbook?.findings == [])
    #expect(workbook?.sheets.first?.rows.count == 1)
    #expect(time < .seconds(120))
  }

  @Test("Rows and columns beyond the limits are told once and not read")
  func limits() {
    let workbook = Workbook.read(
      WorkbookWriter(
        rows: """
          <row r="1"><c r="XFE1"><v>1</v></c><c r="ZZZZZZZZZZZZZZ1"><v>1</v></c><c r="A1"><v>1</v></c></row>
          <row r="1048577"><c><v>1</v></c></row><row r="99999999999999999999"><c><v>1</v></c></row>
          <row r="9223372036854775807"><c><v>1</v></c></row><row><c><v>1</v></c></row><row r="-1"><c><v>1</v></c></row>
          """))
    #expect(workbook.findings == ["SHEET-007 a.xlsx[survey]", "SHEET-008 a.xlsx[survey]"])
    var limits = SpreadsheetLimits()
    limits.cellCount = 3
    let cells = "<row>" + String(repeating: "<c><v>1</v></c>", count: 5) + "</row>"
    #expect(Workbook.read(WorkbookWriter(rows: cells), limits: limits).findings == ["SHEET-009 a.xlsx[survey]"])
    limits.textByteCount = 100
    let texts = String(repeating: "<si><t>texts</t></si>", count: 9)
    #expect(Workbook.read(WorkbookWriter(sharedTexts: texts), limits: limits).findings == ["SHEET-010 a.xlsx"])
  }

  @Test("One cell in the last column of many rows is not spread out into memory")
  func wideRows() throws {
    let rows = (1...2_000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    let sheet = try #require(Workbook.read(WorkbookWriter(rows: rows)).sheets.first)
    #expect(sheet.rows.count == 2_000)
    let texts = sheet.textRows(in: "a.xlsx", fieldLimit: 1_000_000)
    #expect(texts.diagnostics.map(\.summary) == ["SHEET-009 a.xlsx[survey]:62"])
    #expect(texts.rows.count == 61)
  }

  @Test("A workbook that ends the library's process is damaged and ends nothing else")
  func crash() throws {
    #expect(Workbook.read(bytes: try fixture("crash.xls"), source: "a.xls").findings == ["SHEET-002 a.xls"])
  }

  @Test("A workbook with a password says so")
  func protected() throws {
    #expect(
      Workbook.read(bytes: try fixture("protected.xlsx"), source: "a.xlsx").findings == ["SHEET-003 a.xlsx"])
  }

  @Test("Workbooks with bytes changed anywhere are read or refused", arguments: ["values.xlsx", "values.xls"])
  func changedBytes(name: String) throws {
    let original = try fixture(name)
    var random = SeededGenerator(state: 77)
    for _ in 0..<1_500 {
      var bytes = original
      for _ in 0...Int.random(in: 0..<12, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      let workbook = Workbook.read(bytes: bytes, source: name)
      for sheet in workbook.sheets { _ = sheet.textRows(in: name) }
    }
  }

  @Test("Parts made of random pieces are read or refused")
  func randomParts() {
    let pieces = [
      "<row>", "</row>", "<row r=\"", "\">", "\"/>", "<c r=\"A1\"", "<c t=\"s\">", "</c>", "<v>", "</v>", "9", "-1",
      "1e999",
      "nan", "<is>", "<t>", "</t>", "</is>", "<f>", "</f>", "<mergeCell ref=\"A1:", "&#1;", "&amp;", "ý",
      "s=\"999999999999\"",
      "<rPh>", "</rPh>", " ", "<si>", "</si>", "<sheet name=\"survey\" r:id=\"rId1\"/>", "<cellXfs>",
      "<xf numFmtId=\"14\"/>",
    ]
    var random = SeededGenerator(state: 5)
    let names = ["xl/worksheets/s1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
    for _ in 0..<2_000 {
      var writer = WorkbookWriter(rows: "<row><c><v>1</v></c></row>", sharedTexts: "", styles: "")
      for name in names where Bool.random(using: &random) {
        var text = "<a>"
        for _ in 0..<Int.random(in: 0..<30, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
        writer.replaced[name] = Array((text + (Bool.random(using: &random) ? "</a>" : "")).utf8)
      }
      let workbook = Workbook.read(writer)
      for sheet in workbook.sheets { _ = sheet.textRows(in: "a.xlsx") }
    }
  }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
