import Estimation

/// Which clauses are told.
///
/// A clause on which fewer than the minimum count commented, or an opinion of it given by fewer than the minimum cell (or
/// by all but that many), is hidden with all its figures. The estimates tell the sum of all comments, so no clause is hidden
/// alone: the clauses hidden have together at least the minimum count, or the smallest others are hidden too.
struct ClauseSuppression {
  private let minimumCount: Int
  private let minimumCell: Int

  init(_ rules: DisclosureRules) {
    minimumCount = max(1, rules.minimumCount)
    minimumCell = rules.minimumCell ?? min(3, max(1, rules.minimumCount))
  }

  /// Marks the clauses that are hidden.
  func apply(to clauses: inout [Clause]) {
    for place in clauses.indices { clauses[place].isSuppressed = isTooSmall(clauses[place]) }
    while true {
      let hidden = clauses.filter(\.isSuppressed)
      let isSafe = hidden.isEmpty || (hidden.count > 1 && hidden.reduce(0) { $0 + $1.count } >= minimumCount)
      let open = clauses.indices.filter { !clauses[$0].isSuppressed }
      guard !isSafe, let next = open.min(by: { (clauses[$0].count, $0) < (clauses[$1].count, $1) }) else { return }
      clauses[next].isSuppressed = true
    }
  }

  private func isTooSmall(_ clause: Clause) -> Bool {
    clause.count < minimumCount
      || Clause.Opinion.allCases.contains { opinion in
        let count = clause.count(opinion)
        return count > 0 && count < minimumCell || count < clause.count && clause.count - count < minimumCell
      }
  }
}
