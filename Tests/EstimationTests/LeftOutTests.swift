import Diagnostics
import Estimation
import FormDefinition
import Responses
import Testing

/// What estimation leaves out, it says; and parts of a sample add up to the whole.
@Suite("What is left out is told, and parts add up")
struct LeftOutTests {
  @Test("a table of more than 120 contrasts has an empty row and a warning; one of 120 has a test")
  func largeTable() throws {
    func result(levels: Int) throws -> EstimationResult {
      let answers = (1...13).map { "a\($0)" }
      let sectors = (1...levels).map { "s\($0)" }
      var generator = SeededGenerator(seed: 4)
      let rows = (0..<3000).map { _ in
        [answers.randomElement(using: &generator) ?? "", sectors.randomElement(using: &generator) ?? ""]
      }
      var plan = EstimationPlan()
      plan.disclosure.minimumCount = 1
      plan.comparisons = [Comparison(items: ["q"], domain: ["sector"])]
      let records = TestRecords([coded("q", answers), coded("sector", sectors)], rows: rows)
      return try estimate(plan, form: testForm([indicator("i", .share, ["q"])]), records: records)
    }
    let large = try result(levels: 12)
    #expect(large.diagnostics.map(\.code.identifier) == ["EST-120"])
    #expect(large.table.rows.filter { $0.statistic == .test }.map(\.pValue) == [nil])
    let fitting = try result(levels: 11)
    #expect(fitting.diagnostics.isEmpty)
    #expect(fitting.table.rows.first { $0.statistic == .test }?.pValue != nil)
  }

  @Test("an item and a domain that change places are protected together: only the emptied domain is named")
  func exchange() throws {
    func found(_ rare: Int, items: [String] = ["sector", "gender"]) throws -> [String] {
      var rows = (0..<200).map { ["ab".map(String.init)[$0 % 2], $0 % 3 == 0 ? "f" : "m"] }
      rows += (0..<rare).map { ["c", $0 % 2 == 0 ? "f" : "m"] }
      var plan = EstimationPlan()
      plan.domains = [["gender"], ["sector"]]
      let records = TestRecords([coded("sector", ["a", "b", "c"]), coded("gender", ["f", "m"])], rows: rows)
      return try estimate(plan, form: testForm([indicator("i", .share, items)]), records: records).diagnostics
        .map(\.code.identifier)
    }
    #expect(try found(8) == ["EST-123"])
    #expect(try found(80).isEmpty)
    #expect(try found(8, items: ["gender"]) == ["EST-123"])
  }

  @Test(
    "the strata of two files merged: totals add up, and so do their variances",
    arguments: [[], ["psu"], ["psu", "ssu"]])
  func mergedStrata(_ clusters: [String]) throws {
    for seed in 0..<8 {
      let survey = SyntheticSurvey(seed: 900 + UInt64(seed), count: 240)
      func totals(_ strata: Set<String>) throws -> [[String]: EstimateRow] {
        var part = survey
        let column = survey.column("stratum")
        part.rows = survey.rows.indices.filter { strata.contains(column[$0]) }.map { survey.rows[$0] }
        var plan = EstimationPlan()
        plan.sample = .probability
        plan.weights = "w"
        plan.strata = "stratum"
        plan.clusters = clusters
        plan.populationSizes = clusters.isEmpty ? [] : ["n_psu", "n_ssu"].prefix(clusters.count).map(\.self)
        plan.singlePSU = .certainty
        plan.domains = [["gender"]]
        plan.disclosure.minimumCount = 1
        let rows = try estimate(plan, form: SyntheticSurvey.form, records: part.records).table.rows
        return Dictionary(
          rows.filter { $0.statistic == .total }.map { ([$0.indicator, $0.item, $0.level, $0.domainLevel], $0) },
          uniquingKeysWith: { first, _ in first })
      }
      let whole = try totals(["s1", "s2", "s3"])
      let parts = [try totals(["s1"]), try totals(["s2", "s3"])]
      var checked = 0
      for (key, row) in whole {
        guard let total = row.estimate, let error = row.standardError else { continue }
        let own = parts.compactMap { $0[key] }
        let errors = own.compactMap(\.standardError)
        // A part without anybody has no variance of its own.
        guard errors.count == 2 else { continue }
        #expect(isClose(own.compactMap(\.estimate).reduce(0, +), total, 1e-10), "\(key)")
        #expect(isClose(errors.reduce(0) { $0 + $1 * $1 }, error * error, 1e-9), "\(key)")
        checked += 1
      }
      #expect(checked > 5)
    }
  }
}
