import Diagnostics
import Foundation
import Pipeline
import Spreadsheet
import Testing

/// Requirements:
/// 1. The entry workbook of every form of the project opens without a finding, with its names in row 1.
/// 2. The same form gives the same bytes.
/// 3. Whatever a form holds, there is a workbook or a finding.
@Suite("Entry workbooks as files")
struct EntryWorkbookFileTests {
  private static let forms = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../forms")
    .standardized

  /// Builds the workbook of a form and hands over its bytes.
  private func build(_ form: URL) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try buildQuestionnaire(ofFormAt: form.path, as: .xlsx, into: folder.path)
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func build(survey: String, choices: String = "", settings: String = "form_title,form_id\nP,p\n") throws
    -> [UInt8]
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("survey", survey), ("choices", choices), ("settings", settings)] where !text.isEmpty {
      try Data(text.utf8).write(to: folder.appending(path: "\(name).csv"))
    }
    return try build(folder)
  }

  private func texts(_ workbook: Workbook, _ sheet: Int) -> [[String]] {
    workbook.sheets.indices.contains(sheet) ? workbook.sheets[sheet].textRows(in: "x").rows.map(\.fields) : []
  }

  @Test(
    "Every form of the project", arguments: try FileManager.default.contentsOfDirectory(atPath: forms.path).sorted())
  func shipped(_ name: String) throws {
    let bytes = try build(Self.forms.appending(path: name))
    let workbook = Workbook.read(bytes: bytes, source: name)
    #expect(workbook.diagnostics.isEmpty, "\(workbook.diagnostics)")
    for sheet in workbook.sheets { #expect(sheet.textRows(in: name).diagnostics.isEmpty) }
    #expect(workbook.sheets.suffix(3).map(\.name) == ["Hướng dẫn", "Mã", "Thông tin"])
    let facts = texts(workbook, workbook.sheets.count - 1)
    #expect(facts.prefix(2).map { Array($0.prefix(2)) } == [["ykien_entry_workbook", "1"], ["form_id", name]])
    let records = facts.filter { $0.first == "sheet" }
    #expect(records.map { $0[1] } == workbook.sheets.dropLast(3).map(\.name))
    for (index, sheet) in records.enumerated() {
      let rows = texts(workbook, index)
      #expect(rows.count == 2)
      #expect(rows.first?.first == (sheet.count > 2 && !sheet[2].isEmpty ? "PARENT_KEY" : "KEY"))
      #expect(Set(rows.first ?? []).count == rows.first?.count, "names are unlike each other")
      #expect(rows.allSatisfy { !$0.contains("") })
    }
    #expect(try build(Self.forms.appending(path: name)) == bytes)
  }

  @Test("Texts are texts, whatever they look like")
  func lookalikes() throws {
    let label = #"=1+1 "quoted" _x0041_ & <b> '"#
    let quoted = label.replacing("\"", with: "\"\"")
    let bytes = try build(
      survey: "type,name,label\nselect_one l,q,\"\(quoted)\"\n", choices: "list_name,name,label\nl,1,\"\(quoted)\"\n")
    let workbook = Workbook.read(bytes: bytes, source: "x")
    #expect(workbook.sheets[0].rows.last?.cells.last?.value == .text("1. \(label)"))
    #expect(workbook.sheets[2].rows.last?.cells[1].value == .text("1 – \(label)"))
    #expect(workbook.sheets.allSatisfy { $0.rows.allSatisfy { $0.cells.allSatisfy { !$0.isFormula } } })
  }

  @Test("Labels of a megabyte are cut, control characters do no harm")
  func longTexts() throws {
    let long = String(repeating: "Trí thức \u{1}\u{FFFE}", count: 80_000)
    let bytes = try build(
      survey: "type,name,label,hint,constraint,constraint_message\nselect_one l,q,\(long),\(long),. != 2,\(long)\n",
      choices: "list_name,name,label\nl,1,\(long)\n", settings: "form_title,form_id\n\(long),p\n")
    let workbook = Workbook.read(bytes: bytes, source: "x")
    #expect(workbook.diagnostics.isEmpty)
    #expect(workbook.sheets.count == 4)
    #expect(workbook.sheets[2].rows.last?.cells.last?.value.text?.utf16.count == 32_767)
    #expect(workbook.sheets[2].rows.last?.cells[1].value.text?.count == 200)
  }

  @Test("2,000 questions with a list of 5,000 choices")
  func large() throws {
    let rows = (1...2_000).map { "select_one l,q\($0),Câu \($0),\($0 > 1 ? "${q1} = 'c1'" : "")" }
    let list = (1...5_000).map { "l,c\($0),Mục \($0)" }
    let bytes = try build(
      survey: "type,name,label,relevant\n" + rows.joined(separator: "\n"),
      choices: "list_name,name,label\n" + list.joined(separator: "\n"))
    let workbook = Workbook.read(bytes: bytes, source: "x")
    #expect(texts(workbook, 0).first?.count == 2_001)
    #expect(texts(workbook, 2).count == 5_001)
  }

  @Test("More columns than Excel has are a finding")
  func tooManyColumns() throws {
    let rows = (1...16_384).map { "text,q\($0),Câu" }
    #expect {
      try build(survey: "type,name,label\n" + rows.joined(separator: "\n"))
    } throws: { error in
      (error as? StageFailure)?.diagnostics.map(\.code.identifier) == ["FORM-200"]
    }
  }

  @Test("A name longer than a cell is a finding")
  func longName() throws {
    let name = String(repeating: "q", count: 40_000)
    #expect {
      try build(survey: "type,name,label\ntext,\(name),Câu\n")
    } throws: { error in
      (error as? StageFailure)?.diagnostics.map(\.code.identifier) == ["FORM-202"]
    }
  }

  @Test("Repeats called like the workbook's own sheets")
  func sheetNames() throws {
    let rows = ["Mã", "mã", "History", "Thông_tin"].map { "begin_repeat,\($0),R\ntext,t,T\nend_repeat" }
    let bytes = try build(survey: "type,name,label\n" + rows.joined(separator: "\n"))
    #expect(
      Workbook.read(bytes: bytes, source: "x").sheets.map(\.name) == [
        "Nhập liệu", "Mã (2)", "mã (3)", "History (2)", "Thông_tin", "Hướng dẫn", "Mã", "Thông tin",
      ])
  }
}
