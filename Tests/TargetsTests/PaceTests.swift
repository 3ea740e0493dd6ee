import CivilCalendar
import Testing

@testable import Targets

// 1. A pace is told per year of 365.25 days and as compound growth. 2. Nothing is told where nothing can be.
@Suite struct PaceTests {
  @Test("Bình Phước needs 1,089 people a year, 2.4 % compound, from August 2022 to the end of 2030")
  func binhPhuoc() throws {
    // 3,044 days are 8.33402 years; 9,076 / 8.33402 = 1,089.03; (50,000 / 40,924)^(1 / 8.33402) = 1.024326.
    let pace = try #require(
      Pace(
        from: 40_924, on: CivilDay("2022-08-31"), to: 50_000, on: CivilDay("2030-12-31"), unit: .people))
    #expect(isClose(pace.perYear, 1089.0305519053877))
    #expect(isClose(pace.growth, 0.024325947404020276))
  }

  @Test("A share moves in points a year, without compound growth")
  func share() throws {
    let pace = try #require(
      Pace(from: 0.4, on: CivilDay("2020-12-31"), to: 0.8, on: CivilDay("2024-12-31"), unit: .share))
    #expect(isClose(pace.perYear, 0.1))
    #expect(pace.growth == nil)
  }

  @Test("From or to nothing there is no compound growth, and without a day between no pace at all")
  func nothing() {
    let day = CivilDay("2020-12-31")
    let later = CivilDay("2024-12-31")
    #expect(Pace(from: 0, on: day, to: 4, on: later, unit: .count)?.perYear == 1)
    #expect(Pace(from: 0, on: day, to: 4, on: later, unit: .count)?.growth == nil)
    #expect(Pace(from: 4, on: day, to: 0, on: later, unit: .count)?.growth == nil)
    #expect(Pace(from: 4, on: day, to: 5, on: day, unit: .count) == nil)
    #expect(Pace(from: 4, on: later, to: 5, on: day, unit: .count) == nil)
    #expect(
      Pace(from: -Double.greatestFiniteMagnitude, on: day, to: .greatestFiniteMagnitude, on: later, unit: .count) == nil
    )
  }
}
