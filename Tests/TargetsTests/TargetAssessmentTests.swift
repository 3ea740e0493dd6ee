import CivilCalendar
import Testing

@testable import Targets

// 1. Progress and paces are those of the figures given. 2. The state follows the rule. 3. Degenerate figures give no number.
@Suite struct TargetAssessmentTests {
  private static let day = CivilDay("2026-06-30")

  private static func assess(
    _ target: Target, _ figures: [SeriesPoint], asOf: CivilDay = day
  ) -> TargetAssessment {
    TargetAssessment(target, figures: figures, asOf: asOf, level: 0.95)
  }

  @Test("With one figure after the baseline there are progress and paces, worked by hand, and no projection")
  func paces() {
    let found = Self.assess(.binhPhuoc, [SeriesPoint(day: CivilDay("2025-12-31"), value: 44_000)])
    #expect(isClose(found.progress, 3076.0 / 9076.0))
    // 1,218 days since the baseline.
    #expect(isClose(found.actualPace?.perYear, 3076 / (1218 / 365.25)))
    #expect(isClose(found.actualPace?.growth, 0.021970839433824274))
    // 1,645 days from 30 June 2026 to the end of 2030.
    #expect(isClose(found.requiredPace?.perYear, 6000 / (1645 / 365.25)))
    #expect(isClose(found.requiredPace?.growth, 0.02879032581660934))
    #expect(isClose(found.plannedPace?.growth, 0.024325947404020276))
    #expect(found.projection == nil && found.figureCount == 2)
    // 33.9 % of the way in 40.0 % of the time.
    #expect(found.state == .atRisk)
  }

  @Test("With four figures, the baseline being one, there is a projection with its interval and probability")
  func projection() {
    let found = Self.assess(.binhPhuoc, figures([(2023, 42_100), (2024, 43_300), (2025, 44_000)]))
    #expect(isClose(found.projection?.value, 48_817.91242902736))
    #expect(isClose(found.projection?.low, 47_030.67459846481))
    #expect(isClose(found.projection?.high, 50_605.150259589915))
    #expect(isClose(found.projection?.probability, 0.05224120923767566, within: 1e-8))
    #expect(found.state == .offTrack && found.figureCount == 4)
  }

  @Test(
    "Without a projection the state holds the progress against the time gone by",
    arguments: [(45_000.0, TargetState.onTrack), (43_000, .atRisk), (41_500, .offTrack), (39_000, .offTrack)])
  func simpleStates(_ value: Double, _ state: TargetState) {
    #expect(Self.assess(.binhPhuoc, [SeriesPoint(day: CivilDay("2025-12-31"), value: value)]).state == state)
  }

  @Test("A target is reached by the figure that its goal accepts")
  func reached() {
    func state(_ value: Double, _ goal: TargetGoal) -> TargetState {
      var target = Target.binhPhuoc
      target.goal = goal
      target.highValue = goal == .between ? 55_000 : nil
      return Self.assess(target, [SeriesPoint(day: CivilDay("2025-12-31"), value: value)]).state
    }
    #expect(state(50_000, .atLeast) == .reached)
    #expect(state(50_000, .above) != .reached)
    #expect(state(50_001, .above) == .reached)
    #expect(state(47_500, .about) == .reached)
    #expect(state(47_499, .about) != .reached)
    #expect(state(52_501, .about) == .exceeded)
    #expect(state(55_000, .between) == .reached)
    #expect(state(55_001, .between) == .exceeded)
  }

  @Test("A reached target needs no pace any more")
  func reachedPaces() {
    let found = Self.assess(.binhPhuoc, [SeriesPoint(day: CivilDay("2025-12-31"), value: 51_000)])
    #expect(found.requiredPace == nil)
    #expect(isClose(found.progress, 10_076.0 / 9076.0))
  }

  @Test("After the due date a target is reached, late, missed, or nobody knows")
  func pastDue() {
    func state(_ values: [(String, Double)]) -> TargetState {
      let found = Self.assess(
        .binhPhuoc, values.map { SeriesPoint(day: CivilDay($0.0), value: $0.1) }, asOf: CivilDay("2032-06-30"))
      #expect(found.projection == nil && found.requiredPace == nil)
      return found.state
    }
    #expect(state([("2030-12-31", 50_001)]) == .reached)
    #expect(state([("2030-12-31", 49_000), ("2031-12-31", 50_001)]) == .late)
    #expect(state([("2030-06-30", 49_000)]) == .missed)
    #expect(state([("2030-06-30", 49_000), ("2031-12-31", 49_500)]) == .missed)
    #expect(state([("2025-12-31", 44_000)]) == .unknown)
    #expect(state([]) == .unknown)
  }

  @Test("Without a baseline the first figure is the start")
  func withoutBaseline() {
    var target = Target.binhPhuoc
    target.baseline = nil
    target.baselineDay = nil
    let found = Self.assess(target, figures([(2023, 42_100), (2025, 44_000)]))
    #expect(found.baseline?.value == 42_100)
    #expect(isClose(found.progress, 1900.0 / 7900.0))
    let one = Self.assess(target, figures([(2023, 42_100)]))
    #expect(one.baseline?.value == 42_100 && one.latest == nil && one.progress == nil && one.actualPace == nil)
    #expect(one.requiredPace != nil && one.state == .unknown)
    let none = Self.assess(target, [])
    #expect(none.baseline == nil && none.plannedPace == nil && none.requiredPace == nil && none.state == .unknown)
  }

  @Test("A baseline that is the target already leaves nothing to progress to")
  func baselineIsTarget() {
    var target = Target.binhPhuoc
    target.goal = .atLeast
    target.baseline = 50_000
    let found = Self.assess(target, figures([(2025, 50_500)]))
    #expect(found.progress == nil && found.plannedPace == nil && found.requiredPace == nil)
    #expect(found.state == .reached)
    // Just so many are not more than so many: nothing to divide by.
    target.goal = .above
    let above = Self.assess(target, figures([(2025, 50_000)]))
    #expect(above.progress == nil && above.state != .reached)
  }

  @Test("The programme's own figure stands for its day, and figures after the day of the report are not seen")
  func days() {
    let found = Self.assess(
      .binhPhuoc,
      [
        SeriesPoint(day: CivilDay("2022-08-31"), value: 41_000),
        SeriesPoint(day: CivilDay("2027-12-31"), value: 48_000),
      ])
    #expect(found.baseline?.value == 40_924 && found.latest == nil && found.figureCount == 1)
  }

  @Test("Figures that only look like numbers give none: every result is finite")
  func finite() {
    let extremes = [0, 1e-300, 1e15, 1e308]
    for low in extremes {
      for high in extremes {
        var target = Target.binhPhuoc
        target.baseline = low
        target.value = high
        let found = Self.assess(target, figures([(2023, low), (2024, high), (2025, low), (2021, high)]))
        let numbers = [
          found.progress, found.plannedPace?.perYear, found.requiredPace?.perYear, found.actualPace?.perYear,
          found.plannedPace?.growth, found.requiredPace?.growth, found.actualPace?.growth, found.projection?.value,
          found.projection?.low, found.projection?.high, found.projection?.probability,
          found.projection?.predictionError,
        ]
        #expect(!numbers.contains { $0?.isFinite == false })
      }
    }
  }
}
