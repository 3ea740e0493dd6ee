import DelimitedText
import Diagnostics
import Testing

@Suite("Reading delimited text")
struct DelimitedTableTests {
  private func table(_ text: String) -> DelimitedTable { DelimitedTable(bytes: Array(text.utf8), source: "t.csv") }

  @Test(
    "Line ends, a byte order mark and a missing last line end do not change what is read",
    arguments: [
      "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\u{FEFF}a,b\n1,2\n", "\n\na,b\n\n1,2\n,\n",
      "a,b\n1,2,\n",
    ])
  func lineEnds(text: String) {
    let table = table(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map { Array($0.fields.prefix(2)) } == [["1", "2"]])
    #expect(table.diagnostics.isEmpty)
  }

  @Test("Quoted cells hold commas, doubled quotation marks and line ends")
  func quotedCells() {
    let table = table("a,b\n\"x, \"\"y\"\"\",\"1\r\n2\"\nz,\"\"\n")
    #expect(table.rows.map(\.fields) == [["x, \"y\"", "1\r\n2"], ["z", ""]])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.diagnostics.isEmpty)
  }

  @Test("A cell after a cell with line ends knows its own line")
  func linesOfCells() {
    let table = table("a,b,c\n1,\"x\ny\rz\",3\n4,5,6\n")
    #expect(table.rows.map(\.line) == [2, 5])
    let row = table.rows[0]
    #expect((0..<3).map(row.line(ofField:)) == [2, 2, 4])
    #expect(table.position(of: row, field: 2) == SourcePosition(file: "t.csv", line: 4, column: 3))
    #expect(table.position(of: table.rows[1]) == SourcePosition(file: "t.csv", line: 5))
  }

  @Test("Headings are found whatever their case and blanks around them")
  func headings() {
    let table = table(" Type ,NAME,Tên\nnote,x,y\n")
    #expect(table.column(named: "type") == 0)
    #expect(table.column(named: "Name") == 1)
    #expect(table.column(named: "TÊN") == 2)
    #expect(table.column(named: "label") == nil)
    #expect(table.position(ofHeading: 1) == SourcePosition(file: "t.csv", line: 1, column: 2))
  }

  @Test("A short row is filled up, a long one keeps its cells, and both are reported at their place")
  func raggedRows() {
    let table = table("a,b\n1\n1,2,3\n")
    #expect(table.rows.map(\.fields) == [["1", ""], ["1", "2", "3"]])
    #expect(table.diagnostics.map(\.code) == [.csvTooFewFields, .csvTooManyFields])
    #expect(table.diagnostics.map(\.position?.description) == ["t.csv:2", "t.csv:3:3"])
    #expect(table.diagnostics[1].message(in: .english) == "the row has 3 cells, the heading row has 2")
  }

  @Test(
    "Broken text is read as far as possible and reported at its line and column",
    arguments: [
      ("a,b\n1,\"2\n3\n", DiagnosticCode.csvUnterminatedQuote, "t.csv:2:2"),
      ("a,b\n1,\"2\"x\n", .csvTextAfterQuote, "t.csv:2:2"),
      ("a,b\n1,2\"x\n", .csvStrayQuote, "t.csv:2:2"),
      ("a,b\n1,2\u{0}\n", .csvControlCharacter, "t.csv:2:2"),
      ("a,A\n1,2\n", .csvDuplicateHeading, "t.csv:1:2"),
      ("", .csvNoHeading, "t.csv:1"),
      ("\n , \n", .csvNoHeading, "t.csv:1"),
    ])
  func brokenText(text: String, code: DiagnosticCode, place: String) {
    let table = table(text)
    #expect(table.diagnostics.map(\.code) == [code])
    #expect(table.diagnostics.first?.position?.description == place)
  }

  @Test("Bytes that are not UTF-8 are replaced and reported")
  func invalidUTF8() {
    let table = DelimitedTable(bytes: Array("a\nx".utf8) + [0xFF, 0xC3] + Array("\ny\n".utf8), source: "t.csv")
    #expect(table.rows.map { $0[0] } == ["x\u{FFFD}\u{FFFD}", "y"])
    #expect(table.diagnostics.map(\.code) == [.csvInvalidUTF8])
    #expect(table.diagnostics.first?.position?.description == "t.csv:2:1")
  }

  @Test("Findings stand in the order of the text")
  func order() {
    let table = table("a,a\n1\n\"2\"x,1\n1,2,3\n")
    #expect(table.diagnostics.map(\.position?.line) == [1, 2, 3, 4])
  }

  @Test("Any bytes whatsoever are read without a trap, and no row is shorter than the heading row")
  func arbitraryBytes() {
    var state: UInt64 = 20_260_101
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x00, 0xFF, 0xC3, 0xA9, 0x20]
    for _ in 0..<2_000 {
      let bytes = (0..<Int(next() % 40)).map { _ in alphabet[Int(next() % UInt64(alphabet.count))] }
      let table = DelimitedTable(bytes: bytes, source: "t.csv")
      for row in table.rows { #expect(row.fields.count >= table.header.count) }
    }
  }
}
