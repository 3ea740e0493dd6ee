import Diagnostics
import Tabulation

/// Makes the final weights of a design from its base weights, and tells how they came about.
///
/// The order is: base weights; post-stratification, raking or calibration; trimming. Replicates go the same way.
struct Weighting {
  /// The design with its final factors.
  private(set) var design: SurveyDesign
  /// What was found, errors included.
  private(set) var diagnostics: [Diagnostic] = []
  let table: CellTable
  let plan: EstimationPlan
  /// The cells of the population figures; nil without figures.
  private(set) var cells: RakingCells?
  /// How the population figures were met; nil without figures.
  private(set) var fit: WeightFit?
  /// The limits of weights and how many were cut; nil without trimming.
  private(set) var trimmed: (limits: Trimming, count: Int)?

  init(_ table: CellTable, plan: EstimationPlan, marginFields: [[Int]]) {
    self.table = table
    self.plan = plan
    design = SurveyDesign(table, plan: plan)
    diagnostics = Self.contradictions(in: plan)
    guard table.countedRecords > 0, !hasErrors else { return }
    var fitter: WeightFitter?
    if plan.meetsPopulation {
      fitter = meetPopulation(marginFields)
      if hasErrors { return }
    }
    if let rule = plan.trim { trim(rule) }
    if let replicates = plan.replicates {
      let maker = ReplicateMaker(
        design: design, table: table, plan: plan, cells: cells, fitter: fitter, trimming: trimmed?.limits)
      let made = maker.make(replicates)
      design.replicates = made.weights
      diagnostics += made.diagnostics
    }
  }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds a finding.
  mutating func note(_ finding: Diagnostic) { diagnostics.append(finding) }

  /// Post-stratifies, rakes or calibrates.
  private mutating func meetPopulation(_ marginFields: [[Int]]) -> WeightFitter? {
    let cells = RakingCells(
      table, margins: plan.margins, fields: marginFields, numberCount: plan.calibrate?.totals.count ?? 0)
    self.cells = cells
    design.isExcluded = cells.cellOfUnit.map { cells.isExcluded[$0] }
    for index in plan.margins.indices { check(index, cells) }
    checkTotals()
    checkNumbers()
    if hasErrors { return nil }
    let fitter = WeightFitter(cells, plan: plan)
    let fit = fitter.fit(cells)
    self.fit = fit
    design.factors = cells.cellOfUnit.map { fit.factors[$0] }
    if fit.factors.allSatisfy(\.isFinite) {
      design.calibration = Calibration(cells, fit: fit, fitter: fitter, variance: plan.raking.variance)
    }
    checkFit(fit)
    return fitter
  }

  /// Trims the weights of records, each a unit of its own.
  private mutating func trim(_ rule: TrimRule) {
    let weights = design.units.indices.map { design.factors[$0] * design.units[$0].weights.sum }
    let used = weights.indices.count { !design.isExcluded[$0] }
    guard used > 0 else { return }
    let limits = Trimming(rule, mean: weights.reduce(0, +) / Double(used))
    let found = limits.trim(weights)
    trimmed = (limits, found.cutCount)
    design.trimming = zip(found.weights, weights).map { $1 == 0 ? 1 : $0 / $1 }
    design.factors = zip(design.factors, design.trimming).map { $0 * $1 }
    if !found.keepsSum { note(Diagnostic(.trimSumChanged, ["count": String(found.cutCount)])) }
  }

  /// Respondents by level of a margin, those left out included.
  func respondents(of index: Int, _ cells: RakingCells) -> [Int] {
    var counts = [Int](repeating: 0, count: plan.margins[index].population.count)
    for cell in cells.levels.indices {
      if let level = cells.levels[cell][index] { counts[level] += cells.counts[cell] }
    }
    return counts
  }

  /// Respondents left out for want of a cell in the frame.
  var excludedCount: Int {
    design.units.indices.reduce(0) { $0 + (design.isExcluded[$1] ? design.units[$1].weights.count : 0) }
  }
}
