import CivilCalendar

/// Writes and reads ISO 8601 days and times of day as bytes, at UTC+7.
enum CalendarText {
  static let millisecondsPerMinute = 60_000
  static let minutesPerDay = 1440
  /// Indochina Time, all year round.
  static let offsetMinutes = 420

  /// Appends `YYYY-MM-DD` of a day since 1970-01-01 within the years 1…9999.
  static func append(day number: Int, to bytes: inout [UInt8]) {
    let (year, month, day) = CivilDay(number: number).parts
    append(year, width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(month, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(day, width: 2, to: &bytes)
  }

  /// Appends `HH:MM:SS.000+07:00`.
  static func append(secondOfDay: Int, to bytes: inout [UInt8]) {
    append(secondOfDay / 3600, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(secondOfDay / 60 % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(secondOfDay % 60, width: 2, to: &bytes)
    bytes.append(contentsOf: ".000+07:00".utf8)
  }

  /// The day since 1970-01-01 of a text that begins with `YYYY-MM-DD`; nil for anything else.
  static func day(in text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      year >= 1, (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return CivilDay.number(year: year, month: month, day: day)
  }

  /// Appends a non-negative number with leading zeros.
  static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(0x30 &+ UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
