import Diagnostics

/// Choices that do not stand in the choices sheet have their sheet and list, a filter where one is needed, and no `other`.
enum ExternalChoicesCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let isComplete = draft.sheets[.externalChoices].map { $0.has(.listName) && $0.has(.name) } ?? false
    let lists = draft.form.choiceLists.keys.compactMap { name in
      if case .externalSheet(let list) = ChoiceSource(list: name) { list } else { nil }
    }
    var isMissingReported = false
    for row in draft.rows {
      guard let source = row.type?.choiceSource, source != .sheet else { continue }
      if case .question(_, orOther: true) = row.kind {
        report.add(.formOtherWithFile, at: row.cells.position(.type), field: row.name, ["name": row.name])
      }
      if source.isFile, row.cells[.appearance].contains("search(") {
        report.add(.formSearchOfFile, at: row.cells.position(.appearance), field: row.name, ["name": row.name])
      }
      guard case .externalSheet(let list) = source else { continue }
      if !isComplete {
        if !isMissingReported, draft.sheets[.externalChoices] == nil {
          let place = draft.input.place(of: SheetKind.externalChoices.rawValue)
          report.add(.formSheetMissing, at: place, ["sheet": SheetKind.externalChoices.rawValue])
        }
        isMissingReported = true
      } else if !lists.contains(list) {
        let nearest = report.nearest(to: list, among: lists.sorted(), of: "external list")
        report.add(
          .formListUnknown, at: row.cells.position(.type), field: row.name, ["name": list, "nearest": nearest])
      }
      if row.cells[.choiceFilter].isEmpty {
        report.add(
          .formExternalFilterMissing, at: row.cells.position(.choiceFilter), field: row.name, ["name": row.name])
      }
    }
  }
}
