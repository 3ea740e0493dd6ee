import DelimitedText
import Testing

@Suite("Writing delimited text")
struct CSVWriterTests {
  @Test(
    "Only cells that need it are quoted",
    arguments: [
      ("abc", "abc"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), (" a", "\" a\""),
      ("ý kiến", "ý kiến"), ("-1", "-1"),
    ])
  func quoting(cell: String, expected: String) {
    var writer = CSVWriter()
    writer.row([cell, "z"])
    #expect(writer.text == expected + ",z\n")
  }

  @Test(
    "Under the guard a text that a spreadsheet would run gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("+84", "'+84"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
      ("=a,b", "\"'=a,b\""), ("a=1", "a=1"),
    ])
  func formulas(cell: String, expected: String) {
    var writer = CSVWriter(guardsFormulas: true)
    writer.row([cell])
    #expect(writer.text == expected + "\n")
  }

  @Test("Numbers are never guarded and read back to the same value")
  func numbers() {
    var writer = CSVWriter(lineEnd: "\r\n", guardsFormulas: true)
    writer.cell(-3)
    writer.cell(0.1)
    writer.cell(-2.0)
    writer.cell(1.0 / 3)
    writer.cell(Double.nan)
    writer.cell(Double?.none)
    writer.endRow()
    #expect(writer.text == "-3,0.1,-2,0.3333333333333333,,\r\n")
  }

  @Test("A byte order mark comes first when asked for")
  func byteOrderMark() {
    var writer = CSVWriter(separator: ";", byteOrderMark: true)
    writer.row(["a", "b;c"])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("a;\"b;c\"\n".utf8))
  }

  @Test(
    "What is written reads back unchanged",
    arguments: [["a", "b,c", "d\"e"], ["1\r\n2", " x ", "ệ"], ["x", "", "\"\""]])
  func roundTrip(cells: [String]) {
    var writer = CSVWriter()
    writer.row(["h1", "h2", "h3"])
    writer.row(cells)
    let table = DelimitedTable(bytes: writer.bytes, source: "t.csv")
    #expect(table.rows.map(\.fields) == [cells])
    #expect(table.diagnostics.isEmpty)
  }
}
