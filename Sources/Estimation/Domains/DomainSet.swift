import Diagnostics
import Responses
import Tabulation

/// The whole and every domain of a plan, laid over the classes of a scan.
struct DomainSet {
  /// The whole first, then the domains in the order of the plan.
  private(set) var views: [DomainView] = []
  /// The names of each view's questions; empty for the whole.
  private(set) var variables: [[String]] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(table: CellTable, tabulation: TabulationPlan, layout: RecordLayout, design: SurveyDesign, plan: EstimationPlan) {
    let intervals = IntervalMaker(plan.intervals, isCompleteCensus: design.isCompleteCensus)
    for domain in [nil] + tabulation.domains.indices.map(Optional.some) {
      let fields = domain.map { tabulation.domains[$0] } ?? []
      let grouping = domain.flatMap { domain in table.groupings.firstIndex { $0.domains.contains(domain) } } ?? 0
      let levelCount = fields.reduce(1) { count, field in
        let known = table.groupings[grouping].fields.firstIndex(of: field)
        let names = known.map { table.groupings[grouping].names[$0].count } ?? 0
        let product = count.multipliedReportingOverflow(by: max(1, names))
        return product.overflow ? Int.max : product.partialValue
      }
      if levelCount > DesignCompiler.mostLevels {
        diagnostics.append(
          Diagnostic(
            .tooManyLevels, field: fields.map { layout.fields[$0].name }.joined(separator: "*"),
            ["count": String(levelCount), "limit": String(DesignCompiler.mostLevels)]))
        continue
      }
      let rows = DomainRows(
        variables: fields, grouping: grouping, table: table, layout: layout, isExcluded: design.isExcluded)
      variables.append(fields.map { layout.fields[$0].name })
      views.append(
        DomainView(
          rows: rows, classes: table.groupings[grouping].classes, design: design, intervals: intervals,
          degreesOfFreedom: rows.levels.indices.map { rows.degreesOfFreedom(ofLevel: $0, design: design) },
          weightsCountPeople: plan.weights != nil || plan.meetsPopulation))
    }
  }
}
