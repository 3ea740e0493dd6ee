import Diagnostics
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("Several connections")
struct ConcurrencyTests {
  @Test("A second writer waits, then fails as locked; afterwards it can write")
  func secondWriter() throws {
    var random = SeededGenerator(state: 31)
    let folder = try TemporaryFolder()
    let first = try SQLiteResponseStore.open(path: folder.store).writer(for: everyKind)
    let second = try SQLiteResponseStore.open(path: folder.store, busyMilliseconds: 60).writer(for: everyKind)
    let batch = randomBatch(8, using: &random)
    try first.begin()
    try first.openSource(source())
    _ = try first.append(batch, originals: nil)
    let start = ContinuousClock.now
    let refused = failure { try second.begin() }
    #expect(ContinuousClock.now - start >= .milliseconds(50))
    #expect(refused?.codes == ["STORE-001"])
    #expect(refused?.exit == .locked)
    try first.closeSource(accounting(accepted: 8))
    try first.commit()
    // What the other connection committed is known now.
    #expect(try take([batch], into: second)[0].allSatisfy { $0 == .identical })
  }

  @Test("A store can be opened, and read, while another connection writes: as of the last commit")
  func readers() throws {
    var random = SeededGenerator(state: 37)
    let folder = try TemporaryFolder()
    let writer = try SQLiteResponseStore.open(path: folder.store).writer(for: everyKind)
    let reader = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    try take([randomBatch(10, using: &random)], into: writer)
    try writer.begin()
    try writer.openSource(source("b.csv"))
    _ = try writer.append(randomBatch(20, using: &random), originals: nil)
    for store in [
      reader, try reopened(folder), try #require(try SQLiteResponseStore.openForReading(path: folder.store)),
    ] {
      #expect(try keys(in: store).count == 10)
      #expect(try store.records(of: everyKind).recordCount == 10)
      #expect(try store.sources(ofForm: "every").count == 1)
    }
    try writer.closeSource(accounting(accepted: 20))
    try writer.commit()
    #expect(try keys(in: reader).count == 30)
  }

  @Test("A scan sees one state from its beginning to its end, and may hold another scan")
  func snapshot() throws {
    var random = SeededGenerator(state: 41)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    try take([randomBatch(5, using: &random), randomBatch(6, using: &random)], into: writer)
    let reader = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    let records = try reader.records(of: everyKind)
    let third = randomBatch(7, using: &random)
    var counts: [Int] = []
    var inner = 0
    try records.forEachBatch(fields: [0]) { (batch) throws(StageFailure) in
      if counts.isEmpty { #expect((try? take([third], into: writer)) != nil) }
      counts.append(batch.count)
      try records.forEachBatch(fields: []) { inner += $0.count }
    }
    #expect(counts == [5, 6])
    #expect(inner == 22)
    #expect(try records.recordCount == 18)
  }

  @Test("What a scan's body throws ends the scan and leaves the connection usable")
  func bodyThrows() throws {
    var random = SeededGenerator(state: 43)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    try take([randomBatch(5, using: &random), randomBatch(6, using: &random)], into: store.writer(for: everyKind))
    let records = try store.records(of: everyKind)
    var calls = 0
    let ended = failure {
      try records.forEachBatch(fields: [0]) { (_) throws(StageFailure) in
        calls += 1
        throw StageFailure(Diagnostic(.storeLocked), exitCode: .findings)
      }
    }
    #expect(calls == 1)
    #expect(ended?.exit == .findings)
    #expect(try keys(in: store).count == 11)
    #expect(!store.database.isInTransaction)
  }

  @Test("Another connection's new version of the form is read by a source made before")
  func laterVersion() throws {
    var random = SeededGenerator(state: 61)
    let folder = try TemporaryFolder()
    let store = try reopened(folder)
    try take([randomBatch(2, using: &random)], into: store.writer(for: everyKind))
    let records = try store.records(of: everyKind)
    let next = RecordLayout(formIdentifier: "every", formVersion: "2", fields: [field("yesno", .coded, 2)])
    try take([randomBatch(3, of: next, using: &random)], into: reopened(folder).writer(for: next))
    var counts: [Int] = []
    try records.forEachBatch(fields: [0, 1]) { counts.append($0.count) }
    #expect(counts == [2, 3])
  }

  @Test("Connections that create the same store at once all find it whole")
  func creation() async throws {
    for _ in 0..<10 {
      let folder = try TemporaryFolder()
      let path = folder.store
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<4 {
          group.addTask {
            var random = SeededGenerator(state: UInt64(number))
            let writer = try SQLiteResponseStore.open(path: path).writer(for: everyKind)
            try take([randomBatch(3, using: &random)], into: writer, from: "\(number).csv")
          }
        }
        try await group.waitForAll()
      }
      #expect(try keys(in: reopened(folder)).count == 12)
    }
  }

  @Test("Only the owner may read the store and the files SQLite lays beside it")
  func modes() throws {
    var random = SeededGenerator(state: 47)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    try take([randomBatch(5, using: &random)], into: store.writer(for: everyKind))
    for file in [folder.store, folder.store + "-wal", folder.store + "-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
    }
    let parent = try FileManager.default.attributesOfItem(atPath: folder.path + "/kho")
    #expect(parent[.posixPermissions] as? Int == 0o700)
  }
}
