import Diagnostics
import Estimation
import LinearPrograms

/// The people of a round by qualification, sector, area and gender at once, and which cells must not be given.
///
/// A cell of few people, or one that one or two organisations make up nearly alone, is hidden. Further cells are hidden
/// until no hidden one can be worked out from the breakdowns by one variable: in each of their levels the hidden cells are
/// two or more and reach the minimum together, and a linear program finds room for the minimum in each of them.
struct HeadcountCross: Sendable {
  /// A combination of qualification, sector and area.
  struct Cell: Sendable, Hashable {
    /// The levels, in the order of ``variables``.
    var levels: [String]
    var people = 0
    var women = 0
    /// How many organisations have people in it.
    var units = 0
    var hidesPeople = false
    var hidesGender = false

    var men: Int { people - women }
  }

  /// So many hidden cells are looked at; where there are more, no cell is given.
  static let mostHidden = 2000

  /// What is crossed.
  static let variables = ["qualification", "sector", "area"]

  /// The cells with people, in the order of their levels.
  private(set) var cells: [Cell] = []
  private let minimum: Int
  /// By published level of a variable the cells that make it up; the whole round is one of them.
  private var slabs: [[Int]] = []

  /// Crosses rows.
  ///
  /// - Parameters:
  ///   - rows: each with its levels and its organisation.
  ///   - shown: by variable the levels whose people are given elsewhere.
  /// - Complexity: O(rows + hidden cells · (hidden cells + levels)³) at worst.
  init(
    rows: [(levels: [String], unit: String, row: HeadcountReport.Row)], shown: [Set<String>], minimumCount: Int,
    dominance: DominanceRule?
  ) {
    minimum = minimumCount
    var places: [[String]: Int] = [:]
    var byUnit: [(people: [String: Int], women: [String: Int])] = []
    for (levels, unit, row) in rows where row.people > 0 {
      let place = places[levels] ?? cells.count
      if place == cells.count {
        places[levels] = place
        cells.append(Cell(levels: levels))
        byUnit.append(([:], [:]))
      }
      cells[place].people = cells[place].people.addingCapped(row.people)
      cells[place].women = cells[place].women.addingCapped(row.women)
      byUnit[place].people[unit] = (byUnit[place].people[unit] ?? 0).addingCapped(row.people)
      byUnit[place].women[unit] = (byUnit[place].women[unit] ?? 0).addingCapped(row.women)
    }
    for index in cells.indices {
      cells[index].units = byUnit[index].people.count
      let men = byUnit[index].people.merging(byUnit[index].women) { $0 - $1 }
      cells[index].hidesPeople = isSmall(cells[index].people) || dominance.isDominated(byUnit[index].people)
      cells[index].hidesGender =
        cells[index].hidesPeople || isSmall(cells[index].women) || isSmall(cells[index].men)
        || dominance.isDominated(byUnit[index].women) || dominance.isDominated(men)
    }
    cells.sort { $0.levels.lexicographicallyPrecedes($1.levels) }
    slabs = [Array(cells.indices)]
    for (variable, levels) in shown.enumerated() {
      for level in levels.sorted() { slabs.append(cells.indices.filter { cells[$0].levels[variable] == level }) }
    }
    protect()
  }

  private func isSmall(_ count: Int) -> Bool { count > 0 && count < minimum }

  private mutating func protect() {
    repeat { completeSlabs() } while hideFurther()
    for index in cells.indices where cells[index].hidesPeople { cells[index].hidesGender = true }
    // Of the genders the levels give both sums too: the hidden ones must be two or more and reach the minimum.
    while let next = next(isHidden: \.hidesGender, sums: [\.women, \.men]) { cells[next].hidesGender = true }
  }

  private mutating func completeSlabs() {
    while let next = next(isHidden: \.hidesPeople, sums: [\.people]) { cells[next].hidesPeople = true }
  }

  /// The smallest cell of a level that has to be hidden too; nil when every level is safe, or hidden whole.
  private func next(isHidden: KeyPath<Cell, Bool>, sums: [KeyPath<Cell, Int>]) -> Int? {
    for slab in slabs {
      let hidden = slab.filter { cells[$0][keyPath: isHidden] }
      guard !hidden.isEmpty, hidden.count < slab.count else { continue }
      let isSafe =
        hidden.count > 1
        && sums.allSatisfy { sum in hidden.reduce(0) { $0.addingCapped(cells[$1][keyPath: sum]) } >= minimum }
      if !isSafe { return smallest(of: slab, where: isHidden) }
    }
    return nil
  }

  private func smallest(of slab: [Int], where isHidden: KeyPath<Cell, Bool>) -> Int? {
    slab.filter { !cells[$0][keyPath: isHidden] }.min { (cells[$0].people, $0) < (cells[$1].people, $1) }
  }

  /// Hides further cells where the levels leave hidden ones no room up to the minimum; false when there are none.
  private mutating func hideFurther() -> Bool {
    let hidden = cells.indices.filter { cells[$0].hidesPeople }
    guard hidden.count < cells.count, !hidden.isEmpty else { return false }
    guard hidden.count <= Self.mostHidden else {
      for index in cells.indices { cells[index].hidesPeople = true }
      return false
    }
    let column = Dictionary(uniqueKeysWithValues: hidden.enumerated().map { ($1, $0) })
    let rows = slabs.compactMap { slab -> LinearProgram.Row? in
      let terms = slab.compactMap { column[$0] }
      guard !terms.isEmpty else { return nil }
      let sum = Double(slab.filter { cells[$0].hidesPeople }.reduce(0) { $0.addingCapped(cells[$1].people) })
      return LinearProgram.Row(terms.map { ($0, 1) }, in: sum...sum)
    }
    var program = LinearProgram(
      columns: hidden.map { _ in 0...Double.greatestFiniteMagnitude }, rows: rows)
    // A solution that leaves one cell room leaves others room too: those need no program of their own.
    var isOpen = hidden.map { cells[$0].people >= minimum }
    var wanted: Set<Int> = []
    for (number, cell) in hidden.enumerated() where !isOpen[number] {
      let best = program.optimum(of: [(number, 1)], isLargest: true)
      for (place, value) in (best?.columns ?? []).enumerated() where value >= Double(minimum) - 1e-6 {
        isOpen[place] = true
      }
      if isOpen[number] { continue }
      // The cells that share a level with it, the smallest first; when all are hidden, any other.
      let near = slabs.dropFirst().filter { $0.contains(cell) }.flatMap(\.self)
      if let next = smallest(of: near, where: \.hidesPeople) ?? smallest(of: slabs[0], where: \.hidesPeople) {
        wanted.insert(next)
      }
    }
    for cell in wanted { cells[cell].hidesPeople = true }
    return !wanted.isEmpty
  }
}
