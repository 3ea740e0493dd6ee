import FormDefinition

/// The places of items in the order of an indicator's headline statistic, 1 for the largest; equal ones share a place.
///
/// With bootstrap replicates the items are ranked in each of them too: the interval of a place covers the level's share
/// of its replicate places (percentiles; Goldstein & Spiegelhalter 1996), and `probability_above` is the share of
/// replicates in which an item lies above another, ties counting half.
struct Ranking {
  private let entries: [IndicatorEntry]
  private let figures: [[[LevelFigures]]]
  private let isSuppressed: [[[Bool]]]
  /// The confidence level of the places' intervals.
  private let level: Double

  /// By entry, domain and level: the rank figures; empty for entries that are not ranked. Suppressed items have no place
  /// and do not count.
  static func ranks(
    entries: [IndicatorEntry], figures: [[[LevelFigures]]], isSuppressed: [[[Bool]]], level: Double
  ) -> [[[[Figure]]]] {
    let ranking = Ranking(entries: entries, figures: figures, isSuppressed: isSuppressed, level: level)
    return entries.indices.map { entry in
      guard let headline = headline(of: entries[entry].indicator) else { return [] }
      return figures[entry].indices.map { domain in
        figures[entry][domain].indices.map { ranking.figures(entry, domain, $0, headline) }
      }
    }
  }

  /// An item or option among those it is ranked with.
  private struct Candidate {
    var entry: Int
    var name: String
    var figure: Figure
  }

  private func figures(_ entry: Int, _ domain: Int, _ level: Int, _ headline: Statistic) -> [Figure] {
    let own = figures[entry][domain][level].figures.filter { $0.statistic == headline }
    if own.isEmpty { return [] }
    let isNeed = entries[entry].indicator.kind == .need
    let peers =
      isNeed ? entries.indices.filter { entries[$0].indicator.name == entries[entry].indicator.name } : [entry]
    let candidates = peers.filter { !isSuppressed[$0][domain][level] }.flatMap { peer in
      figures[peer][domain][level].figures.filter { $0.statistic == headline }.map { figure in
        Candidate(entry: peer, name: isNeed ? entries[peer].item : figure.level, figure: figure)
      }
    }
    return own.flatMap { figure -> [Figure] in
      var rank = Figure(
        statistic: .rank, level: figure.level, estimate: figure.estimate.map { place(of: $0, among: candidates) },
        count: figure.count, effectiveCount: figure.effectiveCount)
      let isHidden = isSuppressed[entry][domain][level]
      if figure.replicates.isEmpty || isHidden || figure.estimate == nil { return [rank] }
      rank.limits = interval(of: figure, among: candidates)
      let others = candidates.filter {
        $0.figure.estimate != nil && ($0.entry != entry || $0.figure.level != figure.level)
      }
      return [rank] + others.map { probabilityAbove(figure, $0) }
    }
  }

  private func place(of own: Double, among candidates: [Candidate]) -> Double {
    Double(1 + candidates.count { candidate in candidate.figure.estimate.map { $0 > own } ?? false })
  }

  /// The places that hold the middle share of the replicates.
  private func interval(of figure: Figure, among candidates: [Candidate]) -> ClosedRange<Double>? {
    let places = figure.replicates.indices.compactMap { replicate -> Int? in
      guard let own = figure.replicates[replicate] else { return nil }
      return 1
        + candidates.count { candidate in
          let values = candidate.figure.replicates
          return replicate < values.count && values[replicate].map { $0 > own } ?? false
        }
    }.sorted()
    guard !places.isEmpty else { return nil }
    func percentile(_ share: Double) -> Double {
      let place = (share * Double(places.count) - 1e-9).rounded(.up) - 1
      return Double(places[Int(min(Double(places.count - 1), max(0, place)))])
    }
    return percentile((1 - level) / 2)...percentile((1 + level) / 2)
  }

  private func probabilityAbove(_ figure: Figure, _ other: Candidate) -> Figure {
    let pairs = zip(figure.replicates, other.figure.replicates).compactMap { own, other in
      own.flatMap { own in other.map { (own, $0) } }
    }
    let wins = pairs.reduce(0.0) { $0 + ($1.0 > $1.1 ? 1 : $1.0 == $1.1 ? 0.5 : 0) }
    let name = figure.level.isEmpty ? other.name : "\(figure.level)>\(other.name)"
    return Figure(
      statistic: .probabilityAbove, level: name, estimate: pairs.isEmpty ? nil : wins / Double(pairs.count),
      count: min(figure.count, other.figure.count), effectiveCount: figure.effectiveCount)
  }

  /// The statistic that orders an indicator's items: the parameter `rank`, else PNI modified for needs, the Borda
  /// score for rankings, best less worst for sets; nil for other kinds.
  static func headline(of indicator: Indicator) -> Statistic? {
    switch indicator.kind {
    case .need: indicator.parameters["rank"].flatMap(Statistic.init(rawValue:)) ?? .pniModified
    case .ranking where indicator.items.contains(where: \.isPair): .maxDiff
    case .ranking: indicator.parameters["rank"].flatMap(Statistic.init(rawValue:)) ?? .borda
    default: nil
    }
  }
}
