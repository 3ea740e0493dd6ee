/// Days on which offices in Vietnam are closed.
///
/// By rule, after article 112 of the Labour Code (45/2019/QH14): 1 January; Tết, the last day of the old and the first four
/// of the new lunar year; 10 March of the lunar year; 30 April and 1 May; 2 September and the day beside it; and from 2026
/// on 24 November (Resolution 80-NQ/TW of 2026). A holiday on a weekend is made up for on the next working day (article
/// 111). The Government fixes Tết and the second day of September every year and may exchange days: ``exceptions`` prevail.
public struct PublicHolidays: Sendable, Hashable {
  /// What was decided about single days: `true` closed, `false` open.
  public var exceptions: [CivilDay: Bool]

  /// The days of the rule, save for exceptions.
  public init(exceptions: [CivilDay: Bool] = [:]) { self.exceptions = exceptions }

  /// Whether offices are open on a day.
  public func isWorkingDay(_ day: CivilDay) -> Bool {
    if let isClosed = exceptions[day] { return !isClosed }
    return !day.weekday.isWeekend && !Self.closedDays(ofYear: day.parts.year).contains(day)
  }

  /// The last working day on or before a day.
  public func lastWorkingDay(onOrBefore day: CivilDay) -> CivilDay {
    var candidate = day
    // No row of days off is that long, whatever the exceptions say.
    for _ in 0..<60 where !isWorkingDay(candidate) { candidate.number -= 1 }
    return isWorkingDay(candidate) ? candidate : day
  }

  /// The days of the rule in a year that are no weekend, or stand in for one that is.
  static func closedDays(ofYear year: Int) -> Set<CivilDay> {
    var days: [CivilDay] = [(1, 1), (4, 30), (5, 1), (9, 2)].compactMap {
      CivilDay(year: year, month: $0.0, day: $0.1)
    }
    if let national = CivilDay(year: year, month: 9, day: 2) {
      // The day beside it that makes the longer row of days off.
      days.append(CivilDay(number: national.number + (national.weekday == .monday ? 1 : -1)))
    }
    if year >= 2026, let culture = CivilDay(year: year, month: 11, day: 24) { days.append(culture) }
    if let lunar = LunarYear(year) {
      days += (-1...3).map { CivilDay(number: lunar.firstDay.number + $0) }
      days.append(lunar.day(10, month: 3))
    }
    var closed = Set(days)
    for day in days.sorted() where day.weekday.isWeekend {
      var substitute = day
      while substitute.weekday.isWeekend || closed.contains(substitute) { substitute.number += 1 }
      closed.insert(substitute)
    }
    return closed
  }
}
