import DelimitedText
public import Diagnostics
public import Estimation

extension EstimatesTable {
  /// Reads a table of estimates as ``EstimatesTable/csv()`` writes it; columns may stand in any order, further ones are
  /// not read.
  ///
  /// Rows of statistics and flags that this version does not know are left out: a later version may have written them.
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong: text that is no CSV, a missing column, a number
  ///   that is none.
  public static func read(csv bytes: [UInt8], source: String) throws(StageFailure) -> EstimatesTable {
    let table = DelimitedTable(bytes: bytes, source: source)
    var findings = table.diagnostics.filter { $0.severity == .error }
    var columns: [String: Int] = [:]
    for name in columnNames {
      columns[name] = table.column(named: name)
      if columns[name] == nil {
        findings.append(
          Diagnostic(.trendColumnMissing, at: SourcePosition(file: source, line: table.headerLine), ["column": name]))
      }
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    var rows: [EstimateRow] = []
    for line in table.rows {
      func text(_ name: String) -> String { columns[name].map { line[$0].trimmingBlanks() } ?? "" }
      func number(_ name: String) -> Double? {
        let written = text(name)
        if written.isEmpty { return nil }
        if let number = Double(written), number.isFinite { return number }
        findings.append(
          Diagnostic(
            .trendEstimateRow, at: line.position(ofField: columns[name] ?? 0, in: source), ["column": name]))
        return nil
      }
      guard let statistic = Statistic(rawValue: text("statistic")) else { continue }
      var row = EstimateRow(
        form: text("form"), wave: text("wave"), indicator: text("indicator"), item: text("item"),
        statistic: statistic, level: text("level"), domain: text("domain"), domainLevel: text("domain_level"))
      row.flags = text("flag").split(separator: " ").compactMap { EstimateFlag(rawValue: String($0)) }
      // A suppressed row has no numbers, whatever a hand has written into it.
      if !row.flags.contains(.suppressed) {
        row.estimate = number("estimate")
        row.standardError = number("standard_error")
        row.lowerLimit = number("ci_low")
        row.upperLimit = number("ci_high")
        row.baseCount = number("n").flatMap { Int(exactly: $0) }
        row.effectiveCount = number("n_effective")
        row.designEffect = number("deff")
        row.degreesOfFreedom = number("df")
        row.testStatistic = number("test_statistic")
        row.secondDegreesOfFreedom = number("df2")
        row.pValue = number("p_value")
        row.adjustedPValue = number("p_adjusted")
      }
      rows.append(row)
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return EstimatesTable(rows: rows)
  }
}
