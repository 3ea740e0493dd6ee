import Diagnostics
import FileSystem
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// Requirements:
/// 1. A store of every earlier version is brought to the latest, with what it holds.
/// 2. A migration that fails changes nothing.
/// 3. A store of an earlier version can be read without being changed.
@Suite("Versions of the schema")
struct MigrationTests {
  /// A store of an earlier version that holds one batch.
  ///
  /// - Parameter keyDigests: the digests of the keys; nil: any.
  private func old(_ version: Int, holding batch: RecordBatch, keyDigests: [UInt8]? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try createFolders(at: parentFolder(of: folder.store))
    try createEmptyFile(at: folder.store, mode: 0o600)
    let database = try Database(path: folder.store, mode: .writing)
    for statements in Schema.migrations.prefix(version) { try database.execute(statements) }
    try database.execute("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version)")
    let layout = try StoredLayout.register(batch.layout, in: database)
    try database.execute(
      """
      INSERT INTO source (layout, label, sha256, byte_count, kind, taken_at, read, accepted)
      VALUES (\(layout), 'a.csv', '00', 1, 'csv', 1, \(batch.count), \(batch.count))
      """)
    let digests = keyDigests ?? (0..<(batch.count * 16)).map { UInt8(truncatingIfNeeded: $0) }
    let contents = SegmentContents(batch: batch, keyDigests: digests, originals: nil, sourceIDs: [1])
    _ = try contents.write(to: database, layoutID: layout)
    return folder
  }

  @Test("Every earlier version is brought to the latest with its records", arguments: 1..<Schema.migrations.count)
  func migrated(version: Int) throws {
    var random = SeededGenerator(state: UInt64(version))
    let batch = randomBatch(20, using: &random)
    let folder = try old(version, holding: batch)
    let store = try reopened(folder)
    #expect(try store.database.integer("PRAGMA user_version") == Int64(Schema.migrations.count))
    #expect(try keys(in: store) == (0..<20).map { batch.keys[$0] })
    #expect(try store.sources(ofForm: "every").map(\.accounting.accepted) == [20])
    #expect(try store.database.integer("SELECT length(tombstone_key) FROM state") == 32)
  }

  @Test("Records sent again to a store of the first version, whose digests were of another kind, are known")
  func digests() throws {
    var random = SeededGenerator(state: 77)
    let batch = randomBatch(20, using: &random)
    var stored = batch
    stored.digests = batch.digests.map { ~$0 }
    stored.repeats = []
    let store = try reopened(old(1, holding: stored, keyDigests: KeyDigests.of(batch.keys)))
    #expect(try store.verify().diagnostics == [])
    let plain = AnswerDigests.of(batch.columns, layout: batch.layout, count: batch.count)
    var again = batch
    (again.repeats, again.digests) = ([], plain)
    // One answer is another one.
    again.digests[5 * 16] ^= 1
    let writer = try store.writer(for: batch.layout)
    try writer.begin()
    try writer.openSource(SourceDescription(label: "b.csv", sha256: "01", byteCount: 1, kind: "csv"))
    let outcomes = try writer.append(again, originals: nil)
    #expect(outcomes.enumerated().allSatisfy { $1 == ($0 == 5 ? .conflicting : .identical) }, "\(outcomes)")
    writer.rollBack()
  }

  @Test("An earlier version is read as it is", arguments: 1..<Schema.migrations.count)
  func readOnly(version: Int) throws {
    var random = SeededGenerator(state: UInt64(version))
    let batch = randomBatch(20, using: &random)
    let folder = try old(version, holding: batch)
    let store = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    #expect(try keys(in: store) == (0..<20).map { batch.keys[$0] })
    #expect(try store.database.integer("PRAGMA user_version") == Int64(version))
  }

  @Test("A migration that fails leaves the earlier version as it was")
  func failed() throws {
    var random = SeededGenerator(state: 9)
    let folder = try old(2, holding: randomBatch(20, using: &random))
    let database = try Database(path: folder.store, mode: .writing)
    // The last table of the new version is in the way.
    try database.execute("CREATE TABLE consent_text (x)")
    #expect(failure { _ = try reopened(folder) }?.exit == .internalFault)
    #expect(try database.integer("PRAGMA user_version") == 2)
    #expect(try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'tombstone'") == 0)
    try database.execute("DROP TABLE consent_text")
    #expect(try keys(in: reopened(folder)).count == 20)
  }
}
