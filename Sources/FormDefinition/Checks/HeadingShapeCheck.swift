import DelimitedText
import Diagnostics

/// Headings of several parts have the parts that they need: no language where there is no text, media that exist.
enum HeadingShapeCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    for kind in [SheetKind.survey, .choices, .settings] {
      guard let sheet = draft.sheets[kind] else { continue }
      var used: Set<Int>?
      for (index, heading) in sheet.headings.enumerated() {
        guard let finding = finding(heading, written: sheet.table.header[index], in: kind) else { continue }
        let columns = used ?? sheet.table.usedColumns()
        used = columns
        guard columns.contains(index) else { continue }
        report.add(finding.code, at: sheet.table.position(ofHeading: index), finding.arguments)
      }
    }
  }

  /// What a heading alone means nothing.
  private static let incomplete = [
    "bind": "bind::relevant", "control": "control::appearance", "body": "body::appearance",
    "instance": "instance::tag", "media": "media::image", "attribute": "attribute::name",
  ]

  private static func finding(_ heading: ColumnHeading, written: String, in kind: SheetKind) -> TypeFinding? {
    if let column = heading.column {
      guard heading.language != nil, columnsWithoutLanguages(of: kind).contains(column) else { return nil }
      return (.formColumnWithoutLanguages, ["column": column.rawValue])
    }
    guard heading.attribute == nil else { return nil }
    if heading.language == nil, let example = incomplete[heading.name], applies(heading.name, to: kind) {
      // Pictures and sounds of questions also stand under headings of their own.
      return heading.name == "media" && kind == .survey
        ? nil : (.formHeadingIncomplete, ["name": written, "example": example])
    }
    if kind == .survey, written.lowercased().hasPrefix("media:") {
      return (.formMediumUnknown, ["name": heading.name])
    }
    return nil
  }

  private static func applies(_ name: String, to kind: SheetKind) -> Bool {
    switch kind {
    case .survey: name != "attribute"
    case .choices: name == "media"
    case .settings: name == "attribute"
    default: false
    }
  }

  private static func columnsWithoutLanguages(of kind: SheetKind) -> Set<SheetColumn> {
    switch kind {
    case .survey:
      [
        .type, .name, .relevant, .calculation, .defaultValue, .required, .constraint, .readOnly, .choiceFilter,
        .parameters, .disabled, .trigger,
      ]
    case .choices: [.listName, .name]
    case .settings: [.formTitle, .formID, .version, .instanceName, .submissionURL, .defaultLanguage]
    default: []
    }
  }
}
