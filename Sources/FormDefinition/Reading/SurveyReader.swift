import DelimitedText
import Diagnostics

/// Reads the survey sheet into rows that know their parents and expressions.
struct SurveyReader {
  private(set) var rows: [SurveyRow] = []
  private(set) var findings: [Diagnostic] = []
  private var openGroups: [Int] = []
  /// Types seen so far: few cells of the column differ.
  private var kinds: [String: SurveyRowKind] = [:]

  static let expressionColumns: [SheetColumn] = [
    .required, .relevant, .constraint, .calculation, .readOnly, .choiceFilter, .repeatCount,
  ]

  init(_ sheet: Sheet, choices: Sheet? = nil) {
    let loops = LoopExpansion(sheet.rows.filter { !Self.isDisabled($0) && !Self.isComment($0) }, choices: choices)
    for (row, list) in loops.unreadable {
      findings.append(
        Diagnostic(
          list.isEmpty ? .formLoopListMissing : .formListUnknown, at: row.position(.type), field: row[.name],
          list.isEmpty ? [:] : ["name": list, "nearest": CheckReport.noSuggestion]))
    }
    for cells in loops.rows { read(cells) }
  }

  private static func isDisabled(_ cells: SheetRow) -> Bool {
    ["yes", "true", "true()"].contains(cells[.disabled].lowercased())
  }

  /// A row without type, name and label says nothing about the form; other tools skip it too.
  private static func isComment(_ cells: SheetRow) -> Bool {
    cells[.type].isEmpty && cells[.name].isEmpty && !cells.hasText(.label)
  }

  private mutating func read(_ cells: SheetRow) {
    var kind = kind(of: cells[.type])
    let parameters = cells[.parameters]
    if !parameters.isEmpty { kind = kind.reading(readParameters(parameters).parameters) }
    if case .end = kind, !openGroups.isEmpty { openGroups.removeLast() }
    var name = cells[.name]
    if name.isEmpty, kind == .question(.note, orOther: false) { name = "generated_note_name_\(cells.line)" }
    if name.isEmpty, kind == .question(.metadata(.audit), orOther: false) { name = "audit" }
    var expressions: [SheetColumn: Expression] = [:]
    for column in Self.expressionColumns where cells.sheet.has(column) {
      let text = cells[column]
      if text.isEmpty { continue }
      let parsed = expression(text, column: column, cells: cells)
      expressions[column] = parsed.expression
      if kind.reads(column) { findings += parsed.diagnostics }
    }
    if let implied = SurveyTypeNames.implied[cells[.type]], expressions[.constraint] == nil {
      expressions[.constraint] = expression(implied.constraint, column: .constraint, cells: cells).expression
    }
    if let value = computedDefault(cells, kind) { expressions[.defaultValue] = value }
    let row = SurveyRow(kind: kind, name: name, parent: openGroups.last, expressions: expressions, cells: cells)
    if row.isBegin { openGroups.append(rows.count) }
    rows.append(row)
  }

  private mutating func kind(of cell: String) -> SurveyRowKind {
    if let known = kinds[cell] { return known }
    let kind = SurveyRowKind(typeCell: cell)
    kinds[cell] = kind
    return kind
  }

  /// The default when it is computed; one that cannot be is meant as it stands.
  private func computedDefault(_ cells: SheetRow, _ kind: SurveyRowKind) -> Expression? {
    let text = cells[.defaultValue]
    guard !text.isEmpty, case .question(let type, _) = kind, DefaultValue(text: text).isComputed(in: type) else {
      return nil
    }
    return Expression.parse(text.straightenedQuotes, at: cells.position(.defaultValue)).expression
  }

  /// Parses an expression; where a condition or value is wanted, yes and no stand for true() and false().
  private func expression(_ text: String, column: SheetColumn, cells: SheetRow) -> ParsedExpression {
    var text = text.straightenedQuotes
    if column != .choiceFilter, column != .repeatCount {
      switch text.lowercased() {
      case "no", "false", "false()": text = "false()"
      case "yes", "true", "true()": text = "true()"
      default: break
      }
    }
    return Expression.parse(text, at: cells.position(column))
  }
}

extension SurveyRowKind {
  /// Whether a column means something in a row of this kind; what is wrong in it otherwise does no harm.
  fileprivate func reads(_ column: SheetColumn) -> Bool {
    switch (column, self) {
    case (.choiceFilter, .question(let type, _)): type.choiceList != nil
    case (.choiceFilter, .begin), (.choiceFilter, .end): false
    case (.repeatCount, .question), (.repeatCount, .end), (.repeatCount, .begin(isRepeat: false)): false
    default: true
    }
  }
}

extension String {
  /// The text with typographic quotation marks (‘ ’ “ ”), which word processors put in, made plain.
  public var straightenedQuotes: String {
    guard unicodeScalars.contains(where: { [0x2018, 0x2019, 0x201C, 0x201D].contains($0.value) }) else { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x2018, 0x2019: "'"
          case 0x201C, 0x201D: "\""
          default: scalar
          }
        }))
  }
}
