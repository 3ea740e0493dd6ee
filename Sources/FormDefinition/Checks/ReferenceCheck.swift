import DelimitedText
import Diagnostics

/// Every `${name}`, wherever it stands, names one question of the form.
///
/// All cells of the survey and the settings are looked at, those of unknown columns too, as other tools do; of the
/// choices only the labels, since anything may stand in the columns for filters.
enum ReferenceCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let index = draft.nameIndex
    for row in draft.rows {
      for (field, column) in fields(of: row.cells) {
        check(field, column, row.cells, of: row, index, &report)
      }
    }
    for choice in draft.choices {
      for (field, _) in choice.cells.sheet.columns(.label) {
        check(field, .label, choice.cells, of: nil, index, &report)
      }
      for column in [SheetColumn.image, .audio, .video, .bigImage] {
        for (field, _) in choice.cells.sheet.columns(column) {
          check(field, column, choice.cells, of: nil, index, &report)
        }
      }
    }
    if let settings = draft.sheets[.settings]?.rows.first {
      for (field, column) in fields(of: settings) { check(field, column, settings, of: nil, index, &report) }
    }
  }

  /// The cells that hold a dollar sign, with the columns that are known.
  private static func fields(of cells: SheetRow) -> [(Int, SheetColumn?)] {
    let headings = cells.sheet.headings
    return cells.row.fields.enumerated().compactMap { index, text in
      guard index < headings.count, text.utf8.contains(UInt8(ascii: "$")) else { return nil }
      let column = headings[index].column
      return column == .type || (column == .name && cells.sheet.kind == .survey) || column == .trigger
        ? nil : (index, column)
    }
  }

  private static func check(
    _ field: Int, _ column: SheetColumn?, _ cells: SheetRow, of row: SurveyRow?, _ index: NameIndex,
    _ report: inout CheckReport
  ) {
    let text = cells.row[field].trimmingBlanks()
    guard text.utf8.contains(UInt8(ascii: "$")) else { return }
    let position = cells.position(field: field)
    let isExpression = column.map(expressionColumns.contains) ?? false
    let references = NameReferences(text)
    // A syntax that an expression cannot have is reported where expressions are parsed.
    let isParsed = row.flatMap { row in column.map { row.expressions[$0] != nil } } ?? true
    let isMedium = cells.sheet.kind == .choices && column != .label
    if !isMedium, !isExpression || isParsed {
      for malformed in references.malformed {
        // Nothing but the sign itself is let pass.
        report.add(
          .formReferenceMalformed, at: position, field: row?.name, ["text": malformed],
          severity: text == "${}" || text == "${" ? .warning : .error)
      }
    }
    var seen: Set<String> = []
    for name in references.names where seen.insert(name).inserted && !meta.contains(name) {
      check(name, in: text, isExpression: isExpression, at: position, of: row, index, &report)
    }
  }

  private static let expressionColumns = Set(SurveyReader.expressionColumns + [.instanceName, .consent])
  /// What stands in every form without a row of its own.
  private static let meta: Set<String> = ["instanceID", "instanceName"]

  private static func check(
    _ name: String, in text: String, isExpression: Bool, at position: SourcePosition, of row: SurveyRow?,
    _ index: NameIndex, _ report: inout CheckReport
  ) {
    guard let targets = index.rows[name] else {
      let nearest = report.nearest(to: name, among: index.names, of: "question")
      report.add(.formReferenceUnknown, at: position, field: row?.name, ["name": name, "nearest": nearest])
      return
    }
    if targets.count > 1 {
      report.add(
        .formReferenceAmbiguous, at: position, field: row?.name,
        ["name": name, "rows": targets.prefix(5).map { String(index.lines[$0]) }.joined(separator: ", ")])
    } else if let target = targets.first, !index.isReachable(target, from: row), !aggregates(text),
      !(row?.filtersAnswers ?? false)
    {
      report.add(
        .formReferenceIntoRepeat, at: position, field: row?.name, ["name": name],
        severity: isExpression ? .error : .warning)
    }
  }

  /// Whether an expression treats several answers as one.
  private static func aggregates(_ text: String) -> Bool {
    [
      "sum(", "count(", "count-non-empty(", "join(", "max(", "min(", "indexed-repeat(", "position(", "area(",
      "distance(",
    ].contains {
      text.contains($0)
    }
  }
}

extension SurveyRow {
  /// Whether the row's choices are answers: a filter then sees those that stand beside each of them.
  fileprivate var filtersAnswers: Bool { if case .answers? = type?.choiceSource { true } else { false } }
}
