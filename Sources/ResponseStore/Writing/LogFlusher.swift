internal import Dispatch
internal import SQLite
internal import Synchronization

/// Has the log of a database written to the disk while a long transaction goes on, so that little is left when it is
/// committed.
///
/// It changes nothing about what is durable when: that is SQLite's own flush at the commit.
final class LogFlusher: Sendable {
  private let path: String
  private let isBusy = Atomic(false)
  private let queue = DispatchQueue(label: "log")

  /// Records of a segment from which a flush is worth its start.
  private static let flushedCount = 16_000

  /// - Parameter path: the database's.
  init(path: String) { self.path = path }

  /// Notes that a segment was written.
  func noteWritten(recordCount: Int) {
    guard recordCount >= Self.flushedCount, !isBusy.exchange(true, ordering: .acquiring) else { return }
    queue.async { [self] in
      flushLog(ofDatabaseAt: path)
      isBusy.store(false, ordering: .releasing)
    }
  }
}
