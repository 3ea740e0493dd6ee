import DelimitedText
import Diagnostics

/// A name without `${…}` is a column of the choices sheet in a choice filter, and names nothing elsewhere.
enum BareNameCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let columns = draft.sheets[.choices].map { Set($0.table.header) } ?? []
    let candidates = columns.union(["name", "label"]).subtracting(["list_name", "list name", ""]).sorted()
    draft.forEachExpression { row, column, expression in
      for name in expression.bareNames {
        let position = row.cells.position(column)
        if column == .choiceFilter {
          // The choices of a list that is no list of the sheet have columns of their own.
          guard row.type?.choiceSource == .sheet, let list = row.type?.choiceList, draft.form.choiceLists[list] != nil,
            !candidates.contains(name)
          else {
            continue
          }
          let nearest = report.nearest(to: name, among: candidates, of: "choices column")
          report.add(.formFilterColumnUnknown, at: position, field: row.name, ["name": name, "nearest": nearest])
        } else {
          let nearest = report.nearest(to: name, among: draft.nameIndex.names, of: "question")
          report.add(.formNameBare, at: position, field: row.name, ["name": name, "nearest": nearest])
        }
      }
    }
  }
}

extension Expression {
  /// The bare names outside the brackets of paths, each once, in order.
  var bareNames: [String] {
    if attributes.isEmpty { return [] }
    var indexes: Set<Int> = []
    root.visit { node in if case .attribute(let index) = node { indexes.insert(index) } }
    return indexes.sorted().map { attributes[$0] }
  }
}
