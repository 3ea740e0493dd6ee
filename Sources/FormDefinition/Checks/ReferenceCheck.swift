import DelimitedText
import Diagnostics

/// Every `${name}`, wherever it stands, names one question of the form.
enum ReferenceCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let index = NameIndex(draft)
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
      report.add(.formReferenceMalformed, at: position, field: row?.name, ["text": malformed])
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
      } else if let target = targets.first, !index.isReachable(target, from: row), !aggregates(text) {
        report.add(.formReferenceIntoRepeat, at: position, field: row?.name, ["name": name])
      }
    }
  }

  /// Whether an expression treats several answers as one.
  private static func aggregates(_ text: String) -> Bool {
    ["sum(", "count(", "count-non-empty(", "join(", "max(", "min(", "indexed-repeat(", "position("].contains {
      text.contains($0)
    }
  }
}

/// Where names stand in the survey.
struct NameIndex {
  /// The indexes of the rows with each name.
  let rows: [String: [Int]]
  /// The names in the order of the form.
  let names: [String]
  /// The line of each row.
  let lines: [Int]
  /// The index of the innermost repeat around each row.
  private let repeats: [Int?]
  private let parents: [Int?]

  init(_ draft: FormDraft) {
    var rows: [String: [Int]] = [:]
    var names: [String] = []
    var repeats: [Int?] = []
    for (index, row) in draft.rows.enumerated() {
      let parent = row.parent
      repeats.append(parent.flatMap { draft.rows[$0].kind == .begin(isRepeat: true) ? $0 : repeats[$0] })
      guard row.isNamed, !row.name.isEmpty else { continue }
      var own = [row.name]
      if case .question(_, orOther: true) = row.kind { own.append(OrOther.questionName(for: row.name)) }
      for name in own {
        if rows[name] == nil { names.append(name) }
        rows[name, default: []].append(index)
      }
    }
    self.rows = rows
    self.names = names
    self.repeats = repeats
    parents = draft.rows.map(\.parent)
    lines = draft.rows.map(\.cells.line)
  }

  /// Whether a row has one answer as seen from another: it lies in no repeat, or in one around the other.
  func isReachable(_ target: Int, from row: SurveyRow?) -> Bool {
    guard let home = repeats[target] else { return true }
    var group = row?.parent
    var steps = 0
    while let current = group, steps <= FormTree.maximumDepth {
      if current == home { return true }
      group = parents[current]
      steps += 1
    }
    return steps > FormTree.maximumDepth
  }
}
