import Diagnostics
import Tabulation

/// What makes a design's columns unusable, found after the scan and reported all at once.
enum DesignChecks {
  static func findings(_ table: CellTable, plan: EstimationPlan) -> [Diagnostic] {
    weights(table.problems, plan) + missing(table.problems, plan) + populationSizes(table, plan)
  }

  private static func weights(_ problems: DesignProblems, _ plan: EstimationPlan) -> [Diagnostic] {
    guard problems.missingWeights + problems.negativeWeights + problems.unusableWeights > 0 else { return [] }
    return [
      Diagnostic(
        .weightsUnusable, field: plan.weights,
        [
          "missing": String(problems.missingWeights), "negative": String(problems.negativeWeights),
          "other": String(problems.unusableWeights),
        ])
    ]
  }

  private static func missing(_ problems: DesignProblems, _ plan: EstimationPlan) -> [Diagnostic] {
    let fields = [plan.strata ?? ""] + plan.clusters + plan.populationSizes
    let counts = [problems.missingStrata] + problems.missingClusters + problems.missingPopulationSizes
    let uses = ["strata"] + plan.clusters.map { _ in "clusters" } + plan.populationSizes.map { _ in "fpc" }
    return zip(zip(fields, counts), uses).compactMap { pair, use in
      pair.1 == 0
        ? nil : Diagnostic(.designValueMissing, field: pair.0, ["count": String(pair.1), "use": use])
    }
  }

  /// Population sizes must be above 0, the same within each stratum (or PSU), and not below the number sampled.
  private static func populationSizes(_ table: CellTable, _ plan: EstimationPlan) -> [Diagnostic] {
    guard !plan.populationSizes.isEmpty else { return [] }
    let design = SurveyDesign(table, plan: plan)
    return plan.populationSizes.indices.compactMap { stage in
      if stage > 0, design.secondStage == .none { return nil }
      var sizes: [Int: Double] = [:]
      var varying: Set<Int> = []
      var small: Set<Int> = []
      var invalid: Set<Int> = []
      for unit in table.units.indices {
        guard let size = table.units[unit].populationSizes[stage] else { continue }
        let group = stage == 0 ? design.stratumOfUnit[unit] : design.primaryOfUnit[unit]
        let sampled = stage == 0 ? design.strata[group].primaryCount : design.primaries[group].secondaryCount
        if sizes[group, default: size] != size { varying.insert(group) }
        sizes[group] = size
        if !(size > 0 && size.isFinite) {
          invalid.insert(group)
        } else if size > 1, size < Double(sampled) * (1 - 1e-9) {
          small.insert(group)
        }
      }
      let varyingCount = max(varying.count, table.problems.varyingPopulationSizes[stage] > 0 ? 1 : 0)
      if varyingCount + small.count + invalid.count == 0 { return nil }
      return Diagnostic(
        .populationSizeUnusable, field: plan.populationSizes[stage],
        ["varying": String(varyingCount), "small": String(small.count), "invalid": String(invalid.count)])
    }
  }

  /// Strata of a single PSU, when the plan has no rule for them.
  static func singleUnits(_ design: SurveyDesign, plan: EstimationPlan) -> [Diagnostic] {
    if plan.replicates?.type == .columns { return [] }
    guard plan.singlePSU == .error, plan.strata != nil || !plan.clusters.isEmpty else { return [] }
    let count = design.singleStrataCount + design.singleSecondStageCount
    return count == 0 ? [] : [Diagnostic(.singleUnitStratum, ["count": String(count)])]
  }
}
