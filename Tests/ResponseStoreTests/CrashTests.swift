import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("What a crash leaves")
struct CrashTests {
  /// The store's files as they lie at this moment, copied as if the machine had stopped.
  private func copy(_ folder: TemporaryFolder) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: copy.path + "/kho", withIntermediateDirectories: true)
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: folder.store + suffix) {
      try FileManager.default.copyItem(atPath: folder.store + suffix, toPath: copy.store + suffix)
    }
    return copy
  }

  @Test(
    "In the middle of a transaction and after its commit, exactly the committed records are there", arguments: 1...4)
  func crash(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    // A small cache writes pages of the open transaction to the log before its commit.
    try store.database.execute("PRAGMA cache_size = 2")
    var committed: [String] = []
    for round in 0..<4 {
      let batch = randomBatch(Int.random(in: 1...2000, using: &random), using: &random)
      try writer.begin()
      try writer.openSource(source("\(round).csv"))
      _ = try writer.append(batch, originals: nil)
      try check(copy(folder), holds: committed, sources: round, conflictsWith: batch, using: &random)
      try writer.closeSource(accounting(accepted: batch.count))
      try check(copy(folder), holds: committed, sources: round, conflictsWith: batch, using: &random)
      try writer.commit()
      committed += (0..<batch.count).map { batch.keys[$0] }
      try check(copy(folder), holds: committed, sources: round + 1, conflictsWith: nil, using: &random)
    }
  }

  private func check(
    _ folder: TemporaryFolder, holds expected: [String], sources: Int, conflictsWith pending: RecordBatch?,
    using random: inout SeededGenerator
  ) throws {
    let store = try reopened(folder)
    #expect(try keys(in: store) == expected)
    #expect(try store.sources(ofForm: "every").count == sources)
    #expect(try store.database.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1)
    #expect(try store.database.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    // The records of the lost transaction can be taken in again.
    if let pending {
      #expect(try take([pending], into: store.writer(for: everyKind))[0].allSatisfy { $0 == .accepted })
    }
  }

  @Test("A log cut short anywhere still leaves whole transactions", arguments: 1...8)
  func cutLog(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    var states: [[String]] = [[]]
    for round in 0..<5 {
      let batch = randomBatch(40, using: &random)
      try take([batch], into: writer, from: "\(round).csv")
      states.append((states.last ?? []) + (0..<batch.count).map { batch.keys[$0] })
    }
    let copy = try copy(folder)
    let log = URL(fileURLWithPath: copy.store + "-wal")
    let bytes = try Data(contentsOf: log)
    try bytes.prefix(Int.random(in: 0...bytes.count, using: &random)).write(to: log)
    #expect(states.contains(try keys(in: reopened(copy))))
  }

  @Test("A torn write of an open transaction leaves every committed record", arguments: 1...8)
  func tornWrite(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    let committed = randomBatch(60, using: &random)
    try take([committed], into: writer)
    let log = folder.store + "-wal"
    let durable = try Data(contentsOf: URL(fileURLWithPath: log)).count
    // A small cache writes pages of the open transaction to the log before its commit.
    try store.database.execute("PRAGMA cache_size = 2")
    try writer.begin()
    try writer.openSource(source("b.csv"))
    // Some batches wait to be written; those before them stand in the log.
    for _ in 0..<4 { _ = try writer.append(randomBatch(2000, using: &random), originals: nil) }
    let copy = try copy(folder)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy.store + "-wal"))
    #expect(bytes.count > durable)
    for _ in 0..<200 {
      bytes[Int.random(in: durable..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    try bytes.write(to: URL(fileURLWithPath: copy.store + "-wal"))
    let left = try reopened(copy)
    #expect(try keys(in: left) == (0..<60).map { committed.keys[$0] })
    #expect(try left.verify().diagnostics == [])
  }
}
