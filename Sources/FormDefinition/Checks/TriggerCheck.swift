import DelimitedText
import Diagnostics

/// A trigger is one `${name}` of a question, or several between commas.
enum TriggerCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.cells.sheet.has(.trigger) {
      let text = row.cells[.trigger]
      if text.isEmpty { continue }
      let position = row.cells.position(.trigger)
      // Other tools let pass what stands around a single reference, and ignore it.
      let isSingle = NameReferences(text).names.count == 1
      for part in isSingle ? [text[...]] : text.split(separator: ",", omittingEmptySubsequences: false) {
        let written = String(part).trimmingBlanks()
        let names = NameReferences(written).names
        if triggerName(written) == nil {
          report.add(
            .formReferenceMalformed, at: position, field: row.name, ["text": String(written.prefix(20))],
            severity: names.count == 1 ? .warning : .error)
        }
        guard names.count == 1 else { continue }
        let isQuestion = draft.nameIndex.rows[names[0]]?.contains { !draft.rows[$0].isBegin } ?? false
        if !isQuestion {
          let nearest = report.nearest(to: names[0], among: draft.nameIndex.names, of: "question")
          report.add(.formReferenceUnknown, at: position, field: row.name, ["name": names[0], "nearest": nearest])
        }
      }
    }
  }

  /// The name in `${name}`; nil when the text is anything else.
  private static func triggerName(_ text: String) -> String? {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let name = String(text.dropFirst(2).dropLast())
    return name.isElementName ? name : nil
  }
}
