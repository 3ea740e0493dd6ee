import Diagnostics
import Tabulation

extension Weighting {
  /// What in a plan's weighting cannot be done, whatever the records are.
  static func contradictions(in plan: EstimationPlan) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let target = plan.calibrate {
      if let bounds = target.bounds, !(bounds.lowerBound < 1 && bounds.upperBound > 1) {
        findings.append(Diagnostic(.calibrationBoundsUnusable))
      } else if target.method == .logit, target.bounds.map({ !$0.upperBound.isFinite || $0.lowerBound < 0 }) ?? true {
        findings.append(Diagnostic(.calibrationBoundsUnusable))
      }
    }
    if let trim = plan.trim, !(trim.lower >= 0 && trim.lower < 1 && trim.upper > 1) {
      findings.append(Diagnostic(.trimLimitsUnusable))
    }
    return findings
  }

  /// Reports records without a number whose total is known.
  mutating func checkNumbers() {
    for (index, total) in (plan.calibrate?.totals ?? []).enumerated() where index < table.recordNumbers.count {
      let missing = table.recordNumbers[index].count { !($0?.isFinite ?? false) }
      if missing > 0 {
        note(Diagnostic(.calibrationNumberMissing, field: total.question, ["count": String(missing)]))
      }
    }
  }

  /// Reports weights that miss the population figures, and negative ones.
  mutating func checkFit(_ fit: WeightFit) {
    if !fit.converged {
      note(
        Diagnostic(
          plan.calibrate == nil ? .rakingNotConverged : .calibrationNotReached,
          ["iterations": String(fit.iterations), "difference": fit.largestDifference.description]))
    }
    let negative = design.units.indices.reduce(0) { $0 + (design.factors[$1] < 0 ? design.units[$1].weights.count : 0) }
    if negative > 0 { note(Diagnostic(.negativeWeightsCalibrated, ["count": String(negative)])) }
  }

  /// Reports a margin's levels that respondents and frame do not share.
  mutating func check(_ index: Int, _ cells: RakingCells) {
    let margin = plan.margins[index]
    let name = margin.variables.joined(separator: "*")
    let severity: Severity = margin.unmatched == .error ? .error : .warning
    let unmatched = cells.unmatched[index]
    if !unmatched.isEmpty {
      note(
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
      note(
        Diagnostic(
          .emptyFrameLevels, field: name,
          [
            "levels": empty.map { margin.population[$0].level }.joined(separator: ", "),
            "population": Self.number(empty.reduce(0) { $0 + margin.population[$1].count }),
          ], severity: severity))
    }
    let zero = margin.population.indices.filter { margin.population[$0].count == 0 && respondents[$0] > 0 }
    if !zero.isEmpty {
      note(
        Diagnostic(
          .zeroPopulationLevel, field: name, ["count": String(zero.reduce(0) { $0 + respondents[$1] })]))
    }
  }

  mutating func checkTotals() {
    let totals = plan.margins.map { margin in margin.population.reduce(0) { $0 + $1.count } }
    guard let least = totals.min(), let most = totals.max(), most - least > 1e-9 * most else { return }
    note(
      Diagnostic(
        .marginTotalsDiffer,
        [
          "totals": zip(plan.margins, totals).map {
            "\($0.0.variables.joined(separator: "*")) \(Self.number($0.1))"
          }.joined(separator: ", ")
        ]))
  }

  private static func number(_ value: Double) -> String {
    Int64(exactly: value.rounded()).flatMap { Double($0) == value ? String($0) : nil } ?? value.description
  }
}
