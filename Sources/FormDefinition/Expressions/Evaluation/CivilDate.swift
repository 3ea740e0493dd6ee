internal import CivilCalendar

/// Days, dates and times of the proleptic Gregorian calendar, as ISO 8601 texts.
enum CivilDate {
  /// A date and, if written, a time of day and an offset from UTC.
  struct Moment: Hashable {
    var year: Int
    var month: Int
    var day: Int
    /// Milliseconds since midnight; nil for a date alone.
    var milliseconds: Int?
    /// Minutes east of UTC; nil when not written.
    var offsetMinutes: Int?
  }

  static let millisecondsPerDay = 86_400_000

  /// Reads `YYYY-MM-DD`, alone or with `THH:MM[:SS[.fff]][Z|±HH:MM]`; nil for anything else.
  static func moment(in text: String) -> Moment? {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2), (1...12).contains(month), day >= 1,
      day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    var moment = Moment(year: year, month: month, day: day)
    if reader.isAtEnd { return moment }
    guard reader.take("T") || reader.take(" "), let time = reader.time() else { return nil }
    moment.milliseconds = time.milliseconds
    moment.offsetMinutes = time.offsetMinutes
    return moment
  }

  /// Reads `HH:MM[:SS[.fff]][Z|±HH:MM]`; nil for anything else.
  static func time(in text: String) -> (milliseconds: Int, offsetMinutes: Int?)? {
    var reader = DigitReader(text)
    return reader.time()
  }

  /// Days since 1970-01-01 of local time, with the time of day as fraction; `offset` is local time's, in minutes.
  static func localDays(of moment: Moment, offsetMinutes offset: Int) -> Double {
    let day = Double(CivilDay.number(year: moment.year, month: moment.month, day: moment.day))
    guard let milliseconds = moment.milliseconds else { return day }
    let shift = moment.offsetMinutes.map { (offset - $0) * 60_000 } ?? 0
    return day + Double(milliseconds + shift) / Double(millisecondsPerDay)
  }

  /// `YYYY-MM-DD` of a day since 1970-01-01; "" outside the years 0…9999.
  static func text(ofDay day: Double) -> String {
    guard let whole = Int(exactly: day.rounded(.down)), abs(whole) < 4_000_000 else { return "" }
    let date = CivilDay(number: whole).parts
    guard (0...9999).contains(date.year) else { return "" }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// `YYYY-MM-DDTHH:MM:SS.fff±HH:MM` of local days with fraction; "" outside the years 0…9999.
  static func text(ofMoment days: Double, offsetMinutes: Int) -> String {
    let date = text(ofDay: days)
    if date.isEmpty { return "" }
    let milliseconds = Int(((days - days.rounded(.down)) * Double(millisecondsPerDay)).rounded())
    return "\(date)T\(timeText(min(milliseconds, millisecondsPerDay - 1)))\(offsetText(offsetMinutes))"
  }

  static func timeText(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
      + ".\(padded(milliseconds % 1000, 3))"
  }

  static func offsetText(_ minutes: Int) -> String {
    let size = abs(minutes)
    return "\(minutes < 0 ? "-" : "+")\(padded(size / 60, 2)):\(padded(size % 60, 2))"
  }

  /// A non-negative number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
  }
}

/// Reads fixed-width numbers and marks from a text.
private struct DigitReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8.prefix(40)) }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == mark.value else { return false }
    index += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<(index + digits)] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += digits
    return value
  }

  mutating func time() -> (milliseconds: Int, offsetMinutes: Int?)? {
    guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2), minute < 60 else {
      return nil
    }
    var milliseconds = (hour * 60 + minute) * 60_000
    if take(":") {
      guard let second = number(digits: 2), second < 60 else { return nil }
      milliseconds += second * 1000
      if take(".") {
        var scale = 100
        guard number(digits: 0) != nil, index < bytes.count, bytes[index].isDigit else { return nil }
        while index < bytes.count, bytes[index].isDigit {
          milliseconds += Int(bytes[index] - 0x30) * scale
          scale /= 10
          index += 1
        }
      }
    }
    if isAtEnd { return (milliseconds, nil) }
    if take("Z") { return isAtEnd ? (milliseconds, 0) : nil }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(digits: 2), hours <= 14 else { return nil }
    _ = take(":")
    let minutes = number(digits: 2) ?? 0
    guard isAtEnd, minutes < 60 else { return nil }
    return (milliseconds, sign * (hours * 60 + minutes))
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
