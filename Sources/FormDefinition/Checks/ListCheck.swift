import Diagnostics

/// Every select has its list, and every list is used.
enum ListCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var used: Set<String> = []
    let known = Set(draft.choices.map(\.list)).subtracting([""])
    let candidates = known.sorted()
    for row in draft.rows {
      guard let list = row.type?.choiceList, ChoiceSource(list: list) == .sheet else { continue }
      used.insert(list)
      guard draft.sheets[.choices] != nil, !known.contains(list) else { continue }
      let nearest = report.nearest(to: list, among: candidates, of: "list")
      report.add(
        .formListUnknown, at: row.cells.position(.type), field: row.name, ["name": list, "nearest": nearest])
    }
    for choice in draft.choices where !choice.list.isEmpty && used.insert(choice.list).inserted {
      report.add(.formListUnused, at: choice.cells.position(.listName), ["list": choice.list])
    }
  }
}
