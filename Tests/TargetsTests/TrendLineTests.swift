import CivilCalendar
import Testing

@testable import Targets

// Figures four years of 1,461 days apart, 10, 20, 20, 30, worked by hand: the line rises by 1.5 a year about 20, the
// residuals are -1, 3, -3, 1, s² = 20/2 = 10. Four years on t = 10: 35, with variance 10 (1 + 1/4 + 100/80) = 25.
@Suite struct TrendLineTests {
  static let four = figures([(2002, 10), (2006, 20), (2010, 20), (2014, 30)])

  private static func target(_ value: Double, due: String = "2018-12-31", goal: TargetGoal = .atLeast) -> Target {
    var target = Target.binhPhuoc
    target.value = value
    target.due = CivilDay(due)
    target.goal = goal
    return target
  }

  private static func project(_ line: TrendLine, _ target: Target) throws -> TargetProjection {
    try #require(TargetProjection(line, target: target, level: 0.95))
  }

  private static func project(_ points: [SeriesPoint], _ target: Target) throws -> TargetProjection {
    try project(try #require(TrendLine(points)), target)
  }

  @Test("The line, the error of a new figure, its interval and the probability agree with the work by hand")
  func byHand() throws {
    let line = try #require(TrendLine(Self.four))
    #expect(isClose(line.slope, 1.5))
    #expect(isClose(line.predictionError(on: CivilDay("2018-12-31")), 5))
    let projection = try Self.project(line, Self.target(40))
    #expect(isClose(projection.value, 35))
    #expect(projection.degreesOfFreedom == 2)
    // t(0.975; 2) = 4.302652729696142.
    #expect(isClose(projection.low, 35 - 5 * 4.302652729696142))
    #expect(isClose(projection.high, 35 + 5 * 4.302652729696142))
    // P(T₂ ≥ 1) = 1/2 − 1/(2√3).
    #expect(isClose(projection.probability, 0.5 - 1 / (2 * 3.0.squareRoot())))
    #expect(!projection.isBounded && !projection.isWeighted)
  }

  @Test(
    "The probability of a range is that of its lower end less that of its upper one",
    arguments: [(TargetGoal.between, 35.0, 40.0), (.about, 40.0, 0.0), (.above, 35.0, 0.0)])
  func ranges(_ goal: TargetGoal, _ value: Double, _ high: Double) throws {
    var target = Self.target(value, goal: goal)
    target.highValue = goal == .between ? high : nil
    let projection = try Self.project(Self.four, target)
    // P(T₂ ≥ x) = 1/2 − x/(2√(2 + x²)).
    func above(_ end: Double) -> Double {
      let x = (end - 35) / 5
      return 0.5 - x / (2 * (2 + x * x).squareRoot())
    }
    let expected =
      switch goal {
      case .between: above(35) - above(40)
      case .about: above(38) - above(42)
      default: 0.5
      }
    #expect(isClose(projection.probability, expected))
  }

  @Test("Equal standard errors leave the line; those that promise more than the figures hold do not narrow it")
  func standardErrors() throws {
    func line(_ error: Double) throws -> TrendLine {
      try #require(
        TrendLine(Self.four.map { SeriesPoint(day: $0.day, value: $0.value, standardError: error) }))
    }
    let day = CivilDay("2018-12-31")
    let (one, ten) = (try line(1), try line(10))
    #expect(isClose(one.predictionError(on: day), 5))
    // Σ w r²/2 = 0.1 is taken for 1: 100 + 1/0.04 + 100/0.8 = 250.
    #expect(isClose(ten.predictionError(on: day), 250.0.squareRoot()))
    #expect(isClose(ten.slope, 1.5))
    #expect(one.isWeighted)
  }

  @Test("Figures of different precision are weighted by it")
  func weighted() throws {
    // Against numpy: w = 1/se², (Σ w t (y − ȳ))/(Σ w t²), s² = max(1, …).
    let points = zip(figures([(2022, 0.6), (2023, 0.7), (2024, 0.78), (2025, 0.9)]), [0.02, 0.02, 0.01, 0.03]).map {
      SeriesPoint(day: $0.day, value: $0.value, standardError: $1)
    }
    let line = try #require(TrendLine(points))
    #expect(isClose(line.slope, 0.09277184430600359))
    #expect(isClose(line.height(on: CivilDay("2027-12-31")), 1.0628985512058775))
    #expect(isClose(line.predictionError(on: CivilDay("2027-12-31")), 0.039385088180808825))
  }

  @Test("A single figure without a standard error makes all count the same")
  func partlyWeighted() throws {
    var points = Self.four
    points[0].standardError = 1
    points[1].standardError = 0
    #expect(TrendLine(points)?.isWeighted == false)
  }

  @Test("Shares stay in 0…1, counts at 0 and above; what lies beyond counts as reached")
  func bounds() throws {
    let points = figures([(2022, 0.6), (2023, 0.7), (2024, 0.78), (2025, 0.9)])
    let rising = try Self.project(points, .share(1))
    #expect(rising.value == 1 && rising.low == 1 && rising.high == 1 && rising.isBounded)
    #expect(isClose(rising.probability, 0.9953547124298615))
    let falling = try #require(
      TrendLine(figures([(2022, 40), (2023, 28), (2024, 21), (2025, 9)])))
    let projection = try Self.project(falling, Self.target(5, due: "2030-12-31"))
    #expect(projection.value == 0 && projection.low == 0 && projection.isBounded)
    let more = try Self.project(points, .share(1, goal: .above))
    #expect(more.probability == 0)
  }

  @Test("Figures on one line leave no doubt")
  func exact() throws {
    let line = try #require(TrendLine(figures([(2002, 10), (2006, 20), (2010, 30), (2014, 40)])))
    for (value, probability) in [(50.0, 1.0), (50.001, 0.0)] {
      let projection = try Self.project(line, Self.target(value - 0.0005))
      #expect(projection.probability == probability)
      #expect(projection.low == projection.high && projection.predictionError == 0)
    }
  }

  @Test("No line goes through three figures, through figures of one day, or through what overflows")
  func none() {
    #expect(TrendLine(Array(Self.four.prefix(3))) == nil)
    #expect(TrendLine([]) == nil)
    let day = CivilDay("2020-12-31")
    #expect(TrendLine((0..<5).map { SeriesPoint(day: day, value: Double($0)) }) == nil)
    #expect(
      TrendLine(Self.four.map { SeriesPoint(day: $0.day, value: $0.value * 1e307, standardError: 1e-200) }) == nil)
    #expect(TrendLine(Self.four.map { SeriesPoint(day: $0.day, value: $0.value * 1e307) }) == nil)
  }
}
