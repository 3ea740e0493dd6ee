import Foundation
import Testing

@testable import Export

/// Requirements:
/// 1. Every answer stands in its column; what was not asked or not answered is empty, never 0.
/// 2. No cell of a CSV file is a formula to a spreadsheet.
/// 3. A public file holds answers taken from lists and numbers only.
@Suite("Exports as text")
struct TextExportTests {
  private func text(_ files: [String: [UInt8]], _ name: String) throws -> String {
    String(decoding: try #require(files[name]), as: UTF8.self)
  }

  @Test("CSV with codes: a file for the records and one for each repeat")
  func codes() throws {
    let files = try ExportSample.export(as: .csv)
    #expect(
      try text(files, "out.csv") == """
        KEY,end,yes,view,areas,order,age,pay,born,clock,areas_other,decade
        k1,2026-11-21T18:20:00.250+07:00,yes,2,urban other,other urban,41,2.5,1960-01-01,08:30:00.000,'=1+1,4
        '=k2,,no,98,99,urban other 99,-5,-0.125,2024-10-04,00:00:00.000,"'+84, ""quoted""
        line",-1
        k3,,,,,,,,,,,

        """)
    #expect(
      try text(files, "out-child.csv") == """
        PARENT_KEY,KEY,toy
        k1,k1/child[1],búp bê
        k1,k1/child[2],'@xe
        k3,k3/child[1],

        """)
    #expect(
      try text(files, "out-school.csv") == """
        PARENT_KEY,KEY,grade
        k1/child[1],k1/child[1]/school[1],1
        k1/child[2],k1/child[2]/school[1],2
        k1/child[2],k1/child[2]/school[2],

        """)
  }

  @Test("Labels, or both, in the language that is asked for")
  func labels() throws {
    let labels = try text(ExportSample.export(as: .csv) { $0.labels = .labels }, "out.csv")
    #expect(labels.contains("k1,2026-11-21T18:20:00.250+07:00,Có,Tốt,Đô thị; Khác,Khác; Đô thị,41"))
    let both = try text(
      ExportSample.export(as: .csv) {
        $0.labels = .both
        $0.language = "en"
      }, "out.csv")
    #expect(both.hasPrefix("KEY,end,yes,yes_label,view,view_label,areas,areas_label,order,order_label,age"))
    #expect(both.contains(",no,No,98,Don't know,99,No answer,"))
  }

  @Test("Several choices split: 0 is said, not left out")
  func split() throws {
    let split = try text(ExportSample.export(as: .csv) { $0.multiples = .split }, "out.csv")
    let lines = split.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].contains(",view,areas/urban,areas/other,areas/99,order/1,order/2,order/3,age,"))
    #expect(lines[1].contains(",2,1,1,0,other,urban,,41,"))
    #expect(lines[2].contains(",98,,,1,urban,other,99,-5,"), "who chose no answer said nothing of the others")
    #expect(split.contains("\nk3,,,,,,,,,,,,,,,\n"))
  }

  @Test("Exactly as answered when another program reads the file")
  func exact() throws {
    #expect(try text(ExportSample.export(as: .csv) { $0.isExact = true }, "out.csv").contains("\n=k2,,no,"))
  }

  @Test("For Excel: a byte order mark, lines that end in CR LF")
  func excel() throws {
    let bytes = try #require(try ExportSample.export(as: .csv) { $0.isForExcel = true }["out.csv"])
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes, as: UTF8.self).contains("decade\r\nk1"))
  }

  @Test("A public file has no keys, metadata, texts and dates")
  func publicFile() throws {
    let files = try ExportSample.export(as: .csv) { $0.isPublic = true }
    #expect(
      try text(files, "out.csv") == """
        KEY,yes,view,areas,order,age,pay
        1,yes,2,urban other,other urban,41,2.5
        2,no,98,99,urban other 99,-5,-0.125
        3,,,,,,

        """)
    #expect(
      try text(files, "out-school.csv") == """
        PARENT_KEY,KEY,grade
        1/child[1],1/child[1]/school[1],1
        1/child[2],1/child[2]/school[1],2
        1/child[2],1/child[2]/school[2],

        """)
    #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).contains("k1") })
  }

  @Test("JSON holds the rows of repeats inside their records")
  func json() throws {
    let bytes = try #require(try ExportSample.export(as: .json)["out.json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["form"] as? String == "sample")
    let records = try #require(object["records"] as? [[String: Any]])
    #expect(records.map { $0["KEY"] as? String } == ["k1", "=k2", "k3"])
    #expect(records[0]["areas"] as? [String] == ["urban", "other"])
    #expect(records[0]["age"] as? Int == 41)
    #expect(records[1]["pay"] as? Double == -0.125)
    #expect(records[2]["yes"] is NSNull)
    let children = try #require(records[0]["child"] as? [[String: Any]])
    #expect(children.map { $0["toy"] as? String } == ["búp bê", "@xe"])
    #expect((children[1]["school"] as? [[String: Any]])?.map { $0["grade"] as? Int } == [2, nil])
    #expect((records[1]["child"] as? [Any])?.isEmpty == true)
  }

  @Test("The same records give the same bytes", arguments: ExportFormat.allCases)
  func reproducible(_ format: ExportFormat) throws {
    #expect(try ExportSample.export(as: format) == ExportSample.export(as: format))
  }
}
