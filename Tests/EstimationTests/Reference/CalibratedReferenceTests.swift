import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// Tests of independence, differences and intervals of the API samples with calibrated weights, against R's.
///
/// `api/expected_calibrated.csv` was made with R 4.2, survey 4.1-1:
///
///     suppressMessages(library(survey)); options(digits = 17)
///     F <- "api/"
///     out <- NULL
///     put <- function(case, design, test, items, stat, value) out <<- rbind(out, data.frame(case, design, test,
///       items, stat, value = sprintf("%.17g", value)))
///     pop <- read.csv(paste0(F, "population_margins.csv"), check.names = FALSE)
///     m <- function(v, name) { r <- pop[pop[[1]] == v, ]; d <- data.frame(r[[2]], Freq = r[[4]]); names(d)[1] <-
///       name; d }
///     for (name in c("srs", "strat")) {
///       d <- read.csv(paste0(F, "api", name, ".csv"), stringsAsFactors = TRUE, na.strings = "")
///       base <- if (name == "srs") svydesign(~1, weights = ~pw, fpc = ~fpc, data = d) else svydesign(~1, strata =
///       ~stype, weights = ~pw, fpc = ~fpc, data = d)
///       ms <- list(m("stype", "stype"), m("sch.wide", "sch.wide")); f <- list(~stype, ~sch.wide)
///       tot <- c(`(Intercept)` = sum(ms[[1]]$Freq), stypeH = ms[[1]]$Freq[2], stypeM = ms[[1]]$Freq[3], sch.wideYes
///       = ms[[2]]$Freq[2])
///       designs <- list(post = postStratify(base, ~stype, ms[[1]]), rake = rake(base, f, ms, control = list(maxit =
///       200, epsilon = 1e-13)),
///         linear = calibrate(base, ~stype + sch.wide, tot), raking = calibrate(base, ~stype + sch.wide, tot, calfun
///       = "raking", epsilon = 1e-13, maxit = 200),
///         logit = calibrate(base, ~stype + sch.wide, tot, calfun = "logit", bounds = c(.5, 2), epsilon = 1e-11,
///       maxit = 200))
///       for (case in names(designs)) {
///         e <- designs[[case]]
///         for (pair in list(c("awards", "stype"), c("comp.imp", "sch.wide"), c("yr.rnd", "stype")))
///           for (s in c("F", "Chisq", "Wald", "adjWald")) {
///             h <- tryCatch(svychisq(as.formula(paste("~", paste(pair, collapse = "+"))), e, statistic = s), error
///       = function(x) NULL)
///             if (is.null(h)) next
///             put(case, name, s, paste(pair, collapse = "*"), "statistic", h$statistic); put(case, name, s,
///       paste(pair, collapse = "*"), "p", h$p.value)
///             for (i in seq_along(h$parameter)) put(case, name, s, paste(pair, collapse = "*"), c("df", "df2")[i],
///       h$parameter[i])
///           }
///         for (v in c("api00", "enroll")) for (g in c("awards", "sch.wide")) {
///           t <- svyttest(as.formula(paste(v, "~", g)), e)
///           for (s in c("estimate", "statistic", "parameter", "p.value")) put(case, name, "t", paste(v, g, sep =
///       "*"), s, t[[s]])
///         }
///       }
///     }
///     write.csv(out, paste0(F, "expected_calibrated.csv"), row.names = FALSE, quote = FALSE)
@Suite("Tests, differences and intervals after calibration equal R's values")
struct CalibratedReferenceTests {
  /// A weighting of the expected values.
  struct Weighting: Sendable, CustomTestStringConvertible {
    var name: String
    /// The same in `api/expected.csv`.
    var kept: String
    /// R stops when totals between bounds are met to 1e-7.
    var tolerance = 1e-8
    var apply: @Sendable (inout EstimationPlan) throws -> Void
    var testDescription: String { name }
  }

  static let weightings = [
    Weighting(name: "post", kept: "poststrat_stype") { $0.postStratify = try APITests.margin(["stype"]) },
    Weighting(name: "", kept: "poststrat_stype_schwide") {
      $0.postStratify = try APITests.margin(["stype", "sch.wide"])
    },
    Weighting(name: "rake", kept: "rake_tight") {
      $0.rake = [try APITests.margin(["stype"]), try APITests.margin(["sch.wide"])]
      $0.raking.variance = .sweeps
    },
    Weighting(name: "", kept: "rake3_tight") {
      $0.rake = try [["stype"], ["sch.wide"], ["awards"]].map(APITests.margin)
      $0.raking.variance = .sweeps
    },
    Weighting(name: "linear", kept: "calib_linear") { $0.calibrate = try WeightingReferenceTests.target(.linear) },
    Weighting(name: "raking", kept: "calib_raking") { $0.calibrate = try WeightingReferenceTests.target(.raking) },
    Weighting(name: "logit", kept: "calib_logit_bounded", tolerance: 1e-6) {
      $0.calibrate = try WeightingReferenceTests.target(.logit, bounds: 0.5...2)
    },
  ]

