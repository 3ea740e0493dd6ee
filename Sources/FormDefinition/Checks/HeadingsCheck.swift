import DelimitedText
import Diagnostics

/// Every heading names a known column, and each column once.
///
/// A heading that stands twice in the same spelling is let pass as by other tools, which read the last of the two.
enum HeadingsCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for kind in SheetKind.allCases {
      guard let sheet = draft.sheets[kind] else { continue }
      var seen: [SeenColumn: String] = [:]
      let used = sheet.table.header.contains("") ? sheet.table.usedColumns() : []
      for (index, heading) in sheet.headings.enumerated() {
        let written = sheet.table.header[index]
        let position = sheet.table.position(ofHeading: index)
        guard !written.isEmpty else {
          if used.contains(index) { report.add(.formHeadingEmpty, at: position, ["column": String(index + 1)]) }
          continue
        }
        if heading.attribute != nil { continue }
        guard let column = heading.column else {
          unknown(written, heading, sheet, position, draft, &report)
          continue
        }
        if kind.ineffectiveColumns.contains(column) {
          report.add(.formColumnIneffective, at: position, ["name": written])
        }
        let key = SeenColumn(column: column, language: heading.language?.name ?? (written.hasSuffix(":") ? "" : nil))
        if let first = seen[key], first.singleColons != written.singleColons {
          // Other tools read the last of these two and warn.
          let isIdentifier = column == .formID || column == .formTitle
          let isOldName = [first, written].contains { Self.oldNames.contains($0.lowercased()) }
          report.add(
            .formColumnTwice, at: position, ["name": written, "first": first],
            severity: isIdentifier && isOldName ? .warning : .error)
        } else {
          seen[key] = written
        }
      }
    }
  }

  /// What the settings were called inside the tools before the sheets named them.
  private static let oldNames: Set<String> = ["id_string", "title"]

  /// A column as its heading names it: `label::` is not `label`.
  private struct SeenColumn: Hashable {
    let column: SheetColumn
    let language: String?
  }

  /// The free columns of the choices sheet are wanted, unless no filter uses one that looks mistyped.
  private static func unknown(
    _ written: String, _ heading: ColumnHeading, _ sheet: Sheet, _ position: SourcePosition, _ draft: FormDraft,
    _ report: inout CheckReport
  ) {
    if sheet.kind.hasFreeColumns, heading.language == nil, !written.isElementName {
      report.add(.formChoiceColumnInvalid, at: position, ["name": written])
      return
    }
    let known = sheet.kind.columns.map(\.rawValue).sorted()
    let nearest = report.nearest(to: heading.name, among: known, of: sheet.kind.rawValue)
    if sheet.kind.hasFreeColumns {
      if nearest == CheckReport.noSuggestion { return }
      if draft.rows.contains(where: { $0.cells[.choiceFilter].contains(written) }) { return }
    }
    report.add(.formColumnUnknown, at: position, ["name": written, "nearest": nearest])
  }
}

extension String {
  /// The heading with single colons, as old forms have them.
  fileprivate var singleColons: String { replacing("::", with: ":") }
}
