import Diagnostics

/// The default of a select is one of its choices.
enum DefaultCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var names: [String: Set<String>] = [:]
    for row in draft.rows where row.cells.sheet.has(.defaultValue) {
      let value = row.cells[.defaultValue]
      if let type = row.type, row.expressions[.defaultValue] == nil, DefaultValue(text: value).isComputed(in: type) {
        report.add(
          .formDefaultNotComputable, at: row.cells.position(.defaultValue), field: row.name, ["name": row.name])
      }
      guard let type = row.type, let listName = type.choiceList, let list = draft.form.choiceLists[listName] else {
        continue
      }
      if value.isEmpty || DefaultValue(text: value).isComputed(in: type) { continue }
      let known = names[listName] ?? Set(list.choices.map(\.name))
      names[listName] = known
      let isSeveral = if case .selectOne = type { false } else { true }
      let chosen = isSeveral ? value.split(whereSeparator: \.isWhitespace).map(String.init) : [value]
      if chosen.allSatisfy(known.contains) { continue }
      report.add(.formDefaultNotAChoice, at: row.cells.position(.defaultValue), field: row.name, ["list": listName])
    }
  }
}
