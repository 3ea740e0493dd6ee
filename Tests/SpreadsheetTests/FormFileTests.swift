import DelimitedText
import Diagnostics
import FormDefinition
import Foundation
import Pipeline
import Questionnaire
import Testing

/// Requirements:
/// 1. A form is the same form in whatever kind of file it is kept.
/// 2. Findings tell the file, sheet, row and column as a person sees them.
@Suite("Forms in one file")
struct FormFileTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// Runs with a new folder that is removed afterwards.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// The cells of a form's CSV sheets.
  private func tables(of folder: URL) throws -> [(name: String, rows: [[String]])] {
    try FormSheets.names.compactMap { name in
      let file = folder.appending(path: "\(name).csv")
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      let table = DelimitedTable(bytes: Array(try Data(contentsOf: file)), source: name)
      return (name, [table.header] + table.rows.map(\.fields))
    }
  }

  private func sections(_ tables: [(name: String, rows: [[String]])]) -> [UInt8] {
    var writer = CSVWriter()
    for table in tables {
      writer.row([table.name])
      for row in table.rows { writer.row([""] + row) }
    }
    return writer.bytes
  }

  private func markdown(_ tables: [(name: String, rows: [[String]])]) -> String {
    tables.map { table in
      "# \(table.name)\n\n| \(table.name) |\n|---|\n"
        + table.rows.map { row in
          let cells = row.map { $0.replacing("|", with: "\\|").replacing("\n", with: "<br>") }
          return "| | \(cells.joined(separator: " | ")) |"
        }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func document(at path: String) throws -> String {
    let reading = try loadForm(at: path)
    #expect(reading.diagnostics.map { $0.line(in: .english) } == [])
    return XForm.document(for: try #require(reading.form))
  }

  @Test("A project's form gives the same XForm from a workbook, Markdown and sections", arguments: ["pks-01", "bfi"])
  func roundTrip(form: String) throws {
    let folder = Self.root.appending(path: "forms/\(form)")
    let expected = try document(at: folder.path)
    let tables = try tables(of: folder)
    try withFolder { temporary in
      for (kind, bytes) in [
        ("xlsx", WorkbookWriter(tables).bytes), ("csv", sections(tables)), ("md", Array(markdown(tables).utf8)),
      ] {
        let file = temporary.appending(path: "\(form).\(kind)")
        try Data(bytes).write(to: file)
        #expect(try document(at: file.path) == expected, "\(kind)")
        // Only now is it the only one in the folder.
        #expect(try document(at: temporary.path) == expected, "folder with \(kind)")
        try FileManager.default.removeItem(at: file)
      }
    }
  }

  @Test("Workbooks written by other programs give the same XForm as the sheets they were made of")
  func otherPrograms() throws {
    let fixtures = Self.root.appending(path: "Tests/SpreadsheetTests/Fixtures")
    let expected = try document(at: fixtures.appending(path: "tap-huan").path)
    for kind in ["xlsx", "xls"] {
      #expect(try document(at: fixtures.appending(path: "tap-huan.\(kind)").path) == expected, "\(kind)")
    }
  }

  /// The findings in a form of one file, without the folder.
  private func findings(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    var lines: [String] = []
    try withFolder { folder in
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      lines = try loadForm(at: file.path).diagnostics.map { $0.summary.replacing(folder.path + "/", with: "") }
    }
    return lines
  }

  @Test("Places in a workbook name the sheet as it is written there, the row and the column")
  func workbookPlaces() throws {
    var writer = WorkbookWriter([
      ("Settings", [["form_id"], ["x"]]), ("notes", [["anything"]]), ("choices", []),
      ("Survey", [["type", "name", "label"], [], ["text", "", "Q"], ["strange", "b", "B"]]),
    ])
    writer.sheets[3].content += "<mergeCells><mergeCell ref=\"A3:B3\"/></mergeCells>"
    #expect(
      try findings("f.xlsx", writer.bytes) == [
        "FORM-008 f.xlsx", "SHEET-013 f.xlsx[Survey]:3:1", "FORM-025 f.xlsx[Survey]:3:2",
        "FORM-021 f.xlsx[Survey]:4:1",
      ])
  }

  @Test("Places in a text file are its lines, and cells counted with the first")
  func textPlaces() throws {
    let text = "survey,,\n,type,name,label\n,text,,Q\n\nsettings\n,form_id\n,x\n"
    #expect(try findings("f.csv", Array(text.utf8)) == ["FORM-025 f.csv:3:3"])
    let tables =
      "text\n| survey | type | name | label |\n| - | :-: | - | - |\n|  | text |  | Q |\n| settings | form_id |\n| | x |"
    #expect(try findings("f.md", Array(tables.utf8)) == ["FORM-025 f.md:4:3"])
  }

  @Test("Sheets named twice and rows outside of sheets are findings")
  func sectionFaults() throws {
    let text = "type,name\n,a,b\nsurvey\n,type,name,label\n,text,q,Q\nsettings,form_id\n,x\nsurvey\n,type\n"
    let found = try findings("f.csv", Array(text.utf8))
    #expect(found.contains("SHEET-016 f.csv:8:1"))
    #expect(try findings("g.csv", Array((",a\n" + text).utf8)).contains("SHEET-017 g.csv:1"))
  }

  @Test("A file that is no workbook, or one without a survey, is told and not used", arguments: ["xlsx", "xls"])
  func noForm(kind: String) throws {
    #expect(try findings("f.\(kind)", [1, 2, 3]).contains("SHEET-001 f.\(kind)"))
    #expect(
      try findings("f.\(kind)", WorkbookWriter([("other", [["a"]])]).bytes).contains("FORM-001 f.\(kind)[survey]"))
  }

  @Test("A form without form_id is called after its file")
  func identifier() throws {
    try withFolder { folder in
      let file = folder.appending(path: "khao-sat.v2.xlsx")
      try Data(WorkbookWriter([("survey", [["type", "name", "label"], ["text", "q", "Q"]])]).bytes).write(to: file)
      #expect(try loadForm(at: file.path).form?.identifier == "khao-sat.v2")
    }
  }

  @Test("A folder of several workbooks needs the name of one; lock files and a README do not count")
  func folders() throws {
    try withFolder { folder in
      let bytes = Data(WorkbookWriter([("survey", [["type", "name", "label"], ["text", "q", "Q"]])]).bytes)
      for name in ["a.xlsx", "~$a.xlsx", "README.md"] { try bytes.write(to: folder.appending(path: name)) }
      #expect(try loadForm(at: folder.path).form?.identifier == "a")
      try bytes.write(to: folder.appending(path: "b.xls"))
      let failure = #expect(throws: StageFailure.self) { try loadForm(at: folder.path) }
      #expect(failure?.diagnostics.map(\.code) == [.sheetSeveralWorkbooks])
      #expect(failure?.exitCode == .unusableInput)
    }
    try withFolder { folder in
      #expect(throws: StageFailure.self) { try loadForm(at: folder.path) }
      #expect(throws: StageFailure.self) { try loadForm(at: folder.path + "/missing.xlsx") }
    }
  }
}
