import CivilCalendar
import Testing

@Suite("Civil days")
struct CivilDayTests {
  @Test(
    "Days are counted from 1970-01-01",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-12-14", 20_801),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func numbers(iso: String, number: Int) {
    #expect(CivilDay(iso: iso)?.number == number)
    #expect(CivilDay(number: number).iso == iso)
  }

  @Test("Every day of a thousand years comes back from its parts, the days after each other")
  func roundTrip() {
    for number in -50_000..<315_000 {
      let parts = CivilDay(number: number).parts
      guard CivilDay(year: parts.year, month: parts.month, day: parts.day)?.number == number else {
        Issue.record("day \(number)")
        return
      }
    }
  }

  @Test(
    "What is no day is refused",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-1", "", "2026-12-14x", "0000-01-01",
    ])
  func refused(text: String) { #expect(CivilDay(iso: text) == nil) }

  @Test(
    "A moment belongs to the day in Vietnam, seven hours ahead of UTC",
    arguments: [
      (0, "1970-01-01"), (61_199_999, "1970-01-01"), (61_200_000, "1970-01-02"), (-25_200_000, "1970-01-01"),
      (-25_200_001, "1969-12-31"), (1_797_267_599_999, "2026-12-14"), (1_797_267_600_000, "2026-12-15"),
    ] as [(Int64, String)])
  func moments(milliseconds: Int64, iso: String) { #expect(CivilDay(milliseconds: milliseconds).iso == iso) }
}
