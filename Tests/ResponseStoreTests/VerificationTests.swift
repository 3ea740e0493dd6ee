import Diagnostics
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// Requirements:
/// 1. A sound store has no findings, whatever was done with it.
/// 2. Every kind of damage has a code of its own, and is told beside others.
@Suite("Verifying a store")
struct VerificationTests {
  /// A store with three segments, originals and a held record, free of findings.
  private func sound(seed: UInt64 = 1) throws -> (TemporaryFolder, SQLiteResponseStore) {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    for round in 0..<3 {
      let batch = randomBatch(30, using: &random)
      try writer.begin()
      try writer.openSource(source("\(round).xml"))
      _ = try writer.append(batch, originals: (0..<30).map { [UInt8]("<data>\($0)</data>".utf8) })
      try writer.hold([
        HeldRecord(
          disposition: .quarantined, key: "held\(round)", recordNumber: 31,
          original: [UInt8](repeating: 7, count: round),
          diagnostics: [Diagnostic(.storeDamaged)])
      ])
      try writer.closeSource(accounting(accepted: 30, quarantined: 1))
      try writer.commit()
    }
    return (folder, store)
  }

  private func codes(_ store: SQLiteResponseStore) throws -> [String] {
    try store.verify().diagnostics.map(\.code.identifier)
  }

  @Test("A sound store has no findings, and everything in it was read")
  func nothing() throws {
    let (_, store) = try sound()
    let result = try store.verify()
    #expect(result.diagnostics == [])
    #expect(result.recordCount == 90)
    #expect(result.segmentCount == 3)
    #expect(result.sourceCount == 3)
    #expect(result.heldCount == 3)
  }

  /// Each kind of damage as SQL, with the codes that verifying finds.
  private static let damages: [(sql: String, codes: [String])] = [
    ("DROP INDEX source_by_content", ["STORE-022"]),
    ("DROP INDEX source_by_content; CREATE INDEX source_by_content ON source (id)", ["STORE-023"]),
    ("CREATE TABLE other (x)", ["STORE-024"]),
    ("CREATE TRIGGER t AFTER INSERT ON held BEGIN DELETE FROM held; END", ["STORE-024"]),
    (
      "PRAGMA foreign_keys = OFF; INSERT INTO original (segment, data) SELECT 99, data FROM original LIMIT 1",
      ["STORE-025"]
    ),
    ("UPDATE layout SET definition = '{}'", ["STORE-026"]),
    ("UPDATE segment SET digest_checksum = digest_checksum + 1 WHERE id = 2", ["STORE-027"]),
    ("UPDATE segment SET count = 29 WHERE id = 2", ["STORE-027"]),
    ("UPDATE segment SET keys = x'00' WHERE id = 2", ["STORE-028", "STORE-038", "STORE-040", "STORE-041"]),
    ("UPDATE segment_column SET checksum = checksum + 1 WHERE segment = 2 AND field = 3", ["STORE-029"]),
    ("DELETE FROM segment_column WHERE segment = 2 AND field = 3", ["STORE-029"]),
    (
      "INSERT INTO segment_column (segment, field, encoding, checksum, data) VALUES (2, 99, 1, 1, x'00')", ["STORE-030"]
    ),
    ("UPDATE original SET data = x'0102' WHERE segment = 2", ["STORE-032"]),
    ("UPDATE held SET original = x'0102' WHERE id = 2", ["STORE-036"]),
    ("UPDATE source SET read = 30, accepted = 29 WHERE id = 2", ["STORE-038", "STORE-040"]),
    ("UPDATE source SET read = 30, quarantined = 0 WHERE id = 2", ["STORE-039"]),
    ("PRAGMA ignore_check_constraints = ON; UPDATE source SET read = 77 WHERE id = 2", ["STORE-037", "STORE-040"]),
    (
      "INSERT INTO ledger (at, form, source, action, accepted) VALUES (1, 'every', 2, 'erased', 1)",
      ["STORE-038", "STORE-040"]
    ),
  ]

  @Test("Every kind of damage has a code of its own", arguments: damages)
  func damaged(sql: String, expected: [String]) throws {
    let (_, store) = try sound()
    try store.database.execute(sql)
    let found = try codes(store)
    for code in expected { #expect(found.contains(code), "\(found) after \(sql)") }
    #expect(
      Set(found).subtracting(expected + ["STORE-021", "STORE-038", "STORE-040", "STORE-041"]).isEmpty, "\(found)")
  }

  @Test("A key that is there twice, and one that was erased, are found")
  func keys() throws {
    let (_, store) = try sound()
    try store.database.execute(
      """
      UPDATE segment SET (keys, key_digests, answer_digests, digest_checksum) =
        (SELECT keys, key_digests, answer_digests, digest_checksum FROM segment WHERE id = 1) WHERE id = 2
      """)
    #expect(try codes(store) == ["STORE-034"])
    let key = try ResponseStoreTests.keys(in: store)[80]
    let marks = try #require(try Tombstones(in: store.database))
    try Tombstones.set([marks.mark(of: key.utf8, form: "every")], form: "every", in: store.database)
    #expect(try codes(store) == ["STORE-034", "STORE-035"])
  }

  @Test("A flipped byte of the file is found wherever it lies in the data", arguments: 1...12)
  func flipped(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder: TemporaryFolder
    do {
      let (made, store) = try sound(seed: seed)
      folder = made
      try store.emptyLog()
    }
    let file = URL(fileURLWithPath: folder.store)
    var bytes = try Data(contentsOf: file)
    // A byte of a random stored blob.
    let store = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    let query = try store.database.prepare("SELECT data FROM segment_column WHERE length(data) > 40 ORDER BY id")
    var blobs: [[UInt8]] = []
    while try query.step() { blobs.append(query.bytes(0)) }
    let blob = try #require(blobs.randomElement(using: &random))
    let place = try #require(bytes.range(of: Data(blob.prefix(32))))
    bytes[place.lowerBound + Int.random(in: 0..<32, using: &random)] ^= 1
    try bytes.write(to: file)
    let damaged = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    #expect(try codes(damaged).contains("STORE-029"))
  }

  @Test("A file others can read is found")
  func mode() throws {
    let (folder, store) = try sound()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.store)
    #expect(try codes(store) == ["STORE-020"])
  }
}
