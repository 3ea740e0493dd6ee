import Tabulation

extension Weighting {
  /// How the weights came about; nil when every respondent counts 1.
  func summary(minimumCount: Int) -> WeightingSummary? {
    if plan.weights == nil, !plan.meetsPopulation, plan.trim == nil, plan.replicates == nil { return nil }
    let ones = design.factors.map { _ in 1.0 }
    var summary = WeightingSummary(
      base: distribution(ones), final: distribution(design.factors), excludedCount: excludedCount)
    summary.trimmedCount = trimmed?.count ?? 0
    summary.replicateCount = design.replicates?.count ?? 0
    guard let cells, let fit else { return summary }
    summary.method =
      plan.calibrate?.method.weightingMethod ?? (plan.postStratify == nil ? .raking : .postStratification)
    summary.iterations = fit.iterations
    summary.converged = fit.converged
    summary.largestDifference = fit.largestDifference
    summary.margins = plan.margins.indices.map { margin($0, cells, minimumCount) }
    summary.totals = numberTotals(cells)
    return summary
  }

  private func distribution(_ factors: [Double]) -> WeightDistribution {
    var result = WeightDistribution(count: 0, minimum: .infinity, maximum: 0, sum: 0, sumOfSquares: 0)
    for unit in design.units.indices where !design.isExcluded[unit] && design.units[unit].weights.count > 0 {
      let weights = design.units[unit].weights
      let factor = factors[unit]
      result.count += weights.count
      let ends = (factor * weights.minimum, factor * weights.maximum)
      result.minimum = min(result.minimum, ends.0, ends.1)
      result.maximum = max(result.maximum, ends.0, ends.1)
      result.sum += factor * weights.sum
      result.sumOfSquares +=
        factor * factor
        * (weights.deltaSquares + weights.pivot * (2 * weights.delta + Double(weights.count) * weights.pivot))
    }
    if result.count == 0 { result.minimum = 0 }
    return result
  }

  private func margin(_ index: Int, _ cells: RakingCells, _ minimumCount: Int) -> MarginSummary {
    let margin = plan.margins[index]
    let count = margin.population.count
    let respondents = respondents(of: index, cells)
    let included = cells.isExcluded.map { $0 ? 0.0 : 1.0 }
    let before = Raking.fitted(cells, included, margin: index, count: count)
    var after = [Double](repeating: 0, count: count)
    for unit in design.units.indices {
      guard let level = cells.levels[cells.cellOfUnit[unit]][index] else { continue }
      after[level] += design.factors[unit] * design.units[unit].weights.sum
    }
    func isShown(_ count: Int) -> Bool { count >= minimumCount }
    return MarginSummary(
      variables: margin.variables, unmatched: margin.unmatched,
      levels: margin.population.indices.map { level in
        MarginSummary.Level(
          name: margin.population[level].level, population: margin.population[level].count,
          respondents: isShown(respondents[level]) ? respondents[level] : nil,
          before: isShown(respondents[level]) ? before[level] : nil, after: after[level])
      },
      unmatchedRespondents: cells.unmatched[index].sorted { $0.key < $1.key }.map {
        MarginSummary.UnmatchedLevel(name: $0.key, respondents: isShown($0.value) ? $0.value : nil)
      },
      emptyLevels: margin.population.indices.filter { margin.population[$0].count > 0 && respondents[$0] == 0 }.map {
        MarginSummary.EmptyLevel(name: margin.population[$0].level, population: margin.population[$0].count)
      }, population: margin.population.reduce(0) { $0 + $1.count })
  }

  /// The totals of numbers before and after.
  private func numberTotals(_ cells: RakingCells) -> [TotalSummary] {
    (plan.calibrate?.totals ?? []).enumerated().map { place, total in
      var sums = (before: 0.0, after: 0.0)
      for unit in design.units.indices where !design.isExcluded[unit] {
        let weighted = design.units[unit].weights.sum * (table.recordNumbers[place][unit] ?? 0)
        sums.before += weighted
        sums.after += design.factors[unit] * weighted
      }
      return TotalSummary(question: total.question, population: total.total, before: sums.before, after: sums.after)
    }
  }
}

extension CalibrationMethod {
  /// The name of the method among all ways of weighting.
  var weightingMethod: WeightingMethod {
    switch self {
    case .linear: .linearCalibration
    case .raking: .rakingCalibration
    case .logit: .logitCalibration
    }
  }
}
