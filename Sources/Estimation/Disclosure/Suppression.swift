/// Which levels of which domains of an item are not published.
///
/// A level is suppressed with everything that was computed of the item in it, because a mean, a consensus or an n can
/// give a hidden count back:
/// - its base is below the minimum count, or
/// - a few numbers make up too much of a total or mean (``DominanceRule``), when the plan has such a rule, or
/// - a published answer was given by fewer than the minimum cell but somebody, or by all but that many, or
/// - it is the only suppressed level of its line (the levels that differ in one of the crossed questions), or those
///   suppressed in the line have together fewer respondents than the minimum count: then the smallest others are
///   suppressed too, so that subtraction from the published whole gives nobody away, or
/// - it is part of a suppressed level of a domain with fewer questions, or
/// - without it an audit of everything published could still give a suppressed count back (``SuppressionSearch``).
struct Suppression: Sendable {
  let minimumCount: Int
  let minimumCell: Int
  /// The width that the interval of a suppressed count must have.
  let protection: Double
  /// When totals and means are suppressed for their largest contributions; nil: never.
  let dominance: DominanceRule?

  init(_ rules: DisclosureRules) {
    minimumCount = max(1, rules.minimumCount)
    minimumCell = rules.minimumCell ?? min(3, max(1, rules.minimumCount))
    protection = Double(max(1, rules.protection))
    dominance = rules.dominance
  }

  /// Whether a level is suppressed for itself.
  func isPrimary(_ level: LevelFigures) -> Bool {
    if level.count < minimumCount { return minimumCount > 1 || level.count > 0 && minimumCell > 1 }
    if let dominance, let numbers = level.contributions,
      dominance.isDominated(largest: numbers.largest, sum: numbers.sum)
    {
      return true
    }
    return level.publishedCounts.contains { count in
      (count > 0 && count < minimumCell) || (count < level.count && level.count - count < minimumCell)
    }
  }

  /// Completes the primary suppressions of an item's domains; the whole is the domain without questions.
  ///
  /// - Complexity: O(domains² × levels × levels of a line).
  func complete(_ domains: inout [AuditedDomain]) {
    if minimumCount <= 1, minimumCell <= 1 { return }
    let order = domains.indices.sorted { (domains[$0].variables.count, $0) < (domains[$1].variables.count, $1) }
    for (place, index) in order.enumerated() {
      for parent in order[..<place] { Self.inherit(from: domains[parent], to: &domains[index]) }
      while closeLines(of: &domains[index]) {}
    }
  }

  /// Suppresses the parts of suppressed levels of a domain whose questions are among those of the other.
  private static func inherit(from parent: AuditedDomain, to child: inout AuditedDomain) {
    guard !parent.variables.isEmpty, parent.isPart(of: child), parent.isSuppressed.contains(true) else { return }
    for (level, parts) in parent.parts(in: child).enumerated() where parent.isSuppressed[level] {
      for part in parts { child.isSuppressed[part] = true }
    }
  }

  /// Closes every line of a domain once; whether something was suppressed.
  private func closeLines(of domain: inout AuditedDomain) -> Bool {
    var hasChanged = false
    for variable in domain.variables.indices {
      var lines: [[Int]: [Int]] = [:]
      for (level, coordinates) in domain.coordinates.enumerated() where domain.counts[level] > 0 {
        var line = coordinates
        line.remove(at: variable)
        lines[line, default: []].append(level)
      }
      for line in lines.values {
        while let next = smallestNeeded(in: line, of: domain) {
          domain.isSuppressed[next] = true
          hasChanged = true
        }
      }
    }
    return hasChanged
  }

  /// The next level of a line to suppress; nil when the line is safe.
  private func smallestNeeded(in line: [Int], of domain: AuditedDomain) -> Int? {
    let suppressed = line.filter { domain.isSuppressed[$0] }
    if suppressed.isEmpty { return nil }
    let together = suppressed.reduce(0) { $0 + domain.counts[$1] }
    if suppressed.count > 1, together >= minimumCount { return nil }
    return line.filter { !domain.isSuppressed[$0] }.min { (domain.counts[$0], $0) < (domain.counts[$1], $1) }
  }
}
