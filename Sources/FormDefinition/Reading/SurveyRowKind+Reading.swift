extension SurveyRowKind {
  /// Reads a cell of the type column.
  init(typeCell: String) {
    let tokens = typeCell.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = tokens.first else {
      self = .unknown(.missing)
      return
    }
    let phrase = tokens.joined(separator: " ")
    if let control = Self.control(tokens) {
      self = control
    } else if let table = Self.tables[phrase] {
      self = table
    } else if let type = SurveyTypeNames.types[phrase] {
      self = .question(type, orOther: false)
    } else if let select = Self.select(tokens) {
      self = select
    } else if Self.unsupportedTypes.contains(first) {
      self = .unknown(.unsupported(first))
    } else {
      self = .unknown(.unknown(phrase))
    }
  }

  /// The names of all supported types, for suggestions.
  static let typeNames: [String] =
    (Array(SurveyTypeNames.types.keys) + ["begin", "end"].flatMap { word in groups.keys.map { "\(word)_\($0)" } }
    + ["select_one", "select_multiple", "rank"]).sorted()

  /// The words for groups, by whether they repeat.
  private static let groups = ["group": false, "repeat": true, "lgroup": true, "looped group": true]

  /// Reads `begin group`, `end_repeat`, …; what stands behind the word `begin` and its group is a remark.
  private static func control(_ tokens: [String]) -> SurveyRowKind? {
    let words = tokens.joined(separator: " ").replacing("_", with: " ").split(separator: " ").map(String.init)
    guard let word = words.first, word == "begin" || word == "end", words.count > 1 else { return nil }
    let isLooped = words.count > 2 && words[1] == "looped" && words[2] == "group"
    guard let isRepeat = groups[isLooped ? "looped group" : words[1]] else { return nil }
    let rest = words.dropFirst(isLooped ? 3 : 2)
    if word == "end" { return rest.isEmpty ? .end(isRepeat: isRepeat) : nil }
    return rest.isEmpty || rest.first == "over" || rest.count == 1 ? .begin(isRepeat: isRepeat) : nil
  }

  private static let tables: [String: SurveyRowKind] = [
    "csv-external": .table(.csv), "xml-external": .table(.xml),
  ]

  private static let unsupportedTypes: Set<String> = ["osm", "rank_from_file"]

  /// How a select is written.
  private struct Select: Sendable {
    /// The words before the list's name.
    let phrase: [String]
    let make: @Sendable (String) -> QuestionType
    /// Where the words say that the choices come from.
    var origin = Origin.list

    enum Origin: Sendable { case list, file, externalSheet }
  }

  /// The phrases that begin a select, longest first within each kind.
  private static let selects: [Select] = [
    Select(phrase: ["select_one_from_file"], make: { .selectOne(list: $0) }, origin: .file),
    Select(phrase: ["select", "one", "from", "file"], make: { .selectOne(list: $0) }, origin: .file),
    Select(phrase: ["select_multiple_from_file"], make: { .selectMultiple(list: $0) }, origin: .file),
    Select(phrase: ["select", "multiple", "from", "file"], make: { .selectMultiple(list: $0) }, origin: .file),
    Select(phrase: ["select_one_external"], make: { .selectOne(list: $0) }, origin: .externalSheet),
    Select(phrase: ["select_one"], make: { .selectOne(list: $0) }),
    Select(phrase: ["select1"], make: { .selectOne(list: $0) }),
    Select(phrase: ["select", "one", "from"], make: { .selectOne(list: $0) }),
    Select(phrase: ["select", "one"], make: { .selectOne(list: $0) }),
    Select(phrase: ["add", "select", "one", "prompt", "using"], make: { .selectOne(list: $0) }),
    Select(phrase: ["select_multiple"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["select", "all", "that", "apply", "from"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["select", "all", "that", "apply"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["add", "select", "multiple", "prompt", "using"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["rank"], make: { .rank(list: $0) }),
  ]

  private static func select(_ tokens: [String]) -> SurveyRowKind? {
    guard let select = selects.first(where: { tokens.starts(with: $0.phrase) }) else { return nil }
    let rest = tokens.dropFirst(select.phrase.count)
    guard let list = rest.first else { return .unknown(.listMissing(select.phrase.joined(separator: " "))) }
    let tail = rest.dropFirst().joined(separator: " ")
    let hasOther = ["or_other", "or other", "or specify other"].contains(tail)
    guard tail.isEmpty || hasOther else { return nil }
    switch select.origin {
    case .externalSheet: return .question(select.make(ChoiceSource.externalList(list)), orOther: hasOther)
    case .file where ChoiceFile(name: list) == nil: return .unknown(.fileFormat(list))
    case .file, .list: break
    }
    let type = select.make(list)
    if case .answers = ChoiceSource(list: list), case .selectMultiple = type {
      return .unknown(.answersAsChoices(type.name))
    }
    return .question(type, orOther: hasOther)
  }

  /// The row with the columns that the parameters name, when its choices come from a file.
  func reading(_ parameters: [String: String]) -> SurveyRowKind {
    guard case .question(let type, let orOther) = self, case .file(let file)? = type.choiceSource,
      let other = ChoiceFile(name: file.name, value: parameters["value"], label: parameters["label"]), other != file,
      other.valueColumn.isElementName, other.labelColumn.isElementName
    else { return self }
    switch type {
    case .selectOne: return .question(.selectOne(list: other.list), orOther: orOther)
    case .selectMultiple: return .question(.selectMultiple(list: other.list), orOther: orOther)
    default: return self
    }
  }
}
