/// What tables published before leave of a level's counts.
struct FormerRanges: Hashable {
  /// What the base can be; nil when they say nothing.
  var base: ClosedRange<Int>?
  /// What each answer count can be; nil when they say nothing.
  var answers: [ClosedRange<Int>?] = []
}

/// A domain of an item as disclosure control sees it: how its levels lie, and the counts in them.
struct AuditedDomain: Hashable {
  /// The questions crossed, by name; empty for the whole.
  var variables: [String]
  /// By level: the position in each question's levels.
  var coordinates: [[Int]]
  /// By level: the base.
  var counts: [Int]
  /// By level: the answer counts that shares publish; all levels have as many.
  var answers: [[Int]]
  /// By level: the weight that all its respondents have; nil when they differ.
  var weights: [Double?]
  /// By level: how many respondents belong to it, as the share of the domain's own question publishes it; nil when
  /// unpublished.
  var sizes: [Int?]
  /// By level: whether it is suppressed.
  var isSuppressed: [Bool]
  /// By level: what tables published before leave of its counts; empty without such tables.
  var former: [FormerRanges] = []

  /// Whether its questions are among another's, and fewer.
  func isPart(of other: AuditedDomain) -> Bool {
    variables.count < other.variables.count && variables.allSatisfy(other.variables.contains)
  }

  /// By own level: the levels of a domain with more questions that lie in it.
  func parts(in other: AuditedDomain) -> [[Int]] {
    let places = variables.compactMap { other.variables.firstIndex(of: $0) }
    var levels: [[Int]: Int] = [:]
    for (level, coordinates) in coordinates.enumerated() { levels[coordinates] = level }
    var parts = [[Int]](repeating: [], count: coordinates.count)
    for (level, coordinates) in other.coordinates.enumerated() {
      if let own = levels[places.map { coordinates[$0] }] { parts[own].append(level) }
    }
    return parts
  }
}
