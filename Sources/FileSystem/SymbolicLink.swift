public import Diagnostics
import Glibc

/// Makes a symbolic link point elsewhere in one step, or makes it.
///
/// - Throws: ``ExitCode/cannotWrite``, also when something that is no link lies there.
public func pointSymbolicLink(at path: String, to target: String) throws(StageFailure) {
  if let status = linkStatus(path), status & S_IFMT != S_IFLNK {
    errno = EEXIST
    throw fileFailure(.writing, path)
  }
  let temporaryPath = "\(path).\(getpid()).new"
  unsafe unlink(temporaryPath)
  guard unsafe symlink(target, temporaryPath) == 0 else { throw fileFailure(.writing, path) }
  guard unsafe rename(temporaryPath, path) == 0 else {
    let failure = fileFailure(.writing, path)
    unsafe unlink(temporaryPath)
    throw failure
  }
}

/// Gives a folder another name, at which nothing may lie.
///
/// - Returns: whether the name was free.
/// - Throws: ``ExitCode/cannotWrite``.
public func renameFolder(at path: String, to target: String) throws(StageFailure) -> Bool {
  if unsafe rename(path, target) == 0 { return true }
  // An empty folder would be replaced; a full one or a file is refused.
  guard errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR else { throw fileFailure(.writing, target) }
  return false
}

/// Removes a folder with the files in it, which holds no folders.
public func removeFolder(at path: String) throws(StageFailure) {
  for name in try names(in: path) { try removeFile(at: join(path, name)) }
  guard unsafe rmdir(path) == 0 else { throw fileFailure(.writing, path) }
}

private func linkStatus(_ path: String) -> mode_t? {
  var status = stat()
  return unsafe lstat(path, &status) == 0 ? status.st_mode : nil
}
