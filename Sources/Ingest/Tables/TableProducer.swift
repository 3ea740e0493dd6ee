/// The program that wrote a table, as far as its headings tell.
enum TableProducer: String, Sendable, Hashable, CaseIterable {
  case odkCentral = "ODK Central"
  case kobo = "KoboToolbox"
  case limeSurvey = "LimeSurvey"
  case limeSurveyVV = "LimeSurvey VV"
  case googleForms = "Google Forms"
  case microsoftForms = "Microsoft Forms"
  case entryWorkbook = "ykien"
  case excel = "Excel"
  case plain = "CSV"

  /// Recognises the producer of a table of text.
  init(headings: [String], separator: UInt8, hasByteOrderMark: Bool) {
    let exact = Set(headings)
    let lower = Set(headings.map { $0.lowercased() })
    func hasAll(_ names: String...) -> Bool { names.allSatisfy(exact.contains) }
    if hasAll("KEY", "PARENT_KEY") || hasAll("KEY", "SubmissionDate") || hasAll("KEY", "SubmitterID") {
      self = .odkCentral
    } else if hasAll("_uuid", "_submission_time") || hasAll("_id", "_uuid") || hasAll("_id", "_index") {
      self = .kobo
    } else if lower.contains("submitdate") && lower.contains("startlanguage")
      || lower.contains("response id") && lower.contains("date submitted")
    {
      self = separator == Bytes.tab ? .limeSurveyVV : .limeSurvey
    } else if let first = headings.first, Self.timestamps.contains(first.lowercased()) {
      self = .googleForms
    } else if headings.count >= 3, headings[0] == "ID", Self.microsoftStarts.contains(headings[1].lowercased()) {
      self = .microsoftForms
    } else {
      self = separator == Bytes.semicolon || hasByteOrderMark ? .excel : .plain
    }
  }

  /// Whether numbers and dates stand as programs write them: with a decimal point and in ISO order.
  var writesCanonically: Bool { self == .odkCentral || self == .kobo }

  /// What its cells hold, where that is always the same.
  var holdsLabels: Bool { self == .googleForms || self == .microsoftForms }

  /// What joins several choices, where that is always the same.
  var joiner: Character? { self == .microsoftForms ? ";" : nil }

  /// Texts that stand for no answer.
  var missing: [String] { self == .kobo ? ["n/a"] : [] }

  /// The headings of its key, in order of preference.
  var keys: [String] {
    switch self {
    case .limeSurvey, .limeSurveyVV: ["id", "Response ID"]
    case .microsoftForms: ["ID"]
    case .kobo: ["_uuid", "meta/instanceID", "_id"]
    default: []
    }
  }

  /// Whether its keys are numbers that begin anew in every survey.
  var countsRecords: Bool { self == .limeSurvey || self == .limeSurveyVV || self == .microsoftForms }

  /// Whether the first column of this name is the producer's own, even where a question has the name: it always writes
  /// that column, before those of the questions.
  func writesFirst(_ heading: String) -> Bool {
    switch self {
    case .limeSurvey, .limeSurveyVV: keys.contains(heading)
    case .microsoftForms: Self.microsoftColumns.contains(heading.lowercased())
    default: false
    }
  }

  /// Whether a column is the producer's own and holds no answers.
  func owns(_ heading: String) -> Bool {
    switch self {
    case .odkCentral: Self.odkColumns.contains(heading)
    case .kobo: heading.hasPrefix("_") || Self.koboColumns.contains(heading)
    case .limeSurvey, .limeSurveyVV: Self.limeSurveyColumns.contains(heading.lowercased())
    case .googleForms: Self.timestamps.contains(heading.lowercased())
    case .microsoftForms: Self.microsoftColumns.contains(heading.lowercased())
    case .entryWorkbook, .excel, .plain: false
    }
  }

  private static let timestamps: Set<String> = ["timestamp", "dấu thời gian", "dấu thời gian của biểu mẫu"]

  private static let microsoftStarts: Set<String> = ["start time", "thời gian bắt đầu"]

  private static let microsoftColumns: Set<String> = microsoftStarts.union([
    "id", "completion time", "email", "name", "last modified time", "thời gian hoàn thành", "tên",
    "thời gian sửa đổi gần nhất",
  ])

  private static let koboColumns: Set<String> = ["meta/rootUuid", "meta/deprecatedID", "formhub/uuid"]

  private static let odkColumns: Set<String> = [
    "SubmissionDate", "KEY", "PARENT_KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected",
    "Status", "ReviewState", "DeviceID", "Edits", "FormVersion", "instanceID", "instanceName", "meta-instanceID",
    "meta-instanceName",
  ]

  private static let limeSurveyColumns: Set<String> = [
    "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp", "ipaddr", "refurl",
    "response id", "date submitted", "last page", "start language", "date started", "date last action", "ip address",
    "referrer url",
  ]
}
