import Diagnostics

/// Everything that is shown has a label, a hint or a picture to show.
enum LabelCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows {
      guard let type = row.type, type.isAsked || type == .note, type != .attachment(.backgroundAudio) else { continue }
      let shown: [SheetColumn] = [.label, .hint, .image, .audio, .video]
      if shown.contains(where: { row.cells.hasText($0) }) { continue }
      if SurveyTypeNames.implied[row.cells[.type]]?.hint.isEmpty == false { continue }
      // What is computed, or computed when another answer changes, is not shown then.
      if row.cells.hasText(.calculation) || row.cells.hasText(.trigger) { continue }
      report.add(.formLabelMissing, at: row.cells.position(.label), field: row.name, ["name": row.name])
    }
  }
}
