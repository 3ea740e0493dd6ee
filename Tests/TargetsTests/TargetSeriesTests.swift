import CivilCalendar
import Diagnostics
import Estimation
import Geography
import Testing

@testable import Targets

// 1. Only figures of the target's definition are used. 2. Areas are put together from whole units only. 3. Nothing is
// counted twice. 4. Headcounts below the minimum count are not given, nor what would tell them.
@Suite struct TargetSeriesTests {
  private static let crosswalk = """
    old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_province_code,\
    new_commune_code,new_commune,relation,valid_from
    70,A,101,B,00010,Một,75,00010,Một,whole,2025-07-01
    70,A,101,B,00020,Hai,75,00030,Ba,whole,2025-07-01
    75,B,102,C,00030,Ba,75,00030,Ba,whole,2025-07-01
    75,B,103,D,00040,Bốn,75,00040,Bốn,whole,2025-07-01

    """

  private static func read() throws -> Crosswalk {
    try Crosswalk.read(bytes: Array(crosswalk.utf8), source: "c.csv")
  }

  private static func area(_ code: String, _ level: AreaLevel = .province, since: Bool = false) -> AreaReference {
    AreaReference(level, code, validFrom: CivilDay(since ? "2025-07-01" : "2004-07-08"))
  }

  private static func figure(
    _ value: Double, _ area: AreaReference, on day: String = "2024-12-31", definition: String = "college_up",
    origin: Observation.Origin = .published
  ) -> Observation {
    Observation(
      measure: "headcount", definition: definition, day: CivilDay(day), value: value, area: area, origin: origin)
  }

  private static func series(
    _ observations: [Observation], target: Target = .binhPhuoc, crosswalk: Crosswalk? = nil
  ) throws -> TargetSeries {
    TargetSeries(
      of: target, from: observations, crosswalk: try crosswalk ?? read(), asOf: CivilDay("2026-06-30"),
      minimumCount: 10)
  }

  @Test("Figures of another definition are never added and never compared")
  func definitions() throws {
    let found = try Self.series([
      Self.figure(42_000, Self.area("70"), definition: "bachelor_up"), Self.figure(43_000, Self.area("70")),
    ])
    #expect(found.points.map(\.value) == [43_000])
    #expect(found.diagnostics.map(\.code.identifier) == ["TARGET-012"])
  }

  @Test("A province is the sum of its districts or communes, of whole units only")
  func unions() throws {
    let communes = [Self.area("00010", .commune), Self.area("00020", .commune)]
    #expect(try Self.series([Self.figure(20, communes[0]), Self.figure(30, communes[1])]).points.map(\.value) == [50])
    let part = try Self.series([Self.figure(20, communes[0])])
    #expect(part.points.isEmpty && part.hasOtherAreas)
    #expect(part.diagnostics.map(\.code.identifier) == ["TARGET-013"])
  }

  @Test("The new province is not the old one, though the target's number looks near")
  func newProvince() throws {
    let found = try Self.series([Self.figure(120_000, Self.area("75", since: true), on: "2025-12-31")])
    #expect(found.points.isEmpty && found.hasOtherAreas)
    let report = TargetReport(
      TargetRegister(targets: [.binhPhuoc]),
      observations: [Self.figure(120_000, Self.area("75", since: true), on: "2025-12-31")],
      crosswalk: try Self.read(), asOf: CivilDay("2026-06-30"))
    #expect(report.assessments[0].state == .notComparable)
    let rows = report.rows(form: "f", wave: "w")
    let latest = rows.first { $0.statistic == .targetLatest }
    #expect(latest?.estimate == nil && latest?.flags.contains(.notComparable) == true)
    #expect(!rows.contains { $0.statistic == .targetProgress || $0.statistic == .targetPace })
  }

  @Test("Standard errors of parts add up as those of independent figures; shares of parts are not averaged")
  func errors() throws {
    var parts = [Self.figure(20, Self.area("00010", .commune)), Self.figure(30, Self.area("00020", .commune))]
    parts[0].standardError = 3
    parts[1].standardError = 4
    #expect(try Self.series(parts).points.first?.standardError == 5)
    var target = Target.binhPhuoc
    target.unit = .share
    target.value = 1
    let shares = [
      Self.figure(0.2, Self.area("00010", .commune)), Self.figure(0.3, Self.area("00020", .commune)),
    ]
    #expect(try Self.series(shares, target: target).points.isEmpty)
  }

  @Test("The same figure twice counts once; different figures of one day are not chosen from")
  func repetitions() throws {
    let area = Self.area("70")
    let same = try Self.series([Self.figure(42_000, area), Self.figure(42_000, area)])
    #expect(same.points.map(\.value) == [42_000])
    #expect(same.diagnostics.map(\.code.identifier) == ["TARGET-008"])
    let other = try Self.series([Self.figure(42_000, area), Self.figure(42_001, area)])
    #expect(other.points.isEmpty && other.diagnostics.map(\.code.identifier) == ["TARGET-009"])
    // Total and parts together: the total is taken, nothing is added to it.
    let both = try Self.series([
      Self.figure(50, area), Self.figure(20, Self.area("00010", .commune)),
      Self.figure(31, Self.area("00020", .commune)),
    ])
    #expect(both.points.map(\.value) == [50])
  }

