import Diagnostics

/// The columns of a file that parameters name have names that columns can have.
enum FileColumnNameCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for row in draft.rows where row.cells.sheet.has(.parameters) && row.type?.choiceSource?.isFile == true {
      let parameters = readParameters(row.cells[.parameters]).parameters
      for name in ["value", "label"] {
        guard let column = parameters[name] else { continue }
        let parts = column.split(separator: ":", omittingEmptySubsequences: false)
        if parts.allSatisfy({ String($0).isElementName }) { continue }
        report.add(
          .formFileColumnNameInvalid, at: row.cells.position(.parameters), field: row.name,
          ["parameter": name, "name": row.name])
      }
    }
  }
}
