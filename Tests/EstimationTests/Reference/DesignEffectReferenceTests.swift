import DelimitedText
import Estimation
import Testing

/// R's values that a plan reaches by `deff` and by `distribution`.
@Suite("Design effects and normal intervals equal R's values")
struct DesignEffectReferenceTests {
  static let designs = ["srs", "srs_wr", "strat", "strat_wr"]

  @Test("design effects against a sample with and without replacement", arguments: designs)
  func designEffects(_ design: String) throws {
    for (reference, name) in [(DesignEffectReference.withoutReplacement, "wor"), (.withReplacement, "replace")] {
      var plan = APITests.plan(design)
      plan.designEffect = reference
      let checked = try check(plan, design, rowsWith: { $0[7] == "deff" && $0[6] == name }) { row, _ in
        row.designEffect
      }
      #expect(checked >= (name == "wor" ? 20 : 15))
    }
  }

  @Test("limits by the quantile of the normal distribution", arguments: designs)
  func normalLimits(_ design: String) throws {
    var plan = APITests.plan(design)
    plan.intervals.distribution = .normal
    plan.intervals.proportion = .mean
    let checked = try check(plan, design, rowsWith: { $0[6] == "z" }) { row, statistic in
      statistic == "ci_low" ? row.lowerLimit : row.upperLimit
    }
    #expect(checked >= 30)
  }

  /// Compares the rows of some kind in the cases that have no weighting of their own.
  private func check(
    _ plan: EstimationPlan, _ design: String, rowsWith isWanted: ([String]) -> Bool,
    value: (EstimateRow, String) -> Double?
  ) throws -> Int {
    let cases: Set = ["mean", "total", "prop", "count", "by_mean", "by_total", "by_prop"]
    let rows = RowIndex(try estimate(plan, form: APITests.form, records: try APITests.records(design)).table)
    var checked = 0
    for row in try fixture("api/expected.csv").rows where cases.contains(row[0]) && row[1] == design {
      guard isWanted(row.fields), row[3] != "yr.rnd", let reference = Double(row[8]), reference.isFinite,
        let found = APITests.find(row, in: rows)
      else { continue }
      // A share that the design fixes has a variance of rounding only.
      if (found.standardError ?? 0) < 1e-9 * max(1, abs(found.estimate ?? 0)) { continue }
      #expect(isClose(value(found, row[7]), reference, 1e-9), "\(row.fields)")
      checked += 1
    }
    return checked
  }
}
