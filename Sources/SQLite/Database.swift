import CSQLite

/// A connection to an SQLite file, for one thread at a time.
@safe
public final class Database {
  /// How a file is opened.
  public enum Mode: Sendable {
    /// Reading only; the file must exist.
    case reading
    /// Reading and writing; the file must exist.
    case writing
    /// Reading a file that nobody changes, where SQLite cannot lay its own files beside it (a read-only folder).
    case immutable
  }

  let handle: OpaquePointer

  /// Opens a file.
  ///
  /// The path names a file whatever it looks like: `:memory:` and addresses mean nothing else here.
  /// - Parameter busyMilliseconds: how long to wait for another connection's lock.
  public init(path: String, mode: Mode, busyMilliseconds: Int32 = 5000) throws(SQLiteFailure) {
    // SQLite would cut a path at a null byte, and take an empty one for a temporary database.
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SQLiteFailure(kind: .denied, code: SQLITE_CANTOPEN, message: "no path of a file", sql: "")
    }
    let file = path.hasPrefix("/") ? path : "./" + path
    let (name, flags) =
      switch mode {
      case .reading: (file, SQLITE_OPEN_READONLY)
      case .writing: (file, SQLITE_OPEN_READWRITE)
      case .immutable: (immutableAddress(of: path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let failure = unsafe SQLiteFailure(code: code, handle: opened, sql: "")
      unsafe sqlite3_close_v2(opened)
      throw failure
    }
    unsafe handle = opened
    unsafe sqlite3_busy_timeout(handle, busyMilliseconds)
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements without values and results, one after the other.
  public func execute(_ sql: String) throws(SQLiteFailure) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe SQLiteFailure(code: code, handle: handle, sql: sql) }
  }

  /// Compiles a statement.
  public func prepare(_ sql: String) throws(SQLiteFailure) -> Statement {
    try Statement(database: self, sql: sql)
  }

  /// The integer of a query's first row and column; nil when there is no row or it is null.
  public func integer(_ sql: String) throws(SQLiteFailure) -> Int64? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }

  /// The row id of the last insertion of this connection.
  public var lastInsertedID: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  /// The rows changed by the last statement.
  public var changedRowCount: Int { unsafe Int(sqlite3_changes64(handle)) }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
}

/// The address that opens a file as one that nobody changes.
private func immutableAddress(of path: String) -> String {
  let digits = Array("0123456789ABCDEF")
  var address = path.hasPrefix("/") ? "file://" : "file:"
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"), 0..<33, 127...:
      address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    default: address.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }
  return address + "?immutable=1"
}

extension SQLiteFailure {
  @unsafe
  init(code: Int32, handle: OpaquePointer?, sql: String) {
    let extended = unsafe handle.map { unsafe sqlite3_extended_errcode($0) } ?? code
    let words = unsafe handle.flatMap { unsafe sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    let text = unsafe words.map { unsafe String(cString: $0) } ?? ""
    self.init(kind: Kind(code: extended), code: extended, message: text, sql: sql)
  }
}

extension SQLiteFailure.Kind {
  init(code: Int32) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_NOTADB: self = .foreign
    case SQLITE_CORRUPT: self = .damaged
    case SQLITE_FULL: self = .full
    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: self = .denied
    case SQLITE_IOERR: self = .inputOutput
    case SQLITE_CONSTRAINT: self = .constraint
    default: self = .other
    }
  }
}
