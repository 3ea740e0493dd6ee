import Diagnostics

/// Groups and repeats are opened and closed in pairs, hold something and are not nested without end.
enum GroupCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var open: [(row: SurveyRow, isRepeat: Bool, isEmpty: Bool)] = []
    for row in draft.rows {
      switch row.kind {
      case .begin(let isRepeat):
        if !open.isEmpty { open[open.count - 1].isEmpty = false }
        if open.count == FormTree.maximumDepth {
          report.add(
            .formGroupTooDeep, at: row.cells.position(.type), field: row.name, ["limit": String(FormTree.maximumDepth)])
        }
        open.append((row, isRepeat, true))
      case .end(let isRepeat):
        guard let group = open.popLast() else {
          report.add(.formGroupNotOpened, at: row.cells.position(.type), ["end": end(isRepeat)])
          continue
        }
        if group.isRepeat != isRepeat {
          report.add(
            .formGroupEndsOtherwise, at: row.cells.position(.type), field: group.row.name,
            ["first": String(group.row.cells.line), "expected": end(group.isRepeat), "end": end(isRepeat)])
        }
        if group.isEmpty {
          report.add(
            .formGroupEmpty, at: group.row.cells.position(.type), field: group.row.name, ["name": group.row.name],
            severity: .warning)
        }
      case .question, .table, .unknown:
        if !open.isEmpty { open[open.count - 1].isEmpty = false }
      }
    }
    for group in open {
      report.add(
        .formGroupNotClosed, at: group.row.cells.position(.type), field: group.row.name,
        ["name": group.row.name, "end": end(group.isRepeat)])
    }
  }

  private static func end(_ isRepeat: Bool) -> String { isRepeat ? "end repeat" : "end group" }
}
