public import CivilCalendar
internal import DelimitedText
public import Diagnostics

extension PublicHolidays {
  /// Reads what was decided about single days: a CSV `day,kind,name` with `kind` `off` or `work`.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> PublicHolidays {
    let table = DelimitedTable(bytes: bytes, source: source)
    var findings = table.diagnostics.filter { $0.severity == .error }
    let columns = ["day", "kind"].map { table.column(named: $0) }
    for (name, column) in zip(["day", "kind"], columns) where column == nil {
      findings.append(Diagnostic(.pipelineHolidayColumn, at: table.headerPosition, ["column": name]))
    }
    var holidays = PublicHolidays()
    if let dayColumn = columns[0], let kindColumn = columns[1] {
      for row in table.rows {
        let day = CivilDay(iso: row[dayColumn].trimmingBlanks())
        let isClosed: Bool? =
          switch row[kindColumn].trimmingBlanks().lowercased() {
          case "off": true
          case "work": false
          default: nil
          }
        if day == nil {
          findings.append(
            Diagnostic(
              .pipelineHolidayUnreadable, at: table.position(of: row, field: dayColumn),
              ["column": "day", "expected": "yyyy-MM-dd"]))
        }
        if isClosed == nil {
          findings.append(
            Diagnostic(
              .pipelineHolidayUnreadable, at: table.position(of: row, field: kindColumn),
              ["column": "kind", "expected": "off | work"]))
        }
        if let day, let isClosed { holidays.exceptions[day] = isClosed }
      }
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return holidays
  }
}
