import Diagnostics

/// A large picture is shown when the small one is pressed, so there is a small one.
enum MediaCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.cells.sheet.has(.bigImage) {
      guard let type = row.type, type.isAsked || type == .note, type != .attachment(.backgroundAudio),
        row.cells.hasText(.bigImage), !row.cells.hasText(.image)
      else { continue }
      report.add(.formBigImageAlone, at: row.cells.position(.bigImage), field: row.name)
    }
  }
}
