/// Finds figures whose difference would tell a small group of people.
///
/// A figure counts cells: the women or the men of one row. Where figures that are given lie inside another one and do not
/// overlap, the difference is known to everybody; when it is of few people, the smallest figure that can be left out is.
struct HeadcountProtection: Sendable, Hashable {
  /// The people of each cell.
  let counts: [Int]
  /// The cells of the figures that are given in any case.
  let given: [Set<Int>]
  let minimumCount: Int

  /// A figure that may be left out.
  struct Figure {
    let cells: Set<Int>
    var isHidden: Bool
  }

  /// What is shown: a figure that can be left out has a number.
  private struct Shown {
    var cells: Set<Int>
    var people: Int
    var number: Int?
  }

  /// Hides figures until no difference of those given is small.
  ///
  /// Each figure is held against each that lies inside it alone, and against those that fill it without overlapping,
  /// taken from the largest down and from the smallest up.
  /// - Complexity: O(figures³) comparisons of sets at worst; each round hides one figure.
  func protect(_ figures: inout [Figure]) {
    for index in figures.indices where isSmall(people(figures[index].cells)) { figures[index].isHidden = true }
    while let next = unsafeFigure(figures) { figures[next].isHidden = true }
  }

  /// A figure to be left out next; nil when nothing small can be told.
  private func unsafeFigure(_ figures: [Figure]) -> Int? {
    let shown = figures.indices.filter { !figures[$0].isHidden && !figures[$0].cells.isEmpty }
    // What is given in any case comes first, without a number of its own.
    let all =
      given.map { Shown(cells: $0, people: people($0)) }
      + shown.map { Shown(cells: figures[$0].cells, people: people(figures[$0].cells), number: $0) }
    for whole in all {
      let parts = all.filter { $0.cells.count < whole.cells.count && $0.cells.isSubset(of: whole.cells) }
      guard whole.number != nil || parts.contains(where: { $0.number != nil }) else { continue }
      let bySize = parts.sorted { $0.cells.count < $1.cells.count }
      for chosen in parts.map({ [$0] }) + [disjoint(bySize), disjoint(bySize.reversed())] {
        // What is chosen lies inside and does not overlap.
        let rest = whole.people - chosen.reduce(0) { $0.addingCapped($1.people) }
        guard !chosen.isEmpty, isSmall(rest) else { continue }
        let candidates = (chosen + [whole]).filter { $0.number != nil }
        if let least = candidates.min(by: { $0.people < $1.people })?.number { return least }
      }
    }
    return nil
  }

  private func disjoint(_ parts: [Shown]) -> [Shown] {
    var covered: Set<Int> = []
    return parts.filter { part in
      guard covered.isDisjoint(with: part.cells) else { return false }
      covered.formUnion(part.cells)
      return true
    }
  }

  private func people(_ cells: Set<Int>) -> Int { cells.reduce(0) { $0.addingCapped(counts[$1]) } }

  private func isSmall(_ count: Int) -> Bool { count > 0 && count < minimumCount }
}
