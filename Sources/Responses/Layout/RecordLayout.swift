public import FormDefinition

/// The fields of a form's records in the order of the form: one column each.
public struct RecordLayout: Sendable, Hashable, Codable {
  /// The form's identifier.
  public let formIdentifier: String
  /// The form's version.
  public let formVersion: String
  /// The fields, in the order of the form; notes are left out.
  public let fields: [Field]

  /// Creates a layout from its fields.
  public init(formIdentifier: String, formVersion: String, fields: [Field]) {
    self.formIdentifier = formIdentifier
    self.formVersion = formVersion
    self.fields = fields
  }

  /// The position of a field by its question's name; nil if there is none.
  ///
  /// - Complexity: O(fields); keep the result outside loops over records.
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// One field of a record.
public struct Field: Sendable, Hashable, Codable {
  /// The question's name.
  public let name: String
  /// The names from the outermost group down to the question.
  public let path: [String]
  /// How its answers are held.
  public let storage: FieldStorage
  /// The names of the choices in the order of their list; empty for other kinds.
  public let choices: [String]
  /// The positions among `choices` that are no substantive answers.
  public let missingChoices: [Int]

  /// Creates a field.
  public init(name: String, path: [String], storage: FieldStorage, choices: [String] = [], missingChoices: [Int] = []) {
    self.name = name
    self.path = path
    self.storage = storage
    self.choices = choices
    self.missingChoices = missingChoices
  }
}

/// How the answers to a question are held in a column.
public enum FieldStorage: String, Sendable, Hashable, Codable, CaseIterable {
  /// One choice: an index into the field's choices.
  case coded
  /// Several choices: one bit each.
  case multiple
  /// Choices in order.
  case ranking
  /// A whole number.
  case integer
  /// A number.
  case decimal
  /// A date: days since 1970-01-01.
  case date
  /// A time of day: milliseconds since midnight.
  case time
  /// A moment: milliseconds since 1970-01-01 UTC, and the offset it was written with.
  case dateTime
  /// Anything else, as text.
  case text
}

extension RecordLayout {
  /// The layout of a form's records: every question but notes; repeats are left out.
  public init(form: Form) {
    let fields = form.placedQuestions.compactMap { placed -> Field? in
      if placed.isRepeated { return nil }
      guard let storage = placed.question.type.storage else { return nil }
      let choices = placed.question.type.choiceList.flatMap { form.choiceLists[$0]?.choices } ?? []
      return Field(
        name: placed.question.name, path: placed.path, storage: storage, choices: choices.map(\.name),
        missingChoices: choices.indices.filter { choices[$0].missing != nil })
    }
    self.init(formIdentifier: form.identifier, formVersion: form.version, fields: fields)
  }
}

extension QuestionType {
  /// How answers of this kind are held; nil for notes, which have none.
  public var storage: FieldStorage? {
    switch self {
    case .note: nil
    case .text, .hidden, .calculate, .acknowledge, .geography, .attachment, .barcode: .text
    case .integer: .integer
    case .decimal, .range: .decimal
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .selectOne: .coded
    case .selectMultiple: .multiple
    case .rank: .ranking
    case .metadata(let kind):
      switch kind {
      case .start, .end: .dateTime
      case .today: .date
      default: .text
      }
    }
  }
}
