/// The counts that a table published before tells: bases, and answer counts where shares times base are whole numbers.
///
/// They are whole numbers where the respondents of a row have one weight; elsewhere only the base is known.
struct FormerCounts {
  private var levels: [Place: Counts] = [:]

  private static let mostPeople = 10_000_000_000

  private struct Place: Hashable {
    var item: String
    var domain: String
    var level: String
  }

  private struct Counts {
    /// Nil when rows of the item contradict each other.
    var base: Int?
    var shares: [String: Double] = [:]
  }

  init(_ published: PublishedBefore) {
    for row in published.rows where !row.flags.contains(.suppressed) && Self.tellsBase(row.statistic) {
      // A file may hold any number; no survey has more people than this.
      guard let base = row.baseCount, (0...Self.mostPeople).contains(base) else { continue }
      let place = Place(item: row.item, domain: row.domain, level: row.domainLevel)
      var counts = levels[place] ?? Counts(base: base)
      if counts.base != base { counts.base = nil }
      if row.statistic == .proportion, let share = row.estimate { counts.shares[row.level] = share }
      levels[place] = counts
    }
  }

  /// Rows about two waves, two levels or a whole indicator have bases of their own.
  private static func tellsBase(_ statistic: Statistic) -> Bool {
    [.proportion, .agree, .mean, .total, .consensus, .gap, .borda, .topShare].contains(statistic)
  }

  /// The base of an item in a level, and the counts of some answers; nil where nothing was published.
  func counts(_ item: String, domain: String, level: String, answers: [String]) -> (base: Int, answers: [Int?])? {
    guard let found = levels[Place(item: item, domain: domain, level: level)], let base = found.base else { return nil }
    let counts = answers.map { answer in
      found.shares[answer].flatMap { share -> Int? in
        guard (0...1).contains(share) else { return nil }
        let count = share * Double(base)
        guard let whole = Int(exactly: count.rounded()), abs(count - Double(whole)) < 1e-6 else { return nil }
        return whole
      }
    }
    // One share that is no whole number: the respondents weigh differently, and the others are so by chance.
    return (base, counts.contains { $0 == nil } ? counts.map { _ in nil } : counts)
  }
}

/// What a table published before leaves of an item's counts, when the same people gave the same answers in both.
///
/// The reader is taken to believe that as few people joined or left as the two bases of the item allow: all of the
/// difference lies on one side. What both tables show can refute it; then the reader has learnt nothing certain. Bases
/// may stand the test where answers do not.
struct FormerLink {
  /// By domain, by level.
  private let ranges: [[FormerRanges]]
  private let hasBases: Bool
  private let hasAnswers: Bool

  /// - Parameters:
  ///   - item: the item's domains, the whole first, and what of them is published now.
  ///   - levelNames: by domain, the names of its levels.
  ///   - answers: the codes of the answer counts; empty: only bases are compared.
  /// - Returns: nil when the item's whole is not published in both tables.
  init?(
    _ former: FormerCounts, name: String, item: [AuditedDomain], domains: [String], levelNames: [[String]],
    answers: [String]
  ) {
    guard let whole = item.first, !whole.isSuppressed[0],
      let before = former.counts(name, domain: "", level: "", answers: answers)
    else { return nil }
    let change = whole.counts[0] - before.base
    func range(_ count: Int) -> ClosedRange<Int> {
      let other = max(0, count + change)
      return min(count, other)...max(count, other)
    }
    ranges = zip(domains, levelNames).map { domain, names in
      names.map { level in
        guard let counts = former.counts(name, domain: domain, level: level, answers: answers) else {
          return FormerRanges()
        }
        return FormerRanges(base: range(counts.base), answers: counts.answers.map { $0.map(range) })
      }
    }
    (hasBases, hasAnswers) = Self.stands(ranges, item)
  }

  /// Whether what both tables show of bases and of answers agrees.
  private static func stands(_ ranges: [[FormerRanges]], _ item: [AuditedDomain]) -> (bases: Bool, answers: Bool) {
    var result = (bases: true, answers: true)
    for (ranges, domain) in zip(ranges, item) {
      for (level, range) in ranges.enumerated() where !domain.isSuppressed[level] {
        if range.base?.contains(domain.counts[level]) == false { result.bases = false }
        for (answer, count) in zip(range.answers, domain.answers[level]) where answer?.contains(count) == false {
          result.answers = false
        }
      }
    }
    return (result.bases, result.bases && result.answers)
  }

  /// Adds what the former table leaves of the item's counts.
  func narrow(_ item: inout [AuditedDomain]) {
    guard hasBases else { return }
    for (domain, ranges) in ranges.enumerated() where ranges.contains(where: { $0.base != nil }) {
      var former = item[domain].former
      if former.isEmpty { former = ranges.map { _ in FormerRanges() } }
      for (level, range) in ranges.enumerated() {
        former[level].base = Self.both(former[level].base, range.base)
        guard hasAnswers else { continue }
        if former[level].answers.isEmpty { former[level].answers = range.answers.map { _ in nil } }
        for (answer, count) in range.answers.enumerated() {
          former[level].answers[answer] = Self.both(former[level].answers[answer], count)
        }
      }
      item[domain].former = former
    }
  }

  private static func both(_ first: ClosedRange<Int>?, _ second: ClosedRange<Int>?) -> ClosedRange<Int>? {
    guard let first, let second else { return first ?? second }
    return first.overlaps(second) ? first.clamped(to: second) : first
  }
}
