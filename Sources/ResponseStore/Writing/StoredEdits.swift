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

  /// Notes the edits of a form that are held because the version they edit has another edit, and those that were
  /// rejected for it: what edits one of these would count its person twice.
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
    let rejected = try database.prepare("SELECT refused, version FROM refused_edit WHERE form = ? ORDER BY id")
    try rejected.bind(1, form)
    while try rejected.step() { chains.refuse(rejected.text(0), of: rejected.text(1)) }
  }

  /// The edits of all forms that were rejected, with the versions that they named, oldest first.
  static func rejected(in database: Database) throws(SQLiteFailure) -> [(key: String, version: String)] {
    guard try FrozenWaves.areKnown(in: database) else { return [] }
    let query = try database.prepare("SELECT refused, version FROM refused_edit ORDER BY id")
    var found: [(key: String, version: String)] = []
    while try query.step() { found.append((query.text(0), query.text(1))) }
    return found
  }

  /// Remembers what edits that are rejected named, by the reasons for which they were held.
  static func noteRejected(
    _ rows: [(key: String, findings: [Diagnostic])], form: String, in database: Database
  ) throws(SQLiteFailure) {
    let insertion = try database.prepare(
      "INSERT OR REPLACE INTO refused_edit (form, refused, version) VALUES (?, ?, ?)")
    for (key, findings) in rows where !key.isEmpty {
      guard let finding = findings.first(where: { $0.code == .editOutdated }) else { continue }
      try insertion.bind(1, form)
      try insertion.bind(2, key)
      try insertion.bind(3, finding.arguments["original"] ?? "")
      try insertion.run()
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
    let deletion = try database.prepare("DELETE FROM refused_edit WHERE form = ? AND refused = ?")
    for key in known.refused.keys where chains.refused[key] == nil {
      try deletion.bind(1, form)
      try deletion.bind(2, key)
      try deletion.run()
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
    let refusals = try database.prepare(
      "DELETE FROM refused_edit WHERE (?2 IS NULL OR form = ?2) AND (refused = ?1 OR version = ?1)")
    for key in keys.sorted() {
      try refusals.bind(1, key)
      if let form { try refusals.bind(2, form) }
      try refusals.run()
    }
  }
}
