/// What kind of answer a question takes.
public enum QuestionType: Sendable, Hashable {
  /// Free text.
  case text
  /// A whole number.
  case integer
  /// A number.
  case decimal
  /// A number on a scale (`start`, `end`, `step` among the parameters).
  case range
  /// A calendar date.
  case date
  /// A time of day.
  case time
  /// A date and time of day.
  case dateTime
  /// One choice of a list.
  case selectOne(list: String)
  /// Any number of choices of a list.
  case selectMultiple(list: String)
  /// All choices of a list in the order of preference.
  case rank(list: String)
  /// Nothing but its label.
  case note
  /// A value computed from other answers.
  case calculate
  /// A field never shown.
  case hidden
  /// A single box to tick (`OK`).
  case acknowledge
  /// A position or shape on the earth.
  case geography(GeographyKind)
  /// A file made or chosen by the respondent.
  case attachment(AttachmentKind)
  /// A bar code.
  case barcode
  /// A fact noted by the device.
  case metadata(MetadataKind)

  /// A position or shape.
  public enum GeographyKind: String, Sendable, Hashable, CaseIterable {
    /// A point, a line, an area.
    case geopoint, geotrace, geoshape
  }

  /// Kinds of files.
  public enum AttachmentKind: String, Sendable, Hashable, CaseIterable {
    /// Pictures, sound, film, anything.
    case image, audio, backgroundAudio = "background-audio", video, file
  }

  /// Facts noted by the device.
  public enum MetadataKind: String, Sendable, Hashable, CaseIterable {
    /// When the form was opened, when it was last saved, the day, and who and what filled it in.
    case start, end, today, deviceid, username, phonenumber, email, startGeopoint = "start-geopoint", audit
    /// Where the device was when a question that triggers it was answered.
    case backgroundGeopoint = "background-geopoint"
    /// Numbers of the device's SIM card.
    case subscriberid, simserial
    /// The same facts as addresses: `deviceid:…`, `mailto:…`.
    case deviceURI = "uri:deviceid", subscriberURI = "uri:subscriberid", simURI = "uri:simserial"
    case phoneURI = "uri:phonenumber", usernameURI = "uri:username", emailURI = "uri:email"
  }

  /// The list of choices the answer is taken from; nil for other kinds.
  public var choiceList: String? {
    switch self {
    case .selectOne(let list), .selectMultiple(let list), .rank(let list): list
    default: nil
    }
  }

  /// The name written in the type column, without the list's name.
  public var name: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .decimal: "decimal"
    case .range: "range"
    case .date: "date"
    case .time: "time"
    case .dateTime: "dateTime"
    case .selectOne: "select_one"
    case .selectMultiple: "select_multiple"
    case .rank: "rank"
    case .note: "note"
    case .calculate: "calculate"
    case .hidden: "hidden"
    case .acknowledge: "acknowledge"
    case .barcode: "barcode"
    case .geography(let kind): kind.rawValue
    case .attachment(let kind): kind.rawValue
    case .metadata(let kind): kind.rawValue
    }
  }

  /// Whether a respondent is asked something: not a note, calculation, hidden field or fact noted by the device.
  public var isAsked: Bool {
    switch self {
    case .note, .calculate, .hidden, .metadata: false
    default: true
    }
  }
}
