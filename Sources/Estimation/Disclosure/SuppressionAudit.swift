/// What a reader who takes every published number of an item together can find out of its suppressed counts.
///
/// The reader is taken to know, of each published level, its base and all answer counts (shares, totals, means,
/// consensus, quantiles and comparisons are functions of these), the weighted totals, how many respondents have no
/// level, and which levels are empty. Of a suppressed level nothing is known but that counts are not negative.
struct SuppressionAudit {
  private var system = CountSystem()
  /// By domain, by level: the position of the base, followed by those of the answer counts; nil where all is known.
  private var columns: [[Int?]]
  private let domains: [AuditedDomain]
  private let answerCount: Int
  /// Whether the answer counts of every level add up to its base.
  private let isPartition: Bool

  /// A suppressed count.
  struct Cell: Hashable {
    var domain: Int
    var level: Int
    /// The position of the answer; nil for the base.
    var answer: Int?
  }

  /// The largest a count can be.
  private let most: Double
  private let respondentCount: Int

  /// - Parameters:
  ///   - domains: those of one item, the whole among them.
  ///   - respondentCount: the number of all respondents, which is published.
  init(_ domains: [AuditedDomain], respondentCount: Int) {
    self.domains = domains
    self.respondentCount = respondentCount
    most = Double(max(respondentCount, domains.lazy.flatMap(\.counts).max() ?? 0))
    answerCount = domains.lazy.flatMap(\.answers).map(\.count).max() ?? 0
    isPartition = domains.allSatisfy { domain in
      domain.counts.indices.allSatisfy { domain.answers[$0].reduce(0, +) == domain.counts[$0] }
    }
    columns = domains.map { $0.counts.map { _ in nil } }
    for domain in domains.indices {
      for level in domains[domain].counts.indices { hide(domain, level) }
    }
    for (outer, inner) in nestings { link(outer, inner) }
    linkOverlaps()
  }

  /// Adds the counts of a level as unknowns when it is suppressed and not empty.
  private mutating func hide(_ domain: Int, _ level: Int) {
    let view = domains[domain]
    guard view.isSuppressed[level], view.counts[level] > 0 else { return }
    let base = system.add(Double(view.counts[level]), in: baseRange(domain, level))
    columns[domain][level] = base
    let answers = view.answers[level].indices.map { answer in
      system.add(Double(view.answers[level][answer]), in: answerRange(domain, level, answer))
    }
    if isPartition, !answers.isEmpty {
      system.require([(base, -1)] + answers.map { ($0, 1) }, equals: 0)
    } else {
      for answer in answers { system.require([(base, 1), (answer, -1)], in: 0...most) }
    }
  }

  /// A range within what tables published before leave; as it was when the truth lies outside them, for then they are not
  /// of the same people.
  private static func narrowed(
    _ range: ClosedRange<Double>, by former: ClosedRange<Int>?, _ truth: Int
  ) -> ClosedRange<Double> {
    guard let former, former.contains(truth) else { return range }
    return range.clamped(to: Double(former.lowerBound)...Double(former.upperBound))
  }

  /// The counts of an answer possible by what was published before.
  private func answerRange(_ domain: Int, _ level: Int, _ answer: Int) -> ClosedRange<Double> {
    let view = domains[domain]
    let former = view.former.isEmpty ? [] : view.former[level].answers
    return Self.narrowed(0...most, by: answer < former.count ? former[answer] : nil, view.answers[level][answer])
  }

  /// The bases possible by what was published before and by the size of a level.
  private func baseRange(_ domain: Int, _ level: Int) -> ClosedRange<Double> {
    let view = domains[domain]
    return Self.narrowed(
      sizeRange(domain, level), by: view.former.isEmpty ? nil : view.former[level].base, view.counts[level])
  }

