/// The first words of placeholders.
enum Placeholder: String, CaseIterable {
  /// `value STATISTIC ITEM [VARIABLE=LEVEL] [level=CODE]`, its interval, and its unweighted base.
  case value, interval, base
  /// The label of an item or indicator; without a word, of the loop's indicator or domain.
  case label
  /// A count that is no estimate.
  case count
  /// Facts of the report.
  case date, period, wave, title, issuer, plan, reporter
  /// The day of a step on the way to the report.
  case milestone
  /// The name of the loop's unit.
  case unit
  /// A cell of a table beside the estimates, and the number of its rows.
  case cell, rows
  /// A sentence on the items of an indicator.
  case summary
  /// Blocks.
  case table, chart, list, annex
  /// Begins the sheet of the loop's unit on a new page.
  case sheet
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
  /// Of a unit: how many of it answered, and its figures beside those of all.
  case participation, beside
  /// Questions put to whoever decides, with room for the decision.
  case decisions
}

/// What `chart` draws.
enum ChartKind: String, CaseIterable {
  case likert, quadrant, ranking, shares, heatmap, changes, pyramid
  /// Of tables beside the estimates.
  case bars, stacked, slope, coverage, trajectory
  case needsRanking = "needs-ranking"
}

/// What `list` prints.
enum ListKind: String, CaseIterable {
  case highest, lowest, frames, groups
  /// Statements that divide people; needs with the places they may have; changes that are sound.
  case divided, needs, changes
}
