/// Counts that several items show: sector by gender is gender by sector turned round.
///
/// An item of one question in a domain is a table of counts by that question and those of the domain; the same question
/// may be the item here and a domain there. A count is known to the reader when one of the items that hold it is
/// published in the level concerned, so a count stays secret only where every one of them is suppressed. The tables are
/// audited together with those they are parts of, up to each question by itself.
struct ExchangedTables {
  /// One table per set of questions, as the audit wants them: counts without answers.
  private(set) var tables: [AuditedDomain] = []
  /// By table, by cell: what shows it.
  private(set) var holders: [[[Holder]]] = []

  /// An item in a level of a domain.
  struct Holder: Hashable {
    var item: Int
    var domain: Int
    var level: Int
  }

  /// What an item says as a table by its own question.
  struct Answers: Hashable {
    /// The question.
    var question: String
    /// By answer counted: the position of the level that it is where the question makes a domain.
    var levels: [Int]
  }

  /// - Parameters:
  ///   - items: by item and domain, with what is suppressed.
  ///   - answers: by item; nil for items whose answers are not the levels of one question.
  init(_ items: [[AuditedDomain]], answers: [Answers?], respondentCount: Int) {
    let places = Self.places(items, answers)
    if places.isEmpty { return }
    tables.append(
      AuditedDomain(
        variables: [], coordinates: [[]], counts: [respondentCount], answers: [[]], weights: [nil], sizes: [nil],
        isSuppressed: [false]))
    holders.append([[]])
    for (variables, views) in places.sorted(by: { ($0.key.count, $0.key.joined()) < ($1.key.count, $1.key.joined()) }) {
      add(variables, views, items, answers)
    }
  }

  /// By set of questions: the items and domains that show its counts. Only sets that tell something of counts that two
  /// items show, and what these are parts of.
  private static func places(
    _ items: [[AuditedDomain]], _ answers: [Answers?]
  ) -> [[String]: [(item: Int, domain: Int)]] {
    var places: [[String]: [(item: Int, domain: Int)]] = [:]
    for (item, domains) in items.enumerated() {
      guard let question = answers[item]?.question else { continue }
      for (domain, view) in domains.enumerated() where !view.variables.contains(question) {
        places[(view.variables + [question]).sorted(), default: []].append((item, domain))
      }
    }
    func isShownTwice(_ variables: [String]) -> Bool {
      let parts = places.filter { $0.key.count > 1 && $0.key.allSatisfy(variables.contains) }
      return Set(parts.values.flatMap { $0.compactMap { answers[$0.item]?.question } }).count > 1
    }
    let shared = places.keys.filter(isShownTwice)
    return places.filter { entry in shared.contains { table in entry.key.allSatisfy(table.contains) } }
  }

  private mutating func add(
    _ variables: [String], _ views: [(item: Int, domain: Int)], _ items: [[AuditedDomain]], _ answers: [Answers?]
  ) {
    var table = AuditedDomain(
      variables: variables, coordinates: [], counts: [], answers: [], weights: [], sizes: [], isSuppressed: [])
    var holders: [[Holder]] = []
    var cells: [[Int]: Int] = [:]
    var former: [ClosedRange<Int>?] = []
    for (item, domain) in views {
      guard let own = answers[item] else { continue }
      let view = items[item][domain]
      let names = view.variables + [own.question]
      let order = variables.compactMap(names.firstIndex)
      for level in view.counts.indices {
        for (answer, position) in own.levels.enumerated() where answer < view.answers[level].count {
          let coordinates = view.coordinates[level] + [position]
          let key = order.map { coordinates[$0] }
          let cell = cells[key] ?? table.counts.count
          if cell == table.counts.count {
            cells[key] = cell
            table.coordinates.append(key)
            table.counts.append(view.answers[level][answer])
            table.answers.append([])
            table.weights.append(nil)
            table.sizes.append(nil)
            table.isSuppressed.append(true)
            holders.append([])
            former.append(nil)
          }
          if !view.former.isEmpty, answer < view.former[level].answers.count {
            former[cell] = former[cell] ?? view.former[level].answers[answer]
          }
          table.weights[cell] = table.weights[cell] ?? view.weights[level]
          if !view.isSuppressed[level] { table.isSuppressed[cell] = false }
          holders[cell].append(Holder(item: item, domain: domain, level: level))
        }
      }
    }
    if former.contains(where: { $0 != nil }) { table.former = former.map { FormerRanges(base: $0) } }
    tables.append(table)
    self.holders.append(holders)
  }

  /// Whether a suppressed count is among them.
  var hasSecrets: Bool {
    tables.contains { table in table.counts.indices.contains { table.isSuppressed[$0] && table.counts[$0] > 0 } }
  }

  /// What to suppress beside an exposed count: the levels that show one more count, of its line if there is one, else of
  /// its table, else of a table that shares a question; of these the one that costs the fewest respondents.
  func next(beside cell: SuppressionAudit.Cell, _ items: [[AuditedDomain]]) -> [Holder] {
    let own = tables[cell.domain]
    func cost(_ table: Int, _ other: Int) -> Int {
      Set(holders[table][other]).reduce(0) { sum, holder in
        let view = items[holder.item][holder.domain]
        return sum + (view.isSuppressed[holder.level] ? 0 : view.counts[holder.level])
      }
    }
    func cheapest(_ table: Int, where isSuitable: (Int) -> Bool = { _ in true }) -> [Holder]? {
      let view = tables[table]
      let shown = view.counts.indices.filter { !view.isSuppressed[$0] && view.counts[$0] > 0 && isSuitable($0) }
      return shown.min { (cost(table, $0), $0) < (cost(table, $1), $1) }.map { holders[table][$0] }
    }
    let inLine = cheapest(cell.domain) { other in
      zip(own.coordinates[other], own.coordinates[cell.level]).count { $0 != $1 } == 1
    }
    if let found = inLine ?? cheapest(cell.domain) { return found }
    for table in tables.indices.reversed() where tables[table].variables.count > 1 {
      if Set(tables[table].variables).isDisjoint(with: own.variables) { continue }
      if let found = cheapest(table) { return found }
    }
    return []
  }
}
