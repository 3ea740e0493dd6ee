/// Days since an epoch, as spreadsheets count time.
struct SerialDate {
  /// The count of days and their fraction.
  let serial: Double
  /// Whether days are counted from 1904-01-01 instead of the end of 1899.
  let countsFrom1904: Bool

  /// The moment in ISO 8601, to the second; nil when the number is no moment of the years 1900 to 9999.
  func text(_ format: DateFormat) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let (day, time) = (seconds / 86_400, seconds % 86_400)
    if !format.showsDate {
      // Elapsed times may go beyond a day.
      return Self.clock(seconds)
    }
    guard let date = date(day) else { return nil }
    return format.showsTime || time != 0 ? "\(date)T\(Self.clock(time))" : date
  }

  private func date(_ day: Int) -> String? {
    if countsFrom1904 { return Self.date(daysSince1970: day - 24_107) }
    // Day 60 is 1900-02-29, which never was; days before it are one off.
    switch day {
    case 0, 60: return nil
    case ..<60: return Self.date(daysSince1970: day - 25_568)
    default: return Self.date(daysSince1970: day - 25_569)
    }
  }

  private static func clock(_ seconds: Int) -> String {
    "\(pad(seconds / 3600, 2)):\(pad(seconds / 60 % 60, 2)):\(pad(seconds % 60, 2))"
  }

  /// The date of the Gregorian calendar (Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms").
  private static func date(daysSince1970: Int) -> String {
    // Eras of 400 years begin in March; all days here are after the year 0.
    let shifted = daysSince1970 + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}