  @Test("Figures that cannot be are left out, those after the day of the report wait")
  func impossible() throws {
    let found = try Self.series([
      Self.figure(-1, Self.area("70")), Self.figure(43_000, Self.area("70"), on: "2027-01-01"),
    ])
    #expect(found.points.isEmpty && !found.hasOtherAreas)
    #expect(found.diagnostics.map(\.code.identifier) == ["TARGET-016", "TARGET-010"])
    #expect(try Self.series([]).diagnostics.map(\.code.identifier) == ["TARGET-011"])
  }

  @Test("A figure of the baseline's day that differs from it is told, and the programme's own is used")
  func baseline() throws {
    let found = try Self.series([Self.figure(41_000, Self.area("70"), on: "2022-08-31")])
    #expect(found.diagnostics.map(\.code.identifier) == ["TARGET-018"])
  }

  @Test("Without a crosswalk an area is what its level, code and day say")
  func withoutCrosswalk() {
    let found = TargetSeries(
      of: .binhPhuoc,
      from: [
        Self.figure(1, AreaReference(.province, "70", validFrom: CivilDay("1997-01-01"))),
        Self.figure(2, Self.area("00010", .commune)),
      ],
      crosswalk: nil, asOf: CivilDay("2026-06-30"), minimumCount: 10)
    #expect(found.points.map(\.value) == [1])
  }

  @Test("A headcount below the minimum count leaves no figure that would tell it; a published figure stands")
  func smallHeadcounts() throws {
    var target = Target.binhPhuoc
    target.baseline = nil
    target.baselineDay = nil
    target.value = 20
    func report(_ origin: Observation.Origin) throws -> TargetReport {
      TargetReport(
        TargetRegister(targets: [target]),
        observations: [
          Self.figure(12, Self.area("70"), on: "2021-12-31", origin: origin),
          Self.figure(14, Self.area("70"), on: "2022-12-31", origin: origin),
          Self.figure(13, Self.area("70"), on: "2023-12-31", origin: origin),
          Self.figure(9, Self.area("70"), on: "2025-12-31", origin: origin),
        ], crosswalk: try Self.read(), asOf: CivilDay("2026-06-30"))
    }
    let hidden = try report(.headcount)
    #expect(hidden.assessments[0].state == .suppressed)
    let rows = hidden.rows(form: "f", wave: "w")
    #expect(rows.allSatisfy { $0.estimate == nil })
    #expect(rows.contains { $0.statistic == .targetLatest && $0.flags.first == .suppressed })
    #expect(!hidden.table.csv().contains(",9,"))
    #expect(try report(.published).assessments[0].latest?.value == 9)
  }

  @Test("The table has one row per target, in the order of the register, and no row that is not a number")
  func table() throws {
    let report = TargetReport(
      TargetRegister(targets: [.binhPhuoc, .share(0.9)]),
      observations: [
        Self.figure(42_100, Self.area("70"), on: "2023-12-31"), Self.figure(43_300, Self.area("70")),
        Self.figure(44_000, Self.area("70"), on: "2025-12-31"),
      ], crosswalk: try Self.read(), asOf: CivilDay("2026-06-30"), isSimulated: true)
    let lines = report.table.csv().split(separator: "\n")
    #expect(lines.count == 3 && lines[1].hasPrefix("bp-headcount,") && lines[1].contains("off_track"))
    #expect(lines[1].contains("simulated") && lines[2].contains("unknown"))
    #expect(!report.table.csv().contains("nan") && !report.table.csv().contains("inf"))
    #expect(
      report.rows(form: "f", wave: "w").map(\.statistic) == [
        .targetBaseline, .targetLatest, .targetProgress, .targetPlannedPace, .targetPlannedGrowth, .targetRequiredPace,
        .targetRequiredGrowth, .targetPace, .targetGrowth, .targetProjection, .targetProbability,
      ])
  }

  @Test("An empty register has no rows and says so; measures that no target asks for are named")
  func empty() throws {
    let report = TargetReport(
      TargetRegister(targets: []), observations: [Self.figure(1, Self.area("70"))], crosswalk: nil,
      asOf: CivilDay("2026-06-30"))
    #expect(report.rows(form: "f", wave: "w").isEmpty && report.table.rows.isEmpty)
    var typo = Self.figure(1, Self.area("70"))
    typo.measure = "headcuont"
    let other = TargetReport(
      TargetRegister(targets: [.binhPhuoc]), observations: [typo], crosswalk: nil, asOf: CivilDay("2026-06-30"))
    #expect(other.diagnostics.map(\.code.identifier) == ["TARGET-011", "TARGET-017"])
  }
}
