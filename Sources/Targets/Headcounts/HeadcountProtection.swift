import Estimation

/// People of a headcount that a figure counts: those of a measure in an area.
struct HeadcountGroup: Sendable, Hashable {
  var measure = HeadcountMeasure()
  /// The rows of the area, whomever they count; nil: all.
  var area: Set<Int>?
  /// How many people these are.
  var people: Int
  /// How many of them by organisation; empty where no rule of dominance asks.
  var byUnit: [String: Int] = [:]

  /// Whether every reader knows that another group holds this one.
  func isPart(of other: HeadcountGroup) -> Bool {
    guard measure.isPart(of: other.measure) else { return false }
    guard let whole = other.area else { return true }
    return area.map { $0.isSubset(of: whole) } ?? false
  }

  /// Whether every reader knows that nobody is in both.
  func isDisjoint(with other: HeadcountGroup) -> Bool {
    if measure.isDisjoint(with: other.measure) { return true }
    guard let area, let otherArea = other.area else { return false }
    return area.isDisjoint(with: otherArea)
  }
}

/// Finds figures whose difference would tell a small group of people.
///
/// Where groups whose figures are given lie inside another one and do not overlap, the rest is known to everybody; when it
/// is of few people, the smallest figure that can be left out is.
struct HeadcountProtection: Sendable, Hashable {
  /// The groups whose figures are given in any case.
  let given: [HeadcountGroup]
  let minimumCount: Int
  /// When a total says too much of one organisation; nil: never.
  var dominance: DominanceRule?

  /// A figure that may be left out.
  struct Figure {
    let group: HeadcountGroup
    var isHidden: Bool
  }

  /// What is shown: a figure that can be left out has a number.
  private struct Shown {
    var group: HeadcountGroup
    var number: Int?
  }

  /// Hides figures until no difference of those given is small.
  ///
  /// Each figure is held against each that lies inside it alone, and against those that fill it without overlapping,
  /// taken from the largest down and from the smallest up.
  /// - Complexity: O(figures³) comparisons of groups at worst; each round hides one figure.
  func protect(_ figures: inout [Figure]) {
    for index in figures.indices
    where isSmall(figures[index].group.people) || dominance.isDominated(figures[index].group.byUnit) {
      figures[index].isHidden = true
    }
    while let next = unsafeFigure(figures) { figures[next].isHidden = true }
  }

  /// A figure to be left out next; nil when nothing small can be told.
  private func unsafeFigure(_ figures: [Figure]) -> Int? {
    // What is given in any case comes first, without a number of its own.
    let all =
      given.map { Shown(group: $0) }
      + figures.indices.filter { !figures[$0].isHidden }.map { Shown(group: figures[$0].group, number: $0) }
    for whole in all where whole.group.people > 0 {
      let parts = all.filter { $0.group.people > 0 && $0.group != whole.group && $0.group.isPart(of: whole.group) }
      guard whole.number != nil || parts.contains(where: { $0.number != nil }) else { continue }
      let bySize = parts.sorted { $0.group.people < $1.group.people }
      for chosen in parts.map({ [$0] }) + [disjoint(bySize), disjoint(bySize.reversed())] {
        let rest = whole.group.people - chosen.reduce(0) { $0.addingCapped($1.group.people) }
        guard !chosen.isEmpty, isSmall(rest) || isDominated(whole.group, less: chosen.map(\.group)) else { continue }
        let candidates = (chosen + [whole]).filter { $0.number != nil }
        if let least = candidates.min(by: { $0.group.people < $1.group.people })?.number { return least }
      }
    }
    return nil
  }

  private func disjoint(_ parts: [Shown]) -> [Shown] {
    var chosen: [Shown] = []
    for part in parts where chosen.allSatisfy({ $0.group.isDisjoint(with: part.group) }) { chosen.append(part) }
    return chosen
  }

  private func isDominated(_ whole: HeadcountGroup, less parts: [HeadcountGroup]) -> Bool {
    guard dominance != nil else { return false }
    let known = parts.map(\.byUnit).summed
    return dominance.isDominated(whole.byUnit.merging(known) { $0 - $1 }.filter { $0.value > 0 })
  }

  private func isSmall(_ count: Int) -> Bool { count > 0 && count < minimumCount }
}
