import Glibc

/// Has the system write what it holds of a database's write-ahead log to the disk, and waits for it (`fdatasync(2)`).
///
/// A log that is not there has nothing to be written, and a failure is left for SQLite to find at its own flush. SQLite's
/// locks lie on other files, so that no lock is lost when this one is closed.
/// - Parameter path: the database's.
public func flushLog(ofDatabaseAt path: String) {
  let descriptor = unsafe open(path + "-wal", O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  _ = fdatasync(descriptor)
  close(descriptor)
}