  /// The bases possible by the size of a level: who did not answer the item may be of it or not.
  private func sizeRange(_ domain: Int, _ level: Int) -> ClosedRange<Double> {
    guard let size = domains[domain].sizes[level] else { return 0...most }
    // A base beyond its level's size means that the two are not of the same people.
    guard size >= domains[domain].counts[level] else { return 0...most }
    let whole = domains.first { $0.variables.isEmpty }
    let silent = whole.flatMap { $0.isSuppressed[0] ? nil : respondentCount - $0.counts[0] } ?? size
    let least = min(domains[domain].counts[level], max(0, size - max(0, silent)))
    return Double(least)...Double(size)
  }

  /// The pairs of domains of which the first's questions are among the second's.
  private var nestings: [(outer: Int, inner: Int)] {
    domains.indices.flatMap { outer in
      domains.indices.filter { domains[outer].isPart(of: domains[$0]) }.map { (outer, $0) }
    }
  }

  /// A level and its parts differ by those without a part, whose number is taken to be known.
  private mutating func link(_ outer: Int, _ inner: Int) {
    for (level, parts) in domains[outer].parts(in: domains[inner]).enumerated() {
      let hidden = parts.filter { columns[inner][$0] != nil }
      if hidden.isEmpty, columns[outer][level] == nil { continue }
      for quantity in 0...answerCount {
        var terms = hidden.compactMap { term(inner, $0, quantity) }
        if let own = term(outer, level, quantity) { terms.append((own.column, -1)) }
        system.require(terms, equals: truth(of: terms))
        if columns[outer][level] == nil { requireWeights(hidden, of: inner, quantity) }
      }
    }
  }

  /// Where each hidden part has one weight, the published weighted total of the level says one thing more.
  private mutating func requireWeights(_ hidden: [Int], of domain: Int, _ quantity: Int) {
    let weights = hidden.compactMap { domains[domain].weights[$0] }
    guard weights.count == hidden.count, let largest = weights.max(), let smallest = weights.min(),
      largest - smallest > 1e-9 * abs(largest)
    else { return }
    let terms = zip(hidden, weights).compactMap { level, weight in
      term(domain, level, quantity).map { (column: $0.column, coefficient: weight) }
    }
    system.require(terms, equals: truth(of: terms))
  }

  private func term(_ domain: Int, _ level: Int, _ quantity: Int) -> (column: Int, coefficient: Double)? {
    columns[domain][level].map { ($0 + quantity, 1) }
  }

  private func truth(of terms: [(column: Int, coefficient: Double)]) -> Double {
    terms.reduce(0) { $0 + $1.coefficient * (system.truths[$1.column] ?? 0) }
  }

  /// Domains that share questions without one holding the other are parts of one table of all their questions.
  private mutating func linkOverlaps() {
    for group in overlappingGroups {
      let variables = group.flatMap { domains[$0].variables }.reduce(into: [String]()) { known, name in
        if !known.contains(name) { known.append(name) }
      }
      // One further level of each question: those without an answer.
      let sizes = variables.map { variable in
        1
          + (group.flatMap { domain in
            domains[domain].variables.firstIndex(of: variable).map { place in
              domains[domain].coordinates.map { $0[place] + 1 }
            } ?? []
          }.max() ?? 0)
      }
      let cellCount = sizes.reduce(1.0) { $0 * Double($1) }
      guard cellCount * Double(answerCount + 1) <= Self.mostJointCounts else { continue }
      let members = domains.indices.filter { domains[$0].variables.allSatisfy(variables.contains) }
      addJointTable(of: members, variables: variables, sizes: sizes, cellCount: Int(cellCount))
    }
  }

  /// Joint tables of more counts than this are left out: their margins are linked pairwise.
  static let mostJointCounts = 20_000.0

