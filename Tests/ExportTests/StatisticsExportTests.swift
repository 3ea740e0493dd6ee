import FormDefinition
import Foundation
import Responses
import StatisticalFiles
import Testing

@testable import Export

/// Requirements:
/// 1. What SPSS and Stata read is what the store holds: numbers for choices with their meanings, missing answers
///    declared, days as days.
/// 2. Names follow the programs' rules and stay apart.
@Suite("Exports for statistics programs")
struct StatisticsExportTests {
  private static let python =
    ProcessInfo.processInfo.environment["YKIEN_BROWSER_PYTHON"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/tools/venv/bin/python")
    .standardized.path

  private static let isPresent =
    ProcessInfo.processInfo.environment["YKIEN_REQUIRE_TOOLS"] == "1" || run(["-c", "import pyreadstat"])?.status == 0

  private static func run(_ arguments: [String]) -> (status: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// What pyreadstat finds in a file.
  private func facts(_ bytes: [UInt8], _ ending: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString).\(ending)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Statistics/read_statistics.py")
    let outcome = try #require(Self.run([script.path, file.path]))
    try #require(outcome.status == 0, "\(outcome.output)")
    return outcome.output
  }

  @Test("SPSS", .enabled(if: isPresent, "pyreadstat is not installed"))
  func spss() throws {
    let files = try ExportSample.export(as: .sav)
    let expected = """
      label Phiếu thử
      KEY | KEY | k1;=k2;k3
      end | None | 2026-11-21 18:20:00.250000;None;None
      yes | Đồng ý? | 1.0;2.0;None
        1.0=Có;2.0=Không
      view | Ý kiến | 2.0;98.0;None
        1.0=Kém;2.0=Tốt;98.0=Không biết;99.0=Không trả lời
        missing 98.0-98.0;99.0-99.0
      areas_urban | [areas/urban] Địa bàn: Đô thị | 1.0;None;None
        0.0=Không chọn;1.0=Chọn
      areas_other_2 | [areas/other] Địa bàn: Khác | 1.0;None;None
        0.0=Không chọn;1.0=Chọn
      areas_99 | [areas/99] Địa bàn: Không trả lời | 0.0;1.0;None
        0.0=Không chọn;1.0=Chọn
      order_1 | [order/1] Thứ tự: 1 | 2.0;1.0;None
        1.0=Đô thị;2.0=Khác;99.0=Không trả lời
        missing 99.0-99.0
      order_2 | [order/2] Thứ tự: 2 | 1.0;2.0;None
        1.0=Đô thị;2.0=Khác;99.0=Không trả lời
        missing 99.0-99.0
      order_3 | [order/3] Thứ tự: 3 | None;99.0;None
        1.0=Đô thị;2.0=Khác;99.0=Không trả lời
        missing 99.0-99.0
      age | Tuổi | 41.0;-5.0;None
      pay | Thu nhập | 2.5;-0.125;None
      born | Ngày sinh | 1960-01-01;2024-10-04;None
      clock | Giờ | 08:30:00;00:00:00;None
      areas_other | Khác | =1+1;+84, "quoted"
      line;
      decade | None | 4.0;-1.0;None

      """
    let found = try facts(#require(files["out.sav"]), "sav").split(separator: "\n")
    #expect(found == expected.split(separator: "\n"))
    #expect(
      try facts(#require(files["out-child.sav"]), "sav").hasSuffix("toy | Đồ chơi | búp bê;@xe;\n"))
  }

  @Test("Stata has a letter for each missing answer", .enabled(if: isPresent, "pyreadstat is not installed"))
  func stata() throws {
    let files = try ExportSample.export(as: .dta) { $0.labels = .both }
    let text = try facts(#require(files["out.dta"]), "dta")
    #expect(
      text.contains(
        """
        view | Ý kiến | 2.0;a;None
          1=1 – Kém;2=2 – Tốt;a=98 – Không biết;b=99 – Không trả lời
          missing a
        """), "\(text)")
    #expect(text.contains("\nborn | Ngày sinh | 1960-01-01;2024-10-04;None\n"), "\(text)")
    #expect(text.contains("\nend | "), "\(text)")
    #expect(text.contains("2026-11-21 18:20:00.250"), "\(text)")
    let schools = try facts(#require(files["out-school.dta"]), "dta")
    #expect(schools.hasSuffix("grade | Lớp | 1.0;2.0;None\n"), "\(schools)")
  }

  @Test("Files begin as their formats do, tables without rows too")
  func magic() throws {
    let sav = try ExportSample.export(as: .sav)
    #expect(sav.keys.sorted() == ["out-child.sav", "out-school.sav", "out.sav"])
    #expect(sav.values.allSatisfy { $0.starts(with: Array("$FL2".utf8)) })
    let dta = try ExportSample.export(as: .dta)
    #expect(dta.values.allSatisfy { $0.starts(with: Array("<stata_dta>".utf8)) })
  }

  @Test(
    "Names as the programs allow them",
    arguments: [
      ("age", "age"), ("AGE", "AGE_2"), ("api.stu", "api_stu"), ("q/1", "q_1"), ("1st", "v1st"), ("_x", "v_x"),
      ("and", "and_"), ("str8", "str8_"), ("", "v"), ("tuổi", "tuổi"),
      (String(repeating: "a", count: 80), String(repeating: "a", count: 32)),
      (String(repeating: "a", count: 81), String(repeating: "a", count: 30) + "_2"),
    ])
  func names(_ wanted: String, _ name: String) {
    var names = StatisticalNames(.stata)
    for earlier in ["age", String(repeating: "a", count: 80)] where earlier != wanted { _ = names.name(earlier) }
    #expect(names.name(wanted) == name)
  }

  @Test("Texts of more than 2,045 bytes are whole in Stata", .enabled(if: isPresent, "pyreadstat is not installed"))
  func wholeTexts() throws {
    let form = try #require(
      Form.read(
        FormSheets(source: "long", sheets: ["survey": Array("type,name,label\ntext,t,T\ntext,s,S\n".utf8)])
      ).form)
    let layout = RecordLayout(form: form)
    let long = String(repeating: "Ý kiến dài. ", count: 300)
    var columns = [TextColumn(), TextColumn()]
    let answers: [(String?, String?)] = [(long, "a"), (nil, nil), ("ngắn", "b"), (long, "c")]
    var keys = TextColumn()
    for (number, (text, short)) in answers.enumerated() {
      keys.append("k\(number)".utf8)
      for (position, answer) in [text, short].enumerated() {
        columns[position].append((answer ?? "").utf8, state: answer == nil ? .blank : .answered)
      }
    }
    let store = InMemoryRecordStore(layout: layout)
    store.begin()
    store.openSources([SourceDescription(label: "t", sha256: "0", byteCount: 0, kind: "csv")])
    let batch = RecordBatch(
      layout: layout, columns: columns.map { .text($0) }, keys: keys, recordNumbers: [1, 2, 3, 4],
      digests: (0..<64).map { UInt8($0) })
    _ = store.append(batch, originals: nil)
    store.closeSources([IngestAccounting()])
    store.commit()
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "t.dta").path
    let outcome = try Export.export(store, of: form, as: .dta, ExportOptions(), to: path)
    #expect(outcome.diagnostics.isEmpty)
    let text = try facts(Array(Data(contentsOf: URL(filePath: path))), "dta")
    #expect(text.contains("\nt | T | \(long);;ngắn;\(long)\n"), "\(text.prefix(300))")
    #expect(text.contains("\ns | S | a;;b;c\n"))
  }

  @Test("A text longer than Stata takes is cut between characters")
  func longTexts() throws {
    var writer = try StatisticalFileWriter(
      .stata, title: "t", variables: [StatisticalVariable(name: "t", label: "", kind: .text(byteCount: 5))], rowCount: 2
    )
    try writer.beginRow()
    #expect(try writer.set(0, "ậậ"), "two characters of three bytes do not fit into five")
    try writer.endRow()
    try writer.beginRow()
    #expect(try !writer.set(0, "ab\0cd"))
    try writer.endRow()
    try writer.finish()
    let bytes = writer.takeBytes()
    #expect(String(decoding: bytes, as: UTF8.self).contains("ậ\0\0ab cd"))
  }
}
