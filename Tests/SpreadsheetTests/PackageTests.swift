import Diagnostics
import Spreadsheet
import Testing

/// Requirements:
/// 1. Every kind of cell is read with its place; what is empty leaves nothing behind.
/// 2. What cannot be used as a value is a finding with its place.
@Suite("Workbooks in Office Open XML")
struct PackageTests {
  private func log(_ rows: String, sharedTexts: String? = nil, styles: String? = nil) throws -> [String] {
    let workbook = Workbook.read(WorkbookWriter(rows: rows, sharedTexts: sharedTexts, styles: styles))
    #expect(workbook.findings == [])
    return try #require(workbook.sheets.first).log
  }

  @Test("Shared, inline and rich texts are read; readings beside Japanese text are not")
  func texts() throws {
    let log = try log(
      """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><r><t>Đồng </t></r><r><t>ý</t></r></is></c>
      <c r="C1" t="str"><f>A1</f><v>a &amp; b</v></c><c r="D1" t="s"><v>0</v></c><c r="E1" t="s"><v>2</v></c></row>
      """,
      sharedTexts: "<si/><si><r><rPr><b/></rPr><t>Ý </t></r><r><t xml:space=\"preserve\">kiến </t></r></si>"
        + "<si><t>東京_x000D_</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>")
    #expect(log == ["1:1=Ý kiến ", "1:2=Đồng ý", "1:3=a & b", "1:5=東京\r"])
  }