  private mutating func addJointTable(of members: [Int], variables: [String], sizes: [Int], cellCount: Int) {
    let quantities = isPartition && answerCount > 0 ? 1...answerCount : 0...answerCount
    var cells: [Int] = []
    for _ in 0..<cellCount {
      cells.append(system.truths.count)
      for _ in quantities { _ = system.add(nil, in: 0...most) }
      if quantities.lowerBound == 0, let base = cells.last {
        for answer in quantities.dropFirst() {
          system.require([(base, 1), (base + answer, -1)], in: 0...most)
        }
      }
    }
    for domain in members {
      let places = domains[domain].variables.compactMap { variables.firstIndex(of: $0) }
      var levels: [[Int]: Int] = [:]
      for (level, coordinates) in domains[domain].coordinates.enumerated() { levels[coordinates] = level }
      var inside = [[Int]](repeating: [], count: levels.count)
      for cell in 0..<cellCount {
        var rest = cell
        let coordinates = sizes.map { size in
          defer { rest /= size }
          return rest % size
        }
        if let level = levels[places.map { coordinates[$0] }] { inside[level].append(cells[cell]) }
      }
      for level in inside.indices {
        for quantity in quantities {
          var terms = inside[level].map { (column: $0 + quantity - quantities.lowerBound, coefficient: 1.0) }
          if let own = term(domain, level, quantity) {
            terms.append((own.column, -1))
            system.require(terms, equals: 0)
          } else {
            let view = domains[domain]
            system.require(
              terms, equals: Double(quantity == 0 ? view.counts[level] : view.answers[level][quantity - 1]))
          }
        }
      }
    }
  }

  /// Groups of domains connected by shared questions that hold two of which neither is part of the other, and something
  /// hidden.
  private var overlappingGroups: [[Int]] {
    var groups: [[Int]] = []
    for domain in domains.indices where !domains[domain].variables.isEmpty {
      let touching = groups.filter { group in
        group.contains { !Set(domains[$0].variables).isDisjoint(with: domains[domain].variables) }
      }
      groups.removeAll(where: touching.contains)
      groups.append(touching.flatMap { $0 } + [domain])
    }
    return groups.filter { group in
      group.contains { columns[$0].contains { $0 != nil } }
        && group.contains { first in
          group.contains { second in
            let pair = (domains[first], domains[second])
            return first != second && !pair.0.isPart(of: pair.1) && !pair.1.isPart(of: pair.0)
              && !Set(pair.0.variables).isDisjoint(with: pair.1.variables)
          }
        }
    }
  }

  /// The suppressed counts that must stay open: those above 0, but for bases that other items publish and counts that
  /// tables published before give.
  var targets: [Cell] {
    domains.indices.flatMap { domain in
      domains[domain].counts.indices.filter { columns[domain][$0] != nil }.flatMap { level in
        let range = baseRange(domain, level)
        return (range.upperBound > range.lowerBound ? [Cell(domain: domain, level: level, answer: nil)] : [])
          + domains[domain].answers[level].indices.filter { answer in
            let range = answerRange(domain, level, answer)
            return domains[domain].answers[level][answer] > 0 && range.upperBound > range.lowerBound
          }.map { Cell(domain: domain, level: level, answer: $0) }
      }
    }
  }

  /// The width that protects a count: as much as asked for, but no more than is possible beside what stays published.
  private func width(of cell: Cell, atLeast width: Double) -> Double {
    let range = baseRange(cell.domain, cell.level)
    var widest = cell.answer == nil ? range.upperBound - range.lowerBound : range.upperBound
    if let whole = domains.first(where: { $0.variables.isEmpty }), !whole.isSuppressed[0] {
      widest = min(widest, Double(cell.answer.map { whole.answers[0][$0] } ?? whole.counts[0]))
    }
    return max(1, min(width, widest))
  }

  /// What a suppressed count can be; nil when it is not suppressed.
  func interval(of cell: Cell) -> ClosedRange<Double>? { column(of: cell).flatMap(system.interval) }

  /// The targets whose interval is narrower than what protects.
  func exposed(width: Double) -> [Cell] {
    let targets = targets.compactMap { cell in
      column(of: cell).map { (cell: cell, column: $0, width: self.width(of: cell, atLeast: width)) }
    }
    let found = Set(system.exposed(among: targets.map { ($0.column, $0.width) }))
    return targets.filter { found.contains($0.column) }.map(\.cell)
  }

  private func column(of cell: Cell) -> Int? {
    guard let base = columns[cell.domain][cell.level] else { return nil }
    return base + (cell.answer.map { $0 + 1 } ?? 0)
  }
}
