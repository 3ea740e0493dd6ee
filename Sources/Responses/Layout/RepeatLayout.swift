import FormDefinition

/// The fields of one repeat of a form: a table of its own, whose rows belong to records or to rows of another repeat.
public struct RepeatLayout: Sendable, Hashable, Codable {
  /// The repeat's name.
  public let name: String
  /// The names from the outermost group down to the repeat.
  public let path: [String]
  /// The position among the layout's repeats of the repeat around it; nil when it stands in the record itself.
  public let parent: Int?
  /// The fields of a row, in the order of the form; those of repeats inside are theirs.
  public let fields: [Field]

  /// Creates the layout of a repeat.
  public init(name: String, path: [String], parent: Int? = nil, fields: [Field]) {
    self.name = name
    self.path = path
    self.parent = parent
    self.fields = fields
  }
}

extension RecordLayout {
  /// The number of fields of the record and of all repeats.
  public var fieldCount: Int { repeats.reduce(fields.count) { $0 + $1.fields.count } }

  /// The ordinal of a repeat's first field, when the record's fields and then each repeat's are counted from 0.
  public func firstField(ofRepeat position: Int) -> Int {
    repeats[..<position].reduce(fields.count) { $0 + $1.fields.count }
  }

  /// The field of an ordinal, and the repeat in which it stands; nil for the record's own.
  public func field(atOrdinal ordinal: Int) -> (field: Field, repeated: Int?) {
    if ordinal < fields.count { return (fields[ordinal], nil) }
    var rest = ordinal - fields.count
    for (position, repeated) in repeats.enumerated() {
      if rest < repeated.fields.count { return (repeated.fields[rest], position) }
      rest -= repeated.fields.count
    }
    preconditionFailure("an ordinal below fieldCount")
  }

  /// The repeats around a repeat and itself, outermost first.
  public func lineage(ofRepeat position: Int) -> [Int] {
    var lineage: [Int] = []
    var next: Int? = position
    while let repeated = next {
      lineage.insert(repeated, at: 0)
      next = repeats[repeated].parent
    }
    return lineage
  }
}

/// Gathers the fields of a form by the repeat they stand in.
struct LayoutGathering {
  private(set) var fields: [Field] = []
  private(set) var repeats: [(name: String, path: [String], parent: Int?, fields: [Field])] = []
  private let lists: [String: ChoiceList]

  init(_ form: Form) {
    lists = form.choiceLists
    visit(form.children, path: [], repeated: nil)
  }

  private mutating func visit(_ nodes: [FormNode], path: [String], repeated: Int?) {
    for node in nodes {
      switch node {
      case .question(let question):
        guard let field = field(of: question, path: path) else { continue }
        if let repeated { repeats[repeated].fields.append(field) } else { fields.append(field) }
      case .group(let group): visit(group.children, path: path + [group.name], repeated: repeated)
      case .repeatGroup(let group):
        repeats.append((group.name, path + [group.name], repeated, []))
        visit(group.children, path: path + [group.name], repeated: repeats.count - 1)
      }
    }
  }

  private func field(of question: Question, path: [String]) -> Field? {
    guard var storage = question.type.storage else { return nil }
    let list = question.type.choiceList.flatMap { lists[$0] }
    // Where nobody knows what can be chosen (a file that is not there, answers of the same record), the answer is text.
    // So are answers from lists too long for columns of codes; the validator looks them up.
    if question.type.choiceList != nil, list.map({ $0.choices.count > question.type.longestCodedList }) ?? true {
      storage = .text
    }
    let choices = storage == .text ? [] : list?.choices ?? []
    return Field(
      name: question.name, path: path + [question.name], storage: storage, choices: choices.map(\.name),
      missingChoices: choices.indices.filter { choices[$0].missing != nil })
  }
}

extension QuestionType {
  /// The longest list whose choices are held as codes: the numbers of a column's codes, bits and places are limited.
  fileprivate var longestCodedList: Int {
    switch self {
    case .selectOne: 65_000
    case .selectMultiple: 4_096
    default: 255
    }
  }
}
