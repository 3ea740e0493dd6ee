public import Estimation

/// What sets opinion groups apart and what they share, from the published shares of each group.
///
/// Nothing but rows that are published goes in, so nothing comes out that they do not say already; where a group's share
/// is suppressed, so is what would rest on it.
public enum GroupFigures {
  /// The rows of every item that has shares of agreement by group.
  ///
  /// With n people of group g who answered and the weighted share p that agrees, p̃ = (n p + 1)/(n + 2) (Laplace). Then
  /// - `group_consensus` = Π p̃ over the groups: group-informed consensus as Pol.is defines it (Small et al. 2021);
  /// - `representativeness` of a group = p̃ over the same of all other groups together;
  /// - `group_divide` = the largest difference of p between two groups, `level` the statistic and the two groups.
  /// Groups were formed by these very items, so the figures describe; they test nothing.
  public static func rows(of table: EstimatesTable, groupCount: Int) -> [EstimateRow] {
    let field = "opinion_group"
    var order: [Key] = []
    var found: [Key: [EstimateRow]] = [:]
    for row in table.rows where row.domain == field && (row.statistic == .agree || row.statistic == .disagree) {
      let key = Key(indicator: row.indicator, item: row.item, statistic: row.statistic)
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(row)
    }
    return order.flatMap { key in
      let rows = found[key] ?? []
      return rows.count == groupCount && groupCount > 1 ? self.rows(rows) : []
    }
  }

  private struct Key: Hashable {
    var indicator: String
    var item: String
    var statistic: Statistic
  }

  /// The rows of one item from those of its groups.
  private static func rows(_ groups: [EstimateRow]) -> [EstimateRow] {
    let known: [(count: Double, share: Double)] = groups.compactMap { row in
      guard let count = row.baseCount, let share = row.estimate else { return nil }
      return (Double(count), share)
    }
    let isKnown = known.count == groups.count
    let flags = groups[0].flags.filter { $0 == .modelled || $0 == .simulated }
    func row(_ statistic: Statistic, level: String, group: EstimateRow? = nil, _ value: Double?) -> EstimateRow {
      let first = groups[0]
      var row = EstimateRow(
        form: first.form, wave: first.wave, indicator: first.indicator, item: first.item, statistic: statistic,
        level: level, domain: group?.domain ?? "", domainLevel: group?.domainLevel ?? "")
      row.estimate = value
      row.baseCount = isKnown ? (group ?? nil)?.baseCount ?? Int(known.reduce(0) { $0 + $1.count }) : nil
      row.flags = (isKnown ? [] : [.suppressed]) + flags
      return row
    }
    let level = groups[0].statistic.rawValue
    var result = [
      row(
        .groupConsensus, level: level, isKnown ? known.reduce(1) { $0 * smoothed($1.count * $1.share, $1.count) } : nil)
    ]
    for (place, group) in groups.enumerated() {
      var ratio: Double?
      if isKnown {
        let others = known.indices.filter { $0 != place }
        let count = others.reduce(0) { $0 + known[$1].count }
        let agreeing = others.reduce(0) { $0 + known[$1].count * known[$1].share }
        ratio = smoothed(known[place].count * known[place].share, known[place].count) / smoothed(agreeing, count)
      }
      result.append(row(.representativeness, level: level, group: group, ratio))
    }
    if isKnown, let most = known.indices.max(by: { known[$0].share < known[$1].share }),
      let least = known.indices.min(by: { known[$0].share < known[$1].share })
    {
      result.append(
        row(
          .groupDivide, level: "\(level):\(groups[most].domainLevel)-\(groups[least].domainLevel)",
          known[most].share - known[least].share))
    } else {
      result.append(row(.groupDivide, level: level, nil))
    }
    return result
  }

  private static func smoothed(_ agreeing: Double, _ count: Double) -> Double { (agreeing + 1) / (count + 2) }
}
