import Estimation

/// The people of a round by the levels of one breakdown, and which figures must not be given.
///
/// A count from 1 to the minimum less 1 is hidden, of people or of one gender, and the other gender with it. Then further
/// levels are hidden, the smallest first, until the hidden ones are two or more and together reach the minimum: the total
/// less what is shown tells nothing smaller.
///
/// With a rule of dominance the same holds for totals that one or two organisations make up nearly alone.
struct HeadcountMargin: Sendable, Hashable {
  /// A level with its counts.
  struct Level: Sendable, Hashable {
    var name: String
    var people = 0
    var women = 0
    /// Whether people, and so both genders, are hidden.
    var hidesPeople = false
    /// Whether women and men are hidden.
    var hidesGender = false
    /// People, and women among them, by organisation.
    var peopleByUnit: [String: Int] = [:]
    var womenByUnit: [String: Int] = [:]

    var men: Int { people - women }
  }

  /// What is broken down by: `qualification`, `sector`, `area`; "" for everybody.
  let name: String
  private(set) var levels: [Level]
  private let dominance: DominanceRule?

  /// Sums rows by a level of theirs, in the order of the names.
  ///
  /// - Parameter units: the organisation of each row; without them no total is dominated.
  init(
    _ name: String, rows: [(level: String, row: HeadcountReport.Row)], units: [String] = [], minimumCount: Int,
    dominance: DominanceRule? = nil
  ) {
    self.name = name
    self.dominance = dominance
    var sums: [String: Level] = [:]
    for (number, (level, row)) in rows.enumerated() {
      var sum = sums[level] ?? Level(name: level)
      sum.people = sum.people.addingCapped(row.people)
      sum.women = sum.women.addingCapped(row.women)
      if dominance != nil, units.indices.contains(number) {
        sum.peopleByUnit[units[number]] = (sum.peopleByUnit[units[number]] ?? 0).addingCapped(row.people)
        sum.womenByUnit[units[number]] = (sum.womenByUnit[units[number]] ?? 0).addingCapped(row.women)
      }
      sums[level] = sum
    }
    levels = sums.values.sorted { $0.name < $1.name }
    protect(minimumCount)
  }

  /// The level of a name.
  func level(_ name: String) -> Level? { levels.first { $0.name == name } }

  private mutating func protect(_ minimum: Int) {
    func isSmall(_ count: Int) -> Bool { count > 0 && count < minimum }
    for index in levels.indices {
      let level = levels[index]
      levels[index].hidesPeople = isSmall(level.people) || dominance.isDominated(level.peopleByUnit)
      levels[index].hidesGender =
        levels[index].hidesPeople || isSmall(level.women) || isSmall(level.men)
        || dominance.isDominated(level.womenByUnit) || dominance.isDominated(level.menByUnit)
    }
    // The one level that there is, is the whole.
    guard levels.count > 1 else { return }
    while let next = next(minimum, isHidden: \.hidesPeople, sums: [\.people], byUnit: [\.peopleByUnit]) {
      levels[next].hidesPeople = true
      levels[next].hidesGender = true
    }
    while let next = next(
      minimum, isHidden: \.hidesGender, sums: [\.women, \.men], byUnit: [\.womenByUnit, \.menByUnit])
    { levels[next].hidesGender = true }
  }

  /// The smallest level that has to be hidden too; nil when what is hidden is safe, or everything is.
  private func next(
    _ minimum: Int, isHidden: KeyPath<Level, Bool>, sums: [KeyPath<Level, Int>],
    byUnit: [KeyPath<Level, [String: Int]>]
  ) -> Int? {
    let hidden = levels.filter { $0[keyPath: isHidden] && $0.people > 0 }
    guard !hidden.isEmpty else { return nil }
    let isSafe =
      hidden.count > 1
      && sums.allSatisfy { sum in hidden.reduce(0) { $0.addingCapped($1[keyPath: sum]) } >= minimum }
      && byUnit.allSatisfy { units in !dominance.isDominated(hidden.map { $0[keyPath: units] }.summed) }
    if isSafe { return nil }
    return levels.indices.filter { !levels[$0][keyPath: isHidden] && levels[$0].people > 0 }
      .min { levels[$0].people < levels[$1].people }
  }
}

extension HeadcountMargin.Level {
  /// Men by organisation.
  var menByUnit: [String: Int] {
    Dictionary(uniqueKeysWithValues: peopleByUnit.map { ($0.key, $0.value - (womenByUnit[$0.key] ?? 0)) })
  }
}

extension [[String: Int]] {
  /// The sums by organisation.
  var summed: [String: Int] {
    reduce(into: [:]) { sums, part in sums.merge(part) { $0.addingCapped($1) } }
  }
}

extension DominanceRule? {
  /// Whether a total must not be given, by what organisations contribute to it; never without a rule.
  func isDominated(_ byUnit: [String: Int]) -> Bool { self?.isDominated(byUnit.values.map(Double.init)) ?? false }
}
