import Diagnostics
import Foundation
import Spreadsheet
import Testing

/// A workbook written by hand: parts as XML text.
struct WorkbookWriter {
  /// The sheets: name, state, and what stands inside `<worksheet>`.
  var sheets: [(name: String, state: String, content: String)] = []
  /// What stands inside `<sst>`; nil for a workbook without shared texts.
  var sharedTexts: String?
  /// What stands inside `<styleSheet>`.
  var styles: String?
  var countsFrom1904 = false
  /// Parts to leave out.
  var omitted: Set<String> = []
  /// Parts to write otherwise.
  var replaced: [String: [UInt8]] = [:]

  /// A workbook of one sheet, from what stands inside `<sheetData>`.
  init(rows: String = "", after: String = "", sharedTexts: String? = nil, styles: String? = nil) {
    sheets = [("survey", "visible", "<sheetData>\(rows)</sheetData>\(after)")]
    self.sharedTexts = sharedTexts
    self.styles = styles
  }

  /// A workbook of sheets of texts, each an inline text.
  init(_ tables: [(name: String, rows: [[String]])]) {
    for table in tables {
      var rows = ""
      for row in table.rows {
        rows += "<row>"
        for cell in row {
          rows +=
            cell.isEmpty
            ? "<c/>" : "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(cell))</t></is></c>"
        }
        rows += "</row>"
      }
      sheets.append((table.name, "visible", "<sheetData>\(rows)</sheetData>"))
    }
  }

  /// The archive's bytes.
  var bytes: [UInt8] {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    var list = ""
    var targets = ""
    var parts: [(String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\" state=\"\(sheet.state)\" r:id=\"rId\(number)\"/>"
      targets +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/s\(number).xml\"/>"
      parts.append(("xl/worksheets/s\(number).xml", "\(head)<worksheet \(main)>\(sheet.content)</worksheet>"))
    }
    if let sharedTexts {
      targets += "<Relationship Id=\"t\" Type=\"\(relations)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
      parts.append(("xl/sharedStrings.xml", "\(head)<sst \(main)>\(sharedTexts)</sst>"))
    }
    if let styles {
      targets += "<Relationship Id=\"s\" Type=\"\(relations)/styles\" Target=\"../xl/./styles.xml\"/>"
      parts.append(("xl/styles.xml", "\(head)<styleSheet \(main)>\(styles)</styleSheet>"))
    }
    parts.append(
      (
        "_rels/.rels",
        "\(head)<Relationships \(package)><Relationship Id=\"r\" Type=\"\(relations)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ))
    parts.append(
      (
        "xl/workbook.xml",
        "\(head)<workbook \(main) xmlns:r=\"\(relations)\"><workbookPr date1904=\"\(countsFrom1904)\"/>"
          + "<sheets>\(list)</sheets></workbook>"
      ))
    parts.append(
      ("xl/_rels/workbook.xml.rels", "\(head)<Relationships \(package)>\(targets)</Relationships>"))
    var zip = ZipWriter()
    for (name, text) in parts where !omitted.contains(name) { zip.add(name, replaced[name] ?? Array(text.utf8)) }
    return zip.archive
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

extension Workbook {
  /// Reads a workbook written by hand.
  static func read(_ writer: WorkbookWriter, limits: SpreadsheetLimits = SpreadsheetLimits()) -> Workbook {
    read(bytes: writer.bytes, source: "a.xlsx", limits: limits)
  }

  /// The findings as `SHEET-011 a.xlsx[survey]:1:2`.
  var findings: [String] { diagnostics.map(\.summary) }
}

extension Diagnostic {
  /// The code and the place.
  var summary: String { "\(code.identifier) \(position?.description ?? "-")" }
}

extension Worksheet {
  /// The texts of the sheet, each as `row:column=text`.
  var log: [String] {
    rows.flatMap { row in row.cells.map { "\(row.number):\($0.column)=\($0.value.text ?? "\($0.value)")" } }
  }
}

/// The bytes of a fixture.
func fixture(_ name: String) throws -> [UInt8] {
  let file = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
  return Array(try Data(contentsOf: file))
}
