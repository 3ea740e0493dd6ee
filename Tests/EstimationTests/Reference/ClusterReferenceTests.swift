import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// Many strata with numbers of clusters used anew in each, strata of a single cluster under each rule, and two stages with
/// population sizes, fractions or none: generated data in the shape of NHANES, of YRBS and of a school survey.
///
/// The expected values were computed with R 4.2, survey 4.1-1:
///
///     suppressMessages(library(survey)); number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "NA"); out
///       <- NULL
///     read <- function(f) read.csv(paste0(f, ".csv"), na.strings = "")
///     nh <- read("nhanes"); yr <- read("yrbs"); tw <- read("two")
///     designs <- list(
///       nhanes = list(svydesign(~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC, nest = TRUE, data = nh), c("BMI",
///       "CHOL"), "HEALTH", c("RIAGENDR", "RIDRETH1"), "fail"),
///       yrbs_certainty = list(svydesign(~psu, strata = ~stratum, weights = ~weight, data = yr), NULL, c("q8",
///       "qn8"), c("sex", "grade"), "certainty"),
///       yrbs_centered = list(svydesign(~psu, strata = ~stratum, weights = ~weight, data = yr), NULL, c("q8",
///       "qn8"), c("sex", "grade"), "adjust"),
///       yrbs_average = list(svydesign(~psu, strata = ~stratum, weights = ~weight, data = yr), NULL, c("q8", "qn8"),
///       c("sex", "grade"), "average"),
///       two_sizes = list(svydesign(~district + school, strata = ~region, weights = ~w, fpc = ~N1 + M2, nest = TRUE,
///       data = tw), c("y", "z"), "q", c("g", "region"), "certainty"),
///       two_fractions = list(svydesign(~district + school, strata = ~region, weights = ~w, fpc = ~f1 + f2, nest =
///       TRUE, data = tw), c("y", "z"), "q", c("g", "region"), "certainty"),
///       two_replaced = list(svydesign(~district + school, strata = ~region, weights = ~w, nest = TRUE, data = tw),
///       c("y", "z"), "q", c("g", "region"), "fail"))
///     for (name in names(designs)) { e <- designs[[name]]; d <- e[[1]]; v <- d$variables; options(survey.lonely.psu
///       = e[[5]])
///       levels <- c(list(list("", "")), lapply(sort(unique(v[[e[[4]][1]]])), function(l) list(e[[4]][1], l)),
///         lapply(seq_len(nrow(u <- unique(na.omit(v[e[[4]]])))), function(i) list(paste(e[[4]], collapse = "*"),
///       paste(u[i, 1], u[i, 2], sep = "*"))))
///       for (l in levels) { s <- d
///         if (l[[1]] != "") { k <- strsplit(l[[1]], "*", fixed = TRUE)[[1]]; x <- strsplit(as.character(l[[2]]),
///       "*", fixed = TRUE)[[1]]
///           keep <- rep(TRUE, nrow(v)); for (i in seq_along(k)) keep <- keep & as.character(v[[k[i]]]) %in% x[i]; s
///       <- d[keep, ] }
///         put <- function(item, stat, level, f) out <<- rbind(out, data.frame(design = name, item, stat, level,
///       domain = l[[1]], domain_level = l[[2]], estimate = number(coef(f)[[1]]), se = number(SE(f)[[1]]), df =
///       degf(s)))
///         for (y in e[[2]]) { m <- as.formula(paste("~", y)); put(y, "mean", "", svymean(m, s, na.rm = TRUE));
///       put(y, "total", "", svytotal(m, s, na.rm = TRUE)) }
///         if (length(e[[2]]) == 2) put(paste(e[[2]], collapse = "/"), "ratio", "", svyratio(as.formula(paste("~",
///       e[[2]][1])), as.formula(paste("~", e[[2]][2])), s, na.rm = TRUE))
///         for (q in e[[3]]) for (c in 1:2) { s$variables$hit <- as.numeric(s$variables[[q]] == c); put(q,
///       "proportion", c, svymean(~hit, s, na.rm = TRUE)) } } }
///     write.csv(out, "expected.csv", row.names = FALSE, quote = FALSE)
@Suite("Clusters and two stages equal R's values")
struct ClusterReferenceTests {
  /// A design of the expected values.
  struct Setting {
    var file: String
    var weights: String
    var strata: String
    var clusters: [String]
    var sizes: [String] = []
    var rule = SinglePSURule.error
    var domains: [String]
  }

