import FormDefinition

/// The places of items in the order of an indicator's headline statistic, 1 for the largest; equal ones share a place.
enum Ranking {
  /// By entry, domain and level: the rank figures; empty for entries that are not ranked. Suppressed items have no place
  /// and do not count.
  static func ranks(
    entries: [IndicatorEntry], figures: [[[LevelFigures]]], isSuppressed: [[[Bool]]]
  ) -> [[[[Figure]]]] {
    var result: [[[[Figure]]]] = entries.map { _ in [] }
    for entry in entries.indices {
      guard let headline = headline(of: entries[entry].indicator) else { continue }
      let peers =
        entries[entry].indicator.kind == .need
        ? entries.indices.filter { entries[$0].indicator.name == entries[entry].indicator.name } : [entry]
      result[entry] = figures[entry].indices.map { domain in
        figures[entry][domain].indices.map { level in
          let all = peers.filter { !isSuppressed[$0][domain][level] }.flatMap { peer in
            figures[peer][domain][level].figures.filter { $0.statistic == headline }.compactMap(\.estimate)
          }
          return figures[entry][domain][level].figures.filter { $0.statistic == headline }.map { figure in
            Figure(
              statistic: .rank, level: figure.level,
              estimate: figure.estimate.map { own in Double(1 + all.count { $0 > own }) }, count: figure.count,
              effectiveCount: figure.effectiveCount)
          }
        }
      }
    }
    return result
  }

  /// The statistic that orders an indicator's items: the parameter `rank`, else PNI modified for needs and the Borda
  /// score for rankings; nil for other kinds.
  private static func headline(of indicator: Indicator) -> Statistic? {
    switch indicator.kind {
    case .need: indicator.parameters["rank"].flatMap(Statistic.init(rawValue:)) ?? .pniModified
    case .ranking: indicator.parameters["rank"].flatMap(Statistic.init(rawValue:)) ?? .borda
    default: nil
    }
  }
}
