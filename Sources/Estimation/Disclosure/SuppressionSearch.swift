/// Completes primary suppressions until no suppressed count can be worked out from what is published.
///
/// A level suppressed for one item is suppressed for every other item that looks at one of its questions. Lines are
/// closed first (``Suppression``); then each item is audited, and for each domain with an exposed count the published
/// level with the fewest respondents is suppressed beside it: one of its line if there is one, then of its domain, of
/// the domains that share a question with it, and last the whole. When every item is protected by itself, so are the
/// tables that several items show (``ExchangedTables``).
struct SuppressionSearch {
  private let rules: Suppression
  /// By item: the positions of its questions.
  private let questions: [[Int]]
  /// By item: the domains that are audited.
  private let auditedDomains: [[Int]]
  /// By item: its answers as levels of its question; nil where they are none.
  private let answers: [ExchangedTables.Answers?]
  /// By item and domain; the whole is the first domain.
  private(set) var items: [[AuditedDomain]]
  /// By domain: the numbers of all respondents, which the bases of items tell.
  private var sizes: [AuditedDomain]
  /// What the audit found at the end.
  private(set) var summary = DisclosureSummary()

  private let respondentCount: Int

  /// - Parameters:
  ///   - questions: by item, the positions of its questions.
  ///   - names: by item, the names of its questions.
  ///   - answers: by item, its answers as levels of its question; nil where they are none; empty: none are.
  ///   - items: with their primary suppressions.
  ///   - sizes: the numbers of respondents by domain, with their primary suppressions; empty: not looked at.
  init(
    rules: Suppression, questions: [[Int]], names: [[String]], answers: [ExchangedTables.Answers?] = [],
    items: [[AuditedDomain]], sizes: [AuditedDomain] = [], respondentCount: Int
  ) {
    self.rules = rules
    self.respondentCount = respondentCount
    self.questions = questions
    self.answers = answers.isEmpty ? items.map { _ in nil } : answers
    self.sizes = sizes
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
        summary.count(findings)
        var seen: Set<Int> = []
        for cell in findings.exposed where seen.insert(cell.domain).inserted {
          guard let next = Self.next(beside: cell, in: domains) else { continue }
          items[item][audited[next.domain]].isSuppressed[next.level] = true
          hasChanged = true
        }
      }
      if !hasChanged { hasChanged = protectExchanges(&known) }
      if hasChanged { settle() }
    }
  }

  /// Suppresses more where tables that several items show give something away; whether it did.
  private mutating func protectExchanges(_ known: inout [[AuditedDomain]: Findings]) -> Bool {
    let shared = ExchangedTables(items, answers: answers, respondentCount: respondentCount)
    guard shared.hasSecrets else { return false }
    let findings = known[shared.tables] ?? self.findings(shared.tables, marginSize: 1)
    known[shared.tables] = findings
    var hasChanged = false
    var seen: Set<Int> = []
    for cell in findings.exposed where seen.insert(cell.domain).inserted {
      for holder in shared.next(beside: cell, items)
      where !items[holder.item][holder.domain].isSuppressed[holder.level] {
        items[holder.item][holder.domain].isSuppressed[holder.level] = true
        hasChanged = true
      }
    }
    summary.exposedCount += findings.exposed.count
    summary.formerlyKnownCount += findings.formerlyKnownCount
    return hasChanged
  }

  /// What an audit of one item found.
  struct Findings {
    var exposed: [SuppressionAudit.Cell]
    var impliedCount: Int
    var formerlyKnownCount: Int
    var protectedCount: Int
  }

  /// - Parameter marginSize: how many questions a domain crosses whose levels no suppression here can hide.
  private func findings(_ domains: [AuditedDomain], marginSize: Int = 0) -> Findings {
    func exposed(_ domains: [AuditedDomain]) -> [SuppressionAudit.Cell] {
      SuppressionAudit(domains, respondentCount: respondentCount).exposed(width: rules.protection)
    }
    let count = SuppressionAudit(domains, respondentCount: respondentCount).targets.count
    let found = exposed(domains)
    if found.isEmpty { return Findings(exposed: [], impliedCount: 0, formerlyKnownCount: 0, protectedCount: count) }
    // What the whole tells with the sizes and weights of levels and former tables alone, no further suppression of a
    // level can hide.
    var bare = domains
    for domain in bare.indices where bare[domain].variables.count > marginSize {
      bare[domain].isSuppressed = bare[domain].isSuppressed.map { _ in true }
    }
    let always = Set(exposed(bare))
    let hasFormer = bare.contains { !$0.former.isEmpty }
    for domain in bare.indices { bare[domain].former = [] }
    let withoutFormer = hasFormer ? Set(exposed(bare)) : always
    for domain in bare.indices {
      bare[domain].sizes = bare[domain].sizes.map { _ in nil }
      bare[domain].weights = bare[domain].weights.map { _ in nil }
    }
    let implied = marginSize > 0 ? always : always.subtracting(exposed(bare))
    let open = found.filter { !implied.contains($0) }
    let formerlyKnown = found.count { implied.contains($0) && !withoutFormer.contains($0) }
    return Findings(
      exposed: open, impliedCount: found.count - open.count - formerlyKnown, formerlyKnownCount: formerlyKnown,
      protectedCount: count - found.count)
  }

  /// Closes the lines of all items, makes items of one question agree, and hides the sizes of small levels.
  private mutating func settle() {
    rules.complete(&sizes)
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
      if hideSizes() { hasChanged = true }
    }
  }

  /// Suppresses levels whose size must stay open in the items whose bases tell it; whether there was one.
  ///
  /// A published base says that a level has as many respondents, and at most those more who did not answer the item.
  private mutating func hideSizes() -> Bool {
    var hasChanged = false
    for (domain, view) in sizes.enumerated() {
      for level in view.counts.indices where view.isSuppressed[level] && view.counts[level] > 0 {
        while true {
          let shown = items.indices.filter { item in
            !items[item][domain].isSuppressed[level] && !items[item][0].isSuppressed[0]
          }
          func most(_ item: Int) -> Int {
            items[item][domain].counts[level] + respondentCount - items[item][0].counts[0]
          }
          guard let least = shown.map({ items[$0][domain].counts[level] }).max(),
            let first = shown.min(by: { most($0) < most($1) }), Double(most(first) - least) < rules.protection
          else { break }
          items[first][domain].isSuppressed[level] = true
          hasChanged = true
        }
      }
    }
    return hasChanged
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

extension DisclosureSummary {
  /// Counts what an audit found.
  fileprivate mutating func count(_ findings: SuppressionSearch.Findings) {
    exposedCount += findings.exposed.count
    impliedCount += findings.impliedCount
    formerlyKnownCount += findings.formerlyKnownCount
    protectedCount += findings.protectedCount
  }
}
