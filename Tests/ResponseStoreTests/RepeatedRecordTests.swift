import Diagnostics
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("Records that come again")
struct RepeatedRecordTests {
  @Test("What is written twice is identical and changes nothing", arguments: 1...4)
  func twice(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let written = (0..<3).map { _ in randomBatch(40, using: &random) }
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    #expect(try take(written, into: writer).flatMap(\.self).allSatisfy { $0 == .accepted })
    let before = try segmentTables(of: store)
    // The same writer, another writer, and a store opened anew.
    for again in [writer, try store.writer(for: everyKind), try reopened(folder).writer(for: everyKind)] {
      #expect(try take(written, into: again).flatMap(\.self).allSatisfy { $0 == .identical })
      #expect(try segmentTables(of: store) == before)
    }
  }

  @Test("Equal keys with other answers conflict: within a batch, across batches, after reopening")
  func conflicts() throws {
    var random = SeededGenerator(state: 11)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let first = randomBatch(4, keys: ["a", "b", "a", "c"], using: &random)
    let second = randomBatch(3, keys: ["d", "b", "d"], using: &random)
    let outcomes = try take([first, second], into: store.writer(for: everyKind))
    #expect(outcomes[0] == [.accepted, .accepted, .conflicting, .accepted])
    #expect(outcomes[1] == [.accepted, .conflicting, .conflicting])
    let third = randomBatch(3, keys: ["e", "a", "d"], using: &random)
    let later = try take([third, first], into: reopened(folder).writer(for: everyKind))
    #expect(later[0] == [.accepted, .conflicting, .conflicting])
    #expect(later[1] == [.identical, .identical, .conflicting, .identical])
    #expect(try keys(in: store) == ["a", "b", "c", "d", "e"])
  }

  @Test("A batch accepted in part keeps the right rows", arguments: 1...6)
  func partial(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let names = (0..<60).map { _ in "k\(Int.random(in: 0..<30, using: &random))" }
    let batch = randomBatch(60, keys: names, using: &random)
    let outcomes = try take([batch], into: store.writer(for: everyKind))[0]
    var seen: Set<String> = []
    let isFirst = names.map { seen.insert($0).inserted }
    #expect(outcomes.map { $0 == .accepted } == isFirst)
    let kept = batch.selecting(isFirst)
    let read = try #require(try batches(in: store).first)
    #expect(read.keys == kept.keys)
    #expect(read.recordNumbers == kept.recordNumbers)
    #expect(read.digests == kept.digests)
    #expect(read.columns == kept.columns)
  }

  @Test("Many keys are told apart, also while the table grows")
  func manyKeys() throws {
    var random = SeededGenerator(state: 13)
    let folder = try TemporaryFolder()
    let small = RecordLayout(formIdentifier: "small", formVersion: "1", fields: [field("x", .coded, 3)])
    let written = (0..<5).map { part in
      randomBatch(4000, of: small, keys: (0..<4000).map { "k\(part)-\($0)" }, using: &random)
    }
    let writer = try SQLiteResponseStore.open(path: folder.store).writer(for: small)
    #expect(try take(written, into: writer).flatMap(\.self).allSatisfy { $0 == .accepted })
    #expect(try take(written.reversed(), into: writer).flatMap(\.self).allSatisfy { $0 == .identical })
  }

  @Test("After a rollback nothing is there and the keys are free again")
  func rollback() throws {
    var random = SeededGenerator(state: 17)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    let kept = randomBatch(20, using: &random)
    try take([kept], into: writer, from: "kept.csv")
    let undone = randomBatch(20, using: &random)
    try writer.begin()
    try writer.openSource(source("undone.csv"))
    #expect(try writer.append(undone, originals: nil).allSatisfy { $0 == .accepted })
    try writer.hold([
      HeldRecord(
        disposition: .quarantined, key: "", recordNumber: 1, original: [1], diagnostics: [Diagnostic(.storeDamaged)])
    ])
    writer.rollBack()
    #expect(try store.sources(ofForm: "every").map(\.description.label) == ["kept.csv"])
    #expect(try store.heldCount(ofForm: "every", .quarantined) == 0)
    #expect(try store.records(of: everyKind).recordCount == 20)
    #expect(try take([kept, undone], into: writer)[1].allSatisfy { $0 == .accepted })
    #expect(try take([kept, undone], into: writer).flatMap(\.self).allSatisfy { $0 == .identical })
  }

  @Test("A rollback of the first transaction forgets its layout too")
  func firstRollback() throws {
    var random = SeededGenerator(state: 19)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    try writer.begin()
    try writer.openSource(source())
    writer.rollBack()
    let batch = randomBatch(5, using: &random)
    try take([batch], into: writer)
    #expect(try batches(in: store).first?.columns == batch.columns)
  }
}
