import DelimitedText
import Diagnostics
import Testing

@Suite("Several sheets in one text")
struct TextSectionsTests {
  private func log(_ sections: TextSections) -> [String] {
    sections.tables.sorted { $0.key < $1.key }.flatMap { name, table in
      ["\(name) \(table.headerLine): \(table.header)"] + table.rows.map { "\($0.line): \($0.fields)" }
    }
  }

  @Test("A CSV's first column names the sheets; blank rows part nothing")
  func csv() {
    let sections = TextSections(
      csv: Array("\u{FEFF}Survey,\n,type,name\n,,\n,text,\"a\nb\"\n,note\n\nchoices\nempty,,\n".utf8), source: "f.csv")
    #expect(log(sections) == [#"survey 2: ["", "type", "name"]"#, #"4: ["", "text", "a\nb"]"#, #"6: ["", "note"]"#])
    #expect(sections.diagnostics.isEmpty)
    #expect(sections.tables["survey"]?.diagnostics.isEmpty == true)
    #expect(sections.tables["survey"]?.position(ofHeading: 1).description == "f.csv:2:2")
  }

  @Test("Markdown: prose and lines of dashes are passed over; signs and line breaks inside cells are kept")
  func markdown() {
    let text = """
      # A form\r
      | survey | type | name |\r
      |--------|:----:|------|\r
        | | text | a\\|b |\r
      prose | with a bar
      ||note| c<br>d
      | choices |
      | | list_name | - |
      """
    let sections = TextSections(markdown: Array(text.utf8), source: "f.md")
    #expect(
      log(sections) == [
        #"choices 8: ["", "list_name", "-"]"#, #"survey 2: ["", "type", "name"]"#, #"4: ["", "text", "a|b"]"#,
        #"6: ["", "note", "c\nd"]"#,
      ])
    #expect(sections.diagnostics.isEmpty)
  }

  @Test("A sheet's second appearance, rows before the first sheet and broken UTF-8 are findings")
  func faults() {
    let twice = TextSections(csv: Array(",x\n,y\na,h\n,1\nb,h\na,i\n".utf8), source: "f")
    #expect(
      twice.diagnostics.map { "\($0.code.identifier) \($0.position?.line ?? 0)" } == ["SHEET-017 1", "SHEET-016 6"])
    #expect(twice.tables["a"]?.header == ["", "h"])
    let broken = TextSections(markdown: Array("| a | h |\n| | ".utf8) + [0xFF, 0x7C], source: "f")
    #expect(broken.diagnostics.map(\.code) == [.csvInvalidUTF8])
    #expect(TextSections(csv: [], source: "f").tables.isEmpty)
    #expect(TextSections(markdown: [0x7C], source: "f").tables.isEmpty)
  }

  @Test("Rows of a workbook keep their numbers and sheet; the widest row has a heading for every cell")
  func rows() {
    let table = DelimitedTable(
      rows: [
        DelimitedRow(line: 2, fields: ["", " "]), DelimitedRow(line: 3, fields: ["a"]),
        DelimitedRow(line: 9, fields: ["1", "", "x"]),
      ], source: "f.xlsx", sheet: "s")
    #expect(table.header == ["a", "", ""])
    #expect(table.headerPosition.description == "f.xlsx[s]:3")
    #expect(table.rows.map { table.position(of: $0, field: 2).description } == ["f.xlsx[s]:9:3"])
    #expect(table.usedColumns() == [0, 2])
    #expect(table.diagnostics.isEmpty)
  }
}
