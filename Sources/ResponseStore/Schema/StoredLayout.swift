internal import FoundationEssentials
internal import Hashing
internal import Responses
internal import SQLite

/// A layout as the store keeps it.
struct StoredLayout {
  let id: Int64
  let layout: RecordLayout

  /// The row of a layout, added when it is new.
  static func register(_ layout: RecordLayout, in database: Database) throws(SQLiteFailure) -> Int64 {
    let definition = encoded(layout)
    let digest = SHA256.digest(of: definition)
    if let known = try find(digest: digest, of: layout, in: database) { return known }
    let insertion = try database.prepare("INSERT INTO layout (form, version, digest, definition) VALUES (?, ?, ?, ?)")
    try insertion.bind(1, layout.formIdentifier)
    try insertion.bind(2, layout.formVersion)
    try insertion.bind(3, digest)
    try insertion.bind(4, String(decoding: definition, as: UTF8.self))
    try insertion.run()
    return database.lastInsertedID
  }

  /// What tells layouts of one form and version apart.
  static func digest(of layout: RecordLayout) -> [UInt8] { SHA256.digest(of: encoded(layout)) }

  /// The row of a layout by its digest; nil when it was never registered.
  static func find(
    digest: [UInt8], of layout: RecordLayout, in database: Database
  ) throws(SQLiteFailure) -> Int64? {
    let query = try database.prepare("SELECT id FROM layout WHERE form = ? AND version = ? AND digest = ?")
    try query.bind(1, layout.formIdentifier)
    try query.bind(2, layout.formVersion)
    try query.bind(3, digest)
    return try query.step() ? query.integer(0) : nil
  }

  /// Every layout of a form, oldest first; those that cannot be read are nil.
  static func all(ofForm form: String, in database: Database) throws(SQLiteFailure) -> [StoredLayout?] {
    let query = try database.prepare("SELECT id, definition FROM layout WHERE form = ? ORDER BY id")
    try query.bind(1, form)
    var layouts: [StoredLayout?] = []
    while try query.step() {
      let decoded = try? JSONDecoder().decode(RecordLayout.self, from: Data(query.text(1).utf8))
      layouts.append(decoded.map { StoredLayout(id: query.integer(0), layout: $0) })
    }
    return layouts
  }

  private static func encoded(_ layout: RecordLayout) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // A layout holds texts and numbers only, which always encode.
    return (try? encoder.encode(layout)).map { [UInt8]($0) } ?? []
  }
}
