/// A function of the expression language; the raw value is its name in ODK XForms.
enum ExpressionFunction: String, Sendable, Hashable, CaseIterable {
  // Choices.
  case selected
  case selectedAt = "selected-at"
  case countSelected = "count-selected"
  case choiceName = "jr:choice-name"
  // Control.
  case `if`
  case coalesce
  case once
  case position
  case indexedRepeat = "indexed-repeat"
  case current
  case instance
  // Text.
  case regex
  case string
  case stringLength = "string-length"
  case substr
  case substring
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case contains
  case startsWith = "starts-with"
  case endsWith = "ends-with"
  case concat
  case join
  case normalizeSpace = "normalize-space"
  case translate
  case itext = "jr:itext"
  // Numbers.
  case int
  case number
  case round
  case floor
  case ceiling
  case abs
  case pow
  case sqrt
  case exp
  case exp10
  case log
  case log10
  case sin
  case cos
  case tan
  case asin
  case acos
  case atan
  case atan2
  case pi
  case min
  case max
  case sum
  case count
  case countNonEmpty = "count-non-empty"
  // Truth.
  case not
  case `true`
  case `false`
  case boolean
  case booleanFromString = "boolean-from-string"
  case checklist
  case weightedChecklist = "weighted-checklist"
  // Dates.
  case today
  case now
  case date
  case dateTime = "date-time"
  case decimalDateTime = "decimal-date-time"
  case decimalTime = "decimal-time"
  case formatDate = "format-date"
  case formatDateTime = "format-date-time"
  // What only a device or a server can tell.
  case pulldata
  case random
  case randomize
  case uuid
  case digest
  case property
  case version
  case area
  case distance
  case base64Decode = "base64-decode"

  /// The least and, if bounded, the greatest number of arguments.
  private var bounds: (least: Int, most: Int?) {
    switch self {
    case .true, .false, .today, .now, .random, .pi, .current, .version: (0, 0)
    case .string, .stringLength, .normalizeSpace, .number, .position, .uuid: (0, 1)
    case .countSelected, .once, .itext, .int, .floor, .ceiling, .abs, .sqrt, .exp, .exp10, .log, .log10, .sin, .cos,
      .tan, .asin, .acos, .atan, .sum, .count, .countNonEmpty, .not, .boolean, .booleanFromString, .date, .dateTime,
      .decimalDateTime, .decimalTime, .instance, .property, .area, .base64Decode:
      (1, 1)
    case .round, .randomize: (1, 2)
    case .selected, .selectedAt, .choiceName, .regex, .substringBefore, .substringAfter, .contains, .startsWith,
      .endsWith, .pow, .atan2, .formatDate, .formatDateTime:
      (2, 2)
    case .substr, .substring, .digest: (2, 3)
    case .if, .translate: (3, 3)
    case .pulldata: (4, 4)
    case .indexedRepeat: (3, 7)
    case .coalesce: (2, nil)
    case .join, .min, .max, .distance: (1, nil)
    case .concat: (0, nil)
    case .checklist: (2, nil)
    case .weightedChecklist: (4, nil)
    }
  }

  /// Whether a call may have so many arguments.
  func accepts(_ count: Int) -> Bool {
    let bounds = bounds
    if self == .indexedRepeat { return [3, 5, 7].contains(count) }
    if self == .weightedChecklist, count % 2 != 0 { return false }
    return count >= bounds.least && count <= bounds.most ?? Int.max
  }

  /// The number of arguments as text: `1`, `2–3`, `≥ 2`.
  var arity: String {
    let bounds = bounds
    guard let most = bounds.most else { return "≥ \(bounds.least)" }
    if self == .indexedRepeat { return "3, 5, 7" }
    return bounds.least == most ? "\(most)" : "\(bounds.least)–\(most)"
  }

  /// Whether a question given as an argument stands for all its answers (in repeats), not only the first.
  var takesNodes: Bool {
    switch self {
    case .sum, .count, .countNonEmpty, .min, .max, .join, .concat, .randomize, .distance, .area: true
    default: false
    }
  }

  /// Whether the value follows from the answers and the moment alone, so that ingest can check it.
  var isComputable: Bool {
    switch self {
    case .choiceName, .itext, .pulldata, .random, .randomize, .uuid, .digest, .property, .version, .area, .distance,
      .base64Decode, .instance, .current, .position, .indexedRepeat, .once:
      false
    default: true
    }
  }
}
