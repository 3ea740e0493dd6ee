/// A name in which `*` stands for any letters and `?` for any one.
struct GlobPattern {
  private let pattern: [Character]

  init(_ pattern: String) { self.pattern = Array(pattern) }

  /// Whether a whole name fits.
  ///
  /// - Complexity: O(pattern × name), without recursion.
  func matches(_ name: String) -> Bool {
    let name = Array(name)
    var place = 0
    var next = 0
    /// Where the last star stands, and up to where the name was given to it.
    var star: (place: Int, next: Int)?
    while next < name.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, next)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[next] {
        place += 1
        next += 1
      } else if let last = star {
        star = (last.place, last.next + 1)
        place = last.place + 1
        next = last.next + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
