public import Diagnostics
public import FormDefinition
public import Responses
import Tabulation

/// Tells how estimates of one item came about, from the records to the limits of the interval.
///
/// Nothing is told that the table of estimates keeps back: of suppressed rows neither sums nor counts, of strata and
/// answers nothing below the minimum counts.
///
/// - Parameters:
///   - request: the item, the domain level and the statistic; the domain must be one of the plan's.
///   - plan: as for ``estimate(_:form:records:)``.
///   - form: the same.
///   - records: the same.
/// - Throws: ``ExitCode/usage`` when the table has no such row; what the estimation throws.
/// - Complexity: that of the estimation.
public func explain(
  _ request: ExplanationRequest, _ plan: EstimationPlan, form: Form, records: some RecordSource
) throws(StageFailure) -> Explanation {
  let prepared = try PreparedEstimation(plan, form: form, tabulator: EmbeddedTabulator(records))
  let published = prepared.assembly.assemble().rows
  let rows = try request.rows(of: published, plan: plan)
  var design = prepared.weighting.design
  design.keepsWorking = true
  let domains = DomainSet(
    table: prepared.table, tabulation: prepared.tabulation, layout: prepared.layout, design: design, plan: plan)
  let account = DesignAccount(prepared: prepared, design: design)
  var explanation = Explanation(common: [account.section, WeightingAccount(prepared).section], estimates: [])
  let kept = rows.filter { request.statistic != nil || $0.statistic == rows[0].statistic }
  for row in kept {
    let withheld = Set(
      published.filter { other in
        other.item == row.item && other.domain == row.domain && other.domainLevel == row.domainLevel
          && other.flags.contains(.suppressed)
      }.map(\.statistic))
    explanation.estimates.append(
      EstimateAccount(
        row: row, prepared: prepared, domains: domains, design: account, isWithheld: !withheld.isEmpty
      ).sections)
  }
  return explanation
}

extension ExplanationRequest {
  /// The published rows asked for.
  fileprivate func rows(of all: [EstimateRow], plan: EstimationPlan) throws(StageFailure) -> [EstimateRow] {
    let ofItem = all.filter { $0.item == item || ($0.item.isEmpty && $0.indicator == item) }
    if ofItem.isEmpty {
      let names = Set(all.map { $0.item.isEmpty ? $0.indicator : $0.item }).sorted()
      throw failure(.explainedItemUnknown, item, suggesting: names)
    }
    let ofDomain = ofItem.filter { $0.domain == domain && $0.domainLevel == domainLevel && $0.statistic != .test }
    if ofDomain.isEmpty {
      let names = Set(ofItem.filter { !$0.domain.isEmpty }.map { "\($0.domain)=\($0.domainLevel)" }).sorted()
      throw failure(.explainedDomainUnknown, "\(domain)=\(domainLevel)", suggesting: names)
    }
    if let statistic {
      let found = ofDomain.filter { $0.statistic.rawValue == statistic && (level == nil || $0.level == level) }
      if found.isEmpty {
        let names = Set(ofDomain.map(\.statistic.rawValue)).sorted()
        throw failure(.explainedStatisticUnknown, level.map { "\(statistic)=\($0)" } ?? statistic, suggesting: names)
      }
      return found
    }
    let first = ofDomain.first { $0.standardError != nil } ?? ofDomain[0]
    return ofDomain.filter { $0.statistic == first.statistic && $0.indicator == first.indicator }
  }

  private func failure(_ code: DiagnosticCode, _ name: String, suggesting names: [String]) -> StageFailure {
    let nearest = nearestName(to: name, among: names).map { " (\($0)?)" } ?? ""
    let shown = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    return StageFailure(
      Diagnostic(code, field: item, ["name": name, "suggestion": nearest, "known": shown]), exitCode: .usage)
  }
}