  static let settings: [String: Setting] = [
    "nhanes": Setting(
      file: "nhanes", weights: "WTMEC", strata: "SDMVSTRA", clusters: ["SDMVPSU"], domains: ["RIAGENDR", "RIDRETH1"]),
    "yrbs_certainty": yrbs(.certainty), "yrbs_centered": yrbs(.centered), "yrbs_average": yrbs(.average),
    "two_sizes": two(["N1", "M2"], .certainty), "two_fractions": two(["f1", "f2"], .certainty),
    "two_replaced": two([], .error),
  ]

  private static func yrbs(_ rule: SinglePSURule) -> Setting {
    Setting(
      file: "yrbs", weights: "weight", strata: "stratum", clusters: ["psu"], rule: rule, domains: ["sex", "grade"])
  }

  private static func two(_ sizes: [String], _ rule: SinglePSURule) -> Setting {
    Setting(
      file: "two", weights: "w", strata: "region", clusters: ["district", "school"], sizes: sizes, rule: rule,
      domains: ["g", "region"])
  }

  static let fields = [
    field("SDMVSTRA", .integer), field("SDMVPSU", .text), coded("RIAGENDR", ["1", "2"]),
    coded("RIDRETH1", ["1", "2", "3", "4", "5"]), field("WTMEC", .decimal), field("BMI", .decimal),
    field("CHOL", .integer), coded("HEALTH", ["1", "2", "3", "4", "5"]), field("stratum", .integer),
    field("psu", .integer), coded("sex", ["1", "2"]), coded("grade", ["1", "2", "3", "4"]), field("weight", .decimal),
    coded("q8", ["1", "2", "3", "4", "5"]), coded("qn8", ["1", "2"]), field("region", .text),
    field("district", .integer), field("school", .integer), field("N1", .integer), field("M2", .integer),
    field("f1", .decimal), field("f2", .decimal), field("w", .decimal), coded("g", ["f", "m"]), field("y", .decimal),
    field("z", .decimal), coded("q", ["1", "2", "3", "4", "5"]),
  ]

  static func estimates(_ setting: Setting) throws -> RowIndex {
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = setting.weights
    plan.strata = setting.strata
    plan.clusters = setting.clusters
    plan.populationSizes = setting.sizes
    plan.singlePSU = setting.rule
    plan.domains = [[setting.domains[0]], setting.domains]
    plan.disclosure.minimumCount = 1
    let form =
      setting.file == "nhanes"
      ? testForm([
        indicator("m", .mean, ["BMI", "CHOL"]), indicator("t", .total, ["BMI", "CHOL"]),
        indicator("s", .share, ["HEALTH"]), indicator("r", .ratio, ["BMI/CHOL"]),
      ])
      : setting.file == "yrbs"
        ? testForm([indicator("s", .share, ["q8", "qn8"])])
        : testForm([
          indicator("m", .mean, ["y", "z"]), indicator("t", .total, ["y", "z"]), indicator("s", .share, ["q"]),
          indicator("r", .ratio, ["y/z"]),
        ])
    let records = TestRecords(try fixture("clusters/\(setting.file).csv"), fields: fields)
    return RowIndex(try estimate(plan, form: form, records: records).table)
  }

  @Test("estimates, standard errors and degrees of freedom, overall and in domains", arguments: settings.keys.sorted())
  func everyRow(_ name: String) throws {
    let rows = try Self.estimates(try #require(Self.settings[name]))
    var checked = 0
    for row in try fixture("clusters/expected.csv").rows where row[0] == name {
      let statistic = try #require(Statistic(rawValue: row[2]))
      let found = rows.row(row[1], statistic, level: row[3], domain: row[4], domainLevel: row[5])
      guard let estimate = Double(row[6]) else {
        #expect(found?.estimate == nil, "\(row.fields)")
        continue
      }
      let error = Double(row[7]) ?? 0
      #expect(isClose(found?.estimate, estimate, 1e-9), "\(row.fields) found \(found?.estimate as Any)")
      // R's zero is one of rounding.
      #expect(
        error < 1e-9 ? (found?.standardError ?? 0) < 1e-9 : isClose(found?.standardError, error, 1e-9),
        "\(row.fields) found \(found?.standardError as Any)")
      #expect(found?.degreesOfFreedom == Double(row[8]), "\(row.fields) found \(found?.degreesOfFreedom as Any)")
      checked += 1
    }
    #expect(checked > 40)
  }
}
