import DelimitedText
import Diagnostics

/// Every `${name}`, wherever it stands, names one question of the form.
enum ReferenceCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let index = draft.nameIndex
    for row in draft.rows {
      for column in SurveyReader.expressionColumns + [.defaultValue, .parameters] where row.cells.sheet.has(column) {
        check(row.cells, column, of: row, index, &report)
      }
      for column in TranslationCheck.columns(of: .survey) { check(texts: column, row.cells, of: row, index, &report) }
    }
    for choice in draft.choices { check(texts: .label, choice.cells, of: nil, index, &report) }
    if let settings = draft.sheets[.settings]?.rows.first {
      for column in [SheetColumn.instanceName, .consent] { check(settings, column, of: nil, index, &report) }
    }
  }

  private static func check(
    _ cells: SheetRow, _ column: SheetColumn, of row: SurveyRow?, _ index: NameIndex, _ report: inout CheckReport
  ) {
    let text = cells[column]
    guard text.utf8.contains(UInt8(ascii: "$")) else { return }
    // What is wrong with an expression's syntax is reported where expressions are parsed.
    let isExpression = column != .defaultValue && column != .parameters
    check(text, isExpression: isExpression, at: cells.position(column), of: row, index, &report)
  }

  private static func check(
    texts column: SheetColumn, _ cells: SheetRow, of row: SurveyRow?, _ index: NameIndex, _ report: inout CheckReport
  ) {
    for (field, _) in cells.sheet.columns(column) where cells.row[field].utf8.contains(UInt8(ascii: "$")) {
      check(cells.row[field], isExpression: false, at: cells.position(field: field), of: row, index, &report)
    }
  }

  private static func check(
    _ text: String, isExpression: Bool, at position: SourcePosition, of row: SurveyRow?, _ index: NameIndex,
    _ report: inout CheckReport
  ) {
    let references = NameReferences(text)
    for malformed in references.malformed where !isExpression {
      report.add(
        .formReferenceMalformed, at: position, field: row?.name, ["text": malformed],
        severity: malformed.hasSuffix("}") ? .warning : .error)
    }
    var seen: Set<String> = []
    for name in references.names where seen.insert(name).inserted {
      guard let targets = index.rows[name] else {
        let nearest = report.nearest(to: name, among: index.names, of: "question")
        report.add(.formReferenceUnknown, at: position, field: row?.name, ["name": name, "nearest": nearest])
        continue
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
