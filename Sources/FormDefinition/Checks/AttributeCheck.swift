import DelimitedText
import Diagnostics

/// Columns that set attributes of the XForms document name ones that can be written there.
enum AttributeCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let declared = Set((Form.standardNamespaces + draft.form.declaredNamespaces).map(\.prefix))
    for kind in [SheetKind.survey, .settings] {
      guard let sheet = draft.sheets[kind] else { continue }
      for (index, heading) in sheet.attributeHeadings {
        let position = sheet.table.position(ofHeading: index)
        let parts = heading.name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 2 || !parts.allSatisfy(\.isElementName) {
          report.add(.formAttributeInvalid, at: position, ["name": heading.name])
        } else if parts.count == 2, !declared.contains(parts[0]) {
          report.add(.formAttributePrefixUnknown, at: position, ["name": heading.name, "prefix": parts[0]])
        }
      }
    }
  }
}
