public import FormDefinition

/// The fields of a form's records in the order of the form, one column each; repeats are tables of their own.
public struct RecordLayout: Sendable, Hashable, Codable {
  /// The form's identifier.
  public let formIdentifier: String
  /// The form's version.
  public let formVersion: String
  /// The fields outside repeats, in the order of the form; notes are left out.
  public let fields: [Field]
  /// The repeats with their fields, in the order of the form: a repeat stands behind the one around it.
  public let repeats: [RepeatLayout]

  /// Creates a layout from its fields and repeats.
  public init(formIdentifier: String, formVersion: String, fields: [Field], repeats: [RepeatLayout] = []) {
    precondition(
      repeats.enumerated().allSatisfy { $0.element.parent.map { [own = $0.offset] in $0 < own } ?? true },
      "a repeat stands behind the one around it")
    self.formIdentifier = formIdentifier
    self.formVersion = formVersion
    self.fields = fields
    self.repeats = repeats
  }

  private enum CodingKeys: String, CodingKey {
    case formIdentifier, formVersion, fields, repeats
  }

  /// Reads a layout; one without repeats may lack the key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let repeats = try container.decodeIfPresent([RepeatLayout].self, forKey: .repeats) ?? []
    for (position, repeated) in repeats.enumerated() where !(0..<position).contains(repeated.parent ?? 0) {
      guard repeated.parent == nil else {
        throw DecodingError.dataCorruptedError(
          forKey: .repeats, in: container, debugDescription: "a repeat stands behind the one around it")
      }
    }
    self.init(
      formIdentifier: try container.decode(String.self, forKey: .formIdentifier),
      formVersion: try container.decode(String.self, forKey: .formVersion),
      fields: try container.decode([Field].self, forKey: .fields), repeats: repeats)
  }

  /// Writes the layout; without repeats as layouts were written before there were any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(formIdentifier, forKey: .formIdentifier)
    try container.encode(formVersion, forKey: .formVersion)
    try container.encode(fields, forKey: .fields)
    if !repeats.isEmpty { try container.encode(repeats, forKey: .repeats) }
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
  /// The layout of a form's records: every question but notes, those of repeats by their repeat.
  public init(form: Form) {
    let gathered = LayoutGathering(form)
    self.init(
      formIdentifier: form.identifier, formVersion: form.version, fields: gathered.fields,
      repeats: gathered.repeats.map {
        RepeatLayout(name: $0.name, path: $0.path, parent: $0.parent, fields: $0.fields)
      })
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
