public import Diagnostics
internal import SQLite

/// A file outside the store that holds records of it, as far as the store was told.
public struct KnownCopy: Sendable, Hashable {
  /// What kinds of files there are.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A copy of the store.
    case backup
    /// Records written out for other programs.
    case export
    /// A list of problems with answers.
    case problems
    /// One person's answers.
    case answers
    /// Quotes from open answers that wait for a person's yes.
    case quotes
    /// Open answers to be coded by hand.
    case texts
    /// A table of a report with words of people.
    case report
  }

  /// What it is.
  public let kind: Kind
  /// Where it was written.
  public let path: String
  /// When it was last written: milliseconds since 1970-01-01 UTC.
  public let at: Int64
}

extension SQLiteResponseStore {
  /// Remembers that a file outside holds records of the store; erasing names it.
  public func note(_ kind: KnownCopy.Kind, at file: String) throws(StageFailure) {
    try inStore(path, .writing) { () throws(SQLiteFailure) in
      let insertion = try database.prepare(
        """
        INSERT INTO known_copy (at, kind, path) VALUES (?, ?, ?) ON CONFLICT (kind, path) DO UPDATE SET at = excluded.at
        """)
      try insertion.bind(1, journalMoment())
      try insertion.bind(2, kind.rawValue)
      try insertion.bind(3, file)
      try insertion.run()
    }
  }

  /// The files outside that hold records of the store, oldest first.
  public func copies() throws(StageFailure) -> [KnownCopy] {
    try inStore(path, .reading) { () throws(SQLiteFailure) in
      guard try hasLedger else { return [] }
      let query = try database.prepare("SELECT kind, path, at FROM known_copy ORDER BY at, id")
      var copies: [KnownCopy] = []
      while try query.step() {
        guard let kind = KnownCopy.Kind(rawValue: query.text(0)) else { continue }
        copies.append(KnownCopy(kind: kind, path: query.text(1), at: query.integer(2)))
      }
      return copies
    }
  }
}
