public import Diagnostics
import Glibc

/// Writes a file so that its path always holds either the old bytes or all of the new ones.
///
/// The bytes go into a temporary file in the same folder, are flushed to the disk, and take the path by `rename(2)`;
/// then the folder is flushed. The mode holds whatever the umask says.
/// - Throws: ``ExitCode/cannotWrite``; the temporary file is removed then.
public func writeAtomically(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(StageFailure) {
  var file = try AtomicFile(replacing: path, mode: mode)
  try file.append(bytes)
  try file.commit()
}

/// A file written piece by piece that takes its path only when it is complete.
@safe
public struct AtomicFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let temporaryPath: String
  private var isCommitted: Bool

  /// Creates the temporary file beside `path`, with exactly the permission bits of `mode`.
  public init(replacing path: String, mode: UInt32) throws(StageFailure) {
    try checkPath(path)
    let created = try createTemporaryFile(beside: path, mode: mode)
    self.path = path
    isCommitted = false
    descriptor = created.descriptor
    temporaryPath = created.path
  }

  deinit {
    close(descriptor)
    if !isCommitted { unsafe unlink(temporaryPath) }
  }

  /// Appends bytes.
  public mutating func append(_ bytes: [UInt8]) throws(StageFailure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe write(descriptor, base + written, buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw fileFailure(.writing, path)
      }
      written += count
    }
  }

  /// Takes back what was appended behind a number of bytes.
  public mutating func truncate(to byteCount: Int) throws(StageFailure) {
    guard ftruncate(descriptor, off_t(byteCount)) == 0, lseek(descriptor, off_t(byteCount), SEEK_SET) >= 0 else {
      throw fileFailure(.writing, path)
    }
  }

  /// Flushes the bytes to the disk and gives the file its path.
  public mutating func commit() throws(StageFailure) {
    guard fsync(descriptor) == 0 else { throw fileFailure(.writing, path) }
    guard unsafe rename(temporaryPath, path) == 0 else { throw fileFailure(.writing, path) }
    isCommitted = true
    try flushFolder(of: path)
  }
}

/// Flushes a finished file to the disk and gives it its path, at which nothing may lie.
public func takePath(_ path: String, from temporaryPath: String) throws(StageFailure) {
  try checkPath(path)
  let descriptor = unsafe open(temporaryPath, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw fileFailure(.writing, path) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw fileFailure(.writing, path) }
  // A link fails where a rename would replace a file that appeared meanwhile.
  guard unsafe link(temporaryPath, path) == 0 else { throw fileFailure(.writing, path) }
  guard unsafe unlink(temporaryPath) == 0 else { throw fileFailure(.writing, path) }
  try flushFolder(of: path)
}

private func createTemporaryFile(
  beside path: String, mode: UInt32
) throws(StageFailure) -> (descriptor: Int32, path: String) {
  // The process and a counter make the name ours; O_EXCL refuses anything that lies there already.
  for attempt in 0..<1000 {
    let candidate = "\(path).\(getpid()).\(attempt).tmp"
    let descriptor = unsafe open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode & 0o600)
    if descriptor >= 0 {
      if fchmod(descriptor, mode & 0o7777) == 0 { return (descriptor, candidate) }
      let failure = fileFailure(.writing, path)
      close(descriptor)
      unsafe unlink(candidate)
      throw failure
    }
    guard errno == EEXIST else { break }
  }
  throw fileFailure(.writing, path)
}

/// Makes a rename in a folder durable.
private func flushFolder(of path: String) throws(StageFailure) {
  let folder = parentFolder(of: path)
  let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw fileFailure(.writing, folder) }
  defer { close(descriptor) }
  // Some file systems cannot flush folders (EINVAL): there is nothing more to be done then.
  if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw fileFailure(.writing, folder) }
}
