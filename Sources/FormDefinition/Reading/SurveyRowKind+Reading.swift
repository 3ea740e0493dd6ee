extension SurveyRowKind {
  /// Reads a cell of the type column.
  init(typeCell: String) {
    let tokens = typeCell.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = tokens.first else {
      self = .unknown(.missing)
      return
    }
    let words = tokens.map { $0.lowercased() }
    let phrase = words.joined(separator: " ")
    if let control = Self.controls[phrase.replacing("_", with: " ")] {
      self = control
    } else if let table = Self.tables[phrase] {
      self = table
    } else if let type = Self.simpleTypes[phrase] {
      self = .question(type, orOther: false)
    } else if let select = Self.select(tokens: tokens, words: words) {
      self = select
    } else if Self.unsupportedTypes.contains(words[0]) || Self.unsupportedTypes.contains(phrase) {
      self = .unknown(.unsupported(first))
    } else {
      self = .unknown(.unknown(tokens.joined(separator: " ")))
    }
  }

  /// The names of all supported types, for suggestions.
  static let typeNames: [String] =
    (Array(simpleTypes.keys) + Array(controls.keys).map { $0.replacing(" ", with: "_") }
    + ["select_one", "select_multiple", "rank"]).sorted()

  private static let controls: [String: SurveyRowKind] = [
    "begin group": .begin(isRepeat: false), "end group": .end(isRepeat: false),
    "begin repeat": .begin(isRepeat: true), "end repeat": .end(isRepeat: true),
  ]

  private static let tables: [String: SurveyRowKind] = [
    "csv-external": .table(.csv), "xml-external": .table(.xml),
  ]

  private static let simpleTypes: [String: QuestionType] = {
    var types: [String: QuestionType] = [
      "text": .text, "string": .text, "integer": .integer, "int": .integer, "decimal": .decimal, "range": .range,
      "date": .date, "time": .time, "datetime": .dateTime, "note": .note, "calculate": .calculate, "hidden": .hidden,
      "acknowledge": .acknowledge, "trigger": .acknowledge, "barcode": .barcode, "photo": .attachment(.image),
      "gps": .geography(.geopoint), "location": .geography(.geopoint), "imei": .metadata(.deviceid),
    ]
    for kind in QuestionType.GeographyKind.allCases { types[kind.rawValue] = .geography(kind) }
    for kind in QuestionType.AttachmentKind.allCases { types[kind.rawValue] = .attachment(kind) }
    for kind in QuestionType.MetadataKind.allCases { types[kind.rawValue] = .metadata(kind) }
    return types
  }()

  private static let unsupportedTypes: Set<String> = [
    "osm", "begin loop", "begin_loop", "end loop", "end_loop", "subscriberid", "simserial", "rank_from_file",
  ]

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
    Select(phrase: ["select_multiple"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["select", "all", "that", "apply", "from"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["select", "multiple", "from"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["select", "multiple"], make: { .selectMultiple(list: $0) }),
    Select(phrase: ["rank"], make: { .rank(list: $0) }),
  ]

  private static func select(tokens: [String], words: [String]) -> SurveyRowKind? {
    guard let select = selects.first(where: { words.starts(with: $0.phrase) }) else { return nil }
    let rest = tokens.dropFirst(select.phrase.count)
    guard let list = rest.first else { return .unknown(.listMissing(select.phrase.joined(separator: " "))) }
    let tail = rest.dropFirst().map { $0.lowercased() }.joined(separator: "_")
    let hasOther = tail == "or_other" || tail == "or_specify_other"
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
