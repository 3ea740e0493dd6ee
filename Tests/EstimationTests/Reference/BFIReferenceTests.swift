import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// R's intervals, quantiles and tests of the 25 items of `bfi`, overall and by gender, without and with weights.
@Suite("Intervals, quantiles and tests of the BFI items equal R's values")
struct BFIReferenceTests {
  /// Under what an expected value was computed.
  struct Setting: Hashable {
    var isWeighted = false
    var proportion = ProportionInterval.logit
    var level = 0.95
    var rule = WeightedQuantileRule.math
    var test: ComparisonTest?

    func estimates() throws -> EstimatesTable {
      var plan = EstimationPlan()
      plan.weights = isWeighted ? "w" : nil
      plan.sample = .probability
      plan.domains = [["gender"]]
      plan.disclosure.minimumCount = 1
      plan.intervals.proportion = proportion
      plan.intervals.level = level
      plan.quantiles.shares = [0.25, 0.5, 0.75]
      plan.quantiles.rule = rule
      if let test {
        var comparison = Comparison(items: ["items"], domain: ["gender"])
        comparison.test = test
        plan.comparisons = [comparison]
      }
      let fields =
        BFITests.items.map { coded($0, BFITests.scale) } + [coded("gender", ["1", "2"]), field("w", .decimal)]
      let records = TestRecords(try fixture("bfi/bfi.csv"), fields: fields)
      let form = testForm([indicator("items", .consensus, BFITests.items, agree: ["5", "6"])])
      return try estimate(plan, form: form, records: records).table
    }
  }

  /// The setting, the tolerance and the number of a row; nil for rows of other suites and those left out:
  /// - interpolating quantiles (types 6 and 7), which depend on the order of equal values under weights;
  /// - Korn–Graubard intervals of weighted items: R's are of the subset that answered, ours of the whole design as in
  ///   `svyciprop(…, na.rm = TRUE)`, whose degrees of freedom count those without an answer too.
  static func reading(_ row: DelimitedRow) -> (Setting, Double, (RowIndex) -> Double?)? {
    let domain = row[5] == "all" ? ("", "") : ("gender", String(row[5].suffix(1)))
    func found(_ rows: RowIndex, _ statistic: Statistic, level: String = "") -> EstimateRow? {
      rows.row(row[3], statistic, level: level, domain: domain.0, domainLevel: domain.1)
    }
    let level = Double(row[6].replacing("level=", with: "")) ?? 0.95
    switch (row[0], row[2], row[7]) {
    case ("item", "top2", "share"): return (Setting(), 1e-9, { found($0, .agree)?.estimate })
    case ("item", "bottom2", "share"): return (Setting(), 1e-9, { found($0, .disagree)?.estimate })
    case ("item", "top2", "wilson_low"):
      return (Setting(proportion: .wilsonPlain, level: level), 1e-9, { found($0, .agree)?.lowerLimit })
    case ("item", "top2", "wilson_high"):
      return (Setting(proportion: .wilsonPlain, level: level), 1e-9, { found($0, .agree)?.upperLimit })
    case ("item", "top2", "exact_low"):
      return (Setting(proportion: .clopperPearson, level: level), 1e-9, { found($0, .agree)?.lowerLimit })
    case ("item", "top2", "exact_high"):
      return (Setting(proportion: .clopperPearson, level: level), 1e-9, { found($0, .agree)?.upperLimit })
    case ("item", "measure", "median"): return (Setting(rule: .school), 1e-9, { found($0, .median)?.estimate })
    case ("item", "measure", let name) where row[6] == "quantile type 2":
      return (Setting(rule: .school), 1e-9, { quantile(name, found: found, $0) })
    case ("weighted", "svyquantile math", let name):
      return (Setting(isWeighted: true), 1e-9, { quantile(name, found: found, $0) })
    case ("weighted", "svyciprop", let name) where row[6] == "logit":
      return (
        Setting(isWeighted: true), 1e-6,
        { rows in
          let agree = found(rows, .agree)
          return name == "top2" ? agree?.estimate : APIReference.number(name, of: agree)
        }
      )
    case ("weighted", "svychisq", let name):
      guard let test = tests[row[6]] else { return nil }
      let item = String(row[3].split(separator: "*")[0])
      return (
        Setting(isWeighted: true, test: test), 1e-9,
        { APIReference.number(name, of: $0.row(item, .test, level: test.rawValue, domain: "gender")) }
      )
    default: return nil
    }
  }

  private static let tests: [String: ComparisonTest] = [
    "F": .raoScott, "Chisq": .raoScottChiSquared, "Wald": .wald, "adjWald": .adjustedWald,
  ]

  private static func quantile(
    _ name: String, found: (RowIndex, Statistic, String) -> EstimateRow?, _ rows: RowIndex
  ) -> Double? {
    switch name {
    case "q1": found(rows, .quantile, "0.25")?.estimate
    case "q2": found(rows, .median, "")?.estimate
    case "q3": found(rows, .quantile, "0.75")?.estimate
    default: found(rows, .interquartileRange, "")?.estimate
    }
  }

  @Test("every expected value that these statistics speak of")
  func everyRow() throws {
    var tables: [Setting: RowIndex] = [:]
    var compared = 0
    for row in try fixture("bfi/expected.csv").rows {
      guard let expected = Double(row[8]), expected.isFinite, let (setting, tolerance, value) = Self.reading(row) else {
        continue
      }
      let table = try tables[setting] ?? RowIndex(try setting.estimates())
      tables[setting] = table
      let found = value(table)
      #expect(isClose(found, expected, tolerance), "\(row.fields) found \(found as Any)")
      compared += 1
    }
    #expect(compared == 1425)
  }
}
