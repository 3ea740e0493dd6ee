/// The path of the folder that holds a file: "." for a bare name, "/" at the root.
public func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last component of a path.
public func fileName(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return path }
  return String(path[path.index(after: slash)...])
}

/// A path as seen from a base folder: absolute paths stay as they are; an empty base changes nothing.
public func join(_ base: String, _ path: String) -> String {
  if path.hasPrefix("/") || base.isEmpty || base == "." { return path }
  return base.hasSuffix("/") ? base + path : "\(base)/\(path)"
}