  @Test("Rows and cells may leave out their places, be sparse or out of order")
  func places() throws {
    #expect(
      try log("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>")
        == ["1:1=1", "1:3=3", "3:1=4"])
    #expect(
      try log("<row r=\"7\"><c r=\"AB7\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>")
        == ["7:28=1", "1048576:16384=2"])
    #expect(
      try log(
        """
        <row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>
        <row r="3"><c r="A3"><v>2</v></c></row>
        """) == ["1:1=0", "3:1=2", "3:2=3"])
  }

  @Test(
    "Numbers read as a spreadsheet shows them: codes without decimals, 15 digits, no exponent",
    arguments: [
      ("1", "1"), ("1.0", "1"), ("98", "98"), ("-3", "-3"), ("1.5", "1.5"), ("0.30000000000000004", "0.3"),
      ("1E-7", "0.0000001"), ("1.25e-05", "0.0000125"), ("84912345678", "84912345678"),
      ("1e20", "100000000000000000000"),
      ("123456789012345678", "123456789012346000"), ("0.1", "0.1"), ("-2.5e16", "-25000000000000000"),
      ("1e300", "1e+300"),
    ])
  func numbers(stored: String, shown: String) throws {
    #expect(try log("<row><c><v>\(stored)</v></c></row>") == ["1:1=\(shown)"])
  }

  @Test("A number stored as text keeps its zeros; booleans are words")
  func otherKinds() throws {
    #expect(
      try log(
        """
        <row><c t="inlineStr"><is><t>007</t></is></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>
        <c t="d"><v>2026-11-21</v></c></row>
        """) == ["1:1=007", "1:2=TRUE", "1:3=FALSE", "1:4=2026-11-21"])
  }

  @Test(
    "Numbers that their format shows as dates are dates",
    arguments: [
      ("14", "46347", "2026-11-21"), ("22", "46347.354166666664", "2026-11-21T08:30:00"), ("20", "0.75", "18:00:00"),
      ("164", "46347", "2026-11-21"), ("165", "46347.5", "2026-11-21T12:00:00"), ("166", "1.25", "30:00:00"),
      ("167", "46347", "46347"), ("168", "46347", "46347"), ("169", "0.0104166666666667", "00:15:00"),
      ("0", "46347", "46347"), ("14", "1", "1900-01-01"), ("14", "59", "1900-02-28"), ("14", "61", "1900-03-01"),
      ("14", "60", "60"), ("14", "-1", "-1"), ("14", "2958465", "9999-12-31"), ("14", "2958466", "2958466"),
      ("170", "46347", "2026-11-21"), ("14", "46347.999999999", "2026-11-22"),
    ])
  func dates(format: String, serial: String, text: String) throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="d\\-m\\-yy h:mm"/>
      <numFmt numFmtId="166" formatCode="[h]:mm:ss"/><numFmt numFmtId="167" formatCode="#,##0 &quot;days&quot;"/>
      <numFmt numFmtId="168" formatCode="[Red]0.00E+00;\\d0"/><numFmt numFmtId="169" formatCode="mm:ss"/>
      <numFmt numFmtId="170" formatCode="mmm"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="\(format)"/></cellXfs>
      """
    #expect(try log("<row><c s=\"1\"><v>\(serial)</v></c></row>", styles: styles) == ["1:1=\(text)"])
  }

  @Test("Workbooks that count from 1904 give the same dates")
  func epoch1904() {
    var writer = WorkbookWriter(
      rows: "<row><c s=\"0\"><v>44885</v></c><c s=\"0\"><v>0</v></c></row>",
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    writer.countsFrom1904 = true
    #expect(Workbook.read(writer).sheets.first?.log == ["1:1=2026-11-21", "1:2=1904-01-01"])
  }

  @Test("Errors, formulas without a result and contents that are none are findings with their places")
  func unusable() throws {
    let workbook = Workbook.read(
      WorkbookWriter(
        rows: """
          <row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><f>1+1</f><v></v></c><c r="C2" t="e"><f>X</f><v>#REF!</v></c>
          <c r="D2" t="s"><v>9</v></c><c r="E2"><v>x</v></c><c r="F2" t="str"><f>""</f><v></v></c>
          <c r="G2"><f>1+1</f><v>2</v></c><c r="H2" t="?"><v>1</v></c></row>
          """))
    let sheet = try #require(workbook.sheets.first)
    let texts = sheet.textRows(in: "a.xlsx")
    #expect(texts.rows.map(\.fields) == [["", "", "", "", "", "", "2", ""]])
    #expect(
      texts.diagnostics.map(\.summary) == [
        "SHEET-011 a.xlsx[survey]:2:1", "SHEET-011 a.xlsx[survey]:2:2", "SHEET-012 a.xlsx[survey]:2:3",
        "SHEET-014 a.xlsx[survey]:2:4", "SHEET-014 a.xlsx[survey]:2:5", "SHEET-014 a.xlsx[survey]:2:8",
      ])
    #expect(texts.diagnostics[2].arguments["value"] == "#REF!")
    #expect(sheet.rows[0].cells.first { $0.column == 7 }?.isFormula == true)
  }

  @Test("Merged cells in the used part are a warning at their first cell")
  func merged() throws {
    let workbook = Workbook.read(
      WorkbookWriter(
        rows: "<row><c><v>1</v></c></row><row r=\"4\"><c><v>1</v></c></row>",
        after: "<mergeCells><mergeCell ref=\"B2:D4\"/><mergeCell ref=\"A9:A10\"/><mergeCell ref=\"?\"/></mergeCells>"))
    let sheet = try #require(workbook.sheets.first)
    #expect(sheet.mergedRanges.map(\.description) == ["B2:D4", "A9:A10"])
    #expect(sheet.textRows(in: "a.xlsx").diagnostics.map(\.summary) == ["SHEET-013 a.xlsx[survey]:2:2"])
  }

  @Test("Hidden sheets are read and told; sheets that are not wanted are only listed")
  func hidden() {
    var writer = WorkbookWriter([("survey", [["a"]]), ("notes", [["b"]]), ("choices", [["c"]])])
    writer.sheets[2].state = "veryHidden"
    let workbook = Workbook.read(bytes: writer.bytes, source: "a.xlsx") { $0 != "notes" }
    #expect(workbook.sheets.map(\.name) == ["survey", "notes", "choices"])
    #expect(workbook.sheets.map(\.isHidden) == [false, false, true])
    #expect(workbook.sheets.map(\.rows.count) == [1, 0, 1])
    #expect(workbook.sheets[2].textRows(in: "a.xlsx").diagnostics.map(\.summary) == ["SHEET-015 a.xlsx[choices]"])
  }

  @Test("A workbook written by another program reads alike as .xlsx and as .xls", arguments: ["xlsx", "xls"])
  func otherPrograms(kind: String) throws {
    let workbook = Workbook.read(bytes: try fixture("values.\(kind)"), source: "values.\(kind)")
    #expect(workbook.findings == [])
    #expect(workbook.sheets.map(\.name) == ["Giá trị", "empty"])
    #expect(
      workbook.sheets.first?.log.filter { !$0.hasPrefix("3:") } == [
        "1:1=Ý kiến “trí thức”", "1:2=1", "1:3=1.5", "1:4=-7", "1:5=007", "2:1=2026-11-21", "2:2=2026-11-21T08:30:00",
        "2:3=08:30:00", "5:4=last",
      ])
  }
}
