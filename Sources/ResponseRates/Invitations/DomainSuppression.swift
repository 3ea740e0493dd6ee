import Estimation

/// Hides answers by unit, sector or locality where these are told by a question that the estimates publish too.
///
/// How many answers a unit sent is no secret. But where the unit is what people say of themselves (their sector, say), the
/// number of answers is the number of people who gave that answer, and estimates hide it when it is small. Then so does this
/// table: levels with fewer answers than the minimum count, and so many others of the same whole that none can be worked
/// out by subtraction.
struct DomainSuppression {
  let minimumCount: Int

  init(_ rules: DisclosureRules) { minimumCount = max(1, rules.minimumCount) }

  /// Marks the domains that are hidden.
  ///
  /// - Parameters:
  ///   - kinds: the kinds whose answers are published.
  ///   - units: the units of the list, in the order of the domains of that kind.
  func apply(to domains: inout [ResponseDomain], kinds: Set<ResponseDomain.Kind>, units: [InvitationList.Unit]) {
    for kind in ResponseDomain.Kind.allCases where kinds.contains(kind) && kind != .overall {
      let places = domains.indices.filter { domains[$0].kind == kind }
      for place in places {
        let received = domains[place].received ?? 0
        domains[place].isSuppressed = received > 0 && received < minimumCount
      }
      // Each whole that is told: of units their sector and their locality, then everybody.
      var wholes: [[Int]] = []
      if kind == .unit, places.count == units.count {
        for level in [\InvitationList.Unit.sector, \.locality] {
          let groups = Dictionary(grouping: places.indices) { units[$0][keyPath: level] }
          wholes += groups.values.map { $0.map { places[$0] } }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
        }
      }
      wholes.append(places)
      while wholes.contains(where: { close($0, of: &domains) }) {}
    }
  }

  /// Hides one more level of a whole that needs it; whether it did.
  private func close(_ whole: [Int], of domains: inout [ResponseDomain]) -> Bool {
    let hidden = whole.filter { domains[$0].isSuppressed }
    if hidden.isEmpty { return false }
    let together = hidden.reduce(0) { $0 + (domains[$1].received ?? 0) }
    if hidden.count > 1, together >= minimumCount { return false }
    let open = whole.filter { !domains[$0].isSuppressed && (domains[$0].received ?? 0) > 0 }
    guard let next = open.min(by: { (domains[$0].received ?? 0, $0) < (domains[$1].received ?? 0, $1) }) else {
      return false
    }
    domains[next].isSuppressed = true
    return true
  }
}
