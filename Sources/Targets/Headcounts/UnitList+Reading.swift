internal import DelimitedText
public import Diagnostics

extension UnitList {
  /// Reads a list of organisations: CSV with a column `unit`; other columns are for people.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when there is no such column or an organisation stands twice.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> UnitList {
    let table = DelimitedTable(bytes: bytes, source: source)
    var findings = table.diagnostics.filter { $0.severity == .error }
    var units: [String] = []
    var firstLines: [String: Int] = [:]
    if let column = table.column(named: "unit") {
      for row in table.rows {
        let unit = row[column].trimmingBlanks()
        if unit.isEmpty { continue }
        if let first = firstLines[unit] {
          findings.append(
            Diagnostic(
              .unitListedTwice, at: table.position(of: row, field: column), ["unit": unit, "first": String(first)]))
          continue
        }
        firstLines[unit] = row.line
        units.append(unit)
      }
    } else {
      findings.append(Diagnostic(.unitListUnreadable, at: table.headerPosition))
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return UnitList(units: units)
  }
}
