import Diagnostics
import Foundation
import FormDefinition
import Ingest
import Responses
import Testing

@Suite("Hostile tables")
struct HostileTableTests {
  private let keyed = ColumnMapping(key: "id")

  @Test(
    "A file that is empty, blank or only a header",
    arguments: [("", "INGEST-006"), ("\r\n \n", "INGEST-008"), ("id,age\n", "")])
  func nothing(text: String, code: String) throws {
    let taken = try takeTable(text, mapping: text.hasPrefix("id") ? keyed : ColumnMapping())
    #expect(taken.report.total.read == 0)
    if !code.isEmpty { #expect(taken.codes.contains(code)) }
    #expect(taken.report.sources.map(\.status) == [code.isEmpty ? .taken : .unusable])
  }

  @Test("Line ends may be mixed")
  func lineEnds() throws {
    let taken = try takeTable("id,words\r\n1,a\n2,b\r3,c\r\n\r\r4,\"d\re\n\"\r\n", mapping: keyed)
    #expect(taken.report.total.accepted == 4)
    #expect(taken.records["4"]?["words"] == "d\re\n")
  }

  @Test("Ragged rows and misplaced quotes hold their own record only, with line and column")
  func ragged() throws {
    let taken = try takeTable("id,words\n1,a\n2\n3,b,c\n4,\"x\"y\n5,z\"\n6,ok\n", mapping: keyed)
    #expect(taken.report.total.accepted == 3 && taken.report.total.quarantined == 3)
    #expect(taken.records["5"]?["words"] == "z\"")
    let lines = taken.report.diagnostics.filter { $0.severity == .error }.compactMap { $0.position?.line }
    #expect(lines == [3, 4, 5])
  }

  @Test("A field of 100 MB is held, in bounded memory, and the records before it are taken in")
  func hugeField() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(FileManager.default.createFile(atPath: url.path, contents: Data("id,words\n1,a\n2,".utf8)))
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    let piece = Data(repeating: 0x62, count: 1 << 20)
    for _ in 0..<100 { try file.write(contentsOf: piece) }
    try file.write(contentsOf: Data("\n3,c\n".utf8))
    try file.close()
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    var options = IngestOptions(mapping: keyed)
    options.recordByteLimit = 1 << 20
    let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options)
    let report = try session.ingest(paths: [url.path])
    #expect(report.total.accepted == 1 && report.total.quarantined == 1)
    #expect(report.findingCounts["INGEST-035"] == 1)
  }

  @Test("A file that grows while it is read is left alone, and said so")
  func growing() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("id,words\n1,a\n".utf8).write(to: url)
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let session = try IngestSession(
      form: form, layout: store.layout, writer: GrowingFileWriter(store, path: url.path),
      options: IngestOptions(mapping: keyed))
    let report = try session.ingest(paths: [url.path])
    #expect(report.sources.map(\.status) == [.unusable])
    #expect(report.findingCounts["INGEST-017"] == 1)
    #expect(store.recordCount == 0)
  }

  @Test("A table of 10,000 columns is read")
  func wide() throws {
    let survey = "type,name,label\n" + (0..<2_000).map { "text,q\($0),Câu \($0)\n" }.joined()
    let form = try #require(Form.read(FormSheets(source: "wide", sheets: ["survey": Array(survey.utf8)])).form)
    let names = (0..<2_000).map { "q\($0)" } + (0..<8_000).map { "other\($0)" }
    let text = names.joined(separator: ",") + "\n" + names.map { "v\($0)" }.joined(separator: ",") + "\n"
    let taken = try take([("t.csv", Array(text.utf8))], form: form)
    #expect(taken.report.total.accepted == 1)
    #expect(taken.records.values.first?["q1999"] == "vq1999")
  }

  @Test("Any mapping with any table ends in an accounting that balances", arguments: 0..<3 as Range<UInt64>)
  func mappings(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed &* 31 &+ 5)
    let cells = [
      "1.234", "2,5", "03/04/2026", "15/04/2026", "Nữ", "nam", "Đồng Nai", "2", "\"a;b\"", "\"Lương, phụ cấp\"", "",
      "46347.5", "8h30", "{tab}", "-1", "1 234", "x",
    ]
    let form = try dialectForm()
    for _ in 0..<60 {
      var text = "id;sex;age;born;income;area;needs;first;at\n"
      for row in 0..<Int.random(in: 1...6, using: &generator) {
        text += "\(row)"
        for _ in 0..<8 { text += ";" + cells[Int.random(in: 0..<cells.count, using: &generator)] }
        text += "\n"
      }
      var options = IngestOptions(mapping: ColumnMapping(key: "id"))
      options.mapping.decimalMark = [nil, .comma, .point].randomElement(using: &generator) ?? nil
      options.mapping.dateOrder = [nil, .dayFirst, .monthFirst].randomElement(using: &generator) ?? nil
      options.mapping.answers = [nil, .labels, .names].randomElement(using: &generator) ?? nil
      let whole = try take([("t.csv", Array(text.utf8))], form: form, options: options)
      options.blockByteCount = Int.random(in: 1...40, using: &generator)
      let pieces = try take([("t.csv", Array(text.utf8))], form: form, options: options)
      #expect(whole.records == pieces.records && whole.report.total == pieces.report.total)
    }
  }
}

/// A store during whose writing the file goes on growing.
private final class GrowingFileWriter: RecordWriter {
  let store: InMemoryRecordStore
  let path: String

  init(_ store: InMemoryRecordStore, path: String) {
    self.store = store
    self.path = path
  }

  var layout: RecordLayout { store.layout }
  func begin() throws(StageFailure) { store.begin() }
  func accounting(ofSourceWithSHA256 sha256: String) throws(StageFailure) -> IngestAccounting? {
    store.accounting(ofSourceWithSHA256: sha256)
  }
  func openSources(_ sources: [SourceDescription]) throws(StageFailure) { store.openSources(sources) }
  func append(_ batch: RecordBatch, originals: [[UInt8]]?) throws(StageFailure) -> [RecordOutcome] {
    if let file = FileHandle(forWritingAtPath: path) {
      file.seekToEndOfFile()
      file.write(Data("9,later\n".utf8))
    }
    return store.append(batch, originals: originals)
  }
  func hold(_ records: [HeldRecord]) throws(StageFailure) { store.hold(records) }
  func closeSources(_ accountings: [IngestAccounting]) throws(StageFailure) { store.closeSources(accountings) }
  func commit() throws(StageFailure) { store.commit() }
  func rollBack() { store.rollBack() }
}
