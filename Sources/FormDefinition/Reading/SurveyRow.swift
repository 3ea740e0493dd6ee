import Diagnostics

/// A row of the survey sheet, understood as far as it can be.
struct SurveyRow: Sendable {
  /// What the row is.
  let kind: SurveyRowKind
  /// The name, generated for a note without one; "" when it is missing.
  let name: String
  /// The index of the `begin` row around it; nil at the top.
  let parent: Int?
  /// The expressions of the row that could be parsed.
  let expressions: [SheetColumn: Expression]
  /// The row's cells.
  let cells: SheetRow

  /// The question type; nil for groups and unknown types.
  var type: QuestionType? {
    if case .question(let type, _) = kind { type } else { nil }
  }

  /// Whether the row has a name of its own in the form: questions, groups, repeats.
  var isNamed: Bool {
    if case .end = kind { false } else { true }
  }

  /// Whether the row begins a group or repeat.
  var isBegin: Bool {
    if case .begin = kind { true } else { false }
  }
}

/// What a row of the survey sheet is.
enum SurveyRowKind: Sendable, Hashable {
  /// A question; `or_other` adds a choice and a text question.
  case question(QuestionType, orOther: Bool)
  /// The first row of a group or repeat.
  case begin(isRepeat: Bool)
  /// The last row of a group or repeat.
  case end(isRepeat: Bool)
  /// A file beside the form that expressions look things up in.
  case table(ChoiceFile.Format)
  /// A row whose type is missing, unknown or not supported.
  case unknown(UnknownType)
}

/// Why a row's type is not understood.
enum UnknownType: Sendable, Hashable {
  /// The cell is empty.
  case missing
  /// No type has this name.
  case unknown(String)
  /// A standard type that is not supported here.
  case unsupported(String)
  /// A select without the name of its list.
  case listMissing(String)
  /// A select from a file of a format that is not read.
  case fileFormat(String)
  /// Choices that are answers to another question cannot be used by a question of this type.
  case answersAsChoices(String)
}
