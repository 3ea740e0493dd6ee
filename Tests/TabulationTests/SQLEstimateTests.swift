import Diagnostics
import Estimation
import FormDefinition
import Foundation
import Responses
import SQLite
import Tabulation
import Testing

/// Counts by the statements of a plan, run on SQLite.
private struct SQLiteTabulator: Tabulator {
  let path: String
  let layout: RecordLayout
  let recordCount: Int
  var isSimulated: Bool { false }

  func cells(of plan: TabulationPlan) throws(StageFailure) -> CellTable {
    do {
      let database = try Database(path: path, mode: .reading)
      let results = try plan.sql(table: "answers ' \" x", layout: layout).map { statement in
        CellRows(statement: statement, rows: try Self.rows(statement, on: database))
      }
      return CellTable(results, plan: plan, layout: layout, recordCount: recordCount)
    } catch {
      Issue.record(error)
      throw StageFailure([], exitCode: .unusableInput)
    }
  }

  private static func rows(_ statement: CellStatement, on database: borrowing Database) throws -> [[CellValue]] {
    let query = try database.prepare(statement.text)
    var rows: [[CellValue]] = []
    while try query.step() {
      rows.append(
        (0..<statement.keyCount + statement.sums.count).map { column in
          if query.isNull(Int32(column)) { return .null }
          let text = query.text(Int32(column))
          return column < statement.keyCount ? .text(text) : Double(text).map { .number($0) } ?? .null
        })
    }
    return rows
  }
}

/// Requirements:
/// 1. Estimates from rows that an SQL engine gave are those from the embedded scan: every kind of item, with weights, strata,
///    clusters, population sizes, crossed domains, raking, a period and disclosure control.
@Suite("Estimates from cells by SQL")
struct SQLEstimateTests {
  private static func indicator(
    _ name: String, _ kind: IndicatorKind, _ items: [IndicatorItem], agree: [String] = [],
    _ parameters: [String: String] = [:]
  ) -> Indicator {
    var indicator = Indicator(name: name, kind: kind, position: SourcePosition(file: "indicators.csv", line: 2))
    indicator.items = items
    indicator.agree = agree
    indicator.parameters = parameters
    return indicator
  }

  private static let form: Form = {
    var form = Form(identifier: "test")
    form.indicators = [
      indicator("views", .consensus, [.question("imp"), .question("prov")], agree: ["3"], ["statistics": "all"]),
      indicator("needs", .need, [.pair(importance: "imp", provision: "prov")]),
      indicator("several", .multiple, [.question("several")]),
      indicator("order", .ranking, [.question("order")], ["statistics": "plackett_luce+total"]),
      indicator("income", .mean, [.question("income")]), indicator("sum", .total, [.question("income")]),
      indicator("per_year", .ratio, [.ratio(numerator: "income", denominator: "age")]),
      indicator("sex", .share, [.question("sex")]),
    ]
    return form
  }()

  private static func plan(_ seed: Int) -> EstimationPlan {
    var plan = EstimationPlan()
    plan.weights = "w"
    plan.domains = [["sex"], ["sex", "prov"]]
    plan.period = RecordPeriod(field: "day", firstDay: 95, lastDay: 135)
    plan.quantiles.shares = [0.25, 0.5]
    if seed == 1 {
      plan.sample = .probability
      plan.strata = "str'atum"
      plan.clusters = ["psu\"; DROP TABLE answers; --"]
      plan.populationSizes = ["size"]
      plan.singlePSU = .centered
    } else {
      plan.rake = [RakeMargin(variables: ["sex"], population: [("f", 700), ("m", 500)], unmatched: .exclude)]
    }
    plan.disclosure.minimumCount = seed == 1 ? 1 : 30
    plan.disclosure.dominance = DominanceRule(percent: 1)
    return plan
  }

  @Test("SQLite's rows lead to the same estimates, flags and suppressions", arguments: [1, 2])
  func sameEstimates(seed: Int) throws {
    let path = NSTemporaryDirectory() + "/ykien-estimates-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (rows, source) = SQLTests.data(600, seed: UInt64(seed))
    do { _ = try SQLTests.database(rows, at: path) }
    let plan = Self.plan(seed)
    let embedded = try estimate(plan, form: Self.form, records: source)
    let other = try estimate(
      plan, form: Self.form, tabulator: SQLiteTabulator(path: path, layout: source.layout, recordCount: rows.count))
    #expect(embedded.respondentCount == other.respondentCount && embedded.respondentCount > 300)
    #expect(embedded.diagnostics.map(\.code) == other.diagnostics.map(\.code))
    #expect(embedded.table.rows.count == other.table.rows.count && embedded.table.rows.count > 300)
    let numbers: [WritableKeyPath<EstimateRow, Double?>] = [
      \.estimate, \.standardError, \.lowerLimit, \.upperLimit, \.effectiveCount, \.designEffect, \.degreesOfFreedom,
      \.testStatistic, \.pValue, \.adjustedPValue,
    ]
    var compared = 0
    for (one, two) in zip(embedded.table.rows, other.table.rows) {
      var names = two
      for number in numbers { names[keyPath: number] = one[keyPath: number] }
      #expect(names == one)
      for number in numbers {
        guard let first = one[keyPath: number], let second = two[keyPath: number] else {
          #expect(one[keyPath: number] == nil && two[keyPath: number] == nil, "\(one)")
          continue
        }
        compared += 1
        #expect(abs(first - second) <= 1e-8 * max(1, abs(first)), "\(one) \(second)")
      }
    }
    #expect(compared > 500)
  }
}
