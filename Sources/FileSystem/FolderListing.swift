public import Diagnostics
import Glibc

/// The names in a folder, in the order of their bytes, without "." and "..".
public func names(in folder: String) throws(StageFailure) -> [String] { try entries(of: folder).map(\.name) }

/// What is in a folder, in the order of the bytes of the names.
private func entries(of folder: String) throws(StageFailure) -> [FolderEntry] {
  try checkPath(folder)
  guard let stream = unsafe opendir(folder) else { throw fileFailure(.reading, folder) }
  defer { unsafe closedir(stream) }
  var found = UnsortedNames()
  while true {
    errno = 0
    guard let entry = unsafe readdir(stream) else {
      if errno != 0 { throw fileFailure(.reading, folder) }
      break
    }
    // Links are followed, and some file systems do not say what a name stands for.
    let kind: FileStatus.Kind? =
      switch Int32(unsafe entry.pointee.d_type) {
      case Int32(DT_REG): .file
      case Int32(DT_DIR): .folder
      default: nil
      }
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
      guard let base = name.baseAddress else { return }
      unsafe found.append(name[..<strnlen(base.assumingMemoryBound(to: CChar.self), name.count)], kind)
    }
  }
  return found.sorted()
}

/// Every file under a folder, however deep, in the order of the paths.
///
/// Hidden names (a leading dot) are left out; a folder reached again through a symbolic link is not entered twice.
/// - Parameter depthLimit: folders nested more deeply are not entered.
public func files(under folder: String, depthLimit: Int = 64) throws(StageFailure) -> [String] {
  var found: [String] = []
  var visited: Set<[UInt64]> = []
  try collect(folder, depth: depthLimit, visited: &visited, into: &found)
  return found
}

private func collect(
  _ folder: String, depth: Int, visited: inout Set<[UInt64]>, into found: inout [String]
) throws(StageFailure) {
  guard let status = fileStatus(at: folder) else { throw fileFailure(.reading, folder, error: ENOENT) }
  guard depth > 0, visited.insert(status.identity).inserted else { return }
  let base = join(folder, "")
  for entry in try entries(of: folder) where entry.name.utf8.first != UInt8(ascii: ".") {
    let path = base + entry.name
    switch entry.kind ?? fileStatus(at: path)?.kind {
    case .file: found.append(path)
    case .folder: try collect(path, depth: depth - 1, visited: &visited, into: &found)
    case .other, nil: continue
    }
  }
}
