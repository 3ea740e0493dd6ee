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
    "select_one_from_file", "select_multiple_from_file", "select_one_external", "csv-external", "xml-external", "osm",
    "begin loop", "begin_loop", "end loop", "end_loop", "subscriberid", "simserial", "rank_from_file",
  ]

  /// The phrases that begin a select, longest first within each kind.
  private static let selects: [(phrase: [String], make: @Sendable (String) -> QuestionType)] = [
    (["select_one"], { .selectOne(list: $0) }),
    (["select1"], { .selectOne(list: $0) }),
    (["select", "one", "from"], { .selectOne(list: $0) }),
    (["select", "one"], { .selectOne(list: $0) }),
    (["select_multiple"], { .selectMultiple(list: $0) }),
    (["select", "all", "that", "apply", "from"], { .selectMultiple(list: $0) }),
    (["select", "multiple", "from"], { .selectMultiple(list: $0) }),
    (["select", "multiple"], { .selectMultiple(list: $0) }),
    (["rank"], { .rank(list: $0) }),
  ]

  private static func select(tokens: [String], words: [String]) -> SurveyRowKind? {
    guard let (phrase, make) = selects.first(where: { words.starts(with: $0.phrase) }) else { return nil }
    let rest = tokens.dropFirst(phrase.count)
    guard let list = rest.first else { return .unknown(.listMissing(phrase.joined(separator: " "))) }
    let tail = rest.dropFirst().map { $0.lowercased() }.joined(separator: "_")
    switch tail {
    case "": return .question(make(list), orOther: false)
    case "or_other", "or_specify_other": return .question(make(list), orOther: true)
    default: return nil
    }
  }
}
