import Foundation
import Testing

/// Requirements:
/// 1. Cells of workbooks with the letters of old fonts, or with marks apart from their letters, become composed Unicode.
/// 2. Submissions that declare an old encoding are read in it; undeclared bytes that are no UTF-8 are held.
@Suite("Old Vietnamese text in workbooks and submissions")
struct LegacyTextTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]
  private static let words = "Cộng hòa xã hội chủ nghĩa Việt Nam; trí thức; nguyện vọng; Quảng Ngãi; Đồng Nai"

  /// The words as a workbook shows them that were typed in an ABC font or a VNI font, read as Windows-1252 once too often,
  /// or typed under Windows-1258: marks stand behind their letters.
  private static let cells = [
    ("tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam; trÝ thøc; nguyÖn väng; Qu¶ng Ng·i; §ång Nai"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam; trí thöùc; nguyeän voïng; Quaûng Ngaõi; Ñoàng Nai"),
    ("windows-1258", words.decomposedStringWithCanonicalMapping),
  ]

  @Test("Cells of a workbook", arguments: cells)
  func cell(name: String, text: String) throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let rows = [["KEY", "consent", "age", "view", "wish"], ["k1", "yes", "40", "2", text]]
    try workspace.write(Data(try MinimalWorkbook.bytes([("S", rows)])), to: "a.xlsx")
    let taken = try workspace.run(["ingest", "a.xlsx", "--format", "json"] + store)
    #expect(try Accounting(printed: taken.output) == Accounting(read: 1, accepted: 1), "\(taken.errors)")
    #expect(try wish(workspace) == Self.words.utf8.map(\.self))
  }

  /// The words in old encodings: recorded with GNU libiconv.
  private static let encoded = [
    (
      "windows-1258",
      "43f4f26e6720686fcc61207861de2068f4f26920636875d2206e676869de61205669eaf274204e616d3b207472ed207468fdec633b206e677579eaf26e20766ff26e673b20517561d26e67204e6761de693b20d0f4cc6e67204e6169"
    ),
    (
      "VISCII",
      "43b56e672068f2612078e32068b569206368fc206e6768ee61205669ae74204e616d3b207472ed207468d1633b206e677579ae6e2076f76e673b205175e46e67204e67e3693b20d0b06e67204e6169"
    ),
  ]

  @Test("Submissions that declare their encoding", arguments: encoded)
  func submission(encoding: String, hexadecimal: String) throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    func document(_ declaration: String) -> Data {
      let digits = hexadecimal.compactMap(\.hexDigitValue)
      let words = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
      let head = "<?xml version=\"1.0\"\(declaration)?><data id=\"small\" version=\"1\"><consent>yes</consent><wish>"
      return Data(head.utf8) + words + Data("</wish><meta><instanceID>uuid:1</instanceID></meta></data>".utf8)
    }
    try workspace.write(document(""), to: "bare.xml")
    let held = try workspace.run(["ingest", "bare.xml", "--format", "json"] + store)
    #expect(try Accounting(printed: held.output) == Accounting(read: 1, quarantined: 1))
    #expect(held.errors.contains("[INGEST-033]"))
    try workspace.write(document(" encoding=\"\(encoding)\""), to: "told.xml")
    let taken = try workspace.run(["ingest", "told.xml", "--format", "json"] + store)
    #expect(try Accounting(printed: taken.output) == Accounting(read: 1, accepted: 1), "\(taken.errors)")
    #expect(try wish(workspace) == Self.words.utf8.map(\.self))
  }

  /// The bytes of the one answer in words.
  private func wish(_ workspace: Workspace) throws -> [UInt8] {
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    let line = try workspace.text("out.csv").split(whereSeparator: \.isNewline).last ?? ""
    return Array(line.split(separator: ",").last.map(String.init)?.utf8 ?? "".utf8)
  }
}
