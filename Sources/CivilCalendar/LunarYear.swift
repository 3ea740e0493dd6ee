/// A year of the Vietnamese lunar calendar.
///
/// Months begin on the day of the new moon in Vietnam (UTC+7). The winter solstice lies in month 11; when thirteen months
/// lie between two such months, the first without a principal term of the sun (a multiple of 30° of longitude) is a leap
/// month and has the number of the one before.
public struct LunarYear: Sendable, Hashable {
  /// The Gregorian year in which most of it lies.
  public let year: Int

  /// New moons of months 11 of the year before and of this year.
  private let first: Int
  /// The place after month 11 of the leap month; nil: none in the months before the next month 11.
  private let leap: Int?

  /// Creates the calendar of a year 1900…2100; nil outside.
  public init?(_ year: Int) {
    guard (1900...2100).contains(year) else { return nil }
    self.year = year
    let first = Self.eleventhMonth(ofYear: year - 1)
    self.first = first
    leap =
      Self.eleventhMonth(ofYear: year) - first == 13
      ? (1...12).first { Self.term(at: first + $0) == Self.term(at: first + $0 + 1) } : nil
  }

  /// The first day of the year: Tết Nguyên đán.
  public var firstDay: CivilDay { firstDay(ofMonth: 1) }

  /// A day of a month that is no leap month, 1…10.
  ///
  /// - Precondition: months 11 and 12 are not asked for; the day is 1…30 and not checked against the month's length.
  public func day(_ day: Int, month: Int) -> CivilDay {
    precondition((1...10).contains(month), "months 1…10")
    return CivilDay(number: firstDay(ofMonth: month).number + day - 1)
  }

  private func firstDay(ofMonth month: Int) -> CivilDay {
    let place = month + 1
    let isAfterLeap = leap.map { $0 <= place } ?? false
    return Self.day(ofNewMoon: first + place + (isAfterLeap ? 1 : 0))
  }

  /// The number of the new moon that begins month 11 of a year.
  private static func eleventhMonth(ofYear year: Int) -> Int {
    let end = CivilDay(year: year, month: 12, day: 31) ?? CivilDay(number: 0)
    // The solstice lies about 21 December; at the end of the year the sun is past it.
    var solstice = end
    while principalTerm(atStartOf: solstice) == 9 { solstice.number -= 1 }
    var moon = Int((Double(solstice.number) - newMoonOf2000) / 29.530588861) + 1
    while day(ofNewMoon: moon) > solstice { moon -= 1 }
    return moon
  }

  /// Days since 1970-01-01 of the new moon of 6 January 2000.
  private static let newMoonOf2000 = 10_962.76

  private static func day(ofNewMoon number: Int) -> CivilDay {
    CivilDay(number: Int((MoonAndSun.newMoon(number) - unixEpoch + 7.0 / 24).rounded(.down)))
  }

  /// Which twelfth of the circle the sun is in as a month begins, 0…11.
  private static func term(at newMoon: Int) -> Int { principalTerm(atStartOf: day(ofNewMoon: newMoon)) }

  private static func principalTerm(atStartOf day: CivilDay) -> Int {
    Int(MoonAndSun.sunLongitude(Double(day.number) + unixEpoch - 7.0 / 24) / 30)
  }

  /// The Julian day of 1970-01-01 00:00.
  private static let unixEpoch = 2_440_587.5
}
