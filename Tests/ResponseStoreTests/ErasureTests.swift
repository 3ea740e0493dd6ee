import Diagnostics
import FileSystem
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// Requirements:
/// 1. After erasing, no byte of the store's files holds the person: not the key, not an answer, not an old blob.
/// 2. All other records are as they were, in their order.
/// 3. The record is not taken in again; its accounting stays balanced.
/// 4. As long as another process keeps old pages alive, erasing does not report success; run again, it finishes.
@Suite("Erasing records")
struct ErasureTests {
  private static let uuid = "0f8fad5b-d9cb-469f-a165-70867728950e"
  /// Signs that no other record has; long and irregular, so that compression leaves them readable.
  private static let canary = "cNryQ7zX2mVw9LkT4pJfH8sB"

  /// A store of which one record, its original, its file name and two held copies carry the canary.
  private func filled(seed: UInt64) throws -> (folder: TemporaryFolder, store: SQLiteResponseStore, key: String) {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    let key = "uuid:" + Self.uuid
    for round in 0..<4 {
      let size = Int.random(in: 2...60, using: &random)
      let chosen = Int.random(in: 0..<size, using: &random)
      var keys = (0..<size).map { "uuid:\(round)-\($0)" }
      if round == 2 { keys[chosen] = key }
      var batch = randomBatch(size, keys: keys, using: &random)
      let place = try #require(everyKind.index(of: "words"))
      if round == 2, case .text(let texts)? = batch.columns[place] {
        var words = TextColumn()
        for row in 0..<size { words.append(Array((row == chosen ? Self.canary : texts[row]).utf8)) }
        batch.columns[place] = .text(words)
      }
      // Answers that were not shown are the person's too.
      batch.concealed = [chosen: [ConcealedAnswer(field: "words", answer: round == 2 ? Self.canary : "other")]]
      try writer.begin()
      try writer.openSources([source("in/\(round).zip"), source("in/\(round == 2 ? Self.uuid : "x\(round)").xml")])
      batch.sourceIndexes = (0..<size).map { $0 == chosen ? 1 : 0 }
      let originals = (0..<size).map { row in
        Array("<data><words>\(round == 2 && row == chosen ? Self.canary : "w\(row)")</words></data>".utf8)
      }
      _ = try writer.append(batch, originals: originals)
      if round > 1 {
        let bytes = Array("<data><words>\(Self.canary)</words><id>uuid:\(Self.uuid.uppercased())</id></data>".utf8)
        try writer.hold([
          HeldRecord(
            disposition: .quarantined, key: round == 2 ? key : "", recordNumber: 99, original: bytes + [UInt8(round)],
            diagnostics: [Diagnostic(.storeDamaged, restrictedValue: Self.canary)])
        ])
      }
      try writer.closeSources([
        accounting(accepted: size - 1, quarantined: round > 1 ? 1 : 0), accounting(accepted: 1),
      ])
      try writer.commit()
    }
    return (folder, store, key)
  }

  @Test("Several people at once: each one's held copies go, one that names two of them is erased and counted once")
  func several() throws {
    let (_, store, key) = try filled(seed: 3)
    let other = "1c9d3f70-52ab-4e0b-9d1f-7a5b8e2c4d61"
    let writer = try store.writer(for: everyKind)
    try writer.begin()
    try writer.openSource(source("more.xml"))
    try writer.hold(
      ["uuid:\(other)", "\(Self.uuid) \(other)", "nobody"].enumerated().map { number, name in
        HeldRecord(
          disposition: .quarantined, key: "", recordNumber: number + 1, original: Array("<data>\(name)</data>".utf8),
          diagnostics: [Diagnostic(.storeDamaged)])
      })
    try writer.closeSource(accounting(quarantined: 3))
    try writer.commit()
    let people = [key, "uuid:" + other, "uuid:3c9d3f70-52ab-4e0b-9d1f-7a5b8e2c4d61", key]
    let erasure = try store.erase(people.map { PersonKey(written: $0) })
    #expect(erasure.records == 1 && erasure.held == 4)
    #expect(erasure.unknown == [2] && erasure.erasedBefore == [3])
    #expect(try store.database.integer("SELECT count(*) FROM held") == 1)
    #expect(try store.verify().diagnostics.map { $0.line(in: .english) } == [])
  }

