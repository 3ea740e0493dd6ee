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
  /// By item: the domains that are audited.
  private let auditedDomains: [[Int]]
  /// By item and domain; the whole is the first domain.
  private(set) var items: [[AuditedDomain]]
  /// What the audit found at the end.
  private(set) var summary = DisclosureSummary()

  private let respondentCount: Int

  /// - Parameters:
  ///   - questions: by item, the positions of its questions.
  ///   - names: by item, the names of its questions.
  ///   - items: with their primary suppressions.
  init(rules: Suppression, questions: [[Int]], names: [[String]], items: [[AuditedDomain]], respondentCount: Int) {
    self.rules = rules
    self.respondentCount = respondentCount
    self.questions = questions
    auditedDomains = zip(names, items).map { names, domains in
      domains.indices.filter { Set(domains[$0].variables).isDisjoint(with: names) }
    }
    self.items = items
  }

  /// Suppresses what has to be.
  ///
  /// Levels of an item's own question say no more than its shares do; they are not audited.
  ///
  /// - Complexity: an audit of each item with suppressed levels, and one more of an item for each level it adds.
  mutating func run() {
    if rules.minimumCount <= 1, rules.minimumCell <= 1 { return }
    settle()
    var known: [[AuditedDomain]: Findings] = [:]
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      summary = DisclosureSummary()
      for item in items.indices where items[item].contains(where: { $0.isSuppressed.contains(true) }) {
        let audited = auditedDomains[item]
        let domains = audited.map { items[item][$0] }
        let findings = known[domains] ?? self.findings(domains)
        known[domains] = findings
        summary.exposedCount += findings.exposed.count
        summary.impliedCount += findings.impliedCount
        summary.protectedCount += findings.protectedCount
        var seen: Set<Int> = []
        for cell in findings.exposed where seen.insert(cell.domain).inserted {
          guard let next = Self.next(beside: cell, in: domains) else { continue }
          items[item][audited[next.domain]].isSuppressed[next.level] = true
          hasChanged = true
        }
      }
      if hasChanged { settle() }
    }
  }

  /// What an audit of one item found.
  private struct Findings {
    var exposed: [SuppressionAudit.Cell]
    var impliedCount: Int
    var protectedCount: Int
  }

  private func findings(_ domains: [AuditedDomain]) -> Findings {
    func exposed(_ domains: [AuditedDomain]) -> [SuppressionAudit.Cell] {
      SuppressionAudit(domains, respondentCount: respondentCount).exposed(width: rules.protection)
    }
    let count = SuppressionAudit(domains, respondentCount: respondentCount).targets.count
    let found = exposed(domains)
    if found.isEmpty { return Findings(exposed: [], impliedCount: 0, protectedCount: count) }
    // What the whole tells with the sizes and weights of levels alone, no further suppression of a level can hide.
    var bare = domains
    for domain in bare.indices where !bare[domain].variables.isEmpty {
      bare[domain].isSuppressed = bare[domain].isSuppressed.map { _ in true }
    }
    let always = Set(exposed(bare))
    for domain in bare.indices {
      bare[domain].sizes = bare[domain].sizes.map { _ in nil }
      bare[domain].weights = bare[domain].weights.map { _ in nil }
    }
    let implied = always.subtracting(exposed(bare))
    let open = found.filter { !implied.contains($0) }
    return Findings(
      exposed: open, impliedCount: found.count - open.count, protectedCount: count - found.count)
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
