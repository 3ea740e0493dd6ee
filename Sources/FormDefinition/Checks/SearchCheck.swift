import Diagnostics

/// A list whose questions search a file for further choices is used by such questions only.
enum SearchCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var searching: [String: SurveyRow] = [:]
    var plain: [String: SurveyRow] = [:]
    for row in draft.rows {
      guard let list = row.type?.choiceList, ChoiceSource(list: list) == .sheet else { continue }
      let isSearching = row.cells[.appearance].contains("search(")
      if isSearching, searching[list] == nil { searching[list] = row }
      if !isSearching, plain[list] == nil { plain[list] = row }
    }
    for (list, row) in searching.sorted(by: { $0.value.cells.line < $1.value.cells.line }) {
      guard let other = plain[list] else { continue }
      report.add(
        .formSearchedListShared, at: row.cells.position(.appearance), field: row.name,
        ["list": list, "name": row.name, "other": other.name])
    }
  }
}
