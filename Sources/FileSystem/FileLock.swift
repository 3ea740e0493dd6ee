public import Diagnostics
import Glibc

/// A lock on a file that at most one process holds; it ends with the value, or with the process.
@safe
public struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock (`flock(2)`), creating the file when it is missing.
  ///
  /// - Throws: ``ExitCode/locked`` when another process holds it.
  public init(at path: String, mode: UInt32 = 0o600) throws(StageFailure) {
    try checkPath(path)
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw fileFailure(.writing, path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let failure =
        errno == EWOULDBLOCK
        ? StageFailure(Diagnostic(.fileLocked, at: SourcePosition(file: path)), exitCode: .locked)
        : fileFailure(.writing, path)
      close(descriptor)
      throw failure
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
