import CivilCalendar
import Testing

@Suite("Vietnamese lunar calendar")
struct LunarYearTests {
  @Test(
    "Tết falls on the day on which it was kept, where China kept another one too",
    arguments: [
      "1985-01-21", "2000-02-05", "2007-02-17", "2015-02-19", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22",
      "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2034-02-19",
    ])
  func newYear(day: String) throws {
    let year = try #require(Int(day.prefix(4)))
    #expect(try #require(LunarYear(year)).firstDay.iso == day)
  }

  @Test(
    "The day of the Hùng kings, 10 March, after a leap month too",
    arguments: ["2020-04-02", "2021-04-21", "2022-04-10", "2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26"])
  func hungKings(day: String) throws {
    let year = try #require(Int(day.prefix(4)))
    #expect(try #require(LunarYear(year)).day(10, month: 3).iso == day)
  }

  @Test("Every year from 1900 to 2100 has its Tết between 20 January and 21 February, twelve or thirteen moons apart")
  func everyYear() throws {
    var last: CivilDay?
    for year in 1900...2100 {
      let tet = try #require(LunarYear(year)).firstDay
      #expect(tet.parts.year == year && (120...221).contains(tet.parts.month * 100 + tet.parts.day))
      if let last { #expect([353, 354, 355, 383, 384, 385].contains(tet.number - last.number)) }
      last = tet
    }
    #expect(LunarYear(1899) == nil && LunarYear(2101) == nil)
  }
}

@Suite("Public holidays")
struct PublicHolidaysTests {
  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(iso: text)) }

  @Test(
    "Offices are closed on weekends and holidays and on the days that make up for them",
    arguments: [
      ("2026-11-21", false), ("2026-11-23", true), ("2026-11-24", false), ("2025-11-24", true), ("2026-12-14", true),
      ("2026-01-01", false), ("2026-02-16", false), ("2026-02-20", false), ("2026-04-26", false), ("2026-04-27", false),
      ("2026-04-30", false), ("2026-09-01", false), ("2026-09-02", false), ("2024-09-03", false), ("2022-01-03", false),
      ("2026-12-15", true),
    ])
  func workingDays(text: String, isOpen: Bool) throws {
    #expect(PublicHolidays().isWorkingDay(try day(text)) == isOpen)
  }

  @Test("The last working day before a row of days off lies before all of them")
  func lastWorkingDay() throws {
    let holidays = PublicHolidays()
    #expect(holidays.lastWorkingDay(onOrBefore: try day("2026-12-14")).iso == "2026-12-14")
    #expect(holidays.lastWorkingDay(onOrBefore: try day("2025-12-14")).iso == "2025-12-12")
    #expect(holidays.lastWorkingDay(onOrBefore: try day("2026-11-24")).iso == "2026-11-23")
    #expect(holidays.lastWorkingDay(onOrBefore: try day("2026-02-20")).iso == "2026-02-13")
  }

  @Test("What was decided about single days prevails, and nothing runs on for ever")
  func exceptions() throws {
    var holidays = PublicHolidays(exceptions: [try day("2026-12-12"): false, try day("2026-12-14"): true])
    #expect(holidays.isWorkingDay(try day("2026-12-12")))
    #expect(holidays.lastWorkingDay(onOrBefore: try day("2026-12-14")).iso == "2026-12-12")
    for number in 0..<100 { holidays.exceptions[CivilDay(number: 20_000 - number)] = true }
    #expect(holidays.lastWorkingDay(onOrBefore: CivilDay(number: 20_000)).number == 20_000)
  }
}
