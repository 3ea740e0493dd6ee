/// The people of a round by the levels of one breakdown, and which figures must not be given.
///
/// A count from 1 to the minimum less 1 is hidden, of people or of one gender, and the other gender with it. Then further
/// levels are hidden, the smallest first, until the hidden ones are two or more and together reach the minimum: the total
/// less what is shown tells nothing smaller.
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

    var men: Int { people - women }
  }

  /// What is broken down by: `qualification`, `sector`, `area`; "" for everybody.
  let name: String
  private(set) var levels: [Level]

  /// Sums rows by a level of theirs, in the order of the names.
  init(_ name: String, rows: [(level: String, row: HeadcountReport.Row)], minimumCount: Int) {
    self.name = name
    var sums: [String: Level] = [:]
    for (level, row) in rows {
      sums[level, default: Level(name: level)].people = (sums[level]?.people ?? 0).addingCapped(row.people)
      sums[level, default: Level(name: level)].women = (sums[level]?.women ?? 0).addingCapped(row.women)
    }
    levels = sums.values.sorted { $0.name < $1.name }
    protect(minimumCount)
  }

  /// The level of a name.
  func level(_ name: String) -> Level? { levels.first { $0.name == name } }

  private mutating func protect(_ minimum: Int) {
    func isSmall(_ count: Int) -> Bool { count > 0 && count < minimum }
    for index in levels.indices {
      levels[index].hidesPeople = isSmall(levels[index].people)
      levels[index].hidesGender =
        levels[index].hidesPeople || isSmall(levels[index].women) || isSmall(levels[index].men)
    }
    // The one level that there is, is the whole.
    guard levels.count > 1 else { return }
    while let next = next(minimum, isHidden: \.hidesPeople, sums: [\.people]) {
      levels[next].hidesPeople = true
      levels[next].hidesGender = true
    }
    while let next = next(minimum, isHidden: \.hidesGender, sums: [\.women, \.men]) { levels[next].hidesGender = true }
  }

  /// The smallest level that has to be hidden too; nil when what is hidden is safe, or everything is.
  private func next(_ minimum: Int, isHidden: KeyPath<Level, Bool>, sums: [KeyPath<Level, Int>]) -> Int? {
    let hidden = levels.filter { $0[keyPath: isHidden] && $0.people > 0 }
    guard !hidden.isEmpty else { return nil }
    let isSafe =
      hidden.count > 1
      && sums.allSatisfy { sum in hidden.reduce(0) { $0.addingCapped($1[keyPath: sum]) } >= minimum }
    if isSafe { return nil }
    return levels.indices.filter { !levels[$0][keyPath: isHidden] && levels[$0].people > 0 }
      .min { levels[$0].people < levels[$1].people }
  }
}
