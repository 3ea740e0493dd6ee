import CivilCalendar
import Diagnostics
import Geography

@testable import Targets

extension CivilDay {
  /// A day that the test wrote right.
  init(_ iso: String) { self = CivilDay(iso: iso) ?? CivilDay(number: 0) }
}

extension Target {
  /// More than 50,000 intellectuals by the end of 2030, from 40,924 on 31 August 2022.
  static var binhPhuoc: Target {
    var target = Target(
      name: "bp-headcount", label: BilingualText(vi: "Trí thức toàn tỉnh", en: "Intellectuals"), measure: "headcount",
      definition: "college_up", unit: .people, value: 50_000, due: CivilDay("2030-12-31"), goal: .above,
      area: AreaReference(.province, "70", validFrom: CivilDay("1997-01-01")), source: "")
    target.baseline = 40_924
    target.baselineDay = CivilDay("2022-08-31")
    return target
  }

  /// A share to reach by the end of 2030, without a baseline.
  static func share(_ value: Double, goal: TargetGoal = .atLeast, high: Double? = nil) -> Target {
    var target = Target(
      name: "share", label: BilingualText(vi: "Tỷ lệ", en: "Share"), measure: "trained", definition: "officials",
      unit: .share, value: value, due: CivilDay("2030-12-31"), goal: goal,
      area: AreaReference(.nation, ""), source: "")
    target.highValue = high
    return target
  }
}

/// Figures on the last days of years.
func figures(_ values: [(year: Int, value: Double)]) -> [SeriesPoint] {
  values.map { SeriesPoint(day: CivilDay("\($0.year)-12-31"), value: $0.value) }
}

/// Whether two numbers differ by no more than a relative 1e-9.
func isClose(_ left: Double?, _ right: Double, within tolerance: Double = 1e-9) -> Bool {
  guard let left else { return false }
  return abs(left - right) <= tolerance * max(1, abs(right))
}
