/// Finds the known name closest to a mistyped one.
///
/// - Returns: the candidate within 3 edits (and fewer than half its own length) of `name`, ties by order; nil if none.
/// - Complexity: O(candidates × length²).
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    guard abs(other.count - wanted.count) <= 3 else { continue }
    let distance = editDistance(wanted, other)
    guard distance <= 3, distance * 2 < max(other.count, 2) + 1 else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.candidate
}

/// The fewest characters to insert, delete or replace to make one text of another.
///
/// - Complexity: O(length²).
public func editDistance(from left: String, to right: String) -> Int { editDistance(Array(left), Array(right)) }

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var previous = Array(0...right.count)
  for (row, character) in left.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for (column, other) in right.enumerated() {
      let substitution = previous[column] + (character == other ? 0 : 1)
      current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
