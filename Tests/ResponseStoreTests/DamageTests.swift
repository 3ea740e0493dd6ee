import Diagnostics
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("Files that are no store, or a damaged one")
struct DamageTests {
  private func open(_ path: String) -> (codes: [String], exit: ExitCode)? {
    failure { _ = try SQLiteResponseStore.open(path: path) }
  }

  private func openForReading(_ path: String) -> (codes: [String], exit: ExitCode)? {
    failure { _ = try SQLiteResponseStore.openForReading(path: path) }
  }

  @Test("A file that is no database is refused and left as it is")
  func noDatabase() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.csv"
    let bytes = Data(String(repeating: "tên,tuổi\n", count: 500).utf8)
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(open(path)?.codes == ["STORE-002"])
    #expect(openForReading(path)?.exit == .unusableInput)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test(
    "Another program's database is refused and left as it is",
    arguments: ["CREATE TABLE t (x)", "PRAGMA user_version = 1", "PRAGMA application_id = 7"])
  func foreign(sql: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/other.sqlite"
    try Data().write(to: URL(fileURLWithPath: path))
    try Database(path: path, mode: .writing).execute(sql)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(open(path)?.codes == ["STORE-002"])
    #expect(open(path)?.exit == .unusableInput)
    #expect(openForReading(path)?.codes == ["STORE-002"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test("A store of a later version is refused, a version below zero is damage")
  func versions() throws {
    let folder = try TemporaryFolder()
    try reopened(folder).database.execute("PRAGMA user_version = 99")
    #expect(open(folder.store)?.codes == ["STORE-003"])
    #expect(openForReading(folder.store)?.exit == .unusableInput)
    try Database(path: folder.store, mode: .writing).execute("PRAGMA user_version = -5")
    #expect(open(folder.store)?.codes == ["STORE-004"])
  }

  @Test("A missing store cannot be read; an empty file is an empty store")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(try SQLiteResponseStore.openForReading(path: folder.store) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.store))
    let path = folder.path + "/empty.sqlite"
    try Data().write(to: URL(fileURLWithPath: path))
    let store = try #require(try SQLiteResponseStore.openForReading(path: path))
    #expect(try keys(in: store).isEmpty)
    #expect(try store.sources(ofForm: "every").isEmpty)
    #expect(try store.heldCount(ofForm: "every", .withheld) == 0)
  }

  @Test(
    "Where nothing can be written, the store cannot be created", arguments: ["/proc/ykien/a.sqlite", "/dev/null/a"])
  func unwritable(path: String) {
    #expect(open(path)?.exit == .cannotWrite)
  }

  @Test("A folder is no store")
  func folder() throws {
    let folder = try TemporaryFolder()
    #expect(open(folder.path)?.codes == ["STORE-005"])
    #expect(openForReading(folder.path)?.codes == ["STORE-006"])
  }

  @Test("One flipped bit in a column is found whenever the column is read", arguments: 0..<17)
  func columns(index: Int) throws {
    var random = SeededGenerator(state: UInt64(index))
    let folder = try TemporaryFolder()
    let store = try reopened(folder)
    let batch = randomBatch(50, using: &random)
    try take([batch], into: store.writer(for: everyKind))
    let query = try store.database.prepare("SELECT data FROM segment_column WHERE field = \(index)")
    #expect(try query.step())
    let data = query.bytes(0)
    query.reset()
    let update = try store.database.prepare("UPDATE segment_column SET data = ? WHERE field = \(index)")
    for _ in 0..<20 {
      var flipped = data
      flipped[Int.random(in: 0..<data.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try update.bind(1, flipped)
      try update.run()
      let found = failure { _ = try batches(in: store, fields: [index]) }
      #expect(found?.codes == ["STORE-004"])
      #expect(found?.exit == .unusableInput)
    }
    // Other columns are not concerned.
    let other = (index + 1) % everyKind.fields.count
    #expect(try batches(in: store, fields: [other]).first?.columns[other] == batch.columns[other])
  }

  @Test(
    "Damage to what a segment says of itself is found",
    arguments: [
      "UPDATE segment SET count = count + 1", "UPDATE segment SET count = 9223372036854775807",
      "UPDATE segment SET keys = x'00'", "UPDATE segment SET keys = zeroblob(100)",
      "UPDATE segment SET record_numbers = x''", "UPDATE segment SET answer_digests = x'0102'",
      "UPDATE segment SET layout = 77", "UPDATE layout SET definition = '{}'",
      "UPDATE segment_column SET encoding = 9", "UPDATE segment_column SET encoding = 3",
      "UPDATE segment_column SET field = field + 1000", "DELETE FROM segment_column",
    ])
  func segments(sql: String) throws {
    var random = SeededGenerator(state: 53)
    let folder = try TemporaryFolder()
    let store = try reopened(folder)
    try take([randomBatch(9, using: &random)], into: store.writer(for: everyKind))
    try store.database.execute("PRAGMA foreign_keys = OFF")
    try store.database.execute("PRAGMA ignore_check_constraints = ON; \(sql)")
    if sql.contains("layout = 77") {
      // Records of a layout that is not there belong to no form.
      #expect(try keys(in: store).isEmpty)
    } else {
      #expect(failure { _ = try batches(in: store) }?.codes == ["STORE-004"])
    }
  }

  @Test(
    "Damage to the digests is found before anything is taken in",
    arguments: [
      "UPDATE segment SET key_digests = zeroblob(144)", "UPDATE segment SET answer_digests = zeroblob(144)",
      "UPDATE segment SET count = 4611686018427387909", "UPDATE segment SET key_digests = x''",
    ])
  func digests(sql: String) throws {
    var random = SeededGenerator(state: 59)
    let folder = try TemporaryFolder()
    let store = try reopened(folder)
    try take([randomBatch(9, using: &random)], into: store.writer(for: everyKind))
    try store.database.execute(sql)
    let writer = try reopened(folder).writer(for: everyKind)
    let found = failure { try writer.begin() }
    #expect(found?.codes == ["STORE-004"])
    #expect(!store.database.isInTransaction)
    #expect(failure { try writer.begin() }?.codes == ["STORE-004"])
  }

  @Test("Random damage to the file never crashes", arguments: 1...40)
  func file(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    do {
      let store = try reopened(folder)
      try take([randomBatch(30, using: &random)], into: store.writer(for: everyKind))
      try store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let address = URL(fileURLWithPath: folder.store)
    var bytes = [UInt8](try Data(contentsOf: address))
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    if seed % 4 == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
    try Data(bytes).write(to: address)
    let found = failure {
      let store = try reopened(folder)
      _ = try batches(in: store)
      _ = try store.sources(ofForm: "every")
      try take([randomBatch(3, using: &random)], into: store.writer(for: everyKind))
    }
    if let found { #expect(found.codes.allSatisfy { $0.hasPrefix("STORE-") }) }
  }
}
