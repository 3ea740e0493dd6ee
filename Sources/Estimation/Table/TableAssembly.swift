import FormDefinition
import Tabulation

/// Measures every item in every domain, decides what may be published, and writes the rows.
struct TableAssembly {
  let plan: EstimationPlan
  let form: Form
  let entries: [IndicatorEntry]
  let table: CellTable
  /// The whole first.
  let domains: [DomainView]
  /// The names of each domain's questions.
  let variables: [[String]]
  let comparisons: ComparisonRows
  let isSimulated: Bool

  /// The rows in the order of indicators, items, domains and statistics.
  var rows: [EstimateRow] {
    let figures = entries.map { entry in
      let headline = Ranking.headline(of: entry.indicator)
      return domains.map { domain in
        entry.measure.figures(table.items[entry.tabulated][domain.rows.grouping], in: domain).map {
          $0.keepingReplicates(of: headline)
        }
      }
    }
    let isSuppressed = suppression(of: figures)
    let ranks = Ranking.ranks(
      entries: entries, figures: figures, isSuppressed: isSuppressed, level: min(1, max(0, plan.intervals.level)))
    var rows: [EstimateRow] = []
    for entry in entries.indices {
      for domain in domains.indices {
        for level in figures[entry][domain].indices {
          let hidden = isSuppressed[entry][domain][level]
          let all = figures[entry][domain][level].figures + (ranks[entry].isEmpty ? [] : ranks[entry][domain][level])
          let name = domains[domain].rows.levels[level].name
          rows += all.map { row(of: $0, entry: entries[entry], domain: domain, domainLevel: name, isHidden: hidden) }
        }
      }
    }
    return rows + comparisons.rows(of: self, isSuppressed: isSuppressed)
  }

  /// By entry, domain and level: whether nothing may be published.
  ///
  /// A level suppressed for one item is suppressed for every other item that looks at one of its questions.
  private func suppression(of figures: [[[LevelFigures]]]) -> [[[Bool]]] {
    let rules = Suppression(plan.disclosure)
    var states = figures.map { entry in
      entry.indices.map { domain in
        Suppression.Domain(
          variables: variables[domain], coordinates: domains[domain].rows.levels.map(\.coordinates),
          counts: entry[domain].map(\.count), isSuppressed: entry[domain].map(rules.isPrimary))
      }
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      var byQuestion: [Int: [[Bool]]] = [:]
      for entry in entries.indices {
        for question in entries[entry].questions {
          let flags = states[entry].map(\.isSuppressed)
          byQuestion[question] = byQuestion[question].map { zip($0, flags).map(Self.union) } ?? flags
        }
      }
      for entry in entries.indices {
        let before = states[entry].map(\.isSuppressed)
        for question in entries[entry].questions {
          guard let flags = byQuestion[question] else { continue }
          for domain in states[entry].indices {
            states[entry][domain].isSuppressed = Self.union(states[entry][domain].isSuppressed, flags[domain])
          }
        }
        rules.complete(&states[entry])
        if states[entry].map(\.isSuppressed) != before { hasChanged = true }
      }
    }
    return states.map { $0.map(\.isSuppressed) }
  }

  private static func union(_ left: [Bool], _ right: [Bool]) -> [Bool] { zip(left, right).map { $0 || $1 } }

  /// The row of a figure; without numbers when it is hidden.
  func row(
    of figure: Figure, entry: IndicatorEntry, domain: Int, domainLevel: String, isHidden: Bool
  ) -> EstimateRow {
    let view = domains[domain]
    var row = EstimateRow(
      form: form.identifier, wave: plan.wave, indicator: entry.indicator.name, item: entry.item,
      statistic: figure.statistic, level: figure.level, domain: view.rows.name,
      domainLevel: domainLevel)
    if isHidden {
      row.flags = [.suppressed]
    } else {
      row.estimate = figure.estimate?.ifFinite
      row.standardError = figure.standardError?.ifFinite
      row.lowerLimit = figure.limits?.lowerBound.ifFinite
      row.upperLimit = figure.limits?.upperBound.ifFinite
      row.baseCount = figure.count
      row.effectiveCount = figure.effectiveCount?.ifFinite
      row.designEffect = figure.designEffect?.ifFinite
      row.degreesOfFreedom = figure.degreesOfFreedom?.ifFinite
      if row.estimate != nil, Reliability.isUnreliable(figure) { row.flags.append(.unreliable) }
      if row.estimate != nil {
        row.band = figure.band
        if figure.isPolarised { row.flags.append(.polarised) }
      }
      row.testStatistic = figure.test?.statistic.ifFinite
      if row.testStatistic != nil {
        row.degreesOfFreedom = figure.test?.degreesOfFreedom
        row.pValue = figure.test?.pValue?.ifFinite
      }
      if row.standardError != nil, view.design.singleStrataCount > 0 { row.flags.append(.singlePSU) }
    }
    if plan.sample == .optIn { row.flags.append(.modelled) }
    if isSimulated { row.flags.append(.simulated) }
    return row
  }
}

/// Whether an estimate varies too much to be relied on.
enum Reliability {
  /// Fewer than 30 effective respondents, or a share whose interval is 0.30 wide or wider (after NCHS 2017, Series 2,
  /// No. 175, whose rules on relative width are not applied).
  static func isUnreliable(_ figure: Figure) -> Bool {
    if let effective = figure.effectiveCount, effective < 30 { return true }
    guard figure.isShare, let limits = figure.limits else { return false }
    return limits.upperBound - limits.lowerBound >= 0.30
  }
}
