public import Diagnostics
import Glibc

/// The names in a folder, in the order of their bytes, without "." and "..".
public func names(in folder: String) throws(StageFailure) -> [String] {
  try checkPath(folder)
  guard let stream = unsafe opendir(folder) else { throw fileFailure(.reading, folder) }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while true {
    errno = 0
    guard let entry = unsafe readdir(stream) else {
      if errno != 0 { throw fileFailure(.reading, folder) }
      break
    }
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      unsafe tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
  for name in try names(in: folder) where !name.hasPrefix(".") {
    let path = join(folder, name)
    switch fileStatus(at: path)?.kind {
    case .file: found.append(path)
    case .folder: try collect(path, depth: depth - 1, visited: &visited, into: &found)
    case .other, nil: continue
    }
  }
}
