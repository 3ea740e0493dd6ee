import CivilCalendar

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
    if countsFrom1904 { return CivilDay(number: day - 24_107).iso }
    // Day 60 is 1900-02-29, which never was; days before it are one off.
    switch day {
    case 0, 60: return nil
    case ..<60: return CivilDay(number: day - 25_568).iso
    default: return CivilDay(number: day - 25_569).iso
    }
  }

  private static func clock(_ seconds: Int) -> String {
    "\(pad(seconds / 3600)):\(pad(seconds / 60 % 60)):\(pad(seconds % 60))"
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
