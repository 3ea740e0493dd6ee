import Diagnostics
import Foundation
import Ingest
import Responses
import Testing

@Suite("Suggested mappings")
struct SuggestionTests {
  private func suggest(_ text: String) throws -> MappingSuggestion {
    let url = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(text.utf8).write(to: url)
    return try MappingSuggestion(path: url.path, form: dialectForm())
  }

  @Test("Exact labels and labels without marks are entries; the nearest ones and the unknown ones are comments")
  func columns() throws {
    let found = try suggest(
      """
      Mã phiếu;Giới tính;Tuoi cua ong/ba;Noi lam viecc;Chức danh
      P1;Nữ;30;Đồng Nai;x
      P2;Nam;31;Cần Thơ;y

      """)
    #expect(found.text.contains("  \"Giới tính\": sex\n"))
    #expect(found.text.contains("  \"Tuoi cua ong/ba\": age   # the label without its marks\n"))
    #expect(found.text.contains("# ?? \"Noi lam viecc\": area   # the nearest label\n"))
    #expect(found.text.contains("  # \"Chức danh\": nothing like it in the form\n"))
    #expect(found.text.contains("# ?? key: \"Mã phiếu\""))
    #expect(found.doubtCount == 2)
    let reading = try ColumnMapping.read(bytes: Array(found.text.utf8), source: "m.yaml")
    #expect(reading.diagnostics == [])
    #expect(reading.mapping.columns == ["Giới tính": "sex", "Tuoi cua ong/ba": "age"])
    #expect(reading.mapping.separator == ";")
  }

  @Test("Doubtful numbers, days and answers are asked for; an answer like no choice is only counted")
  func doubts() throws {
    let found = try suggest("id;income;born;area\n1;1.234;03/04/2026;Quang Ngai\n2;5;;Đông Nài\n3;;;bí mật\n")
    #expect(found.text.contains("# ?? decimal: \",\" | \".\"   # 'income' has numbers like 1.234\n"))
    #expect(found.text.contains("# ?? dates: dmy | mdy   # 'born' has dates like 03/04/2026\n"))
    #expect(found.text.contains("#     \"Đông Nài\": 02\n"))
    #expect(found.text.contains("1 more are like no choice"))
    #expect(!found.text.contains("bí mật"))
    #expect(found.text.contains("columns: {}\n"))
  }

  @Test(
    "Every suggestion is a mapping, whatever the table",
    arguments: ["a\n", "\"x\"\"y: {\",b\n1,2\n", "\u{FEFF}age\tsex\n1\tNam\n"])
  func hostile(text: String) throws {
    let found = try suggest(text)
    #expect(try ColumnMapping.read(bytes: Array(found.text.utf8), source: "m.yaml").diagnostics == [])
  }

  @Test("A file without a header suggests nothing and says why")
  func empty() {
    #expect(throws: StageFailure.self) { try suggest("") }
  }
}
