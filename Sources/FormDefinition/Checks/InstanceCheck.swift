import Diagnostics

/// A name stands for one table: a file, or a list of the choices sheet.
enum InstanceCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var first: [String: InstanceUse] = [:]
    for use in draft.instanceUses {
      let name = use.instance.name
      let position = use.row.cells.position(use.origin == .row ? .name : .type)
      guard let other = first[name] else {
        first[name] = use
        if draft.form.choiceLists[name] != nil {
          report.add(
            .formInstanceConflict, at: position, field: use.row.name,
            ["name": name, "first": SheetKind.choices.rawValue, "second": use.instance.fileName])
        }
        continue
      }
      if other.instance != use.instance || (other.origin == .row && use.origin == .row) {
        report.add(
          .formInstanceConflict, at: position, field: use.row.name,
          ["name": name, "first": other.instance.fileName, "second": use.instance.fileName])
      }
    }
  }
}
