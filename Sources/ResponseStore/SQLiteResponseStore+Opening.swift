public import Diagnostics
internal import FileSystem

extension SQLiteResponseStore {
  /// Opens a store that exists, for reading and writing; nil when there is no file.
  ///
  /// - Parameter wait: how many seconds to wait for another writer.
  public static func openExisting(path: String, wait: Int = usualWait) throws(StageFailure) -> SQLiteResponseStore? {
    guard fileStatus(at: path) != nil else { return nil }
    return try open(path: path, wait: wait)
  }

  /// Opens a store for reading and writing, creating it when it is missing.
  ///
  /// - Parameter wait: how many seconds to wait for another writer; then operations fail with ``ExitCode/locked``.
  public static func open(path: String, wait: Int) throws(StageFailure) -> SQLiteResponseStore {
    // SQLite counts milliseconds in 32 bits; a day is as long as anybody waits.
    try open(path: path, busyMilliseconds: Int32(min(max(wait, 0), 86_400)) * 1000)
  }

  /// How many seconds a writer waits for another unless told otherwise.
  public static let usualWait = 5
}
