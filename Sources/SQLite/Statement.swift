import CSQLite

/// A compiled statement; values are bound by their 1-based place, results read by their 0-based column.
@safe
public final class Statement {
  // The connection must outlive its statements.
  private let database: Database
  private let handle: OpaquePointer
  private let sql: String

  init(database: Database, sql: String) throws(SQLiteFailure) {
    self.database = database
    self.sql = sql
    var compiled: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(database.handle, sql, -1, &compiled, nil)
    guard code == SQLITE_OK, let compiled = unsafe compiled else {
      throw unsafe SQLiteFailure(code: code, handle: database.handle, sql: sql)
    }
    unsafe handle = compiled
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Binds an integer.
  public func bind(_ place: Int32, _ value: Int64) throws(SQLiteFailure) {
    try check(unsafe sqlite3_bind_int64(handle, place, value))
  }

  /// Binds a text.
  public func bind(_ place: Int32, _ value: String) throws(SQLiteFailure) {
    var text = value
    let code = text.withUTF8 { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        // A null pointer would bind NULL in place of the empty text.
        var empty: CChar = 0
        guard let base = characters.baseAddress else { return unsafe yk_bind_text(handle, place, &empty, 0) }
        return unsafe yk_bind_text(handle, place, base, UInt64(characters.count))
      }
    }
    try check(code)
  }

  /// Binds bytes.
  public func bind(_ place: Int32, _ value: [UInt8]) throws(SQLiteFailure) {
    let code = unsafe value.withUnsafeBytes { buffer in
      var empty: UInt8 = 0
      guard let base = buffer.baseAddress, buffer.count > 0 else {
        return unsafe yk_bind_blob(handle, place, &empty, 0)
      }
      return unsafe yk_bind_blob(handle, place, base, UInt64(buffer.count))
    }
    try check(code)
  }

  /// Goes to the next row; false after the last.
  public func step() throws(SQLiteFailure) -> Bool {
    let code = unsafe sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw unsafe SQLiteFailure(code: code, handle: database.handle, sql: sql)
    }
  }

  /// Runs a statement without results and makes it ready to be run again.
  public func run() throws(SQLiteFailure) {
    defer { reset() }
    _ = try step()
  }

  /// Runs a statement without results and makes it ready to be run again with the same values, where no others are bound.
  public func runKeepingValues() throws(SQLiteFailure) {
    defer { _ = unsafe sqlite3_reset(handle) }
    _ = try step()
  }

  /// Makes the statement ready to be run again, values forgotten.
  public func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  /// The integer of a column; 0 for null.
  public func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// Whether a column is null.
  public func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The text of a column; "" for null.
  public func text(_ column: Int32) -> String {
    guard let pointer = unsafe sqlite3_column_text(handle, column) else { return "" }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self)
  }

  /// The bytes of a column; empty for null.
  public func bytes(_ column: Int32) -> [UInt8] {
    guard let pointer = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: pointer, count: count))
  }

  private func check(_ code: Int32) throws(SQLiteFailure) {
    guard code == SQLITE_OK else { throw unsafe SQLiteFailure(code: code, handle: database.handle, sql: sql) }
  }
}
