import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

/// Needs, rankings, several answers and totals by hand.
@Suite("Indicators by hand")
struct IndicatorTests {
  static func run(
    _ fields: [Field], _ rows: [[String]], _ indicators: [Indicator], sample: SampleKind = .probability
  ) throws -> EstimationResult {
    var plan = EstimationPlan()
    plan.sample = sample
    plan.disclosure.minimumCount = 1
    return try estimate(plan, form: testForm(indicators), records: TestRecords(fields, rows: rows))
  }

  @Test("a need: I 4.5, P 2.5, gap 2, PNI 9, PNI modified 0.8; who answered one question only is left out")
  func need() throws {
    let scale = ["1", "2", "3", "4", "5"]
    let fields = ["x_imp", "x_prov", "y_imp", "y_prov"].map { coded($0, scale + ["99"], missing: [5]) }
    let rows = [["5", "2", "3", "3"], ["4", "3", "3", "2"], ["1", "", "5", "99"], ["99", "1", "", ""]]
    let table = RowIndex(try Self.run(fields, rows, [indicator("n", .need, ["x_imp|x_prov", "y_imp|y_prov"])]).table)
    let expected: [(Statistic, Double)] = [
      (.importance, 4.5), (.provision, 2.5), (.gap, 2), (.pni, 9), (.pniModified, 0.8), (.rank, 1),
    ]
    for (statistic, value) in expected {
      let row = table.row("x_imp|x_prov", statistic)
      #expect(isClose(row?.estimate, value, 1e-14), "\(statistic)")
      #expect(row?.baseCount == 2)
    }
    // Two records of which n/(n−1) Σ((gap − 2)/2)² = 2 × (1/4 + 1/4): the design's four rows give 4/3 × 1/2.
    #expect(isClose(table.row("x_imp|x_prov", .gap)?.standardError, (4.0 / 3 / 2).squareRoot(), 1e-14))
    #expect(table.row("y_imp|y_prov", .rank)?.estimate == 2)
  }

  @Test("a need weighted by importance, by ranks of discrepancy, among the top, and in people")
  func weightedNeed() throws {
    let scale = ["1", "2", "3", "4", "5"]
    let fields = [coded("x_imp", scale), coded("x_prov", scale)]
    let parameters = ["statistics": "all", "top": "1", "bands": "met+0.4:unmet"]
    let rows = [["5", "3"], ["4", "4"], ["5", "2"], ["4", "3"]]
    let need = indicator("n", .need, ["x_imp|x_prov"], parameters: parameters)
    let table = RowIndex(try Self.run(fields, rows, [need]).table)
    let expected: [(Statistic, Double)] = [
      (.gap, 1.5), (.borich, 6.75), (.pni, 6.75), (.pniModified, 0.5), (.weightedGap, 7.25), (.rds, -0.75),
      (.topShare, 0.5),
    ]
    for (statistic, value) in expected {
      #expect(isClose(table.row("x_imp|x_prov", statistic)?.estimate, value, 1e-14), "\(statistic)")
    }
    #expect(table.row("x_imp|x_prov", .total, level: "top")?.estimate == 2)
    #expect(table.row("x_imp|x_prov", .pniModified)?.band == "unmet")
    // d[(I − P) I] by hand: scores (2 × 4.5 − 3)(i − 4.5) − 4.5 (p − 3) = 3, −7.5, 7.5, −3, over 4; 4/3 Σ.
    let variance = 4.0 / 3 * (9 + 56.25 + 56.25 + 9) / 16
    #expect(isClose(table.row("x_imp|x_prov", .borich)?.standardError, variance.squareRoot(), 1e-13))
  }

  @Test("a ranking question: Borda scores with shared rest, and shares of the first places")
  func ranking() throws {
    let fields = [field("r", .ranking, ["a", "b", "c", "d"])]
    let rows = [["a b c d"], ["b a"], ["d c b a"], [""]]
    let table = RowIndex(
      try Self.run(fields, rows, [indicator("r", .ranking, ["r"], parameters: ["top": "1"])]).table)
    // a: 3, 2, 0; b: 2, 3, 1; c: 1, ½, 2; d: 0, ½, 3.
    let scores = ["a": 5.0 / 3, "b": 2, "c": 3.5 / 3, "d": 3.5 / 3]
    for (option, score) in scores {
      #expect(isClose(table.row("r", .borda, level: option)?.estimate, score, 1e-14))
    }
    #expect(isClose(table.row("r", .topShare, level: "a")?.estimate, 1.0 / 3, 1e-14))
    #expect(table.row("r", .topShare, level: "c")?.estimate == 0)
    #expect(table.row("r", .rank, level: "b")?.estimate == 1)
    #expect(table.row("r", .rank, level: "d")?.estimate == 3)
    #expect(table.row("r", .borda, level: "a")?.baseCount == 3)
  }

