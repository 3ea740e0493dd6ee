import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// Quantiles by every rule, with intervals closed and open, against R's.
///
/// The tables were made with R 4.2, survey 4.1-1 (values that differ, so that the order of equal ones does not matter):
///
///     suppressMessages(library(survey)); number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "NA")
///     ## 4.1-1 gives the second value where the share is below the first weight's; later versions the first.
///     old <- survey:::qs; assignInNamespace("qs", function(x, w, p) {
///       q <- old(x, w, p); if (p * sum(w) < w[order(x)[1]]) q$qup <- q$qlow; q }, "survey")
///     set.seed(5); d <- data.frame(g = rep(c("a", "b"), c(26, 8)), w = round(rexp(34) * 9 + .5, 2), y =
///       round(rlnorm(34, 3, .8), 3), s = rep(1:4, length.out = 34))
///     stopifnot(!anyDuplicated(d$y)); out <- NULL
///     for (r in c("math", "school", paste0("hf", 5:9))) for (g in c("", "a", "b")) {
///       e <- svydesign(~1, strata = ~s, weights = ~w, data = d); if (g != "") e <- e[d$g == g, ]
///       q <- svyquantile(~y, e, c(.1, .25, .5, .75, .9), qrule = r, interval.type = "mean", df = degf(e))$y
///       out <- rbind(out, data.frame(rule = r, g = g, p = c(.1, .25, .5, .75, .9), estimate = number(q[, 1]), low =
///       number(q[, 2]), high = number(q[, 3]), se = number(q[, 4])))
///     }
///     write.csv(d, "quantiles.csv", row.names = FALSE, quote = FALSE); write.csv(out, "expected_quantiles.csv",
///       row.names = FALSE, quote = FALSE)
@Suite("Quantiles by every rule equal R's values")
struct QuantileReferenceTests {
  static func estimates(_ rule: WeightedQuantileRule) throws -> RowIndex {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "w"
    plan.strata = "s"
    plan.domains = [["g"]]
    plan.disclosure.minimumCount = 1
    plan.quantiles.shares = [0.1, 0.25, 0.5, 0.75, 0.9]
    plan.quantiles.rule = rule
    let fields = [coded("g", ["a", "b"]), field("w", .decimal), field("y", .decimal), field("s", .integer)]
    let records = TestRecords(try fixture("quantiles/quantiles.csv"), fields: fields)
    return RowIndex(try estimate(plan, form: testForm([indicator("m", .mean, ["y"])]), records: records).table)
  }

  @Test("estimates, limits and standard errors, overall and in domains", arguments: WeightedQuantileRule.allCases)
  func everyRow(_ rule: WeightedQuantileRule) throws {
    let rows = try Self.estimates(rule)
    var open = 0
    for row in try fixture("quantiles/expected_quantiles.csv").rows where row[0] == rule.rawValue {
      let isMedian = row[2] == "0.5"
      let found = try #require(
        rows.row(
          "y", isMedian ? .median : .quantile, level: isMedian ? "" : row[2], domain: row[1].isEmpty ? "" : "g",
          domainLevel: row[1]))
      let values = [found.estimate, found.lowerLimit, found.upperLimit, found.standardError]
      for (value, expected) in zip(values, row.fields[3...].map(Double.init)) {
        #expect(
          expected.map { isClose(value, $0, 1e-9) } ?? (value == nil), "\(row.fields) found \(value as Any)")
      }
      if (found.lowerLimit == nil) != (found.upperLimit == nil) { open += 1 }
    }
    #expect(open > 0)
  }

  @Test("equal values share their weights: the order of the records changes no interpolated quantile")
  func order() throws {
    let values = [("3", "1"), ("5", "9"), ("5", "1"), ("5", "4"), ("8", "2"), ("9", "3")]
    for rule in WeightedQuantileRule.allCases {
      let rows = try QuantileTests.rows(values, shares: [0.2, 0.5, 0.8], rule: rule)
      let turned = try QuantileTests.rows(values.reversed(), shares: [0.2, 0.5, 0.8], rule: rule)
      for level in ["0.2", "0.8"] {
        let estimate = try #require(rows.row("y", .quantile, level: level)?.estimate)
        #expect(isClose(turned.row("y", .quantile, level: level)?.estimate, estimate, 1e-12), "\(rule)")
      }
    }
  }
}
