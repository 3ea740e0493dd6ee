import FormDefinition
import Testing

@testable import Estimation

/// What can be worked out of suppressed counts, against enumeration of every table.
@Suite("Audit of suppression")
struct SuppressionAuditTests {
  /// An item in the whole and in one domain, from its answer counts by level.
  static func item(_ answers: [[Int]], hidden: Set<Int> = [], weights: [Double?]? = nil, sizes: [Int?]? = nil)
    -> [AuditedDomain]
  {
    let count = answers.first?.count ?? 0
    let whole = (0..<count).map { answer in answers.reduce(0) { $0 + $1[answer] } }
    return [
      AuditedDomain(
        variables: [], coordinates: [[]], counts: [whole.reduce(0, +)], answers: [whole], weights: [nil], sizes: [nil],
        isSuppressed: [false]),
      AuditedDomain(
        variables: ["a"], coordinates: answers.indices.map { [$0] }, counts: answers.map { $0.reduce(0, +) },
        answers: answers, weights: weights ?? answers.map { _ in 1 }, sizes: sizes ?? answers.map { _ in nil },
        isSuppressed: answers.indices.map(hidden.contains)),
    ]
  }

  /// An item in the whole, in two domains and in both crossed, from its answer counts by both levels.
  static func crossedItem(_ answers: [[[Int]]]) -> [AuditedDomain] {
    func sum(_ cells: [[Int]]) -> [Int] { (0..<answers[0][0].count).map { k in cells.reduce(0) { $0 + $1[k] } } }
    func domain(_ variables: [String], _ coordinates: [[Int]], _ answers: [[Int]]) -> AuditedDomain {
      AuditedDomain(
        variables: variables, coordinates: coordinates, counts: answers.map { $0.reduce(0, +) }, answers: answers,
        weights: answers.map { _ in 1 }, sizes: answers.map { _ in nil }, isSuppressed: answers.map { _ in false })
    }
    let columns = answers[0].indices
    return [
      domain([], [[]], [sum(answers.flatMap { $0 })]),
      domain(["a"], answers.indices.map { [$0] }, answers.map(sum)),
      domain(["b"], columns.map { [$0] }, columns.map { b in sum(answers.map { $0[b] }) }),
      domain(
        ["a", "b"], answers.indices.flatMap { a in columns.map { [a, $0] } }, answers.flatMap { $0 }),
    ]
  }

  /// All ways to share a number out over some places.
  static func compositions(_ total: Int, _ places: Int) -> [[Int]] {
    if places <= 1 { return places == 1 ? [[total]] : [] }
    return (0...total).flatMap { first in compositions(total - first, places - 1).map { [first] + $0 } }
  }

  /// Every suppression of an item by the rules.
  static func suppressing(_ item: [AuditedDomain], minimumCount: Int, minimumCell: Int) -> SuppressionSearch {
    var rules = DisclosureRules()
    rules.minimumCount = minimumCount
    rules.minimumCell = minimumCell
    let suppression = Suppression(rules)
    var primary = item
    for domain in primary.indices {
      for level in primary[domain].counts.indices {
        primary[domain].isSuppressed[level] = suppression.isPrimary(
          LevelFigures(count: item[domain].counts[level], publishedCounts: item[domain].answers[level], figures: []))
      }
    }
    var search = SuppressionSearch(
      rules: suppression, questions: [[0]], names: [["q"]], items: [primary], respondentCount: 100)
    search.run()
    return search
  }

  @Test("a level alone in its suppression is found by subtraction; two are not")
  func subtraction() {
    let alone = SuppressionAudit(Self.item([[1, 2], [4, 3], [5, 5]], hidden: [0]), respondentCount: 100)
    #expect(alone.exposed(width: 1).count == 3)
    #expect(alone.interval(of: .init(domain: 1, level: 0, answer: 1)) == 2...2)
    let two = SuppressionAudit(Self.item([[1, 2], [4, 3], [5, 5]], hidden: [0, 1]), respondentCount: 100)
    #expect(two.exposed(width: 1).isEmpty)
    #expect(two.interval(of: .init(domain: 1, level: 0, answer: 1)) == 0...5)
    #expect(two.interval(of: .init(domain: 1, level: 0, answer: nil)) == 0...10)
    #expect(two.exposed(width: 6).count == 4)
    #expect(two.interval(of: .init(domain: 1, level: 2, answer: nil)) == nil)
  }

