import Diagnostics
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// Requirements:
/// 1. De-identifying leaves the coded answers of the wave, and nothing that ties them to a person.
/// 2. Purging leaves counts only.
/// 3. Other waves' records stay as they are; the accounting balances; nothing is taken in again.
@Suite("The end of a wave")
struct WaveEndingTests {
  private static let layout = RecordLayout(
    formIdentifier: "w", formVersion: "1",
    fields: [
      field("view", .coded, 5), field("end", .dateTime), field("wish", .text), field("weight", .text),
      field("day", .date),
    ])

  /// Records of 40 people; the first 25 of day 100, the others of day 200.
  private func filled() throws -> (TemporaryFolder, SQLiteResponseStore) {
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: Self.layout)
    let rows = 0..<40
    func day(_ row: Int) -> Int64 { row < 25 ? 100 : 200 }
    let columns: [AnswerColumn] = [
      .coded(rows.map { UInt8($0 % 5 + 1) }),
      .dateTime(
        DateTimeColumn(
          states: rows.map { _ in 0 }, milliseconds: rows.map { day($0) * 86_400_000 + Int64($0) * 61_000 },
          offsetMinutes: rows.map { _ in 420 })),
      .text(TextColumn(texts: rows.map { "nguyện vọng KqZ7wX3vN9 \($0)" })),
      .text(TextColumn(texts: rows.map { "1.\($0)" })),
      .integer(IntegerColumn(states: rows.map { _ in 0 }, values: rows.map { day($0) })),
    ]
    var keys = TextColumn()
    for row in rows { keys.append(Array("person-\(row)-of-the-wave".utf8)) }
    let batch = RecordBatch(
      layout: Self.layout, columns: columns, keys: keys, recordNumbers: rows.map { UInt32($0 + 1) },
      digests: AnswerDigests.of(columns, layout: Self.layout, count: 40))
    try writer.begin()
    try writer.openSource(source("people.csv"))
    _ = try writer.append(batch, originals: rows.map { Array("<data>KqZ7wX3vN9 \($0)</data>".utf8) })
    try writer.hold([
      HeldRecord(
        disposition: .withheld, key: "held-person", recordNumber: 41, original: Array("KqZ7wX3vN9".utf8),
        diagnostics: [Diagnostic(.storeDamaged)])
    ])
    try writer.closeSource(accounting(accepted: 40, withheld: 1))
    try writer.commit()
    return (folder, store)
  }

  private func text(of folder: TemporaryFolder) throws -> Data {
    var all = Data()
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: folder.store + suffix) {
      all += try Data(contentsOf: URL(fileURLWithPath: folder.store + suffix))
    }
    return all
  }

  private let wave = WaveSelection(form: "w", field: "end", firstDay: 90, lastDay: 110)

  @Test("Only the records of a wave are counted for it; without a question of dates all are")
  func counted() throws {
    let (_, store) = try filled()
    let records = try store.records(of: Self.layout)
    func count(_ field: String?, _ first: Int, _ last: Int) throws -> Int {
      try records.recordCount(of: WaveSelection(form: "w", field: field, firstDay: first, lastDay: last))
    }
    #expect(try records.recordCount == 40)
    #expect(try [count("end", 90, 110), count("end", 101, 199), count("end", 200, 200)] == [25, 0, 15])
    #expect(try [count("day", 100, 100), count("day", 90, 300), count("wish", 90, 300)] == [25, 40, 0])
    #expect(try count(nil, .min, .max) == 40)
  }

  @Test("De-identified records keep coded answers, days and weights; keys, texts, moments and originals go")
  func deidentified() throws {
    let (folder, store) = try filled()
    #expect(try store.deidentify(wave, treatments: [:], isDryRun: true).records == 25)
    #expect(try keys(in: store, of: Self.layout).first == "person-0-of-the-wave")
    let result = try store.deidentify(wave, treatments: ["weight": .keepNumbers])
    #expect(result.records == 25)
    #expect(result.held == 1)
    #expect(try store.verify().diagnostics == [])
    let all = try batches(of: Self.layout, in: store)
    let left = try #require(all.first)
    #expect((0..<15).map { left.keys[$0] } == (25..<40).map { "person-\($0)-of-the-wave" })
    let ended = try #require(all.last)
    #expect(ended.count == 25)
    #expect((0..<25).allSatisfy { ended.keys[$0].hasPrefix("deidentified:") })
    guard case .coded(let views)? = ended.columns[0], case .dateTime(let ends)? = ended.columns[1],
      case .text(let wishes)? = ended.columns[2], case .text(let weights)? = ended.columns[3]
    else { throw Unexpected() }
    #expect(views.sorted() == (0..<25).map { UInt8($0 % 5 + 1) }.sorted())
    // The beginning of the day in Vietnam.
    #expect(ends.milliseconds.allSatisfy { $0 == 100 * 86_400_000 - 420 * 60_000 })
    #expect(wishes.states.allSatisfy { $0 == AnswerState.notShown.rawValue })
    #expect(Set((0..<25).map { weights[$0] }) == Set((0..<25).map { "1.\($0)" }))
    #expect((0..<25).map { weights[$0] } != (0..<25).map { "1.\($0)" })
    let files = try text(of: folder)
    for trace in ["person-3-of-the-wave", "held-person"] { #expect(files.range(of: Data(trace.utf8)) == nil) }
    let writer = try store.writer(for: Self.layout)
    #expect(
      try writer.erased(TextColumn(texts: ["person-3-of-the-wave", "person-30-of-the-wave", "held-person"]))
        == [true, false, true])
    // Again there is nothing to do.
    #expect(try store.deidentify(wave, treatments: [:]).records == 0)
  }

  @Test("Purged records leave counts, de-identified or not", arguments: [false, true])
  func purged(afterDeidentifying: Bool) throws {
    let (folder, store) = try filled()
    if afterDeidentifying { _ = try store.deidentify(wave, treatments: [:]) }
    #expect(try store.purge(wave).records == 25)
    #expect(try keys(in: store, of: Self.layout) == (25..<40).map { "person-\($0)-of-the-wave" })
    #expect(try store.verify().diagnostics == [])
    #expect(try store.sources(ofForm: "w").map(\.accounting.accepted) == [40])
    #expect(try store.ledger(ofForm: "w").filter { $0.action == .purged }.map(\.accepted).reduce(0, +) == 25)
    #expect(try text(of: folder).range(of: Data("person-3-of-the-wave".utf8)) == nil)
    let all = WaveSelection(form: "w", field: nil)
    #expect(try store.purge(all).records == 15)
    #expect(try store.database.integer("SELECT count(*) FROM segment") == 0)
    #expect(try text(of: folder).range(of: Data("KqZ7wX3vN9".utf8)) == nil)
    #expect(try store.verify().diagnostics == [])
  }

  private struct Unexpected: Error {}
}
