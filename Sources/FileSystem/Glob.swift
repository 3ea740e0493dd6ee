public import Diagnostics

/// The paths that match a pattern, in the order of their bytes.
///
/// `*` stands for any characters of one name, `?` for one, `**` for any number of folders; hidden names match only a
/// pattern with a leading dot. A pattern without these characters matches itself when it exists.
/// - Parameters:
///   - pattern: `inbox/2026/*.xml`, from the base folder unless it begins with a slash.
///   - base: the folder from which relative patterns start; the results begin with it.
public func paths(matching pattern: String, from base: String = "") throws(StageFailure) -> [String] {
  let components = pattern.split(separator: "/").map(String.init)
  var found: Set<String> = []
  try expand(components[...], under: pattern.hasPrefix("/") ? "/" : base, depth: 64, into: &found)
  return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func expand(
  _ components: ArraySlice<String>, under folder: String, depth: Int, into found: inout Set<String>
) throws(StageFailure) {
  guard let component = components.first else {
    found.insert(folder)
    return
  }
  let rest = components.dropFirst()
  guard component.contains(where: { $0 == "*" || $0 == "?" }) else {
    let path = folder.isEmpty ? component : join(folder, component)
    if fileStatus(at: path) != nil { try expand(rest, under: path, depth: depth, into: &found) }
    return
  }
  let listed = folder.isEmpty ? "." : folder
  guard depth > 0, fileStatus(at: listed)?.kind == .folder else { return }
  if component == "**" {
    try expand(rest, under: folder, depth: depth, into: &found)
  }
  for name in try names(in: listed) {
    let path = folder.isEmpty ? name : join(folder, name)
    if component == "**" {
      if !name.hasPrefix("."), fileStatus(at: path)?.kind == .folder {
        try expand(components, under: path, depth: depth - 1, into: &found)
      }
    } else if name.hasPrefix(".") == component.hasPrefix("."), matches(name, component) {
      try expand(rest, under: path, depth: depth, into: &found)
    }
  }
}

/// Whether a name matches a pattern of `*` and `?`.
///
/// - Complexity: O(name × pattern): a star is only ever moved on, never nested.
public func matches(_ name: String, _ pattern: String) -> Bool {
  let name = Array(name)
  let pattern = Array(pattern)
  var position = 0
  var index = 0
  var star: (index: Int, position: Int)?
  while position < name.count {
    if index < pattern.count, pattern[index] == "*" {
      star = (index, position)
      index += 1
    } else if index < pattern.count, pattern[index] == "?" || pattern[index] == name[position] {
      index += 1
      position += 1
    } else if let last = star {
      index = last.index + 1
      position = last.position + 1
      star = (last.index, position)
    } else {
      return false
    }
  }
  return pattern[index...].allSatisfy { $0 == "*" }
}
