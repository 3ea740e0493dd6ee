import Diagnostics
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
  /// The records counted.
  let respondentCount: Int

  /// The rows in the order of indicators, items, domains and statistics, how many of them are suppressed, and what a
  /// reader should know of them.
  func assemble() -> (rows: [EstimateRow], disclosure: DisclosureSummary, diagnostics: [Diagnostic]) {
    let figures = measured()
    let primary = audited(figures)
    let search = suppressions(primary)
    let isSuppressed = search.items.map { $0.map(\.isSuppressed) }
    var summary = search.summary
    let ranks = Ranking.ranks(
      entries: entries, figures: figures, isSuppressed: isSuppressed, level: min(1, max(0, plan.intervals.level)))
    let made = madeSideBySide(entries.count) { entry in
      domains.indices.flatMap { domain in
        figures[entry][domain].indices.flatMap { level in
          let all = figures[entry][domain][level].figures + (ranks[entry].isEmpty ? [] : ranks[entry][domain][level])
          return all.map {
            row(
              of: $0, entry: entries[entry], domain: domain, domainLevel: domains[domain].rows.levels[level].name,
              isHidden: isSuppressed[entry][domain][level])
          }
        }
      }
    }
    for entry in entries.indices {
      for domain in domains.indices {
        for level in figures[entry][domain].indices where isSuppressed[entry][domain][level] {
          let count = figures[entry][domain][level].figures.count
          summary.count(
            count + (ranks[entry].isEmpty ? 0 : ranks[entry][domain][level].count),
            isPrimary: primary[entry][domain].isSuppressed[level])
        }
      }
    }
    var rows: [EstimateRow] = []
    rows.reserveCapacity(made.reduce(0) { $0 + $1.count })
    for entry in made { rows += entry }
    let compared = comparisons.rows(of: self, isSuppressed: isSuppressed)
    rows += compared.rows
    return (rows, summary, compared.diagnostics + exchanges(isSuppressed))
  }

  /// By entry, domain and level: the figures; entries are measured side by side on the machine's cores.
  private func measured() -> [[[LevelFigures]]] {
    madeSideBySide(entries.count) { place in
      let entry = entries[place]
      let headline = Ranking.headline(of: entry.indicator)
      return domains.map { domain in
        entry.measure.figures(table.items[entry.tabulated][domain.rows.grouping], in: domain).map {
          $0.keepingReplicates(of: headline)
        }
      }
    }
  }

  /// By entry and domain: the counts that disclosure control looks at.
  private func audited(_ figures: [[[LevelFigures]]]) -> [[AuditedDomain]] {
    let weights = domains.map { domain in domain.rows.levels.map { domain.commonWeight(of: $0.rows) } }
    let sizes = domains.indices.map { publishedSizes(ofLevels: $0, figures) }
    return figures.map { entry in
      entry.indices.map { domain in
        let levels = domains[domain].rows.levels.indices.map { level in
          // An item without figures has nobody.
          entry[domain].indices.contains(level) ? entry[domain][level] : LevelFigures(count: 0, figures: [])
        }
        return AuditedDomain(
          variables: variables[domain], coordinates: domains[domain].rows.levels.map(\.coordinates),
          counts: levels.map(\.count), answers: levels.map(\.publishedCounts), weights: weights[domain],
          sizes: sizes[domain],
          isSuppressed: levels.map(Suppression(plan.disclosure).isPrimary))
      }
    }
  }

  /// By level of a domain of one question: how many respondents gave it, when the shares of that question say so.
  private func publishedSizes(ofLevels domain: Int, _ figures: [[[LevelFigures]]]) -> [Int?] {
    let names = domains[domain].rows.levels.map(\.name)
    let rules = Suppression(plan.disclosure)
    guard variables[domain].count == 1,
      let entry = entries.firstIndex(where: { $0.item == variables[domain][0] && !($0.measure is MultipleMeasure) }),
      let whole = figures[entry].first?.first, !rules.isPrimary(whole)
    else { return names.map { _ in nil } }
    let codes = whole.figures.filter { $0.statistic == .proportion }.map(\.level)
    guard codes.count == whole.publishedCounts.count else { return names.map { _ in nil } }
    return names.map { name in codes.firstIndex(of: name).map { whole.publishedCounts[$0] } }
  }

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
      if row.estimate != nil, let flag = Reliability.flag(of: figure) { row.flags.append(flag) }
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
