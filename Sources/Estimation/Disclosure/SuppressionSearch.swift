/// Completes primary suppressions until no suppressed count can be worked out from what is published.
///
/// A level suppressed for one item is suppressed for every other item that looks at one of its questions. Lines are
/// closed first (``Suppression``); then each item is audited, and for each domain with an exposed count the published
/// level with the fewest respondents is suppressed beside it: one of its line if there is one, then of its domain, of
/// the domains that share a question with it, and last the whole.
struct SuppressionSearch {
  private let rules: Suppression
  /// By item: the positions of its questions.
  private let questions: [[Int]]
  /// By item and domain; the whole is the first domain.
  private(set) var items: [[AuditedDomain]]
  /// What the audit found at the end.
  private(set) var summary = DisclosureSummary()

  private let respondentCount: Int

  init(rules: Suppression, questions: [[Int]], items: [[AuditedDomain]], respondentCount: Int) {
    self.rules = rules
    self.respondentCount = respondentCount
    self.questions = questions
    self.items = items
  }

  /// Suppresses what has to be.
  ///
  /// - Complexity: an audit of each item with suppressed levels, and one more of an item for each level it adds.
  mutating func run() {
    if rules.minimumCount <= 1, rules.minimumCell <= 1 { return }
    settle()
    var exposed: [[AuditedDomain]: [SuppressionAudit.Cell]] = [:]
    var protectedCounts: [[AuditedDomain]: Int] = [:]
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      summary = DisclosureSummary()
      for item in items.indices where items[item].contains(where: { $0.isSuppressed.contains(true) }) {
        let domains = items[item]
        if exposed[domains] == nil {
          let audit = SuppressionAudit(domains, respondentCount: respondentCount)
          let found = audit.exposed(width: rules.protection)
          exposed[domains] = found
          protectedCounts[domains] = audit.targets.count - found.count
        }
        let found = exposed[domains] ?? []
        summary.exposedCount += found.count
        summary.protectedCount += protectedCounts[domains] ?? 0
        var seen: Set<Int> = []
        for cell in found where seen.insert(cell.domain).inserted {
          guard let next = Self.next(beside: cell, in: items[item]) else { continue }
          items[item][next.domain].isSuppressed[next.level] = true
          hasChanged = true
        }
      }
      if hasChanged { settle() }
    }
  }

  /// Closes the lines of all items and makes items of one question agree.
  private mutating func settle() {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      var byQuestion: [Int: [[Bool]]] = [:]
      for item in items.indices {
        let flags = items[item].map(\.isSuppressed)
        for question in questions[item] {
          byQuestion[question] = byQuestion[question].map { zip($0, flags).map(Self.union) } ?? flags
        }
      }
      for item in items.indices {
        let before = items[item]
        for flags in questions[item].compactMap({ byQuestion[$0] }) {
          for domain in items[item].indices {
            items[item][domain].isSuppressed = Self.union(items[item][domain].isSuppressed, flags[domain])
          }
        }
        rules.complete(&items[item])
        if items[item] != before { hasChanged = true }
      }
    }
  }

  private static func union(_ left: [Bool], _ right: [Bool]) -> [Bool] { zip(left, right).map { $0 || $1 } }

  /// The level to suppress next; nil when everything is.
  private static func next(
    beside cell: SuppressionAudit.Cell, in domains: [AuditedDomain]
  ) -> (domain: Int, level: Int)? {
    let own = domains[cell.domain]
    func cheapest(_ domain: Int, where isSuitable: (Int) -> Bool = { _ in true }) -> Int? {
      let view = domains[domain]
      return view.counts.indices.filter { !view.isSuppressed[$0] && view.counts[$0] > 0 && isSuitable($0) }
        .min { (view.counts[$0], $0) < (view.counts[$1], $1) }
    }
    let inLine = cheapest(cell.domain) { level in
      zip(own.coordinates[level], own.coordinates[cell.level]).count { $0 != $1 } == 1
    }
    if let level = inLine ?? cheapest(cell.domain) { return (cell.domain, level) }
    let related = domains.indices.filter { !Set(domains[$0].variables).isDisjoint(with: own.variables) }
    for domain in related + domains.indices.reversed() {
      if let level = cheapest(domain) { return (domain, level) }
    }
    return nil
  }
}
