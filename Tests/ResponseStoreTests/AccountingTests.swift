import Diagnostics
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("Every source is accounted for")
struct AccountingTests {
  @Test("The accounting of each source is stored, and found by the digest of its bytes")
  func perSource() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    #expect(try writer.accounting(ofSourceWithSHA256: "00a.xml") == nil)
    let counts = [
      accounting(accepted: 1), accounting(identical: 1), accounting(quarantined: 2, withheld: 3), accounting(),
    ]
    try writer.begin()
    try writer.openSources(["a.xml", "b.xml", "c.xml", "d.xml"].map(source))
    try writer.closeSources(counts)
    try writer.openSource(source("e.csv"))
    try writer.closeSource(accounting(accepted: 7))
    try writer.commit()
    let stored = try reopened(folder).sources(ofForm: "every")
    #expect(stored.map(\.accounting) == counts + [accounting(accepted: 7)])
    #expect(stored.map(\.description) == ["a.xml", "b.xml", "c.xml", "d.xml", "e.csv"].map(source))
    #expect(stored.allSatisfy { $0.takenAt > 1_700_000_000_000 })
    #expect(try reopened(folder).sources(ofForm: "other").isEmpty)
    for writer in [writer, try reopened(folder).writer(for: everyKind)] {
      #expect(try writer.accounting(ofSourceWithSHA256: "00c.xml") == counts[2])
      #expect(try writer.accounting(ofSourceWithSHA256: "00z.xml") == nil)
    }
  }

  @Test("A source taken in twice is known by its latest accounting, and only under its own version of the form")
  func latest() throws {
    let folder = try TemporaryFolder()
    let writer = try SQLiteResponseStore.open(path: folder.store).writer(for: everyKind)
    for counts in [accounting(accepted: 2), accounting(identical: 2)] {
      try writer.begin()
      try writer.openSource(source())
      try writer.closeSource(counts)
      try writer.commit()
    }
    #expect(try writer.accounting(ofSourceWithSHA256: "00a.csv") == accounting(identical: 2))
    let next = RecordLayout(formIdentifier: "every", formVersion: "2", fields: everyKind.fields)
    #expect(try reopened(folder).writer(for: next).accounting(ofSourceWithSHA256: "00a.csv") == nil)
  }

  @Test("Records of one batch belong to their own sources, however many")
  func sourceIndexes() throws {
    var random = SeededGenerator(state: 23)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    var batch = randomBatch(100, keys: (0..<100).map { $0 == 50 ? "k0" : "k\($0)" }, using: &random)
    batch.sourceIndexes = (0..<100).map { UInt32(99 - $0) }
    try writer.begin()
    try writer.openSources((0..<100).map { source("\($0).xml") })
    let outcomes = try writer.append(batch, originals: nil)
    try writer.closeSources((0..<100).map { $0 == 49 ? accounting(quarantined: 1) : accounting(accepted: 1) })
    try writer.commit()
    #expect(outcomes[50] == .conflicting)
    let query = try store.database.prepare("SELECT sources FROM segment")
    #expect(try query.step())
    let bytes = try #require(decompressedParts(query.bytes(0)))
    let ids = stride(from: 0, to: bytes.count, by: 8).map { Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8 }
    #expect(ids == (1...100).reversed().filter { $0 != 50 })
    #expect(try store.sources(ofForm: "every")[49].accounting == accounting(quarantined: 1))
  }

  @Test("Held records are kept once for the same bytes and reasons")
  func held() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    func hold(_ bytes: [UInt8], _ disposition: HeldRecord.Disposition, _ field: String) throws {
      try writer.begin()
      try writer.openSource(source())
      let reason = Diagnostic(.storeDamaged, field: field, restrictedValue: "bí mật")
      try writer.hold([
        HeldRecord(
          disposition: disposition, key: "k", recordNumber: 4, original: bytes, diagnostics: [reason])
      ])
      try writer.closeSource(accounting(quarantined: 1))
      try writer.commit()
    }
    func counts() throws -> [Int] {
      [try store.heldCount(ofForm: "every", .quarantined), try store.heldCount(ofForm: "every", .withheld)]
    }
    try hold([1, 2], .quarantined, "age")
    try hold([1, 2], .quarantined, "age")
    #expect(try counts() == [1, 0])
    try hold([1, 2], .withheld, "age")
    #expect(try counts() == [1, 1])
    try hold([1, 2], .quarantined, "sex")
    try hold([1, 2, 3], .quarantined, "age")
    #expect(try counts() == [3, 1])
    #expect(try store.heldCount(ofForm: "other", .quarantined) == 0)
    let query = try store.database.prepare("SELECT original, diagnostics, record_number FROM held ORDER BY id")
    #expect(try query.step())
    #expect(decompressedParts(query.bytes(0)) == [1, 2])
    #expect(query.text(1).contains(#""code":"STORE-004""#))
    #expect(query.text(1).contains("bí mật"))
    #expect(query.integer(2) == 4)
  }

  @Test("A transaction that took nothing in leaves no trace in the journal; one that did leaves one entry")
  func journal() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    try writer.begin()
    try writer.commit()
    #expect(try store.database.integer("SELECT count(*) FROM journal") == 0)
    try take([], into: writer)
    #expect(try store.database.integer("SELECT count(*) FROM journal WHERE detail = 'every'") == 1)
  }

  @Test("The store itself refuses an accounting that does not balance")
  func law() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    try take([], into: store.writer(for: everyKind))
    #expect(throws: (any Error).self) { try store.database.execute("UPDATE source SET read = 5, accepted = 4") }
  }
}
