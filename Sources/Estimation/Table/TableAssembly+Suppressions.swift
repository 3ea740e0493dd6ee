import Tabulation

extension TableAssembly {
  /// What is suppressed beside the primary suppressions so that nothing suppressed follows from what is published, now
  /// and before.
  ///
  /// A former table that what is published contradicts tells nothing. Since more is suppressed in the end than at the
  /// beginning, what contradicts is looked at again, until the answer stays the same.
  func suppressions(_ primary: [[AuditedDomain]]) -> SuppressionSearch {
    let sizes = levelSizes(primary)
    func search(_ items: [[AuditedDomain]]) -> SuppressionSearch {
      var search = SuppressionSearch(
        rules: Suppression(plan.disclosure), questions: entries.map(\.questions),
        names: entries.map { $0.item.split(separator: "|").map(String.init) }, answers: entries.map(answersAsLevels),
        items: items, sizes: sizes, respondentCount: respondentCount)
      search.run()
      return search
    }
    let tables = plan.publishedBefore.map(FormerCounts.init)
    var items = primary
    addFormer(tables, to: &items, published: primary)
    var found = search(items)
    if tables.isEmpty { return found }
    for _ in 0..<Self.mostLooks {
      var again = primary
      addFormer(tables, to: &again, published: found.items)
      // What was held for contradicted and is no longer: everything known before stays known.
      guard again.map({ $0.map(\.former) }) != items.map({ $0.map(\.former) }) else { break }
      items = again
      found = search(items)
    }
    return found
  }

  /// How often contradictions are looked at again; each look takes more tables for true.
  private static let mostLooks = 4

  /// Adds what tables published before leave of the counts of every item.
  private func addFormer(_ tables: [FormerCounts], to items: inout [[AuditedDomain]], published: [[AuditedDomain]]) {
    if tables.isEmpty { return }
    let levelNames = domains.map { $0.rows.levels.map(\.name) }
    for (number, entry) in entries.enumerated() {
      let codes = entry.measure is ShareMeasure || entry.measure is ConsensusMeasure ? entry.measure.slotNames : []
      for table in tables {
        FormerLink(
          table, name: entry.item, item: published[number], domains: domains.map(\.rows.name), levelNames: levelNames,
          answers: codes)?.narrow(&items[number])
      }
    }
  }

  /// By domain: the numbers of respondents, whether they answered an item or not; those below the minimum count are secret
  /// unless the shares of the domain's own question are published.
  private func levelSizes(_ items: [[AuditedDomain]]) -> [AuditedDomain] {
    guard let first = items.first else { return [] }
    return domains.indices.map { domain in
      var sizes = first[domain]
      sizes.counts = domains[domain].rows.levels.map { level in
        domains[domain].rows.rows[level.rows].reduce(0) { $0 + $1.weights.count }
      }
      sizes.answers = sizes.counts.map { _ in [] }
      sizes.former = []
      sizes.isSuppressed = sizes.counts.indices.map { level in
        sizes.sizes[level] == nil
          && Suppression(plan.disclosure).isPrimary(LevelFigures(count: sizes.counts[level], figures: []))
      }
      return sizes
    }
  }

  /// The answers of an item of one question as levels of domains; nil when they are none or the question makes no domain.
  func answersAsLevels(_ entry: IndicatorEntry) -> ExchangedTables.Answers? {
    guard entry.measure is ShareMeasure || entry.measure is ConsensusMeasure, entry.questions.count == 1,
      let domain = variables.firstIndex(where: { $0.contains(entry.item) }),
      let place = variables[domain].firstIndex(of: entry.item)
    else { return nil }
    let names = domains[domain].rows.levelNames[place]
    let levels = entry.measure.slotNames.compactMap(names.firstIndex)
    guard levels.count == entry.measure.slotNames.count else { return nil }
    return ExchangedTables.Answers(question: entry.item, levels: levels)
  }
}
