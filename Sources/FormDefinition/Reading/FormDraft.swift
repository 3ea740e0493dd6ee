import Diagnostics

/// A form on its way from the sheets: every row with its place, before anything is refused. The checks look at this.
struct FormDraft: Sendable {
  /// What the sheets hold and where they come from.
  let input: FormSheets
  /// The sheets that are there.
  let sheets: [SheetKind: Sheet]
  /// The names of further sheets, sorted.
  let unknownSheets: [String]
  /// The survey's rows in order.
  var rows: [SurveyRow] = []
  /// Where the survey's names stand.
  var nameIndex = NameIndex([])
  /// The files that the survey needs, in the order of the rows.
  var files: [ResolvedInstance] = []
  /// The choices in order.
  var choices: [ChoiceRow] = []
  /// The indicators in order.
  var indicators: [IndicatorRow] = []
  /// The form as far as it was understood.
  var form: Form
  /// What was found while reading.
  var findings: [Diagnostic] = []

  init(input: FormSheets, sheets: [SheetKind: Sheet], unknownSheets: [String], form: Form) {
    self.input = input
    self.sheets = sheets
    self.unknownSheets = unknownSheets
    self.form = form
  }
}

/// A row of the choices sheet.
struct ChoiceRow: Sendable {
  /// The list it belongs to; "" when the cell is empty.
  let list: String
  /// The choice.
  let choice: Choice
  /// The row's cells.
  let cells: SheetRow
}

/// A row of the indicators sheet with its items before they are looked up.
struct IndicatorRow: Sendable {
  /// The indicator; its kind is `consensus` when the cell's kind is unknown.
  let indicator: Indicator
  /// Whether the kind is known.
  let isKindKnown: Bool
  /// The words of the items cell that name nothing, with the reason.
  let unresolved: [UnresolvedItem]
  /// The row's cells.
  let cells: SheetRow
}

/// A word of an items cell that names no question.
enum UnresolvedItem: Sendable, Hashable {
  /// No question has this name.
  case unknown(String)
  /// No question fits the pattern.
  case emptyPattern(String)
  /// A pair whose two patterns cannot be matched, or one of whose questions is missing.
  case brokenPair(String, missing: String)
}
