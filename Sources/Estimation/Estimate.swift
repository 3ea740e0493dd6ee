public import Diagnostics
public import FormDefinition
public import Responses
public import Tabulation

/// Estimates a form's indicators from its records: one scan, then arithmetic on the cells found.
///
/// - Parameters:
///   - plan: the design, the weights, the domains, the intervals and the disclosure rules; questions by name.
///   - form: whose indicators are computed.
///   - records: whose layout has the questions that plan and indicators name.
/// - Returns: one row per indicator × item × domain level × statistic, no number of which is infinite or not a number.
/// - Throws: ``ExitCode/unusableInput`` with every reason: questions that are unknown or do not fit their use, weights
///   that are missing or negative, population sizes that contradict the sample, strata of one PSU without a rule,
///   respondents without a cell of the frame under `unmatched: error`; and what the source throws.
/// - Complexity: O(records × questions) for the scan; what follows does not grow with the records unless each is a
///   cluster of its own.
public func estimate(
  _ plan: EstimationPlan, form: Form, records: some RecordSource
) throws(StageFailure) -> EstimationResult {
  try estimate(plan, form: form, tabulator: EmbeddedTabulator(records))
}

/// Estimates a form's indicators from the cells of any engine; otherwise as from records.
public func estimate(
  _ plan: EstimationPlan, form: Form, tabulator: some Tabulator
) throws(StageFailure) -> EstimationResult {
  try PreparedEstimation(plan, form: form, tabulator: tabulator).result
}

/// An estimation whose records were counted and weighted: what remains is arithmetic on the cells.
struct PreparedEstimation {
  let plan: EstimationPlan
  let form: Form
  let tabulation: TabulationPlan
  let layout: RecordLayout
  let table: CellTable
  let weighting: Weighting
  let indicators: IndicatorCompiler
  let assembly: TableAssembly
  let diagnostics: [Diagnostic]

  /// Has the records read once.
  init(_ plan: EstimationPlan, form: Form, tabulator: some Tabulator) throws(StageFailure) {
    self.plan = plan
    self.form = form
    layout = tabulator.layout
    var indicators = IndicatorCompiler(form: form, layout: layout)
    indicators.addQuantiles(plan.quantiles)
    self.indicators = indicators
    let comparisons = ComparisonCompiler(plan, indicators: indicators)
    let designQuestions = DesignCompiler(plan, layout: layout)
    var diagnostics = try indicators.diagnostics.stoppingAtErrors(
      with: comparisons.diagnostics + designQuestions.diagnostics)
    var tabulation = designQuestions.plan
    tabulation.items = indicators.items
    self.tabulation = tabulation
    table = try tabulator.cells(of: tabulation)

    weighting = Weighting(table, plan: plan, marginFields: designQuestions.marginFields)
    diagnostics = try diagnostics.stoppingAtErrors(
      with: DesignChecks.findings(table, plan: plan) + DesignChecks.singleUnits(weighting.design, plan: plan)
        + weighting.diagnostics)
    diagnostics += remarks(table, plan: plan, design: weighting.design)

    let domains = DomainSet(
      table: table, tabulation: tabulation, layout: layout, design: weighting.design, plan: plan)
    self.diagnostics = try diagnostics.stoppingAtErrors(with: domains.diagnostics)
    assembly = TableAssembly(
      plan: plan, form: form, entries: indicators.entries, table: table, domains: domains.views,
      variables: domains.variables, comparisons: ComparisonRows(tasks: comparisons.tasks),
      isSimulated: try tabulator.isSimulated, respondentCount: table.countedRecords - weighting.excludedCount)
  }

  /// The estimates.
  var result: EstimationResult {
    let (rows, disclosure, remarks) = assembly.assemble()
    var result = EstimationResult(
      table: EstimatesTable(rows: rows),
      weighting: weighting.summary(minimumCount: max(1, plan.disclosure.minimumCount)),
      respondentCount: table.countedRecords - weighting.excludedCount,
      diagnostics: diagnostics + remarks + HiddenDomain.remarks(on: rows))
    result.disclosure = disclosure
    return result
  }
}

/// What a reader should know of the records as a whole.
private func remarks(_ table: CellTable, plan: EstimationPlan, design: SurveyDesign) -> [Diagnostic] {
  var remarks: [Diagnostic] = []
  if table.undatedRecords > 0 {
    remarks.append(
      Diagnostic(.recordsWithoutPeriod, field: plan.period?.field, ["count": String(table.undatedRecords)]))
  }
  if table.countedRecords == 0 {
    remarks.append(Diagnostic(.noRecords))
  } else if design.units.indices.allSatisfy({ design.factors[$0] * design.units[$0].weights.sum == 0 }) {
    remarks.append(Diagnostic(.zeroWeights))
  }
  return remarks
}

extension [Diagnostic] {
  /// These findings and further ones.
  ///
  /// - Throws: all of them when one is an error.
  func stoppingAtErrors(with further: [Diagnostic]) throws(StageFailure) -> [Diagnostic] {
    let all = self + further
    if all.contains(where: { $0.severity == .error }) { throw StageFailure(all, exitCode: .unusableInput) }
    return all
  }
}
