public import Diagnostics
import Glibc

/// What lies at a path.
public struct FileStatus: Sendable, Hashable {
  /// Files, folders and what is neither.
  public enum Kind: Sendable, Hashable {
    /// A file.
    case file
    /// A folder.
    case folder
    /// A pipe, socket or device.
    case other
  }

  /// What it is; symbolic links are followed.
  public let kind: Kind
  /// Its size in bytes.
  public let byteCount: Int
  /// Seconds since 1970-01-01 UTC of its last change.
  public let modified: Int
  /// The same to the nanosecond, for telling whether a file was changed.
  public let modifiedNanoseconds: Int
  /// Its permission bits.
  public let mode: UInt32
  /// The device and number by which the system knows it.
  let identity: [UInt64]
}

/// What lies at a path (`stat(2)`); nil when there is nothing, or nothing that may be seen.
public func fileStatus(at path: String) -> FileStatus? {
  guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return nil }
  let kind: FileStatus.Kind =
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  return FileStatus(
    kind: kind, byteCount: Int(status.st_size), modified: Int(status.st_mtim.tv_sec),
    modifiedNanoseconds: Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec),
    mode: status.st_mode & 0o7777, identity: [UInt64(status.st_dev), UInt64(status.st_ino)])
}

/// Creates a folder and the folders above it; one that exists already is left as it is.
///
/// - Parameter mode: the permission bits of folders that are created, cut by the umask.
public func createFolders(at path: String, mode: UInt32 = 0o777) throws(StageFailure) {
  try checkPath(path)
  if fileStatus(at: path)?.kind == .folder { return }
  let parent = parentFolder(of: path)
  if parent != path, parent != "." { try createFolders(at: parent, mode: mode) }
  if unsafe mkdir(path, mode) != 0, errno != EEXIST { throw fileFailure(.writing, path) }
  if fileStatus(at: path)?.kind != .folder { throw fileFailure(.writing, path, error: ENOTDIR) }
}

/// Creates an empty file with exactly the permission bits of `mode`; one that exists already is left as it is.
public func createEmptyFile(at path: String, mode: UInt32) throws(StageFailure) {
  try checkPath(path)
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode & 0o600)
  guard descriptor >= 0 else {
    if errno == EEXIST { return }
    throw fileFailure(.writing, path)
  }
  defer { close(descriptor) }
  guard fchmod(descriptor, mode & 0o7777) == 0 else { throw fileFailure(.writing, path) }
}

/// Removes a file (`unlink(2)`); nothing happens when it is not there.
public func removeFile(at path: String) throws(StageFailure) {
  try checkPath(path)
  if unsafe unlink(path) != 0, errno != ENOENT { throw fileFailure(.writing, path) }
}

/// Creates a symbolic link (`symlink(2)`).
public func createSymbolicLink(at path: String, to target: String) throws(StageFailure) {
  try checkPath(path)
  if unsafe symlink(target, path) != 0 { throw fileFailure(.writing, path) }
}
