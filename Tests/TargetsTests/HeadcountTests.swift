import CivilCalendar
import Diagnostics
import Estimation
import Geography
import Testing

@testable import Targets

// 1. One report per organisation and year counts. 2. What does not add up is told and never guessed. 3. Definitions are
// never added up. 4. Areas are put together from whole communes. 5. No hidden count can be worked out.
@Suite struct HeadcountTests {
  private typealias Row = HeadcountReport.Row

  private static func report(
    _ unit: String, _ rows: [(String, String, String, Int, Int)], on day: String = "2025-12-01",
    definition: String? = "college_up", record: String? = nil, edition: Crosswalk.Edition = .present
  ) -> HeadcountReport {
    HeadcountReport(
      record: record ?? "\(unit)-\(day)", unit: unit, day: CivilDay(day), definition: definition, edition: edition,
      rows: rows.map { Row(qualification: $0.0, sector: $0.1, commune: $0.2, people: $0.3, women: $0.4) })
  }

  private static func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.code.identifier) }

  @Test("Of several reports of an organisation in a year the latest day counts, of one day the last one taken in")
  func latest() {
    let (rounds, found) = HeadcountRound.rounds(
      of: [
        Self.report("a", [("doctor", "health", "1", 20, 5)], on: "2025-11-30", record: "first"),
        Self.report("a", [("doctor", "health", "1", 30, 5)], on: "2025-11-30", record: "second"),
        Self.report("a", [("doctor", "health", "1", 10, 5)], on: "2025-06-30", record: "third"),
        Self.report("a", [("doctor", "health", "1", 40, 5)], on: "2024-11-30", record: "other-year"),
      ], units: nil)
    #expect(rounds.map { $0.reports.map(\.record) } == [["other-year"], ["second"]])
    #expect(found.map(\.record) == ["first", "third"] && Set(Self.codes(found)) == ["TARGET-020"])
  }

  @Test("Definitions are never added up, a definition of one's own is in no sum")
  func definitions() {
    let (rounds, found) = HeadcountRound.rounds(
      of: [
        Self.report("a", [("doctor", "health", "1", 20, 5)]),
        Self.report("b", [("doctor", "health", "1", 30, 5)], definition: "bachelor_up"),
        Self.report("c", [("doctor", "health", "1", 40, 5)], definition: nil),
      ], units: nil)
    #expect(rounds.map(\.definition) == ["bachelor_up", "college_up"])
    #expect(Self.codes(found) == ["TARGET-025", "TARGET-024"])
  }

  @Test("Organisations that are missing or not on the list are named, those not listed are not counted")
  func units() {
    let (rounds, found) = HeadcountRound.rounds(
      of: [Self.report("a", [("doctor", "health", "1", 20, 5)]), Self.report("x", [("doctor", "health", "1", 30, 5)])],
      units: UnitList(units: ["a", "b"]))
    #expect(rounds.map(\.missingUnits) == [["b"]] && rounds[0].reports.map(\.unit) == ["a"])
    #expect(Self.codes(found) == ["TARGET-023", "TARGET-022"])
    #expect(found[1].arguments["units"] == "b" && found[1].arguments["total"] == "2")
  }

  @Test("Sums that differ, rows that cannot be and rows that stand twice are told")
  func sums() {
    var report = Self.report(
      "a", [("doctor", "health", "1", 20, 5), ("doctor", "health", "1", 3, 4), ("master", "health", "1", -1, 0)])
    report.declaredPeople = 20
    report.declaredWomen = 9
    let (rounds, found) = HeadcountRound.rounds(of: [report], units: nil)
    #expect(Self.codes(found) == ["TARGET-021", "TARGET-027", "TARGET-028"])
    let margins = HeadcountMargins(rounds[0], crosswalk: nil, minimumCount: 1)
    #expect(margins.margins[0].levels.map(\.people) == [20])
    report.rows = [
      Row(qualification: "doctor", sector: "health", commune: "1", people: .max, women: .max),
      Row(qualification: "master", sector: "health", commune: "1", people: .max, women: 0),
    ]
    let large = HeadcountRound.rounds(of: [report], units: nil).rounds
    #expect(HeadcountMargins(large[0], crosswalk: nil, minimumCount: 10).margins[0].levels[0].people == .max)
  }

  @Test("No reports, or one without rows, give no round or an empty one")
  func nothing() {
    #expect(HeadcountRound.rounds(of: [], units: UnitList(units: ["a"])).rounds.isEmpty)
    let (rounds, _) = HeadcountRound.rounds(of: [Self.report("a", [])], units: nil)
    let margins = rounds.map { HeadcountMargins($0, crosswalk: nil, minimumCount: 10) }
    #expect(HeadcountMargins.table(of: margins, isSimulated: false).rows.isEmpty)
  }

  @Test(
    "A measure names everybody, a qualification, a sector, a gender, or several of them",
    arguments: [
      ("headcount", 100), ("headcount:doctor", 40), ("headcount:health", 70), ("headcount:women", 35),
      ("headcount:men", 65), ("headcount:doctor*women", 15), ("headcount:health*doctor*men", 10),
    ])
  func measures(_ name: String, _ expected: Int) throws {
    let measure = try #require(
      HeadcountMeasure(name, qualifications: ["doctor", "master"], sectors: ["health", "education"]))
    let rows = [
      Row(qualification: "doctor", sector: "health", commune: "1", people: 20, women: 10),
      Row(qualification: "doctor", sector: "education", commune: "1", people: 20, women: 5),
      Row(qualification: "master", sector: "health", commune: "1", people: 50, women: 18),
      Row(qualification: "master", sector: "education", commune: "1", people: 10, women: 2),
    ]
    #expect(rows.reduce(0) { $0 + measure.count($1) } == expected)
  }

  @Test("Other words are no measure", arguments: ["head", "headcount:", "headcount:docter", "headcount:doctor*master"])
  func unknownMeasures(_ name: String) {
    #expect(HeadcountMeasure(name, qualifications: ["doctor", "master"], sectors: ["health"]) == nil)
  }

  private static let crosswalk = """
    old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_province_code,\
    new_commune_code,new_commune,relation,valid_from
    70,A,101,B,00010,Một,75,00010,Một,whole,2025-07-01
    70,A,101,B,00020,Hai,75,00030,Ba,whole,2025-07-01
    75,B,102,C,00030,Ba,75,00030,Ba,whole,2025-07-01
    75,B,103,D,00040,Bốn,75,00040,Bốn,whole,2025-07-01

    """

  private static func observe(
    _ reports: [HeadcountReport], _ area: AreaReference, measure: String = "headcount"
  ) throws -> (values: [Double], isHidden: Bool, codes: [String]) {
    var target = Target.binhPhuoc
    target.measure = measure
    target.area = area
    let crosswalk = try Crosswalk.read(bytes: Array(crosswalk.utf8), source: "c.csv")
    let rounds = HeadcountRound.rounds(of: reports, units: nil).rounds
    let (found, problems) = HeadcountMargins(rounds[0], crosswalk: crosswalk, minimumCount: 10).observations(
      for: [target], crosswalk: crosswalk, qualifications: ["doctor", "master"], sectors: ["health"])
    return (found.map(\.value), found.contains(where: \.isSuppressed), codes(problems))
  }

  @Test("Communes of either list are put together for the area of a target; one across its border is not divided")
  func areas() throws {
    let former = CivilDay("2004-07-08")
    let reports = [
      Self.report("a", [("doctor", "health", "00010", 20, 10), ("doctor", "health", "00040", 50, 20)]),
      Self.report("b", [("master", "health", "00020", 30, 15)], edition: .former),
    ]
    let province = AreaReference(.province, "70", validFrom: former)
    #expect(try Self.observe(reports, province).values == [50])
    #expect(
      try Self.observe(reports, AreaReference(.province, "75", validFrom: CivilDay("2025-07-01"))).values == [100])
    #expect(try Self.observe(reports, AreaReference(.nation, "")).values == [100])
    // The present commune 00030 holds ground of both former provinces.
    let across = reports + [Self.report("c", [("doctor", "health", "00030", 12, 6)])]
    let found = try Self.observe(across, province)
    #expect(found.values.isEmpty && found.codes == ["TARGET-030"])
    // A code that the list does not have is told; it lies in no area.
    let unknown = try Self.observe(
      reports + [Self.report("d", [("doctor", "health", "99999", 12, 6)])], province, measure: "headcount:docter")
    #expect(unknown.codes == ["TARGET-035", "TARGET-031"])
  }

  @Test("A figure is hidden when it is small, or when what it leaves of the whole is")
  func hidden() throws {
    let province = AreaReference(.province, "70", validFrom: CivilDay("2004-07-08"))
    let small = Self.report("a", [("doctor", "health", "00010", 9, 4), ("master", "health", "00040", 50, 20)])
    #expect(try Self.observe([small], province).isHidden)
    let rest = Self.report("a", [("doctor", "health", "00010", 50, 20), ("master", "health", "00040", 9, 4)])
    #expect(try Self.observe([rest], province).isHidden)
    let fine = Self.report("a", [("doctor", "health", "00010", 50, 20), ("master", "health", "00040", 30, 12)])
    #expect(try !Self.observe([fine], province).isHidden)
    #expect(try Self.observe([small], AreaReference(.nation, ""), measure: "headcount:doctor").isHidden)
    #expect(try Self.observe([small], AreaReference(.nation, ""), measure: "headcount:master").isHidden)
  }

  @Test("No hidden count of a breakdown follows from what is shown")
  func recovery() {
    var state: UInt64 = 20_251_201
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func isFit(_ count: Int) -> Bool { count == 0 || count >= 10 }
    for _ in 0..<500 {
      let rows = (0..<(2 + next(5))).map { level in
        let people = next(40)
        return (
          level: "l\(level)",
          row: Row(qualification: "", sector: "", commune: "", people: people, women: next(people + 1))
        )
      }
      let margin = HeadcountMargin("x", rows: rows, minimumCount: 10)
      let hidden = margin.levels.filter(\.hidesPeople)
      #expect(margin.levels.allSatisfy { $0.hidesPeople || $0.people == 0 || $0.people >= 10 })
      #expect(margin.levels.allSatisfy { $0.hidesGender || isFit($0.women) && isFit($0.men) })
      let isEverything = margin.levels.allSatisfy { $0.hidesPeople || $0.people == 0 }
      // The total less what is shown: the sum of two or more, none of which is known.
      #expect(hidden.isEmpty || isEverything || hidden.count > 1 && hidden.reduce(0) { $0 + $1.people } >= 10)
      let gender = margin.levels.filter(\.hidesGender)
      let allHidden = margin.levels.allSatisfy { $0.hidesGender || $0.people == 0 }
      #expect(
        gender.isEmpty || allHidden
          || gender.count > 1 && gender.reduce(0) { $0 + $1.women } >= 10 && gender.reduce(0) { $0 + $1.men } >= 10)
    }
  }

  @Test("The table has everybody first, then the breakdowns; hidden figures are empty and flagged")
  func table() {
    let report = Self.report(
      "a",
      [
        ("doctor", "health", "1", 5, 1), ("master", "health", "1", 60, 30), ("bachelor", "education", "2", 200, 90),
      ])
    let rounds = HeadcountRound.rounds(of: [report], units: UnitList(units: ["a", "b"])).rounds
    let margins = rounds.map { HeadcountMargins($0, crosswalk: nil, minimumCount: 10) }
    let lines = HeadcountMargins.table(of: margins, isSimulated: true).csv().split(separator: "\n").map(String.init)
    #expect(lines[1] == "2025,2025-12-01,college_up,,,265,121,144,1,1,incomplete simulated")
    #expect(lines[2] == "2025,2025-12-01,college_up,qualification,bachelor,200,90,110,,,incomplete simulated")
    #expect(lines[3] == "2025,2025-12-01,college_up,qualification,doctor,,,,,,suppressed incomplete simulated")
    #expect(lines[4] == "2025,2025-12-01,college_up,qualification,master,,,,,,suppressed incomplete simulated")
  }

  @Test("Figures of a year of which organisations are missing are flagged wherever they go")
  func incomplete() throws {
    let rounds = HeadcountRound.rounds(
      of: [Self.report("a", [("doctor", "health", "00010", 60, 30)])], units: UnitList(units: ["a", "b"])
    ).rounds
    let margins = HeadcountMargins(rounds[0], crosswalk: nil, minimumCount: 10)
    var target = Target.binhPhuoc
    target.area = AreaReference(.nation, "")
    let (found, _) = margins.observations(for: [target], crosswalk: nil, qualifications: [], sectors: [])
    let report = TargetReport(
      TargetRegister(targets: [target]), observations: found, crosswalk: nil, asOf: CivilDay("2026-06-30"))
    #expect(report.rows(form: "f", wave: "w").allSatisfy { $0.flags.contains(.incomplete) })
    #expect(HeadcountMargins.table(of: [margins], isSimulated: false).csv().contains("incomplete"))
  }

  @Test("A round of fewer people than the minimum count is not broken down at all")
  func smallRound() {
    let rounds = HeadcountRound.rounds(of: [Self.report("a", [("doctor", "health", "1", 5, 1)])], units: nil).rounds
    let margins = rounds.map { HeadcountMargins($0, crosswalk: nil, minimumCount: 10) }
    #expect(HeadcountMargins.table(of: margins, isSimulated: false).rows.count == 1)
    #expect(HeadcountMargins.table(of: margins, isSimulated: false).csv().hasSuffix(",,,1,0,suppressed\n"))
  }

  @Test("A list of organisations needs its column, and each organisation once")
  func unitList() throws {
    #expect(try UnitList.read(bytes: Array("unit,name\nA,x\nB,y\n".utf8), source: "u.csv").units == ["A", "B"])
    for text in ["name\nx\n", "unit\nA\nA\n"] {
      #expect(throws: StageFailure.self) { try UnitList.read(bytes: Array(text.utf8), source: "u.csv") }
    }
  }
}
