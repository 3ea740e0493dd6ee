import Diagnostics

/// A trigger is a question that respondents answer, and a background place has one.
enum TriggerTargetCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows {
      let cell = row.cells[.trigger]
      if row.type == .metadata(.backgroundGeopoint) {
        let arguments = ["name": row.name]
        if cell.isEmpty {
          report.add(.formTriggerMissing, at: row.cells.position(.trigger), field: row.name, arguments)
        }
        if !row.cells[.calculation].isEmpty {
          report.add(.formTriggerWithCalculation, at: row.cells.position(.calculation), field: row.name, arguments)
        }
      }
      if cell.isEmpty { continue }
      for name in NameReferences(cell).names {
        guard let target = draft.row(named: name), let type = target.type else { continue }
        let arguments = ["trigger": name, "name": row.name]
        let isCalculated = type == .calculate || (!target.cells[.calculation].isEmpty && !target.cells.hasText(.label))
        if isCalculated {
          report.add(.formTriggerUnseen, at: row.cells.position(.trigger), field: row.name, arguments)
        } else if !type.isAsked, type != .note {
          report.add(.formTriggerSilent, at: row.cells.position(.trigger), field: row.name, arguments)
        }
      }
    }
  }
}
