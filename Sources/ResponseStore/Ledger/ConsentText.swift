public import Diagnostics
internal import Hashing
internal import SQLite

/// The words by which consent was asked for: which version of a form showed them in which language.
///
/// Each record names its version of the form and holds its answers to the questions of consent; so each consent leads
/// to the words that were shown.
public struct ConsentText: Sendable, Hashable {
  /// The form's version.
  public let version: String
  /// The language's code; "" for a form without languages.
  public let language: String
  /// The SHA-256 of the words in UTF-8, lower-case hexadecimal.
  public let sha256: String
  /// The words.
  public let text: String
  /// When records of this version were first taken in: milliseconds since 1970-01-01 UTC.
  public let firstUsed: Int64
}

extension SQLiteResponseStore {
  /// The words by which a form asked for consent, oldest first.
  public func consentTexts(ofForm form: String) throws(StageFailure) -> [ConsentText] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasLedger else { return [] }
      let query = try database.prepare(
        """
        SELECT version, language, sha256, text, first_used FROM consent_text JOIN layout ON layout.id = layout
        WHERE form = ? ORDER BY consent_text.id
        """)
      try query.bind(1, form)
      var texts: [ConsentText] = []
      while try query.step() {
        texts.append(
          ConsentText(
            version: query.text(0), language: query.text(1), sha256: query.text(2), text: query.text(3),
            firstUsed: query.integer(4)))
      }
      return texts
    }
  }

  /// Remembers the words by which a version of a form asks for consent.
  ///
  /// - Parameter texts: the words by language.
  static func register(_ texts: [String: String], layout: Int64, in database: Database) throws(SQLiteFailure) {
    let insertion = try database.prepare(
      """
      INSERT INTO consent_text (layout, language, sha256, text, first_used) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
      try insertion.bind(1, layout)
      try insertion.bind(2, language)
      try insertion.bind(3, hexadecimal(SHA256.digest(of: Array(text.utf8))))
      try insertion.bind(4, text)
      try insertion.bind(5, journalMoment())
      try insertion.run()
    }
  }
}