  @Test("weights that differ between two suppressed levels give both away through weighted totals; three stay open")
  func weightedTotals() {
    let two = SuppressionAudit(
      Self.item([[1, 2], [4, 3], [5, 5]], hidden: [0, 1], weights: [1.5, 2, 3]), respondentCount: 100)
    #expect(two.exposed(width: 1).count == 6)
    let three = SuppressionAudit(
      Self.item([[1, 2], [4, 3], [5, 5]], hidden: [0, 1, 2], weights: [1.5, 2, 3]), respondentCount: 100)
    #expect(three.exposed(width: 1).isEmpty)
    let unknown = SuppressionAudit(
      Self.item([[1, 2], [4, 3], [5, 5]], hidden: [0, 1], weights: [1.5, nil, 3]), respondentCount: 100)
    #expect(unknown.exposed(width: 1).isEmpty)
  }

  @Test("published sizes of levels bound the bases; what others did not answer leaves room")
  func sizes() {
    let item = Self.item([[1, 2], [4, 3], [5, 5]], hidden: [0, 1], sizes: [3, 7, 10])
    let all = SuppressionAudit(item, respondentCount: 20)
    #expect(all.interval(of: .init(domain: 1, level: 0, answer: nil)) == 3...3)
    #expect(!all.targets.contains(.init(domain: 1, level: 0, answer: nil)))
    #expect(all.interval(of: .init(domain: 1, level: 0, answer: 1)) == 0...3)
    #expect(all.exposed(width: 3).isEmpty)
    // One did not answer: of the first level or of the second.
    let silent = Self.item([[1, 2], [4, 3], [5, 5]], hidden: [0, 1], sizes: [3, 8, 10])
    let some = SuppressionAudit(silent, respondentCount: 21)
    #expect(some.interval(of: .init(domain: 1, level: 0, answer: nil)) == 2...3)
  }

  @Test("where all gave one answer, published sizes tell the counts: nothing more is suppressed for them")
  func implied() {
    var item = Self.item([[9, 0], [12, 0], [20, 0]], sizes: [9, 12, 20])
    item[1].isSuppressed = [true, true, false]
    var search = SuppressionSearch(
      rules: Suppression(DisclosureRules()), questions: [[0]], names: [["q"]], items: [item], respondentCount: 41)
    search.run()
    #expect(search.items[0].map(\.isSuppressed) == [[false], [true, true, false]])
    #expect(search.summary.impliedCount == 2 && search.summary.exposedCount == 0)
  }

  @Test("one level of one domain is the intersection of two others: overlapping domains are audited together")
  func overlap() {
    // 2 × 2 × 2, published by a × b, b × c and a × c: with one cell of each hidden only the joint table tells.
    func domain(_ variables: [String], _ counts: [Int], hidden: Set<Int>) -> AuditedDomain {
      AuditedDomain(
        variables: variables, coordinates: variables.isEmpty ? [[]] : [[0, 0], [0, 1], [1, 0], [1, 1]], counts: counts,
        answers: counts.map { [$0] }, weights: counts.map { _ in 1 }, sizes: counts.map { _ in nil },
        isSuppressed: counts.indices.map(hidden.contains))
    }
    // Only the people of a=0, b=0, c=0 exist in the first row: a × b and a × c show so.
    let domains = [
      domain([], [12], hidden: []), domain(["a", "b"], [3, 0, 4, 5], hidden: [0, 2]),
      domain(["b", "c"], [3, 4, 0, 5], hidden: []),
      domain(["a", "c"], [3, 0, 0, 9], hidden: []),
    ]
    let audit = SuppressionAudit(domains, respondentCount: 100)
    #expect(audit.interval(of: .init(domain: 1, level: 0, answer: nil)) == 3...3)
  }