  /// All bytes of the store's files.
  private func bytes(of folder: TemporaryFolder) throws -> Data {
    var all = Data()
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: folder.store + suffix) {
      all += try Data(contentsOf: URL(fileURLWithPath: folder.store + suffix))
    }
    return all
  }

  /// Pieces of every blob of the person's segment that no blob has afterwards.
  private func traces(of store: SQLiteResponseStore, segment: Int64) throws -> [Data] {
    var pieces: [Data] = []
    for sql in [
      "SELECT data FROM segment_column WHERE segment = \(segment) AND length(data) > 24",
      "SELECT data FROM original WHERE segment = \(segment)",
      "SELECT data FROM concealed_answer WHERE segment = \(segment)", "SELECT keys FROM segment WHERE id = \(segment)",
      "SELECT key_digests FROM segment WHERE id = \(segment)",
    ] {
      let query = try store.database.prepare(sql)
      while try query.step() { pieces.append(Data(query.bytes(0))) }
    }
    return pieces
  }

  @Test("No byte of the files holds the person afterwards; all others are as they were", arguments: 1...12)
  func erased(seed: UInt64) throws {
    let (folder, store, key) = try filled(seed: seed)
    let segment = Int64(3)
    let old = try traces(of: store, segment: segment)
    let before = try keys(in: store)
    // Held records carry the answer as it is; in columns it may be compressed.
    #expect(try bytes(of: folder).range(of: Data(Self.canary.utf8)) != nil)
    let result = try store.erase([PersonKey(written: key)])
    #expect(result.records == 1)
    #expect(result.held == 2)
    #expect(result.forms == ["every"])
    #expect(result.sources.contains("in/\(Self.uuid).xml"))
    let files = try bytes(of: folder)
    for trace in [Self.canary, Self.uuid, Self.uuid.uppercased()] {
      #expect(files.range(of: Data(trace.utf8)) == nil, "\(trace)")
    }
    let new = try (1...4).flatMap { try traces(of: store, segment: $0) }
    var sought = 0
    for blob in old {
      for start in stride(from: 0, through: blob.count - 24, by: 24) {
        let window = blob[start..<(start + 24)]
        guard !new.contains(where: { $0.range(of: window) != nil }) else { continue }
        sought += 1
        #expect(files.range(of: window) == nil)
      }
    }
    #expect(sought > 3)
    #expect(try keys(in: store) == before.filter { $0 != key })
    #expect(try store.concealedCount(ofForm: "every") == 3)
    #expect(try store.verify().diagnostics == [])
    #expect(fileStatus(at: folder.store + "-wal")?.byteCount ?? 0 == 0)
    #expect(try store.estimatesOutdated(ofForm: "every") != nil)
    #expect(try store.ledger(ofForm: "every").map(\.accepted) == [1])
  }

  @Test("A code of the questionnaire names the record, and a record is known again however its key is written")
  func code() throws {
    let (_, store, key) = try filled(seed: 1)
    let writer = try store.writer(for: everyKind)
    #expect(try writer.erased(TextColumn(texts: [key])) == nil)
    let result = try store.erase([PersonKey(written: Self.uuid.uppercased()), PersonKey(written: "uuid:none")])
    #expect(result.records == 1)
    #expect(result.unknown == [1])
    #expect(
      try writer.erased(TextColumn(texts: ["uuid:0-0", key, "uuid:" + Self.uuid.uppercased()])) == [false, true, true])
    let again = try store.erase([PersonKey(written: key)])
    #expect(again.erasedBefore == [0])
    #expect(again.records == 0)
  }

  @Test("While a reader keeps old pages alive there is no success; run again, it finishes")
  func reader() throws {
    let (folder, first, key) = try filled(seed: 2)
    _ = first
    let store = try SQLiteResponseStore.open(path: folder.store, busyMilliseconds: 50)
    let reader = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    try reader.database.execute("BEGIN; SELECT count(*) FROM segment")
    #expect(failure { _ = try store.erase([PersonKey(written: key)]) }?.codes == ["STORE-045"])
    #expect(failure { _ = try store.erase([PersonKey(written: key)]) }?.exit == .locked)
    #expect(try !keys(in: store).contains(key))
    try reader.database.execute("COMMIT")
    #expect(try store.erase([PersonKey(written: key)]).erasedBefore == [0])
    #expect(try bytes(of: folder).range(of: Data(Self.canary.utf8)) == nil)
  }

  @Test("Files outside that may hold the person are listed")
  func copies() throws {
    let (folder, store, key) = try filled(seed: 3)
    let backup = folder.path + "/copy.sqlite"
    _ = try store.backUp(to: backup)
    try store.note(.backup, at: backup)
    #expect(try store.erase([PersonKey(written: key)]).copies.map(\.path) == [backup])
  }
}

extension TextColumn {
  init(texts: [String]) {
    self.init()
    for text in texts { append(Array(text.utf8)) }
  }
}

extension ErasureTests {
  @Test("Rows that pages were split around leave no trace either", arguments: 1...3)
  func slack(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    let people = (0..<240).map { "uuid:Kq\($0)Zw\(UInt64.random(in: 0...UInt64.max, using: &random))x" }
    for part in 0..<6 {
      try writer.begin()
      try writer.openSource(source("\(part)"))
      try writer.hold(
        people[(part * 40)..<(part * 40 + 40)].map { key in
          // Reasons of many lengths, so that cells are moved between pages.
          let long = String(repeating: "y", count: Int.random(in: 0...1500, using: &random))
          return HeldRecord(
            disposition: .quarantined, key: key, recordNumber: 1, original: Array(key.utf8),
            diagnostics: [Diagnostic(.storeDamaged, restrictedValue: key + long)])
        })
      try writer.closeSource(accounting(quarantined: 40))
      try writer.commit()
      if part % 3 == 2 {
        let gone = people[..<(part * 40 + 40)].shuffled(using: &random).prefix(8)
        _ = try store.erase(gone.map { PersonKey(written: $0) })
        let files = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        for key in gone { #expect(files.range(of: Data(key.utf8)) == nil, "\(key)") }
      }
    }
    #expect(try store.verify().diagnostics == [])
  }
}
