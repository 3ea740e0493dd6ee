internal import Diagnostics
internal import Responses
internal import SQLite

/// The links between versions of records, as the store keeps them.
enum StoredEdits {
  /// The links of a form, or of all forms.
  static func chains(ofForm form: String? = nil, in database: Database) throws(SQLiteFailure) -> EditChains {
    var chains = EditChains()
    guard try database.integer("SELECT 1 FROM sqlite_schema WHERE name = 'edit'") != nil else { return chains }
    let query = try database.prepare("SELECT replaced, replacing, is_guess FROM edit WHERE ?1 IS NULL OR form = ?1")
    if let form { try query.bind(1, form) }
    while try query.step() { chains.link(query.text(0), to: query.text(1), isGuess: query.integer(2) != 0) }
    return chains
  }

  /// Notes the edits of a form that are held because the version they edit has another edit.
  ///
  /// - Complexity: O(held records).
  static func addRefused(
    to chains: inout EditChains, ofForm form: String, in database: Database
  ) throws(SQLiteFailure) {
    let query = try database.prepare(
      """
      SELECT held.key, json_extract(reason.value, '$.arguments.original') FROM held, json_each(held.diagnostics) reason
      WHERE held.layout IN (SELECT id FROM layout WHERE form = ?1) AND instr(held.diagnostics, ?2) > 0
        AND json_extract(reason.value, '$.code') = ?2 ORDER BY held.id
      """)
    try query.bind(1, form)
    try query.bind(2, DiagnosticCode.editOutdated.identifier)
    while try query.step() {
      if !query.text(0).isEmpty { chains.refuse(query.text(0), of: query.text(1)) }
    }
  }

  /// Adds the links by which one state of the chains differs from an earlier one.
  static func write(
    _ chains: EditChains, since known: EditChains, form: String, to database: Database
  ) throws(SQLiteFailure) {
    let insertion = try database.prepare(
      "INSERT OR REPLACE INTO edit (form, replaced, replacing, is_guess) VALUES (?, ?, ?, ?)")
    let fresh = chains.successors.filter { replaced, replacing in
      known.successors[replaced] != replacing
        || known.guessed.contains(replaced) != chains.guessed.contains(replaced)
    }
    for (replaced, replacing) in fresh.sorted(by: { $0.key < $1.key }) {
      try insertion.bind(1, form)
      try insertion.bind(2, replaced)
      try insertion.bind(3, replacing)
      try insertion.bind(4, chains.guessed.contains(replaced) ? 1 : 0)
      try insertion.run()
    }
  }

  /// Removes every link from or to a key of some.
  static func remove(_ keys: Set<String>, form: String? = nil, in database: Database) throws(SQLiteFailure) {
    let deletion = try database.prepare(
      "DELETE FROM edit WHERE (?2 IS NULL OR form = ?2) AND (replaced = ?1 OR replacing = ?1)")
    for key in keys.sorted() {
      try deletion.bind(1, key)
      if let form { try deletion.bind(2, form) }
      try deletion.run()
    }
  }
}
