internal import Hashing
internal import Responses
internal import SQLite

/// The keys that are not taken in again, known only by their keyed hashes.
final class Tombstones {
  private var mac: HMACSHA256
  private let query: Statement
  private let presence: Statement

  /// Reads the store's secret; nil when the store is of a version without tombstones.
  init?(in database: Database) throws(SQLiteFailure) {
    guard try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'state'") != nil else { return nil }
    let secret = try database.prepare("SELECT tombstone_key FROM state WHERE id = 1")
    guard try secret.step() else { return nil }
    mac = HMACSHA256(key: secret.bytes(0))
    query = try database.prepare("SELECT 1 FROM tombstone WHERE mark = ?")
    presence = try database.prepare("SELECT 1 FROM tombstone WHERE form = ? LIMIT 1")
  }

  /// The mark of a key of a form.
  func mark(of key: some Sequence<UInt8>, form: String) -> [UInt8] {
    mac.code(of: Array(form.utf8) + [0] + key)
  }

  /// The mark of a held record's bytes: of one whose key cannot be read, nothing else can be known again.
  func mark(ofBytes bytes: [UInt8], form: String) -> [UInt8] { mac.code(of: Array(form.utf8) + [1] + bytes) }

  /// Whether a form has tombstones at all.
  func isMarking(form: String) throws(SQLiteFailure) -> Bool {
    defer { presence.reset() }
    try presence.bind(1, form)
    return try presence.step()
  }

  /// Whether a mark is there.
  func holds(_ mark: [UInt8]) throws(SQLiteFailure) -> Bool {
    defer { query.reset() }
    try query.bind(1, mark)
    return try query.step()
  }

  /// Which keys are marked; nil when the form has no tombstones at all.
  func marked(_ keys: TextColumn, form: String) throws(SQLiteFailure) -> [Bool]? {
    guard try isMarking(form: form) else { return nil }
    var marked: [Bool] = []
    marked.reserveCapacity(keys.count)
    var start = 0
    for end in keys.ends {
      marked.append(try holds(mark(of: keys.bytes[start..<Int(end)], form: form)))
      start = Int(end)
    }
    return marked
  }

  /// Sets up tombstones; in the order of the marks, so that nothing tells which record was which.
  static func set(_ marks: [[UInt8]], form: String, in database: Database) throws(SQLiteFailure) {
    let insertion = try database.prepare("INSERT INTO tombstone (mark, form) VALUES (?, ?) ON CONFLICT DO NOTHING")
    for mark in marks.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try insertion.bind(1, mark)
      try insertion.bind(2, form)
      try insertion.run()
    }
  }
}
