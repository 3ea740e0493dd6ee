import Foundation
import SQLite
import Testing

@Suite("The SQLite binding")
struct SQLiteTests {
  private func path() throws -> String {
    let path = NSTemporaryDirectory() + "/ykien-sqlite-\(UUID().uuidString)"
    try Data().write(to: URL(fileURLWithPath: path))
    return path
  }

  private func kind(_ body: () throws -> Void) -> SQLiteFailure.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? SQLiteFailure)?.kind
    }
  }

  @Test("Integers, texts and bytes read back as they were bound")
  func values() throws {
    let path = try path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let database = try Database(path: path, mode: .writing)
    try database.execute("CREATE TABLE t (i INTEGER, s TEXT, b BLOB) STRICT")
    let insertion = try database.prepare("INSERT INTO t VALUES (?, ?, ?)")
    let integers: [Int64] = [0, -1, .min, .max]
    let texts = ["", "ý kiến", "a\u{0}b", String(repeating: "ư", count: 5000)]
    let blobs: [[UInt8]] = [[], [0], [255, 0, 1], [UInt8](repeating: 7, count: 100_000)]
    for row in 0..<4 {
      try insertion.bind(1, integers[row])
      try insertion.bind(2, texts[row])
      try insertion.bind(3, blobs[row])
      try insertion.run()
      #expect(database.lastInsertedID == Int64(row + 1))
    }
    let query = try database.prepare("SELECT i, s, b, typeof(s), typeof(b), NULL FROM t ORDER BY rowid")
    for row in 0..<4 {
      #expect(try query.step())
      #expect(query.integer(0) == integers[row])
      #expect(query.text(1) == texts[row])
      #expect(query.bytes(2) == blobs[row])
      #expect(query.text(3) == "text")
      #expect(query.text(4) == "blob")
      #expect(query.isNull(5) && query.integer(5) == 0 && query.text(5).isEmpty && query.bytes(5).isEmpty)
    }
    #expect(try !query.step())
    try database.execute("DELETE FROM t WHERE i < 0")
    #expect(database.changedRowCount == 2)
    #expect(try database.integer("SELECT max(i) FROM t") == .max)
    #expect(try database.integer("SELECT i FROM t WHERE i = 5") == nil)
  }

  @Test("Failures tell their kind")
  func failures() throws {
    let path = try path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let database = try Database(path: path, mode: .writing)
    try database.execute(
      "CREATE TABLE t (i INTEGER PRIMARY KEY, s TEXT NOT NULL) STRICT; INSERT INTO t VALUES (1, 'x')")
    #expect(kind { try database.execute("INSERT INTO t VALUES (1, 'y')") } == .constraint)
    #expect(kind { try database.execute("SELEC") } == .other)
    #expect(kind { _ = try database.prepare("SELECT missing FROM t") } == .other)
    #expect(kind { _ = try Database(path: path + "/no", mode: .writing) } == .denied)
    #expect(kind { _ = try Database(path: path + ".missing", mode: .reading) } == .denied)
    for path in ["", "a\u{0}b", ":memory:", "file::memory:?mode=memory"] {
      #expect(kind { _ = try Database(path: path, mode: .writing) } == .denied, "\(path.debugDescription)")
    }
    #expect(kind { try Database(path: path, mode: .reading).execute("DELETE FROM t") } == .denied)
    let other = try Database(path: path, mode: .writing, busyMilliseconds: 1)
    try database.execute("BEGIN IMMEDIATE")
    #expect(database.isInTransaction)
    #expect(kind { try other.execute("BEGIN IMMEDIATE") } == .busy)
    try database.execute("ROLLBACK")
    #expect(!database.isInTransaction)
    let junk = try self.path()
    defer { try? FileManager.default.removeItem(atPath: junk) }
    try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: junk))
    #expect(kind { _ = try Database(path: junk, mode: .reading).integer("PRAGMA user_version") } == .foreign)
    try database.execute("PRAGMA max_page_count = 2")
    #expect(kind { try database.execute("INSERT INTO t VALUES (2, hex(zeroblob(50000)))") } == .full)
  }

  @Test("A failure never tells the values that were bound")
  func redaction() throws {
    let path = try path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let database = try Database(path: path, mode: .writing)
    try database.execute("CREATE TABLE t (s TEXT UNIQUE) STRICT")
    let insertion = try database.prepare("INSERT INTO t VALUES (?)")
    for _ in 0..<2 {
      try insertion.bind(1, "bí mật")
      do {
        try insertion.run()
      } catch let failure {
        #expect(failure.kind == .constraint)
        #expect(failure.sql == "INSERT INTO t VALUES (?)")
        #expect(!"\(failure)".contains("bí mật"))
      }
    }
  }

  @Test("A statement can be run again after a failure, and outlives its database's last name")
  func again() throws {
    let path = try path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let statement: Statement
    do {
      let database = try Database(path: path, mode: .writing)
      try database.execute("CREATE TABLE t (i INTEGER PRIMARY KEY); INSERT INTO t VALUES (1)")
      statement = try database.prepare("INSERT INTO t VALUES (?)")
    }
    try statement.bind(1, 1)
    #expect(kind { try statement.run() } == .constraint)
    try statement.bind(1, 2)
    #expect(kind { try statement.run() } == nil)
    #expect(kind { try statement.bind(9, 2) } == .other)
  }

  @Test("A file whose name has signs of an address is read as one that nobody changes")
  func immutable() throws {
    let folder = NSTemporaryDirectory() + "/ykien %41?#ý-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/kho.sqlite"
    try Data().write(to: URL(fileURLWithPath: path))
    do {
      let database = try Database(path: path, mode: .writing)
      try database.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (i); INSERT INTO t VALUES (3)")
    }
    let database = try Database(path: path, mode: .immutable)
    #expect(try database.integer("SELECT i FROM t") == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["kho.sqlite"])
    #expect(kind { try database.execute("DELETE FROM t") } == .denied)
  }
}
