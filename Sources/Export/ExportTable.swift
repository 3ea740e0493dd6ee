import FormDefinition

/// A table of an export: the records, or the rows of a repeat.
struct ExportTable {
  /// The repeat's name; "" for records.
  let name: String
  /// The position of the repeat in the layout; nil for records.
  let repeated: Int?
  /// The columns, keys first.
  let columns: [ExportColumn]

  /// The positions of the fields from which the columns are taken.
  var fields: [Int] { Set(columns.compactMap(\.content.field)).sorted() }
}

/// A column of an export.
struct ExportColumn {
  /// Its name: `KEY`, a question's name, `question/choice`, `question/1`, `question_label`.
  let name: String
  /// The text of the question, and the choice or place the column is about.
  let label: String
  /// What stands in it.
  let content: ExportContent
  /// The type of the question; nil for keys.
  let type: QuestionType?
  /// The choices of the question.
  let choices: [ExportChoice]
  /// Whether the choices are a scale.
  let isOrdinal: Bool
}

/// A choice as exports write it.
struct ExportChoice {
  /// The form's code.
  let code: String
  /// What respondents read.
  let label: String
  /// The number that stands for it in SPSS and Stata.
  let number: Double
  /// Why it is no substantive answer; nil when it is one.
  let missing: MissingReason?
}

/// Where the cells of a column come from.
enum ExportContent: Hashable {
  /// The row's key.
  case key
  /// The key of the record or row that the row belongs to.
  case parentKey
  /// The answer to a field.
  case answer(field: Int)
  /// The answer to a field as respondents read it.
  case label(field: Int)
  /// Whether a choice is among several.
  case tick(field: Int, choice: Int)
  /// The choice at a place of a ranking; as respondents read it if `isLabel`.
  case place(field: Int, place: Int, isLabel: Bool)

  /// The field; nil for keys.
  var field: Int? {
    switch self {
    case .key, .parentKey: nil
    case .answer(let field), .label(let field), .tick(let field, _), .place(let field, _, _): field
    }
  }
}
