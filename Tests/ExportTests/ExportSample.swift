import Diagnostics
import FormDefinition
import Foundation
import Responses
import Testing

@testable import Export

/// Records with every kind of answer, a repeat in a repeat, blank and unasked questions.
enum ExportSample {
  static let form: Form? =
    Form.read(
      FormSheets(
        source: "forms/sample",
        sheets: [
          "survey": Array(
            """
            type,name,label::Tiếng Việt (vi),label::English (en),appearance,calculation
            end,end,,,,
            select_one yn,yes,Đồng ý?,Agree?,,
            select_one scale,view,Ý kiến,View,likert,
            select_multiple area,areas,Địa bàn,Areas,,
            rank area,order,Thứ tự,Order,,
            integer,age,Tuổi,Age,,
            decimal,pay,Thu nhập,Pay,,
            date,born,Ngày sinh,Born,,
            time,clock,Giờ,Time,,
            text,areas_other,Khác,Other,,
            calculate,decade,,,,${age} div 10
            begin repeat,child,Con,Child,,
            text,toy,Đồ chơi,Toy,,
            begin repeat,school,Trường,School,,
            integer,grade,Lớp,Grade,,
            end repeat,,,,,
            end repeat,,,,,

            """.utf8),
          "choices": Array(
            """
            list_name,name,label::Tiếng Việt (vi),label::English (en),missing
            yn,yes,Có,Yes,
            yn,no,Không,No,
            scale,1,Kém,Bad,
            scale,2,Tốt,Good,
            scale,98,Không biết,Don't know,dont_know
            scale,99,Không trả lời,No answer,no_answer
            area,urban,Đô thị,Urban,
            area,other,Khác,Other,
            area,99,Không trả lời,No answer,no_answer

            """.utf8),
          "settings": Array("form_title,form_id,version\nPhiếu thử,sample,3\n".utf8),
        ])
    ).form

  private static func text(_ texts: [String?]) -> AnswerColumn {
    var column = TextColumn()
    for text in texts { column.append((text ?? "").utf8, state: text == nil ? .blank : .answered) }
    return .text(column)
  }

  private static func whole(_ numbers: [Int64?]) -> AnswerColumn {
    .integer(IntegerColumn(states: numbers.map { $0 == nil ? 2 : 0 }, values: numbers.map { $0 ?? 0 }))
  }

  /// Three records: a full one, one that chose "no answer" and has no repetitions, a blank one.
  static func records() throws -> InMemoryRecordStore {
    let layout = RecordLayout(form: try #require(form))
    let store = InMemoryRecordStore(layout: layout)
    var keys = TextColumn()
    for key in ["k1", "=k2", "k3"] { keys.append(key.utf8) }
    let columns: [AnswerColumn] = [
      .dateTime(
        DateTimeColumn(
          states: [0, 1, 2], milliseconds: [1_795_260_000_250, 0, 0], offsetMinutes: [420, 0, 0])),
      .coded([1, 2, 0]), .coded([2, 3, 255]),
      .multiple(MultipleColumn(states: [0, 0, 1], wordsPerRecord: 1, words: [0b011, 0b100, 0])),
      .ranking(RankingColumn(states: [0, 0, 2], width: 3, places: [2, 1, 0, 1, 2, 3, 0, 0, 0])),
      whole([41, -5, nil]), .decimal(DecimalColumn(states: [0, 0, 1], values: [2.5, -0.125, 0])),
      whole([-3653, 20_000, nil]), whole([30_600_000, 0, nil]),
      text(["=1+1", "+84, \"quoted\"\nline", nil]), text(["4", "-1", nil]),
    ]
    let repeats = [
      RepeatRows(counts: [2, 0, 1], columns: [text(["búp bê", "@xe", nil])]),
      RepeatRows(counts: [1, 2, 0], columns: [whole([1, 2, nil])]),
    ]
    store.begin()
    try store.openSource(SourceDescription(label: "a", sha256: "s", byteCount: 1, kind: "csv"))
    _ = store.append(
      RecordBatch(
        layout: layout, columns: columns, keys: keys, recordNumbers: [1, 2, 3],
        digests: (0..<48).map { UInt8($0) }, repeats: repeats),
      originals: nil)
    var accounting = IngestAccounting()
    accounting.read = 3
    accounting.accepted = 3
    try store.closeSource(accounting)
    store.commit()
    return store
  }

  /// Exports the sample and hands over what is said of it.
  static func outcome(as format: ExportFormat, _ change: (inout ExportOptions) -> Void) throws -> ExportOutcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = ExportOptions()
    change(&options)
    return try Export.export(
      try records(), of: try #require(form), as: format, options, to: folder.appending(path: "out").path)
  }

  /// Exports the sample and hands over the files by their names.
  static func export(
    as format: ExportFormat, _ change: (inout ExportOptions) -> Void = { _ in }
  ) throws -> [String: [UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = ExportOptions()
    options.language = "vi"
    change(&options)
    let outcome = try Export.export(
      try records(), of: try #require(form), as: format, options,
      to: folder.appending(path: "out.\(format.rawValue)").path)
    #expect(outcome.recordCount == 3)
    var files: [String: [UInt8]] = [:]
    for path in outcome.paths {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      files[URL(filePath: path).lastPathComponent] = Array(try Data(contentsOf: URL(filePath: path)))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == files.count, "nothing is left")
    return files
  }
}