  static func rows(
    _ weighting: Weighting, _ design: String, _ test: ComparisonTest?, proportion: ProportionInterval = .logit
  ) throws -> RowIndex {
    var plan = APITests.plan(design)
    plan.domains = []
    plan.intervals.proportion = proportion
    plan.comparisons = [
      ("stype", ["awards", "yr.rnd", "api00"]), ("sch.wide", ["comp.imp", "api00", "enroll"]),
      ("awards", ["api00", "enroll"]),
    ].compactMap { domain, items in
      guard let test else { return nil }
      let fitting = items.filter { !test.isOfTable || ReferenceSetting.categories.contains($0) }
      if fitting.isEmpty { return nil }
      var comparison = Comparison(items: fitting, domain: [domain])
      comparison.test = test
      return comparison
    }
    try weighting.apply(&plan)
    let records = try ReferenceSetting.records(design)
    return RowIndex(try estimate(plan, form: ReferenceSetting.form, records: records).table)
  }

  private static let tests: [String: ComparisonTest] = [
    "F": .raoScott, "Chisq": .raoScottChiSquared, "Wald": .wald, "adjWald": .adjustedWald, "t": .t,
  ]

  @Test("every statistic of svychisq, and svyttest", arguments: weightings.filter { !$0.name.isEmpty })
  func tests(_ weighting: Weighting) throws {
    var found: [[String]: RowIndex] = [:]
    var checked = 0
    for row in try fixture("api/expected_calibrated.csv").rows where row[0] == weighting.name {
      let test = try #require(Self.tests[row[2]])
      let rows = try found[[row[1], row[2]]] ?? Self.rows(weighting, row[1], test)
      found[[row[1], row[2]]] = rows
      let names = row[3].split(separator: "*").map(String.init)
      let own = rows.row(
        names[0], test.isOfTable ? .test : .difference, level: test.isOfTable ? test.rawValue : "", domain: names[1],
        domainLevel: test.isOfTable ? "" : "No-Yes")
      // R subtracts the first level from the second.
      let value: Double? =
        switch row[4] {
        case "estimate": own?.estimate.map { -$0 }
        case "statistic": own?.testStatistic.map { test == .t ? -$0 : $0 }
        case "df", "parameter": own?.degreesOfFreedom
        case "df2": own?.secondDegreesOfFreedom
        default: own?.pValue
        }
      let expected = try #require(Double(row[5]))
      // A relative difference, of p values too.
      let isEqual = value.map { abs($0 - expected) <= max(weighting.tolerance * 10 * abs(expected), 1e-300) } ?? false
      #expect(isEqual, "\(row.fields) found \(value as Any)")
      checked += 1
    }
    #expect(checked > 90)
  }

  @Test("the tests, differences and intervals of the larger table of values", arguments: weightings)
  func kept(_ weighting: Weighting) throws {
    let kinds: [String: ProportionInterval] = ["xlogit": .logit, "logit": .logit, "beta": .beta, "mean": .mean]
    for design in ["srs", "strat"] {
      let table = try Self.rows(weighting, design, .raoScott)
      let differences = try Self.rows(weighting, design, .difference)
      var intervals: [String: RowIndex] = [:]
      var checked = 0
      for row in try fixture("api/expected.csv").rows where row[0] == weighting.kept && row[1] == design {
        let own: EstimateRow?
        var sign = 1.0
        switch row[2] {
        case "svychisq": own = table.row("awards", .test, level: "rao_scott", domain: "stype")
        case "influence":
          let parts = row[5].split(separator: "=").map(String.init)
          let direct = differences.row(row[3], .difference, domain: parts[0], domainLevel: parts[1])
          let turned = parts[1].split(separator: "-").reversed().joined(separator: "-")
          own = direct ?? differences.row(row[3], .difference, domain: parts[0], domainLevel: turned)
          if direct == nil, row[7] == "estimate" { sign = -1 }
        case "svyciprop":
          let kind = try #require(kinds[row[6]])
          let rows = try intervals[row[6]] ?? Self.rows(weighting, design, nil, proportion: kind)
          intervals[row[6]] = rows
          own = rows.row("awards", .proportion, level: "Yes")
          // A share that the weights fix has no interval in R but rounding.
          if (own?.standardError ?? 0) < 1e-10 { continue }
        default: continue
        }
        let expected = try #require(Double(row[8]))
        let value = APIReference.number(row[7], of: own).map { $0 * sign }
        // R fits the logit by iteration.
        let tolerance = row[6] == "logit" ? 1e-6 : weighting.tolerance
        #expect(isClose(value, expected, tolerance), "\(row.fields) found \(value as Any)")
        checked += 1
      }
      #expect(checked >= 8, "\(checked)")
    }
  }
}
