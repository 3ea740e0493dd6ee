import Diagnostics

/// The selects of a group shown as one table share the list whose labels head the columns.
enum TableListCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var lists: [Int: String] = [:]
    for row in draft.rows {
      guard let parent = row.parent, let list = row.type?.choiceList, draft.rows[parent].isTable else { continue }
      if let first = lists[parent] {
        if first != list {
          report.add(
            .formTableListMixed, at: row.cells.position(.type), field: row.name, ["first": first, "list": list])
        }
      } else {
        lists[parent] = list
      }
    }
  }
}

extension SurveyRow {
  /// Whether the row opens a group shown as one table.
  fileprivate var isTable: Bool {
    isBegin && cells[.appearance].split(whereSeparator: \.isWhitespace).contains("table-list")
  }
}
