public import Estimation

extension WeightingFacts {
  /// The facts of an estimation.
  ///
  /// - Parameters:
  ///   - summary: how the weights came about; nil when every respondent counts 1.
  ///   - respondentCount: the respondents that the estimates rest on.
  ///   - plan: the design that was estimated.
  ///   - frames: the populations raked to, for their sources.
  public init(
    _ summary: WeightingSummary?, respondentCount: Int, plan: EstimationPlan, frames: [PopulationFrame]
  ) {
    self.init()
    responseCount = respondentCount
    strata = plan.strata ?? ""
    clusters = plan.clusters
    guard let summary else { return }
    excludedCount = summary.excludedCount
    withholdsTotals = excludedCount > 0 && excludedCount < plan.disclosure.minimumCount
    if summary.final.minimum != summary.final.maximum {
      effectiveCount = summary.final.effectiveCount
      designEffect = summary.final.designEffect
    }
    for margin in summary.margins {
      let variable = margin.variables.joined(separator: "*")
      let minimum = plan.disclosure.minimumCount
      margins += Self.levels(of: margin, variable: variable, total: respondentCount, minimum: minimum)
      let counts = Self.withholding(
        margin.unmatchedRespondents.map(\.respondents), total: summary.excludedCount, minimum: minimum)
      unmatched += zip(margin.unmatchedRespondents, counts).map { level, count in
        UnmatchedLevel(
          variable: variable, level: level.name, respondents: count,
          treatment: margin.unmatched == .baseWeight ? .baseWeight : .excluded)
      }
      for (from, _) in plan.margins.first(where: { $0.variables == margin.variables })?.map.sorted(by: <) ?? [] {
        unmatched.append(UnmatchedLevel(variable: variable, level: from, respondents: nil, treatment: .mapped))
      }
      self.frames += Self.sources(of: variable, in: frames)
    }
  }

  /// The counts with further ones withheld, the smallest first, until the total no longer gives a withheld one back.
  ///
  /// What is left after the printed counts must be shared by two levels at least and reach the minimum count.
  static func withholding(_ counts: [Int?], total: Int, minimum: Int) -> [Int?] {
    var counts = counts
    while counts.contains(nil) {
      let known = counts.compactMap { $0 }
      let hidden = max(0, total - known.reduce(0, +))
      guard hidden < minimum || counts.count - known.count < 2, let least = known.min(),
        let place = counts.firstIndex(of: least)
      else { break }
      counts[place] = nil
    }
    return counts
  }

  private static func levels(of margin: MarginSummary, variable: String, total: Int, minimum: Int) -> [MarginLevel] {
    let counts = withholding(margin.levels.map(\.respondents), total: total, minimum: minimum)
    // A share beside the others would give a withheld one back: none is said then.
    let known = margin.levels.compactMap(\.before)
    let before = known.count == margin.levels.count ? known.reduce(0, +) : 0
    let after = margin.levels.reduce(0) { $0 + $1.after }
    return zip(margin.levels, counts).map { level, count in
      MarginLevel(
        variable: variable, level: level.name, population: level.population, respondents: count,
        shareBefore: before > 0 ? level.before.map { $0 / before } : nil,
        shareAfter: after > 0 ? level.after / after : 0)
    }
  }

  /// Each source once, with what its levels' definitions have in common.
  private static func sources(of variable: String, in frames: [PopulationFrame]) -> [FrameSource] {
    let entries = frames.flatMap(\.entries).filter { $0.variable == variable }
    var sources: [FrameSource] = []
    for entry in entries where !entry.source.isEmpty || !entry.asOf.isEmpty {
      let day = CalendarDay(iso: entry.asOf)
      if sources.contains(where: { $0.source == entry.source && $0.asOf == day }) { continue }
      let definitions = entries.filter { $0.source == entry.source && $0.asOf == entry.asOf }.map(\.definition)
      sources.append(
        FrameSource(variable: variable, asOf: day, source: entry.source, definition: commonPart(of: definitions)))
    }
    return sources
  }

  /// The whole text when all are equal, else the common words after a semicolon, else "".
  private static func commonPart(of texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    if texts.allSatisfy({ $0 == first }) { return first }
    let parts = first.split(separator: ";").dropFirst()
    for start in parts.indices {
      let tail = parts[start...].joined(separator: ";")
      if texts.allSatisfy({ $0.hasSuffix(tail) }) { return String(tail.drop { $0 == " " }) }
    }
    return ""
  }
}
