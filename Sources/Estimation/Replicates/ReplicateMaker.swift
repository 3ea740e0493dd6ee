import Diagnostics
import Tabulation

/// Makes the replicate weights of a design: replicates of the base weights, each then weighted as the sample is.
struct ReplicateMaker {
  let design: SurveyDesign
  let table: CellTable
  let plan: EstimationPlan
  /// The cells of the population figures; nil without figures.
  let cells: RakingCells?
  let fitter: WeightFitter?
  /// The sample's limits of weights; nil without trimming.
  let trimming: Trimming?

  /// The most factors held: 512 MB.
  private static let mostFactors = 1 << 26

  /// Makes them, or says why that cannot be done.
  func make(_ replicates: ReplicatePlan) -> (weights: ReplicateWeights?, diagnostics: [Diagnostic]) {
    let strata = strata()
    let contradictions = contradictions(replicates, strata)
    if !contradictions.isEmpty { return (nil, contradictions) }
    var diagnostics: [Diagnostic] = []
    // The factors may be large: they are changed in place, never copied.
    var scheme =
      replicates.type == .columns
      ? columnScheme(replicates, &diagnostics) : sampledScheme(replicates, strata)
    if replicates.type != .columns, !design.primaryOfUnit.isEmpty { scheme.spread(over: design.primaryOfUnit) }
    let missed = weigh(&scheme)
    if missed > 0 {
      diagnostics.append(
        Diagnostic(.replicatesNotCalibrated, ["count": String(missed), "total": String(scheme.count)]))
    }
    let isJackknife = [.jackknife, .stratifiedJackknife].contains(replicates.type)
    let weights = ReplicateWeights(
      factors: scheme.factors, scale: scheme.scale, scales: scheme.scales,
      isCentredOnEstimate: replicates.isCentredOnEstimate, needsAll: isJackknife,
      isBootstrap: [.raoWu, .cantyDavison].contains(replicates.type), isGiven: replicates.type == .columns)
    return (weights, diagnostics)
  }

  /// The PSUs of each stratum; records are PSUs of their own without clusters.
  private func strata() -> [ReplicateScheme.Stratum] {
    var strata = design.strata.map { ReplicateScheme.Stratum(fraction: $0.fraction) }
    if design.primaryOfUnit.isEmpty {
      for (unit, stratum) in design.stratumOfUnit.enumerated() { strata[stratum].members.append(unit) }
    } else {
      for (primary, unit) in design.primaries.enumerated() { strata[unit.stratum].members.append(primary) }
    }
    return strata
  }

  /// Reasons why the replicates cannot be made.
  private func contradictions(_ replicates: ReplicatePlan, _ strata: [ReplicateScheme.Stratum]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if replicates.type == .jackknife, strata.count > 1 {
      findings.append(Diagnostic(.jackknifeWithStrata, ["count": String(strata.count)]))
    }
    let hasSingle = strata.contains { $0.members.count == 1 && $0.fraction < 1 }
    if replicates.type != .columns, plan.singlePSU == .centered, hasSingle {
      findings.append(Diagnostic(.replicatesOfCenteredStrata))
    }
    let count =
      switch replicates.type {
      case .jackknife, .stratifiedJackknife:
        strata.reduce(0) { $0 + min($1.members.count, replicates.groupCount ?? .max) }
      case .raoWu, .cantyDavison: replicates.count
      case .columns: table.recordNumbers.count - (plan.calibrate?.totals.count ?? 0)
      }
    if replicates.type != .columns, replicates.type != .jackknife, replicates.type != .stratifiedJackknife, count < 2 {
      findings.append(Diagnostic(.replicatesTooFew, ["count": String(count)]))
    }
    let product = count.multipliedReportingOverflow(by: max(1, design.units.count))
    if product.overflow || product.partialValue > Self.mostFactors {
      findings.append(
        Diagnostic(
          .tooManyReplicateWeights,
          ["count": String(count), "units": String(design.units.count), "limit": String(Self.mostFactors)]))
    }
    return findings
  }

