/// A day of the week.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// Whether offices are closed on it: Saturday and Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension CivilDay {
  /// The day of the week; 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let index = (number % 7 + 10) % 7
    return Weekday.allCases[index]
  }
}