  @Test("places asked one by one: the shares that put an option among them")
  func places() throws {
    let list = ["a", "b", "c", "d", "none"]
    let fields = (1...2).map { coded("top\($0)", list, missing: [4]) }
    let rows = [["a", "b"], ["a", "none"], ["b", "a"], ["none", ""], ["c", "c"]]
    let table = RowIndex(try Self.run(fields, rows, [indicator("tops", .ranking, ["top1", "top2"])]).table)
    #expect(isClose(table.row("", .topShare, level: "a")?.estimate, 0.75, 1e-14))
    #expect(isClose(table.row("", .topShare, level: "c")?.estimate, 0.25, 1e-14))
    #expect(table.row("", .topShare, level: "none") == nil)
    // a: 3, 3, 2 and ½ × (4 − 1 − 1) = 1 after one placed option.
    #expect(isClose(table.row("", .borda, level: "a")?.estimate, 9.0 / 4, 1e-14))
    #expect(table.row("", .borda, level: "a")?.baseCount == 4)
  }

  @Test("several answers: shares among those who chose something substantive")
  func multiple() throws {
    let fields = [
      Field(name: "m", path: ["m"], storage: .multiple, choices: ["a", "b", "none"], missingChoices: [2])
    ]
    let rows = [["a b"], ["a"], ["b none"], ["none"], [""]]
    let table = RowIndex(try Self.run(fields, rows, [indicator("m", .multiple, ["m"])]).table)
    let totals = RowIndex(try Self.run(fields, rows, [indicator("m", .total, ["m"])]).table)
    let row = try #require(table.row("m", .proportion, level: "a"))
    #expect(isClose(row.estimate, 2.0 / 3, 1e-14) && row.baseCount == 3)
    // 5/4 × Σ((y − 2/3)/3)² = 5/4 × (2/3)/9.
    #expect(isClose(row.standardError, (5.0 / 4 * 2 / 27).squareRoot(), 1e-13))
    #expect(table.row("m", .proportion, level: "none") == nil)
    #expect(totals.row("m", .total, level: "a")?.estimate == 2 && totals.row("m", .proportion, level: "a") == nil)
  }

  @Test("an opt-in sample is flagged as modelled, simulated answers as simulated")
  func flags() throws {
    let fields = [coded("a", ["1", "2"])]
    let shares = [indicator("a", .share, ["a"])]
    let result = try Self.run(fields, [["1"], ["2"]], shares, sample: .optIn)
    #expect(result.table.rows.allSatisfy { $0.flags.contains(.modelled) && !$0.flags.contains(.simulated) })
    #expect(result.weighting == nil)
    var records = TestRecords(fields, rows: [["1"], ["2"]])
    records.isSimulated = true
    var plan = EstimationPlan()
    plan.sample = .census
    let simulated = try estimate(plan, form: testForm(shares), records: records)
    #expect(simulated.table.rows.allSatisfy { $0.flags == [.suppressed, .simulated] })
  }

  @Test("a period takes the records of its days, in the local time of the answer")
  func period() throws {
    let fields = [coded("a", ["1", "2"]), field("day", .date)]
    var plan = EstimationPlan()
    plan.disclosure.minimumCount = 1
    plan.period = RecordPeriod(field: "day", firstDay: 10, lastDay: 11)
    let rows = [["1", "9"], ["1", "10"], ["2", "11"], ["2", "12"], ["2", ""]]
    let result = try estimate(
      plan, form: testForm([indicator("a", .share, ["a"])]), records: TestRecords(fields, rows: rows))
    #expect(result.respondentCount == 2)
    #expect(RowIndex(result.table).row("a", .proportion, level: "1")?.estimate == 0.5)
    #expect(result.diagnostics.map(\.code) == [.recordsWithoutPeriod])
  }
}
