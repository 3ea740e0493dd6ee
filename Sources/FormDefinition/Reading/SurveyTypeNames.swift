/// The names of the types that take no list, old ones included, by the type they mean; upper and lower case differ.
enum SurveyTypeNames {
  static let types: [String: QuestionType] = {
    var types: [String: QuestionType] = [:]
    for (type, names) in spellings { for name in names { types[name] = type } }
    for kind in QuestionType.GeographyKind.allCases {
      types[kind.rawValue] = .geography(kind)
      types["q \(kind.rawValue)"] = .geography(kind)
    }
    for kind in QuestionType.AttachmentKind.allCases { types[kind.rawValue] = .attachment(kind) }
    for kind in QuestionType.MetadataKind.allCases { types[kind.rawValue] = .metadata(kind) }
    return types
  }()

  /// What some old types say beside the kind of their answer.
  static let implied: [String: ImpliedCells] = [
    "percentage": ImpliedCells(constraint: "0 <= . and . <= 100"),
    "phone number": ImpliedCells(constraint: "regex(., '^\\d*$')", hint: "Enter numbers only."),
    "number of days in last month": ImpliedCells(constraint: "0 <= . and . <= 31", hint: "Enter a number 0-31."),
    "number of days in last six months": ImpliedCells(
      constraint: "0 <= . and . <= 183", hint: "Enter a number 0-183."),
    "number of days in last year": ImpliedCells(constraint: "0 <= . and . <= 365", hint: "Enter a number 0-365."),
  ]

  private static let spellings: [(QuestionType, [String])] = [
    (.text, ["text", "string", "q string", "add text prompt", "phone number"]),
    (
      .integer,
      [
        "integer", "int", "q int", "add integer prompt", "percentage", "number of days in last month",
        "number of days in last six months", "number of days in last year",
      ]
    ),
    (.decimal, ["decimal", "q decimal", "add decimal prompt"]),
    (.range, ["range"]),
    (.date, ["date", "q date", "add date prompt"]),
    (.time, ["time"]),
    (
      .dateTime,
      ["dateTime", "datetime", "date time", "q dateTime", "q date time", "add dateTime prompt", "add date time prompt"]
    ),
    (.note, ["note", "q note", "add note prompt"]),
    (.calculate, ["calculate", "q calculate", "add calculate prompt"]),
    (.hidden, ["hidden"]),
    (.acknowledge, ["acknowledge", "q acknowledge", "add acknowledge prompt", "trigger"]),
    (.barcode, ["barcode", "q barcode", "add barcode prompt"]),
    (.geography(.geopoint), ["gps", "location", "q location", "add location prompt"]),
    (.attachment(.image), ["photo", "q image", "q picture", "add image prompt", "add photo prompt"]),
    (.attachment(.audio), ["q audio", "add audio prompt"]),
    (.attachment(.video), ["q video", "add video prompt"]),
    (.attachment(.file), ["add file prompt"]),
    (.metadata(.start), ["start time", "get start time"]),
    (.metadata(.end), ["end time", "get end time"]),
    (.metadata(.today), ["get today"]),
    (.metadata(.deviceid), ["imei", "device id", "get device id"]),
    (.metadata(.phonenumber), ["get phone number"]),
    (.metadata(.subscriberid), ["subscriber id", "get subscriber id"]),
    (.metadata(.simserial), ["sim id", "get sim id"]),
  ]
}

/// What a type says in place of cells that are left empty.
struct ImpliedCells: Sendable {
  let constraint: String
  var hint = ""
}
