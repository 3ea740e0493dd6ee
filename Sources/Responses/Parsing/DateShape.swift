internal import CivilCalendar

/// A day, a time or both as people and spreadsheets write them.
struct DateShape {
  /// The day as it is written.
  enum Day {
    /// Which day it is, is clear.
    case certain(CivilDay)
    /// Two numbers of which either may be the month: the day if the first is the day, and if the first is the month.
    case open(CivilDay, CivilDay)
    /// A day in this order only: the other number cannot be a month.
    case ordered(CivilDay, DateOrder)
  }

  /// The day; nil: only a time.
  private(set) var day: Day?
  /// Milliseconds since midnight; nil: only a day.
  private(set) var time: Int64?
  /// The offset from UTC that is written with it.
  private(set) var offsetMinutes: Int16?

  /// Recognises `15/12/2026`, `15-12-2026`, `15.12.2026`, `2026/12/15`, a spreadsheet's count of days, each with or
  /// without a time `8:30`, `08:30:15.5`, `8h30`, `8:30 SA`, `8:30 PM GMT+7`; nil for anything else.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= 48 else { return nil }
    var reader = ByteReader(bytes)
    if let serial = Self.serial(bytes) {
      (day, time) = serial
      return
    }
    if reader.digitsAhead > 0, let date = Self.day(&reader) {
      day = date
      if reader.isAtEnd { return }
      guard reader.skipAny([0x20, 0x54, 0x2C]) else { return nil }
      while reader.skip(0x20) {}
      if reader.isAtEnd { return }
    } else {
      reader = ByteReader(bytes)
    }
    guard let clock = Self.clock(&reader) else { return nil }
    time = clock
    offsetMinutes = Self.offset(&reader)
    guard reader.isAtEnd else { return nil }
  }

  private static func day(_ reader: inout ByteReader) -> Day? {
    guard let first = reader.number(4), let mark = reader.next(among: [0x2F, 0x2D, 0x2E]),
      let second = reader.number(2), reader.skip(mark), let third = reader.number(4)
    else { return nil }
    if first.digits == 4, third.digits <= 2 {
      return CivilDay(year: first.value, month: second.value, day: third.value).map(Day.certain)
    }
    guard first.digits <= 2, third.digits == 4 else { return nil }
    let dayFirst = CivilDay(year: third.value, month: second.value, day: first.value)
    let monthFirst = CivilDay(year: third.value, month: first.value, day: second.value)
    switch (dayFirst, monthFirst) {
    case (let one?, let other?): return one == other ? .certain(one) : .open(one, other)
    case (let one?, nil): return .ordered(one, .dayFirst)
    case (nil, let other?): return .ordered(other, .monthFirst)
    case (nil, nil): return nil
    }
  }

  private static func clock(_ reader: inout ByteReader) -> Int64? {
    guard let hour = reader.number(2), reader.skipAny([0x3A, 0x68, 0x67]), let minute = reader.number(2),
      minute.digits == 2, minute.value < 60
    else { return nil }
    var milliseconds = Int64(minute.value) * 60_000
    if reader.skip(0x3A) {
      guard let second = reader.number(2), second.value < 60 else { return nil }
      milliseconds += Int64(second.value) * 1000
      if reader.skip(0x2E) {
        guard let fraction = reader.number(9) else { return nil }
        var thousandths = fraction.value
        for _ in 0..<max(fraction.digits - 3, 0) { thousandths /= 10 }
        for _ in 0..<max(3 - fraction.digits, 0) { thousandths *= 10 }
        milliseconds += Int64(thousandths)
      }
    }
    while reader.skip(0x20) {}
    var hours = hour.value
    if let isAfternoon = reader.half() {
      guard (1...12).contains(hours) else { return nil }
      hours = hours % 12 + (isAfternoon ? 12 : 0)
    }
    guard hours < 24 else { return nil }
    return milliseconds + Int64(hours) * 3_600_000
  }

  /// `GMT+7`, `GMT`, `Z`, `+07:00`.
  private static func offset(_ reader: inout ByteReader) -> Int16? {
    while reader.skip(0x20) {}
    if reader.skip(0x5A) { return 0 }
    let isNamed = reader.skipText("GMT") || reader.skipText("UTC")
    guard let sign = reader.next(among: [0x2B, 0x2D]) else { return isNamed ? 0 : nil }
    guard let hours = reader.number(2), hours.value <= 18 else { return nil }
    var minutes = 0
    _ = reader.skip(0x3A)
    if let written = reader.number(2), written.value < 60 { minutes = written.value }
    let total = Int16(hours.value * 60 + minutes)
    return sign == 0x2D ? -total : total
  }

  /// A spreadsheet's count of days since the end of 1899, of the years 1927 to 2099, with a part of a day.
  private static func serial(_ bytes: Span<UInt8>) -> (Day?, Int64?)? {
    var digits = 0
    while digits < bytes.count, bytes[digits] &- 0x30 <= 9 { digits += 1 }
    guard digits == 5, digits == bytes.count || (bytes[digits] == 0x2E && bytes.count > digits + 1),
      let serial = parseDecimal(bytes), serial >= 10_000, serial < 73_051
    else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let day = CivilDay(number: seconds / 86_400 - 25_569)
    return (.certain(day), digits == bytes.count ? nil : Int64(seconds % 86_400) * 1000)
  }
}
