import DelimitedText
import Estimation
import FormDefinition
import Responses

/// Under what an expected value of the API samples was computed.
struct ReferenceSetting: Hashable {
  var design: String
  var proportion = ProportionInterval.logit
  var level = 0.95
  var rule = WeightedQuantileRule.math
  var quantileInterval = QuantileInterval.mean
  var test: ComparisonTest?

  /// The plan of the setting.
  func plan() throws -> EstimationPlan {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "pw"
    plan.strata = design.hasPrefix("strat") ? "stype" : nil
    plan.populationSizes = design.hasSuffix("_wr") ? [] : ["fpc"]
    plan.domains = [["stype"], ["sch.wide"], ["awards"], ["elementary"]]
    plan.disclosure.minimumCount = 1
    plan.intervals.proportion = proportion
    plan.intervals.level = level
    plan.quantiles.shares = [0.1, 0.25, 0.5, 0.75, 0.9]
    plan.quantiles.rule = rule
    plan.quantiles.interval = quantileInterval
    if let test {
      plan.comparisons = Self.compared.compactMap { items, domain in
        let coded = test.isOfTable ? items.filter { Self.categories.contains($0) } : items
        if coded.isEmpty { return nil }
        var comparison = Comparison(items: coded, domain: [domain])
        comparison.test = test
        return comparison
      }
    }
    return plan
  }

  private static let compared: [(items: [String], domain: String)] = [
    (["sch.wide", "awards", "yr.rnd", "api00"], "stype"), (["comp.imp", "api00"], "sch.wide"), (["api00"], "awards"),
  ]

  /// The estimates of the setting.
  func estimates() throws -> EstimatesTable {
    try estimate(plan(), form: Self.form, records: Self.records(design)).table
  }

  static let categories = ["stype", "sch.wide", "awards", "both", "comp.imp", "yr.rnd"]
  static let numbers = ["api00", "api99", "enroll", "api.stu", "ell"]
  static let fields =
    [coded("stype", ["E", "H", "M"])] + categories.dropFirst().map { coded($0, ["No", "Yes"]) }
    + [field("pw", .decimal), field("fpc", .decimal)] + numbers.map { field($0, .integer) }
    + derived.map { coded($0, ["No", "Yes"]) }
  /// Yes-or-no questions that follow from others.
  static let derived = ["elementary", "api00<450", "api00>800", "ell==0"]
  static let form = testForm([
    indicator("shares", .share, categories + derived), indicator("means", .mean, numbers),
    indicator("ratio", .ratio, ["api.stu/enroll"]),
  ])

  /// The sample of a design with the derived questions.
  static func records(_ design: String) throws -> TestRecords {
    let table = try fixture(design.hasPrefix("strat") ? "api/apistrat.csv" : "api/apisrs.csv")
    var records = TestRecords(table, fields: fields)
    let index = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    for row in records.rows.indices {
      func number(_ name: String) -> Double { index[name].flatMap { Double(records.rows[row][$0]) } ?? .nan }
      let values = [
        records.rows[row][0] == "E", number("api00") < 450, number("api00") > 800, number("ell") == 0,
      ]
      records.rows[row].replaceSubrange((fields.count - 4)..., with: values.map { $0 ? "Yes" : "No" })
    }
    return records
  }
}
