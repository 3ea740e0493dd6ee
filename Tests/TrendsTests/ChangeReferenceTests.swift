import Estimation
import Testing

@testable import Trends

@Suite("Changes against svycontrast on stacked designs")
struct ChangeReferenceTests {
  @Test("Equal R's survey package to 1e-9", arguments: ["independent", "panel"])
  func equalsR(name: String) throws {
    let isStratified = name == "independent"
    let now = try WaveTable(wave: "2026")
    let then = try WaveTable(wave: "2025")
    let plans = ["2026", "2025"].map { WaveTable.plan($0, isStratified: isStratified) }
    let current = try estimate(plans[0], form: WaveTable.form, records: now).table
    let former = try estimate(plans[1], form: WaveTable.form, records: then).table
    var wave = FormerWave(label: "2025", version: "1", rows: former.rows)
    if name == "panel" {
      let stacked = StackedRecords(now, plans[0], then, plans[1], key: "cds")
      #expect(try stacked.sharedCount() == 66)
      wave.overlap = try PanelOverlap(
        plan: plans[0], form: WaveTable.form, current: current.rows, former: former.rows
      ).variances(stacked)
    }
    var options = TrendOptions()
    options.statistics = [.mean, .proportion]
    options.version = "1"
    let found = changes(of: current, since: [wave], registry: ItemRegistry(), options: options)
    #expect(found.diagnostics.isEmpty)
    for line in try fixtureLines("expected.csv").dropFirst() where line[0] == name {
      let isMean = line[1] == "api00"
      let row = try #require(
        found.rows.first {
          $0.item == (isMean ? "api00" : "sch.wide") && $0.level == (isMean ? "2025:mean" : "2025:proportion:Yes")
            && $0.domainLevel == line[2]
        })
      let (change, error) = (Double(line[3]) ?? .nan, Double(line[4]) ?? .nan)
      #expect(abs((row.estimate ?? .nan) - change) < 1e-9 * abs(change))
      #expect(
        abs((row.standardError ?? .nan) - error) < 1e-9 * error, "\(line) \(String(describing: row.standardError))")
      #expect(row.pValue != nil)
      #expect(row.adjustedPValue != nil)
    }
  }

  @Test("Weights fitted to a population keep the correlation of the waves")
  func fittedWeights() throws {
    let now = try WaveTable(wave: "2026")
    let then = try WaveTable(wave: "2025")
    var plans = ["2026", "2025"].map { WaveTable.plan($0, isStratified: false) }
    for index in plans.indices {
      plans[index].domains = []
      plans[index].rake = [RakeMargin(variables: ["stype"], population: [("E", 4421), ("H", 755), ("M", 1018)])]
    }
    let current = try estimate(plans[0], form: WaveTable.form, records: now).table.rows
    let former = try estimate(plans[1], form: WaveTable.form, records: then).table.rows
    let overlap = try PanelOverlap(plan: plans[0], form: WaveTable.form, current: current, former: former)
      .variances(StackedRecords(now, plans[0], then, plans[1], key: "cds"))
    let row = try #require(current.first { $0.statistic == .mean })
    let before = try #require(former.first { $0.statistic == .mean })
    let error = try #require(overlap[ChangeKey(row)]?.standardError)
    let independent =
      ((row.standardError ?? 0) * (row.standardError ?? 0) + (before.standardError ?? 0) * (before.standardError ?? 0))
      .squareRoot()
    #expect(error < independent)
    #expect(error > 0.5 * independent)
  }
}
