import Diagnostics

/// A calculate row has a calculation, or a default that is computed.
enum CalculationCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.type == .calculate && row.cells[.calculation].isEmpty {
      if DefaultValue(text: row.cells[.defaultValue]).isComputed(in: .calculate) { continue }
      report.add(.formCalculationMissing, at: row.cells.position(.calculation), field: row.name, ["name": row.name])
    }
  }
}
