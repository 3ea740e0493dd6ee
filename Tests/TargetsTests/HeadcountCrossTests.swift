import CivilCalendar
import Estimation
import Geography
import Testing

@testable import Targets

// 1. Every person stands in one cell. 2. Small cells are hidden, and no other figure tells them. 3. A total that one or two
// organisations make up nearly alone is hidden, here and in the breakdowns, and no difference gives it back.
@Suite struct HeadcountCrossTests {
  private typealias Row = HeadcountReport.Row

  private static func report(_ unit: String, _ rows: [(String, String, String, Int, Int)]) -> HeadcountReport {
    HeadcountReport(
      record: unit, unit: unit, day: CivilDay("2025-12-01"), definition: "college_up", edition: .present,
      rows: rows.map { Row(qualification: $0.0, sector: $0.1, commune: $0.2, people: $0.3, women: $0.4) })
  }

  private static func margins(_ reports: [HeadcountReport], dominance: DominanceRule? = nil) -> HeadcountMargins {
    HeadcountMargins(
      HeadcountRound.rounds(of: reports, units: nil).rounds[0], crosswalk: nil, minimumCount: 10, dominance: dominance)
  }

  @Test("No small cell follows from the breakdowns by one variable")
  func recovery() {
    var state: UInt64 = 20_261_121
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<60 {
      let rows = (0..<(6 + next(12))).map { _ in
        let people = next(3) == 0 ? 1 + next(9) : 10 + next(80)
        return ("q\(next(3))", "s\(next(3))", "c\(next(2))", people, next(people + 1))
      }
      let margins = Self.margins([Self.report("a", rows)])
      guard let cross = margins.cross else { continue }
      #expect(cross.cells.reduce(0) { $0 + $1.people } == rows.reduce(0) { $0 + $1.3 }, "nobody is lost")
      #expect(cross.cells.allSatisfy { $0.hidesPeople || $0.people >= 10 })
      #expect(
        cross.cells.allSatisfy { $0.hidesGender || ($0.women == 0 || $0.women >= 10) && ($0.men == 0 || $0.men >= 10) })
      guard cross.cells.contains(where: { !$0.hidesPeople }) else { continue }
      for (variable, margin) in margins.margins.dropFirst().enumerated() {
        for level in margin.levels where !level.hidesPeople {
          let slab = cross.cells.filter { $0.levels[variable] == level.name }
          let hidden = slab.filter(\.hidesPeople)
          guard !hidden.isEmpty, hidden.count < slab.count else { continue }
          #expect(hidden.count > 1 && hidden.reduce(0) { $0 + $1.people } >= 10)
        }
      }
    }
  }

  @Test("A cell that a chain of levels gives away is hidden with others")
  func chain() {
    // By hand: without further cells the levels s1 and q1 would leave (q1, s1) one value.
    let margins = Self.margins([
      Self.report(
        "a",
        [
          ("q1", "s1", "c", 4, 2), ("q1", "s2", "c", 30, 15), ("q2", "s1", "c", 50, 25), ("q2", "s2", "c", 60, 30),
          ("q3", "s1", "c", 70, 35), ("q3", "s2", "c", 80, 40),
        ])
    ])
    let hidden = margins.cross?.cells.filter(\.hidesPeople).map { $0.levels.prefix(2).joined() } ?? []
    #expect(hidden.contains("q1s1"))
    #expect(hidden.count == 4, "a rectangle of cells is the least that keeps one of them open: \(hidden)")
  }

  @Test("A total of one or two organisations is hidden, and another one that would give it back")
  func dominance() {
    let rule = DominanceRule(percent: 10)
    let reports = [
      Self.report("big", [("doctor", "health", "1", 95, 40), ("bachelor", "health", "1", 300, 150)]),
      Self.report("small", [("doctor", "health", "1", 3, 1), ("bachelor", "education", "2", 280, 140)]),
      Self.report("third", [("doctor", "health", "1", 2, 1), ("bachelor", "education", "2", 250, 120)]),
      Self.report("fourth", [("master", "health", "1", 60, 30), ("bachelor", "education", "2", 200, 100)]),
      Self.report("fifth", [("master", "health", "1", 70, 35)]),
      Self.report("sixth", [("master", "health", "1", 80, 40)]),
    ]
    let plain = Self.margins(reports)
    #expect(plain.margins[1].levels.allSatisfy { !$0.hidesPeople })
    let ruled = Self.margins(reports, dominance: rule)
    // Doctors: 100, of whom 95 and 3: 2 are left, less than 10 % of 95.
    #expect(ruled.margins[1].level("doctor")?.hidesPeople == true)
    #expect(ruled.margins[1].levels.count { $0.hidesPeople } == 2, "one hidden level alone would follow from the total")
    #expect(ruled.margins[0].levels[0].hidesPeople == false)
    var target = Target.binhPhuoc
    target.area = AreaReference(.nation, "")
    target.measure = "headcount:doctor"
    let (found, _) = ruled.observations(
      for: [target], crosswalk: nil, qualifications: ["doctor", "master", "bachelor"], sectors: [])
    #expect(found.map(\.isSuppressed) == [true])
  }

  @Test("Reports of organisations are reconciled one by one, in a table for its owner alone")
  func units() {
    var wrong = Self.report("b", [("doctor", "health", "1", 20, 10), ("doctor", "health", "1", 5, 2)])
    wrong.declaredPeople = 30
    let rounds = HeadcountRound.rounds(
      of: [Self.report("a", [("master", "health", "1", 40, 20)]), wrong], units: UnitList(units: ["a", "b", "c"])
    ).rounds
    let table = HeadcountMargins.unitTable(
      of: rounds.map { HeadcountMargins($0, crosswalk: nil, minimumCount: 10) })
    #expect(table.isRestricted)
    let lines = table.csv().split(separator: "\n").map(String.init)
    #expect(lines[1] == "2025,college_up,a,2025-12-01,1,40,,20,,0,0,agrees")
    #expect(lines[2] == "2025,college_up,b,2025-12-01,2,25,30,12,,1,0,differs")
    #expect(lines[3] == "2025,college_up,c,,,,,,,,,missing")
  }
}
