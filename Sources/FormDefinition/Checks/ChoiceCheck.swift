import Diagnostics

/// Choices have a list, a name of their own and a label; names of several choices hold no blanks.
enum ChoiceCheck: FormCheck {
  private struct Place: Hashable {
    let list: String
    let name: String
  }

  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let joined = Set(
      draft.rows.compactMap { row in if case .selectMultiple(let list)? = row.type { list } else { nil } })
    let ranked = Set(draft.rows.compactMap { row in if case .rank(let list)? = row.type { list } else { nil } })
    let allowsDuplicates = ["yes", "true"].contains(
      draft.sheets[.settings]?.rows.first?[.allowChoiceDuplicates].lowercased())
    var seen: [Place: Int] = [:]
    for row in draft.choices {
      let name = row.choice.name
      let arguments = ["list": row.list, "name": name]
      // The row belongs to no list, as comments do.
      if row.list.isEmpty {
        report.add(.formChoiceListMissing, at: row.cells.position(.listName), severity: .warning)
        continue
      }
      if name.isEmpty {
        report.add(.formChoiceNameMissing, at: row.cells.position(.name))
        continue
      }
      if row.choice.label.isEmpty {
        report.add(.formChoiceLabelMissing, at: row.cells.position(.label), arguments, severity: .warning)
      }
      if name.contains(where: \.isWhitespace), joined.contains(row.list) || ranked.contains(row.list) {
        report.add(
          .formChoiceNameBlank, at: row.cells.position(.name), arguments,
          severity: joined.contains(row.list) ? .error : .warning)
      }
      let place = Place(list: row.list, name: name)
      if let first = seen[place], !allowsDuplicates {
        report.add(
          .formChoiceTwice, at: row.cells.position(.name), arguments.merging(["first": String(first)]) { $1 })
      }
      if seen[place] == nil { seen[place] = row.cells.line }
    }
  }
}
