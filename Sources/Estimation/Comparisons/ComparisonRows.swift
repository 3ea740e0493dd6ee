import Diagnostics
import Tabulation

/// Carries out a plan's comparisons and writes their rows.
struct ComparisonRows: Sendable {
  let tasks: [ComparisonTask]

  /// The rows in the order of the plan; p values are adjusted within each comparison.
  ///
  /// - Parameter isSuppressed: by entry, domain and level. Suppressed levels take no part; where they leave nothing to
  ///   compare, a test's row is suppressed.
  func rows(
    of assembly: TableAssembly, isSuppressed: [[[Bool]]]
  ) -> (rows: [EstimateRow], diagnostics: [Diagnostic]) {
    var rows: [EstimateRow] = []
    var diagnostics: [Diagnostic] = []
    var start = 0
    while start < tasks.count {
      var end = start
      while end < tasks.count, tasks[end].family == tasks[start].family { end += 1 }
      var family: [EstimateRow] = []
      for task in tasks[start..<end] {
        family += self.rows(of: task, assembly, isSuppressed: isSuppressed, &diagnostics)
      }
      let adjusted = tasks[start].comparison.adjustment.adjusted(family.map(\.pValue))
      for index in family.indices { family[index].adjustedPValue = adjusted[index] }
      rows += family
      start = end
    }
    return (rows, diagnostics)
  }

  private func rows(
    of task: ComparisonTask, _ assembly: TableAssembly, isSuppressed: [[[Bool]]], _ diagnostics: inout [Diagnostic]
  ) -> [EstimateRow] {
    guard let domain = assembly.variables.firstIndex(of: task.comparison.domain) else { return [] }
    let view = assembly.domains[domain]
    let entry = assembly.entries[task.entry]
    let hidden = isSuppressed[task.entry][domain]
    let cells = assembly.table.items[entry.tabulated][view.rows.grouping]
    let measure = ComparisonMeasure(
      task: task, domain: view, cells: cells, levels: view.rows.levels.indices.filter { !hidden[$0] })
    let findings = measure.findings
    for count in findings.compactMap(\.excessiveContrasts) {
      diagnostics.append(
        Diagnostic(
          .comparedTableTooLarge, field: entry.item,
          [
            "item": entry.item, "domain": task.comparison.domain.joined(separator: "*"), "count": String(count),
            "limit": String(IndependenceTable.mostContrasts),
          ]))
    }
    return findings.map { finding in
      var row = assembly.row(
        of: finding.figure, entry: entry, domain: domain, domainLevel: finding.domainLevel,
        isHidden: measure.levels.count < 2 && hidden.contains(true))
      if row.flags.contains(.suppressed) { return row }
      row.testStatistic = finding.result.statistic?.ifFinite
      row.secondDegreesOfFreedom = finding.result.secondDegreesOfFreedom?.ifFinite
      row.pValue = finding.result.pValue?.ifFinite
      return row
    }
  }
}
