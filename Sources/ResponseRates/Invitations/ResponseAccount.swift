import Diagnostics
import Estimation
import TextEncoding

/// Sets the answers against the invitations.
///
/// An answer belongs to the unit, sector or locality that it names; where it names none, a sector or locality has the
/// answers of its units. An invitation of which nothing came back and nothing is stated is of unknown eligibility (UO).
struct ResponseAccount {
  let list: InvitationList
  let scan: RecordScan
  let options: ResponseOptions
  /// Everybody, sectors, localities, units.
  private(set) var domains: [ResponseDomain] = []
  /// Answers that name no unit of the list.
  private(set) var unlistedCount = 0

  init(_ list: InvitationList, _ scan: RecordScan, options: ResponseOptions) {
    self.list = list
    self.scan = scan
    self.options = options
    let units = options.questions.token != nil && !list.tokens.isEmpty ? tokenUnits() : units()
    let everybody = overall(units)
    domains = [everybody]
    domains += grouped(.sector, by: \.sector, question: options.questions.sector, keys: scan.sectors, units)
    domains += grouped(.locality, by: \.locality, question: options.questions.locality, keys: scan.localities, units)
    if list.units.count > 1 || list.units.first?.name.isEmpty == false { domains += units }
  }

  /// Hides what must not be told of levels that published questions tell apart.
  mutating func suppress(_ rules: DisclosureRules, published: Set<String>) {
    let questions: [(ResponseDomain.Kind, String?)] = [
      (.unit, options.questions.unit), (.sector, options.questions.sector ?? options.questions.unit),
      (.locality, options.questions.locality ?? options.questions.unit),
    ]
    let kinds = questions.filter { $0.1.map(published.contains) ?? false }.map(\.0)
    DomainSuppression(rules).apply(to: &domains, kinds: Set(kinds), units: list.units)
  }

  /// What should be looked at.
  var diagnostics: [Diagnostic] {
    if list.invited == 0 { return [Diagnostic(.invitationListEmpty)] }
    var findings = domains.filter { $0.surplus > 0 && !$0.isSuppressed }.map { domain in
      Diagnostic(
        .moreAnswersThanInvitations,
        [
          "domain": domain.kind.rawValue, "level": domain.level, "received": String(domain.received ?? 0),
          "invited": String(domain.invited),
        ])
    }
    if unlistedCount > 0 { findings.append(Diagnostic(.unlistedUnits, ["count": String(unlistedCount)])) }
    let units = domains.filter { $0.kind == .unit && $0.invited > 0 }
    let silent = units.count { $0.received == 0 }
    if silent > 0 {
      findings.append(Diagnostic(.silentUnits, ["count": String(silent), "units": String(units.count)]))
    }
    return findings
  }

  // MARK: Units

  /// The units by the answers that name them, or by what the list states of them.
  private mutating func units() -> [ResponseDomain] {
    let isNamed = options.questions.unit != nil
    var received = list.units.map { _ in ReceivedAnswers() }
    if isNamed {
      let places = Dictionary(
        list.units.enumerated().flatMap { place, unit in
          [unit.name, unit.label].filter { !$0.isEmpty }.map { ($0.comparisonKey, place) }
        }, uniquingKeysWith: { first, _ in first })
      for record in scan.counted {
        if let place = places[scan.units[record]] {
          received[place].add(scan.dispositions[record], day: scan.days[record])
        } else {
          unlistedCount += 1
        }
      }
    }
    let open = tokenDispositions { _ in nil }
    let isStated = list.statesAnswers || !list.tokens.isEmpty
    return list.units.enumerated().map { place, unit in
      var stated = unit.stated
      if !open.isEmpty { stated += open[place] }
      let answers: Answers = isNamed ? .counted(received[place]) : isStated ? .stated : .unknown
      return domain(.unit, of: [unit], stated: stated, answers)
    }
  }

  /// The units of a list of tokens that answers name.
  private mutating func tokenUnits() -> [ResponseDomain] {
    var answers: [String: Int] = [:]
    for record in scan.counted where !scan.tokens[record].isEmpty { answers[scan.tokens[record]] = record }
    let known = Set(list.tokens.map(\.token))
    unlistedCount = scan.counted.count { !known.contains(scan.tokens[$0]) }
    let counts = tokenDispositions { token in answers[token].map { scan.dispositions[$0] } }
    var records = list.units.map { _ in [Int]() }
    for token in list.tokens { if let record = answers[token.token] { records[token.unit].append(record) } }
    return list.units.enumerated().map { place, unit in
      var result = domain(.unit, of: [unit], stated: counts[place], .stated)
      result.received = records[place].count
      result.lastDay = records[place].compactMap { scan.days[$0] }.max()
      return result
    }
  }

