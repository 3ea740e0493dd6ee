import CivilCalendar

/// A day of 2026 by month and day.
func day(_ month: Int, _ day: Int) -> CivilDay {
  CivilDay(number: CivilDay.number(year: 2026, month: month, day: day))
}

/// The number of a day `yyyy-MM-dd`.
func dayNumber(_ text: String) -> Int? { CivilDay(iso: text)?.number }
