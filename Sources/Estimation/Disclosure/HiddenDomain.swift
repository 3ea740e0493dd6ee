import Diagnostics

/// Domains of which suppression leaves little.
///
/// Where a level is small, the figures of large levels may have to go too: with weights from a frame, what is published
/// of the others and of the whole gives the small one away. Whoever reads an empty table should know why.
enum HiddenDomain {
  /// Says of each domain with more than half of its rows suppressed how many percent are; whole domains, no level.
  ///
  /// - Complexity: O(rows).
  static func remarks(on rows: [EstimateRow]) -> [Diagnostic] {
    var counts: [String: (rows: Int, suppressed: Int)] = [:]
    var order: [String] = []
    for row in rows where !row.domain.isEmpty && row.statistic != .test {
      if counts[row.domain] == nil { order.append(row.domain) }
      counts[row.domain, default: (0, 0)].rows += 1
      if row.flags.contains(.suppressed) { counts[row.domain, default: (0, 0)].suppressed += 1 }
    }
    return order.compactMap { domain in
      guard let count = counts[domain], count.suppressed * 2 > count.rows else { return nil }
      let share = count.suppressed * 100 / count.rows
      return Diagnostic(.domainMostlySuppressed, ["domain": domain, "share": String(share)])
    }
  }
}