  /// By unit what became of its tokens, as an answer says, else the list.
  private func tokenDispositions(_ answer: (String) -> Disposition?) -> [DispositionCounts] {
    if list.tokens.isEmpty { return [] }
    var counts = list.units.map { _ in DispositionCounts() }
    for token in list.tokens {
      guard let disposition = answer(token.token) ?? token.disposition else { continue }
      counts[token.unit][disposition] += 1
    }
    return counts
  }

  // MARK: Sums

  /// Everybody: the sum of units when answers name them, else all answers against all invitations.
  private func overall(_ units: [ResponseDomain]) -> ResponseDomain {
    if options.questions.unit != nil || list.statesAnswers || !list.tokens.isEmpty {
      return sum(.overall, level: "", units)
    }
    var answers = ReceivedAnswers()
    for record in scan.counted { answers.add(scan.dispositions[record], day: scan.days[record]) }
    return domain(.overall, of: list.units, stated: stated(list.units), .counted(answers))
  }

  private func grouped(
    _ kind: ResponseDomain.Kind, by level: KeyPath<InvitationList.Unit, String>, question: String?, keys: [String],
    _ units: [ResponseDomain]
  ) -> [ResponseDomain] {
    var members: [String: [Int]] = [:]
    var order: [String] = []
    for (place, unit) in list.units.enumerated() {
      let key = unit[keyPath: level].comparisonKey
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(place)
    }
    // A list that says nothing of it is not divided by it.
    if order.allSatisfy(\.isEmpty) { return [] }
    var answers: [String: ReceivedAnswers] = [:]
    if question != nil {
      for record in scan.counted {
        answers[keys[record], default: ReceivedAnswers()].add(scan.dispositions[record], day: scan.days[record])
      }
    }
    return order.map { key in
      let places = members[key] ?? []
      let name = places.first.map { list.units[$0][keyPath: level] } ?? ""
      guard question != nil else { return sum(kind, level: name, places.map { units[$0] }) }
      let own = places.map { list.units[$0] }
      var result = domain(kind, of: own, stated: stated(own), .counted(answers[key] ?? ReceivedAnswers()))
      result.level = name
      return result
    }
  }

  /// What is known beside the answers.
  private func stated(_ units: [InvitationList.Unit]) -> DispositionCounts {
    units.reduce(into: DispositionCounts()) { $0 += $1.stated }
  }

  /// How the answers of a domain are known.
  private enum Answers {
    /// From the records.
    case counted(ReceivedAnswers)
    /// From the list.
    case stated
    /// Not at all: records do not say where they come from.
    case unknown
  }

  /// A domain of one or more units.
  private func domain(
    _ kind: ResponseDomain.Kind, of units: [InvitationList.Unit], stated: DispositionCounts, _ answers: Answers
  ) -> ResponseDomain {
    let invited = units.reduce(0) { $0 + $1.invited }
    var counts = stated
    var surplus = 0
    var received: Int?
    var lastDay: Int?
    switch answers {
    case .counted(let answers):
      // What the list states of answers is of the same people.
      for disposition in [Disposition.interview, .partial] { counts[disposition] = 0 }
      let matched = answers.matched(to: invited - Int(counts.total))
      counts += matched.counts
      (surplus, received, lastDay) = (matched.surplus, answers.total, answers.lastDay)
    case .stated:
      received = Int(counts[.interview] + counts[.partial])
      surplus = max(0, Int(counts.total) - invited)
    case .unknown: break
    }
    if counts.total < Double(invited) { counts[.unknownOther] += Double(invited) - counts.total }
    let unit = kind == .unit ? units.first : nil
    return ResponseDomain(
      kind: kind, level: unit?.name ?? "", label: unit?.label ?? "", invited: invited, received: received,
      surplus: surplus, counts: counts,
      rates: OutcomeRates(received == nil ? DispositionCounts() : counts, eligibility: options.eligibility),
      lastDay: lastDay, expected: expected(units))
  }

  private func sum(_ kind: ResponseDomain.Kind, level: String, _ units: [ResponseDomain]) -> ResponseDomain {
    let counts = units.reduce(into: DispositionCounts()) { $0 += $1.counts }
    let isKnown = units.allSatisfy { $0.received != nil }
    let expected = units.compactMap(\.expected)
    return ResponseDomain(
      kind: kind, level: level, invited: units.reduce(0) { $0 + $1.invited },
      received: isKnown ? units.reduce(0) { $0 + ($1.received ?? 0) } : nil,
      // Each unit's surplus was said with the unit.
      surplus: 0, counts: counts,
      rates: OutcomeRates(isKnown ? counts : DispositionCounts(), eligibility: options.eligibility),
      lastDay: units.compactMap(\.lastDay).max(), expected: expected.isEmpty ? nil : expected.reduce(0, +))
  }

  private func expected(_ units: [InvitationList.Unit]) -> Double? {
    let target = options.fieldwork?.target
    let parts = units.compactMap { unit in unit.expected ?? target.map { $0 * Double(unit.invited) } }
    return parts.isEmpty ? nil : parts.reduce(0, +)
  }
}