  /// The replicates of a jackknife or a bootstrap.
  private func sampledScheme(_ replicates: ReplicatePlan, _ strata: [ReplicateScheme.Stratum]) -> ReplicateScheme {
    let psuCount = design.primaryOfUnit.isEmpty ? design.units.count : design.primaries.count
    var scheme =
      switch replicates.type {
      case .raoWu:
        ReplicateScheme.raoWu(strata, psuCount: psuCount, count: replicates.count, seed: replicates.seed)
      case .cantyDavison:
        ReplicateScheme.cantyDavison(strata, psuCount: psuCount, count: replicates.count, seed: replicates.seed)
      case .jackknife, .stratifiedJackknife, .columns:
        ReplicateScheme.jackknife(
          strata, psuCount: psuCount, groupCount: replicates.groupCount ?? .max, seed: replicates.seed)
      }
    let single = strata.count { $0.members.count == 1 && $0.fraction < 1 }
    if plan.singlePSU == .average, single > 0, single < strata.count {
      scheme.multiply(by: Double(strata.count) / Double(strata.count - single))
    }
    return scheme
  }

  /// The replicates that columns hold: full weights, which become multiples of the base weight, or multiples.
  private func columnScheme(_ replicates: ReplicatePlan, _ findings: inout [Diagnostic]) -> ReplicateScheme {
    let columns = table.recordNumbers.dropFirst(plan.calibrate?.totals.count ?? 0)
    let count = columns.count
    var factors = [Double](repeating: 0, count: design.units.count * count)
    var unusable = Set<Int>()
    var weightless = Set<Int>()
    for (replicate, values) in columns.enumerated() {
      for (unit, value) in values.enumerated() {
        guard let value, value >= 0, value <= 1e100 else {
          unusable.insert(unit)
          continue
        }
        let base = design.units[unit].weights.sum
        if !replicates.isCombined {
          factors[unit * count + replicate] = value
          continue
        }
        if base == 0, value > 0 { weightless.insert(unit) }
        factors[unit * count + replicate] = base > 0 ? value / base : 0
      }
    }
    if !unusable.isEmpty { findings.append(Diagnostic(.replicateValuesUnusable, ["count": String(unusable.count)])) }
    if !weightless.isEmpty {
      findings.append(Diagnostic(.replicatesWithoutBase, ["count": String(weightless.count)]))
    }
    let scales = replicates.scales.isEmpty ? Array(repeating: 1, count: count) : replicates.scales
    let scale = replicates.scale ?? (replicates.scales.isEmpty ? 1 / Double(max(1, count - 1)) : 1)
    return ReplicateScheme(factors: factors, scale: scale, scales: scales)
  }

  /// Meets the population figures and trims in every replicate.
  ///
  /// - Parameter scheme: by unit.
  /// - Returns: how many replicates did not meet the figures.
  private func weigh(_ scheme: inout ReplicateScheme) -> Int {
    if fitter == nil, trimming == nil { return 0 }
    let bases = design.units.map(\.weights.sum)
    var missed = 0
    let count = scheme.count
    for replicate in 0..<count {
      if let fitter, var cells {
        for cell in cells.baseSums.indices { cells.baseSums[cell] = 0 }
        for unit in bases.indices {
          cells.baseSums[cells.cellOfUnit[unit]] += bases[unit] * scheme.factors[unit * count + replicate]
        }
        let fit = fitter.fit(cells)
        if !fit.converged { missed += 1 }
        for unit in bases.indices { scheme.factors[unit * count + replicate] *= fit.factors[cells.cellOfUnit[unit]] }
      }
      if let trimming {
        let weights = bases.indices.map { bases[$0] * scheme.factors[$0 * count + replicate] }
        let trimmed = trimming.trim(weights).weights
        for unit in bases.indices where weights[unit] != 0 {
          scheme.factors[unit * count + replicate] *= trimmed[unit] / weights[unit]
        }
      }
    }
    return missed
  }
}
