import DelimitedText
import Diagnostics

/// The needed sheets are there and have rows and the columns without which they cannot be read.
enum SheetsCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    if draft.sheets[.survey] == nil { missing(.survey, draft, &report) }
    if draft.sheets[.choices] == nil, draft.rows.contains(where: { $0.type?.choiceSource == .sheet }) {
      missing(.choices, draft, &report)
    }
    for name in draft.unknownSheets where !ignoredSheets.contains(name.lowercased()) {
      let nearest = report.nearest(to: name, among: SheetKind.allCases.map(\.rawValue), of: "sheet")
      report.add(.formSheetUnknown, at: SourcePosition(file: draft.input.source), ["name": name, "nearest": nearest])
    }
    for kind in SheetKind.allCases {
      guard let sheet = draft.sheets[kind], !sheet.table.header.isEmpty else { continue }
      let heading = sheet.table.headerPosition
      for column in kind.necessaryColumns where !sheet.has(column) {
        // Notes need no names; each row that does is reported.
        report.add(
          .formColumnMissing, at: heading, ["sheet": kind.rawValue, "column": column.rawValue],
          severity: kind == .survey && column == .name ? .warning : .error)
      }
      if sheet.table.rows.isEmpty {
        report.add(
          .formSheetEmpty, at: heading, ["sheet": kind.rawValue], severity: .warning)
      }
    }
  }

  /// Standard sheets that other tools read.
  private static let ignoredSheets: Set<String> = ["entities", "osm"]

  private static func missing(_ kind: SheetKind, _ draft: FormDraft, _ report: inout CheckReport) {
    report.add(.formSheetMissing, at: draft.input.place(of: kind.rawValue), ["sheet": kind.rawValue])
  }
}
