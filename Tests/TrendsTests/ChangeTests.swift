import Diagnostics
import Estimation
import Testing

@testable import Trends

@Suite("Changes since former waves")
struct ChangeTests {
  private func row(
    _ item: String, _ estimate: Double?, _ error: Double? = 0.1, statistic: Statistic = .agree, level: String = "",
    domain: String = "", domainLevel: String = "", flags: [EstimateFlag] = []
  ) -> EstimateRow {
    var row = EstimateRow(
      form: "f", wave: "2026", indicator: "i", item: item, statistic: statistic, level: level, domain: domain,
      domainLevel: domainLevel)
    row.estimate = estimate
    row.standardError = error
    row.degreesOfFreedom = 50
    row.baseCount = 100
    row.flags = flags
    return row
  }

  private func changes(
    _ now: [EstimateRow], _ then: [EstimateRow], registry: ItemRegistry = ItemRegistry()
  ) -> (rows: [EstimateRow], diagnostics: [Diagnostic]) {
    var options = TrendOptions()
    options.version = "2026"
    return Trends.changes(
      of: EstimatesTable(rows: now), since: [FormerWave(label: "2025", version: "2025", rows: then)],
      registry: registry, options: options)
  }

  @Test("A change is tested and adjusted within its family")
  func tested() throws {
    let found = changes([row("a", 0.8), row("b", 0.5)], [row("a", 0.4), row("b", 0.45)])
    #expect(found.rows.map(\.level) == ["2025:agree", "2025:agree"])
    #expect(abs((found.rows[0].estimate ?? 0) - 0.4) < 1e-15)
    #expect(abs((found.rows[0].standardError ?? 0) - 0.02.squareRoot()) < 1e-15)
    #expect(found.rows[0].degreesOfFreedom == 100)
    // t = 0.4 / 0.1414 = 2.8284 on 100 degrees of freedom: two-sided p 0.005650; Holm doubles the smaller of two.
    let p = try #require(found.rows[0].pValue)
    #expect(abs(p - 0.005650) < 5e-6)
    #expect(found.rows[0].adjustedPValue == 2 * p)
    #expect(found.rows[1].adjustedPValue == found.rows[1].pValue)
  }

  @Test("Where one of the two is suppressed, so is the change")
  func suppressed() {
    for (now, then) in [
      (row("a", nil, nil, flags: [.suppressed]), row("a", 0.4)), (row("a", 0.4), row("a", 0.3, flags: [.suppressed])),
    ] {
      let change = changes([now], [then]).rows[0]
      #expect(change.flags == [.suppressed])
      #expect(change.estimate == nil && change.standardError == nil && change.baseCount == nil)
    }
  }

  @Test("Breaks are named, not bridged", arguments: [ItemRegistry.Status.reworded, .rescaled])
  func breaks(status: ItemRegistry.Status) {
    let registry = ItemRegistry(entries: [.init(item: "a", version: "2026", status: status)])
    let found = changes([row("a", 0.8), row("b", 0.5)], [row("a", 0.4), row("b", 0.45)], registry: registry)
    #expect(found.rows[0].flags == [.notComparable])
    #expect(found.rows[0].estimate == nil)
    #expect(found.rows[1].estimate != nil)
    #expect(found.diagnostics.map(\.code) == [.trendBreaks])
  }

  @Test("A domain whose levels changed is not compared")
  func brokenDomain() {
    let registry = ItemRegistry(entries: [.init(item: "province", version: "2026", status: .rescaled)])
    let found = changes(
      [row("a", 0.8, domain: "province", domainLevel: "01")], [row("a", 0.4, domain: "province", domainLevel: "01")],
      registry: registry)
    #expect(found.rows[0].flags == [.notComparable])
  }

  @Test("Other answer codes break a series the registry does not know of")
  func otherCodes() {
    let found = changes(
      [row("a", 0.8), row("a", 0.2, statistic: .proportion, level: "1")],
      [row("a", 0.4), row("a", 0.2, statistic: .proportion, level: "yes")])
    #expect(found.rows[0].flags == [.notComparable])
    #expect(found.diagnostics.map(\.code) == [.trendScaleDiffers])
  }

  @Test("New items and empty waves are said")
  func newItems() {
    #expect(changes([row("a", 0.8)], []).diagnostics.map(\.code) == [.trendItemsNew, .trendNothingCommon])
    #expect(changes([], []).rows.isEmpty)
  }

  @Test("Constant items have a change without a test")
  func constant() {
    let change = changes([row("a", 1, 0)], [row("a", 1, 0)]).rows[0]
    #expect(change.estimate == 0)
    #expect(change.pValue == nil)
    #expect(changes([row("a", 1, nil)], [row("a", 0.5, 0.1)]).rows[0].standardError == nil)
  }

  @Test("A break lies after the former version and not after the current one")
  func versions() {
    let registry = ItemRegistry(entries: [.init(item: "a", version: "10", status: .reworded)])
    #expect(registry.firstBreak(of: "a", after: "9", upTo: "10") != nil)
    #expect(registry.firstBreak(of: "a", after: "10", upTo: "11") == nil)
    #expect(registry.firstBreak(of: "a", after: "8", upTo: "9") == nil)
    #expect(ItemRegistry.precedes("2025.9", "2025.10"))
    #expect(ItemRegistry.precedes("2025", "2025a"))
    #expect(!ItemRegistry.precedes("2026", "2026"))
  }

  @Test("A registry and a published table are read, with the place of what is wrong")
  func reading() throws {
    let registry = try ItemRegistry.read(
      bytes: Array("item,version,status,note\na,2026,reworded,x\n".utf8), source: "r")
    #expect(registry.entries == [.init(item: "a", version: "2026", status: .reworded)])
    #expect(throws: StageFailure.self) {
      try ItemRegistry.read(bytes: Array("item,version,status\na,2026,changed\n".utf8), source: "r")
    }
    #expect(throws: StageFailure.self) { try ItemRegistry.read(bytes: Array("item\na\n".utf8), source: "r") }
    let table = EstimatesTable(rows: [row("a", 0.8), row("b", nil, nil, flags: [.suppressed, .modelled])])
    var read = try EstimatesTable.read(csv: Array(table.csv().utf8), source: "t")
    #expect(read.rows[0] == table.rows[0])
    #expect(read.rows[1].flags == [.suppressed, .modelled])
    let meddled = table.csv().replacing(",,,,,,,50,suppressed", with: ",0.5,,,,3,,50,suppressed")
    read = try EstimatesTable.read(csv: Array(meddled.utf8), source: "t")
    #expect(read.rows[1].estimate == nil)
    #expect(throws: StageFailure.self) {
      try EstimatesTable.read(csv: Array(table.csv().replacing("0.8", with: "nan").utf8), source: "t")
    }
  }
}
