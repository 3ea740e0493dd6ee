import Diagnostics
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// Requirements:
/// 1. A backup is the owner's alone, verified, whole or absent, and made while others write.
/// 2. Compacting changes nothing that can be read, and a writer that lives on knows every key.
@Suite("Backup and compaction")
struct UpkeepTests {
  private func filled(_ sizes: [Int], seed: UInt64) throws -> (TemporaryFolder, SQLiteResponseStore) {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let next = RecordLayout(formIdentifier: "every", formVersion: "2", fields: Array(everyKind.fields.dropLast()))
    for (round, size) in sizes.enumerated() {
      let layout = round % 5 == 3 ? next : everyKind
      try take([randomBatch(size, of: layout, using: &random)], into: store.writer(for: layout), from: "\(round)")
    }
    return (folder, store)
  }

  /// Everything a scan hands over, one line per record.
  private func contents(of store: SQLiteResponseStore) throws -> [String] {
    try batches(in: store).flatMap { batch in
      (0..<batch.count).map { row in
        let one = batch.selecting((0..<batch.count).map { $0 == row })
        return "\(one.keys[0]) \(one.recordNumbers) \(one.digests) \(one.columns)"
      }
    }
  }

  @Test("Compacting merges segments and changes no scan", arguments: 1...4)
  func compacted(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let (_, store) = try filled((0..<23).map { _ in Int.random(in: 1...40, using: &random) }, seed: seed)
    let before = try contents(of: store)
    let writer = try store.writer(for: everyKind)
    let again = try batches(in: store)[0]
    #expect(try take([again], into: writer)[0].allSatisfy { $0 == .identical })
    let result = try store.compact()
    #expect(result.segments.before == 23)
    #expect(result.segments.after < 12)
    #expect(try contents(of: store) == before)
    #expect(try store.verify().diagnostics == [])
    #expect(try take([again], into: writer, from: "again")[0].allSatisfy { $0 == .identical })
    let second = try store.compact()
    #expect(second.segments.before == second.segments.after)
  }

  @Test("A writer knows the keys of segments that another compacted below those it had seen")
  func liveWriter() throws {
    var random = SeededGenerator(state: 5)
    let folder = try TemporaryFolder()
    let own = try SQLiteResponseStore.open(path: folder.store)
    let writer = try own.writer(for: everyKind)
    try take([randomBatch(5, using: &random)], into: writer, from: "0")
    try take([randomBatch(5, using: &random)], into: writer, from: "1")
    let other = try SQLiteResponseStore.open(path: folder.store)
    let batch = randomBatch(7, using: &random)
    try take([batch], into: other.writer(for: everyKind), from: "2")
    _ = try other.compact()
    #expect(try take([batch], into: writer, from: "3")[0].allSatisfy { $0 == .identical })
  }

  @Test("A backup holds what the store holds, is the owner's alone and replaces no file")
  func backup() throws {
    let (folder, store) = try filled([10, 20, 5], seed: 3)
    let path = folder.path + "/backup/copy.sqlite"
    let writer = try SQLiteResponseStore.open(path: folder.store).writer(for: everyKind)
    // Another connection is in the middle of an ingest.
    try writer.begin()
    try writer.openSource(source("open"))
    #expect(try store.backUp(to: path).recordCount == 35)
    writer.rollBack()
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/backup") == ["copy.sqlite"])
    let copy = try SQLiteResponseStore.open(path: path)
    #expect(try contents(of: copy) == contents(of: store))
    #expect(failure { _ = try store.backUp(to: path) }?.codes == ["STORE-043"])
  }

  @Test("No backup is made of a damaged store")
  func damaged() throws {
    let (folder, store) = try filled([10, 20], seed: 4)
    try store.database.execute("UPDATE segment_column SET checksum = checksum + 1 WHERE id = 3")
    let path = folder.path + "/copy.sqlite"
    #expect(failure { _ = try store.backUp(to: path) }?.codes == ["STORE-042", "STORE-029"])
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kho"])
  }
}
