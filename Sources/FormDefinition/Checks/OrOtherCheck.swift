import Diagnostics

/// `or_other` stands alone: the choice it adds would be hidden by a filter.
enum OrOtherCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows {
      guard case .question(_, orOther: true) = row.kind, !row.cells[.choiceFilter].isEmpty else { continue }
      report.add(.formOtherWithFilter, at: row.cells.position(.choiceFilter), field: row.name)
    }
  }
}
