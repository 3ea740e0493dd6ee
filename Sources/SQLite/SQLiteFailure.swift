/// An operation that SQLite refused; bound values are never part of it.
public struct SQLiteFailure: Error, Sendable, Hashable {
  /// What a caller may want to tell apart.
  public enum Kind: Sendable, Hashable {
    /// Another connection holds the lock.
    case busy
    /// The file is no database.
    case foreign
    /// The database is damaged.
    case damaged
    /// The disk is full.
    case full
    /// The file cannot be opened or written.
    case denied
    /// Reading or writing failed.
    case inputOutput
    /// A constraint of the schema does not hold.
    case constraint
    /// Anything else.
    case other
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// SQLite's extended result code.
  public let code: Int32
  /// SQLite's own words.
  public let message: String
  /// The statement without its values; "" when there was none.
  public let sql: String
}
