import Diagnostics
import Testing

@testable import Reporting

/// Requirements: NF1 Vietnamese marks; NF2 English marks; NF3 ties go away from zero in decimal; NF4 no forced 100 %;
/// NF5 dates pad days below 10 and the months 1 and 2 only.
@Suite struct NumberFormatTests {
  let vietnamese = NumberFormat(.vietnamese)
  let english = NumberFormat(.english)

  @Test(
    "Whole numbers are grouped by thousands",
    arguments: [
      (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1.000", "1,000"), (40924, "40.924", "40,924"),
      (1_234_567, "1.234.567", "1,234,567"), (-40924, "−40.924", "−40,924"),
      (Int.min, "−9.223.372.036.854.775.808", "−9,223,372,036,854,775,808"),
    ])
  func wholeNumbers(value: Int, inVietnamese: String, inEnglish: String) {
    #expect(vietnamese.integer(value) == inVietnamese)
    #expect(english.integer(value) == inEnglish)
  }

  @Test(
    "Percentages have one decimal, ties away from zero",
    arguments: [
      (0.824, "82,4%"), (0.8235, "82,4%"), (0.82349, "82,3%"), (0, "0,0%"), (1, "100,0%"), (0.0005, "0,1%"),
      (0.00049, "0,0%"), (-0.00049, "0,0%"), (-0.0213, "−2,1%"), (0.9999, "100,0%"),
    ])
  func percentages(value: Double, expected: String) {
    #expect(vietnamese.percent(value) == expected)
  }

  @Test("Shares are rounded each for itself: three thirds print 33,3% each")
  func honestShares() {
    #expect((0..<3).map { _ in vietnamese.percent(1.0 / 3) } == ["33,3%", "33,3%", "33,3%"])
  }

  @Test("Differences of shares are percentage points")
  func points() {
    #expect(vietnamese.percentagePoints(0.023) == "2,3 điểm phần trăm")
    #expect(english.percentagePoints(-0.023) == "−2.3 percentage points")
  }

  @Test(
    "What is not finite, or beyond every count of people, prints as dots", arguments: [Double.nan, .infinity, 1e300])
  func notFinite(value: Double) {
    #expect(vietnamese.decimal(value, places: 2) == "…")
  }

  @Test("Decimals keep their zeros")
  func decimals() {
    #expect(vietnamese.decimal(0.7256876, places: 2) == "0,73")
    #expect(vietnamese.decimal(3, places: 2) == "3,00")
    #expect(vietnamese.decimal(12345.678, places: 1) == "12.345,7")
    #expect(vietnamese.pValue(0.0004) == "< 0,001")
  }

  @Test(
    "Vietnamese dates pad days below 10 and the months 1 and 2 only",
    arguments: [
      ("2026-07-09", "ngày 09 tháng 7 năm 2026", "9 July 2026"),
      ("2026-02-11", "ngày 11 tháng 02 năm 2026", "11 February 2026"),
      ("2026-12-14", "ngày 14 tháng 12 năm 2026", "14 December 2026"),
      ("2027-01-01", "ngày 01 tháng 01 năm 2027", "1 January 2027"),
      ("2026-03-03", "ngày 03 tháng 3 năm 2026", "3 March 2026"),
    ])
  func dates(iso: String, inVietnamese: String, inEnglish: String) throws {
    let day = try #require(CalendarDay(iso: iso))
    #expect(vietnamese.date(day) == inVietnamese)
    #expect(english.date(day) == inEnglish)
  }

  @Test(
    "Days since 1970 become dates",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (11016, "2000-02-29"), (20801, "2026-12-14"), (47540, "2100-02-28"),
    ])
  func daysSince1970(days: Int, iso: String) {
    #expect(CalendarDay(daysSince1970: days) == CalendarDay(iso: iso))
  }

  @Test(
    "There is no 30 February, no month 13, no day without end", arguments: ["2026-02-30", "2026-13-01", "2026-1", "x"])
  func noSuchDay(iso: String) {
    #expect(CalendarDay(iso: iso) == nil)
    #expect(CalendarDay(daysSince1970: .max) == nil)
    #expect(CalendarDay(daysSince1970: .min) == nil)
  }

  @Test("Headings are numbered with Roman numerals, figures and Vietnamese letters")
  func numbering() {
    #expect([1, 4, 9, 14, 40].map(Numbering.roman) == ["I", "IV", "IX", "XIV", "XL"])
    #expect((1...8).map(Numbering.letter) == ["a", "b", "c", "d", "đ", "e", "g", "h"])
  }
}
