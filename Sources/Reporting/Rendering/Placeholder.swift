/// The first words of placeholders.
enum Placeholder: String, CaseIterable {
  /// `value STATISTIC ITEM [VARIABLE=LEVEL] [level=CODE]`, its interval, and its unweighted base.
  case value, interval, base
  /// The label of an item or indicator; without a word, of the loop's indicator or domain.
  case label
  /// A count that is no estimate.
  case count
  /// Facts of the report.
  case date, period, wave, title, issuer
  /// A sentence on the items of an indicator.
  case summary
  /// Blocks.
  case table, chart, list, annex
}

/// What `count` prints.
enum CountKind: String, CaseIterable {
  case respondents, effective, deff, population, unmatched, minimum, confidence
  case read, accepted, identical, quarantined, rejected, declined, withheld, late
  case items, needs, high, medium, low
  case highBand = "high_band"
  case mediumBand = "medium_band"
}

/// What `table` prints.
enum TableKind: String, CaseIterable {
  case consensus, distribution, needs, domains, shares, priorities, frame, margins, unmatched, accounting, changes, side
}

/// What `chart` draws.
enum ChartKind: String, CaseIterable {
  case likert, quadrant, ranking, shares, heatmap, changes
  /// Of tables beside the estimates.
  case bars, stacked, slope, trajectory
  case needsRanking = "needs-ranking"
}

/// What `list` prints.
enum ListKind: String, CaseIterable {
  case highest, lowest, frames, groups
}
