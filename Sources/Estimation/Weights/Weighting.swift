import Diagnostics
import Tabulation

/// Rakes the base weights of a design and tells how they came about.
struct Weighting {
  /// The design with its final factors.
  private(set) var design: SurveyDesign
  /// What was found, errors included.
  private(set) var diagnostics: [Diagnostic] = []
  private let table: CellTable
  private let plan: EstimationPlan
  private var cells: RakingCells?
  private var raking: Raking?

  init(_ table: CellTable, plan: EstimationPlan, marginFields: [[Int]]) {
    self.table = table
    self.plan = plan
    design = SurveyDesign(table, plan: plan)
    guard !plan.rake.isEmpty, table.countedRecords > 0 else { return }
    let cells = RakingCells(table, margins: plan.rake, fields: marginFields)
    self.cells = cells
    design.isExcluded = cells.cellOfUnit.map { cells.isExcluded[$0] }
    for index in plan.rake.indices { check(index, cells) }
    checkTotals()
    if diagnostics.contains(where: { $0.severity == .error }) { return }
    let raking = Raking(cells, margins: plan.rake, options: plan.raking)
    self.raking = raking
    design.factors = cells.cellOfUnit.map { raking.factors[$0] }
    if raking.factors.allSatisfy(\.isFinite) {
      design.calibration = Calibration(
        cells, raking: raking, margins: plan.rake, variance: plan.raking.variance)
    }
    if !raking.converged {
      diagnostics.append(
        Diagnostic(
          .rakingNotConverged,
          ["iterations": String(raking.iterations), "difference": raking.largestDifference.description]))
    }
  }

  /// Reports a margin's levels that respondents and frame do not share.
  private mutating func check(_ index: Int, _ cells: RakingCells) {
    let margin = plan.rake[index]
    let name = margin.variables.joined(separator: "*")
    let severity: Severity = margin.unmatched == .error ? .error : .warning
    let unmatched = cells.unmatched[index]
    if !unmatched.isEmpty {
      diagnostics.append(
        Diagnostic(
          margin.unmatched == .error ? .unmatchedRespondents : .unmatchedRespondentsTreated, field: name,
          [
            "count": String(unmatched.values.reduce(0, +)),
            "levels": unmatched.keys.sorted().map { $0.isEmpty ? "–" : $0 }.joined(separator: ", "),
            "rule": margin.unmatched.rawValue,
          ]))
    }
    let respondents = respondents(of: index, cells)
    let empty = margin.population.indices.filter { margin.population[$0].count > 0 && respondents[$0] == 0 }
    if !empty.isEmpty {
      diagnostics.append(
        Diagnostic(
          .emptyFrameLevels, field: name,
          [
            "levels": empty.map { margin.population[$0].level }.joined(separator: ", "),
            "population": Self.number(empty.reduce(0) { $0 + margin.population[$1].count }),
          ], severity: severity))
    }
    let zero = margin.population.indices.filter { margin.population[$0].count == 0 && respondents[$0] > 0 }
    if !zero.isEmpty {
      diagnostics.append(
        Diagnostic(
          .zeroPopulationLevel, field: name, ["count": String(zero.reduce(0) { $0 + respondents[$1] })]))
    }
  }

  private mutating func checkTotals() {
    let totals = plan.rake.map { margin in margin.population.reduce(0) { $0 + $1.count } }
    guard let least = totals.min(), let most = totals.max(), most - least > 1e-9 * most else { return }
    diagnostics.append(
      Diagnostic(
        .marginTotalsDiffer,
        [
          "totals": zip(plan.rake, totals).map {
            "\($0.0.variables.joined(separator: "*")) \(Self.number($0.1))"
          }.joined(separator: ", ")
        ]))
  }

  private static func number(_ value: Double) -> String {
    Int64(exactly: value.rounded()).flatMap { Double($0) == value ? String($0) : nil } ?? value.description
  }

  /// Respondents by level of a margin, those left out included.
  private func respondents(of index: Int, _ cells: RakingCells) -> [Int] {
    var counts = [Int](repeating: 0, count: plan.rake[index].population.count)
    for cell in cells.levels.indices {
      if let level = cells.levels[cell][index] { counts[level] += cells.counts[cell] }
    }
    return counts
  }

  /// Respondents left out for want of a cell in the frame.
  var excludedCount: Int {
    design.units.indices.reduce(0) { $0 + (design.isExcluded[$1] ? design.units[$1].weights.count : 0) }
  }

  /// How the weights came about; nil when every respondent counts 1.
  func summary(minimumCount: Int) -> WeightingSummary? {
    if plan.weights == nil, plan.rake.isEmpty { return nil }
    let ones = design.factors.map { _ in 1.0 }
    var summary = WeightingSummary(
      base: distribution(ones), final: distribution(design.factors), excludedCount: excludedCount)
    guard let cells, let raking else { return summary }
    summary.iterations = raking.iterations
    summary.converged = raking.converged
    summary.largestDifference = raking.largestDifference
    summary.margins = plan.rake.indices.map { margin($0, cells, raking, minimumCount) }
    return summary
  }

  private func distribution(_ factors: [Double]) -> WeightDistribution {
    var result = WeightDistribution(count: 0, minimum: .infinity, maximum: 0, sum: 0, sumOfSquares: 0)
    for unit in design.units.indices where !design.isExcluded[unit] && design.units[unit].weights.count > 0 {
      let weights = design.units[unit].weights
      let factor = factors[unit]
      result.count += weights.count
      result.minimum = min(result.minimum, factor * weights.minimum)
      result.maximum = max(result.maximum, factor * weights.maximum)
      result.sum += factor * weights.sum
      result.sumOfSquares +=
        factor * factor
        * (weights.deltaSquares + weights.pivot * (2 * weights.delta + Double(weights.count) * weights.pivot))
    }
    if result.count == 0 { result.minimum = 0 }
    return result
  }

  private func margin(_ index: Int, _ cells: RakingCells, _ raking: Raking, _ minimumCount: Int) -> MarginSummary {
    let margin = plan.rake[index]
    let count = margin.population.count
    let respondents = respondents(of: index, cells)
    let included = cells.isExcluded.map { $0 ? 0.0 : 1.0 }
    let before = Raking.fitted(cells, included, margin: index, count: count)
    let after = Raking.fitted(cells, raking.factors, margin: index, count: count)
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
}