  @Test("one-way tables: the interval is that of all tables, and every suppressed count keeps two values")
  func enumeratedLines() {
    var generator = SeededGenerator(seed: 11)
    var hiddenCount = 0
    for _ in 0..<60 {
      let answers = (0..<3).map { _ in (0..<2).map { _ in Int.random(in: 0...5, using: &generator) } }
      let search = Self.suppressing(Self.item(answers), minimumCount: 4, minimumCell: 2)
      let domains = search.items[0]
      #expect(search.summary.exposedCount == 0)
      if domains[0].isSuppressed[0] { continue }
      let tables = Self.tables(consistentWith: domains)
      let audit = SuppressionAudit(domains, respondentCount: 100)
      for cell in audit.targets where cell.domain == 1 {
        let values = Set(
          tables.map { table in cell.answer.map { table[cell.level][$0] } ?? table[cell.level].reduce(0, +) })
        hiddenCount += 1
        #expect(values.count > 1)
        #expect(
          audit.interval(of: cell).map { [$0.lowerBound, $0.upperBound] } == [
            Double(values.min() ?? -1), Double(values.max() ?? -1),
          ])
      }
    }
    #expect(hiddenCount > 100)
  }

  /// All tables of three levels by two answers that agree with what is published of an item.
  static func tables(consistentWith domains: [AuditedDomain]) -> [[[Int]]] {
    let (whole, levels) = (domains[0], domains[1])
    var tables: [[[Int]]] = []
    for first in compositions(whole.answers[0][0], 3) {
      for second in compositions(whole.answers[0][1], 3) {
        let table = (0..<3).map { [first[$0], second[$0]] }
        let agrees = (0..<3).allSatisfy { level in
          levels.isSuppressed[level]
            ? (table[level] == [0, 0] || levels.counts[level] > 0) : table[level] == levels.answers[level]
        }
        if agrees { tables.append(table) }
      }
    }
    return tables
  }

  @Test("crossed tables: every suppressed count keeps two values among all tables")
  func enumeratedCrossings() {
    var generator = SeededGenerator(seed: 5)
    var hiddenCount = 0
    for _ in 0..<15 {
      let answers = (0..<2).map { _ in
        (0..<3).map { _ in (0..<2).map { _ in Int.random(in: 0...2, using: &generator) } }
      }
      let search = Self.suppressing(Self.crossedItem(answers), minimumCount: 3, minimumCell: 2)
      let domains = search.items[0]
      #expect(search.summary.exposedCount == 0)
      if domains[0].isSuppressed[0] { continue }
      // By answer: all tables of six cells with the whole's count, then those that agree in the margins shown.
      let slices = (0..<2).map { answer in
        Self.compositions(domains[0].answers[0][answer], 6).filter { Self.agrees($0, answer: answer, domains) }
      }
      var values: [SuppressionAudit.Cell: Set<Int>] = [:]
      let audit = SuppressionAudit(domains, respondentCount: 100)
      for first in slices[0] {
        for second in slices[1] {
          for cell in audit.targets {
            let counts = [first, second].map { Self.count($0, domains[cell.domain], cell.level) }
            values[cell, default: []].insert(cell.answer.map { counts[$0] } ?? counts.reduce(0, +))
          }
        }
      }
      for cell in audit.targets {
        hiddenCount += 1
        #expect(values[cell, default: []].count > 1, "\(cell)")
      }
    }
    #expect(hiddenCount > 40)
  }

  /// The people of one answer, by six cells of both levels, in a level of a domain.
  static func count(_ slice: [Int], _ domain: AuditedDomain, _ level: Int) -> Int {
    slice.indices.filter { cell in
      zip(domain.variables, domain.coordinates[level]).allSatisfy { ($0 == "a" ? cell / 3 : cell % 3) == $1 }
    }.reduce(0) { $0 + slice[$1] }
  }

  static func agrees(_ slice: [Int], answer: Int, _ domains: [AuditedDomain]) -> Bool {
    domains.allSatisfy { domain in
      domain.counts.indices.allSatisfy { level in
        let count = count(slice, domain, level)
        return domain.isSuppressed[level] && domain.counts[level] > 0 || count == domain.answers[level][answer]
      }
    }
  }
}
