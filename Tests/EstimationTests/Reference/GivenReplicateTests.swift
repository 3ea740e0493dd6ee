import DelimitedText
import Estimation
import FormDefinition
import Responses
import Testing

/// Replicate weights given as columns: balanced repeated replication, Fay's method and JKn, overall and in domains.
///
/// The tables were made with R 4.2, survey 4.1-1:
///
///     suppressMessages(library(survey)); number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "NA")
///     set.seed(11); d <- do.call(rbind, lapply(1:10, function(s) do.call(rbind, lapply(1:2, function(p) { m <-
///       sample(2:4, 1)
///       data.frame(stratum = s, psu = p, w = round(rexp(m) * 20 + 5, 3), g = sample(c("a", "b", "c"), m, TRUE), y =
///       round(rnorm(m, 40 + s + 3 * p, 6), 2), q = sample(1:4, m, TRUE)) }))))
///     d$y[c(4, 19)] <- NA; d$q[7] <- NA; d$g[d$stratum < 6 & d$g == "c"] <- "a"
///     base <- svydesign(~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE); out <- NULL
///     kinds <- list(brr = as.svrepdesign(base, type = "BRR"), fay = as.svrepdesign(base, type = "Fay", fay.rho =
///       .3), jkn = as.svrepdesign(base, type = "JKn"))
///     for (k in names(kinds)) { r <- kinds[[k]]; f <- unclass(weights(r, "analysis")); colnames(f) <- paste0(k,
///       "_", seq_len(ncol(f)))
///       f <- matrix(sprintf("%.17g", f), nrow(f), dimnames = dimnames(f)); d <- cbind(d, f)
///       cat(k, "scale", r$scale, "rscales", unique(r$rscales), "\n")
///       for (mse in c(FALSE, TRUE)) { r$mse <- mse; for (g in c("", "a", "b", "c")) { e <- if (g == "") r else
///       subset(r, g == get("g", 1)); if (g != "") e <- r[which(d$g == g), ]
///         e$degf <- NULL; df <- degf(e); m <- svymean(~y, e, na.rm = TRUE); t <- svytotal(~y, e, na.rm = TRUE); p
///       <- svymean(~I(q == 2), e, na.rm = TRUE); a <- svyratio(~y, ~q, e, na.rm = TRUE)
///         h <- if (g == "") svychisq(~q + g, e[!is.na(d$q), ], statistic = "F") else NULL
///         out <- rbind(out, data.frame(kind = k, mse, g, df, mean = number(coef(m)), mean_se = number(SE(m)),
///       total_se = number(SE(t)), share_se = number(SE(p)[2]), ratio_se = number(SE(a)), low = number(coef(m) -
///       qt(.975, df) * SE(m)),
///           f = if (g == "") number(h$statistic) else "NA", ddf = if (g == "") number(h$parameter[2]) else "NA")) }
///       } }
///     write.csv(d, "replicates.csv", row.names = FALSE, quote = FALSE); write.csv(out, "expected_replicates.csv",
///       row.names = FALSE, quote = FALSE)
@Suite("Given replicate weights equal R's values")
struct GivenReplicateTests {
  /// One kind of columns, and what its squares are multiplied with.
  static let kinds: [(name: String, scale: Double?, scales: [Double])] = [
    ("brr", 1.0 / 12, []), ("fay", 1 / (12 * 0.7 * 0.7), []), ("jkn", nil, Array(repeating: 0.5, count: 20)),
  ]

  static func estimates(_ kind: String, isCentredOnEstimate: Bool, isCombined: Bool = true) throws -> RowIndex {
    let (name, scale, scales) = try #require(kinds.first { $0.name == kind })
    var replicates = ReplicatePlan(.columns)
    replicates.columns = ["\(name)_*"]
    replicates.scale = scale
    replicates.scales = scales
    replicates.isCentredOnEstimate = isCentredOnEstimate
    replicates.isCombined = isCombined
    var plan = EstimationPlan()
    plan.sample = .probability
    plan.weights = "w"
    plan.replicates = replicates
    plan.domains = [["g"]]
    plan.disclosure.minimumCount = 1
    plan.comparisons = [Comparison(items: ["q"], domain: ["g"])]
    let table = try fixture("replicates/replicates.csv")
    let columns = (1...20).map { "\(name)_\($0)" }.filter { table.column(named: $0) != nil }
    var fields = [coded("g", ["a", "b", "c"]), field("w", .decimal), field("y", .decimal)]
    fields += [coded("q", ["1", "2", "3", "4"]), field("z", .integer)] + columns.map { field($0, .decimal) }
    var records = TestRecords(table, fields: fields)
    for row in records.rows.indices {
      records.rows[row][4] = records.rows[row][3]
      guard !isCombined, let weight = Double(records.rows[row][1]) else { continue }
      for column in 5..<fields.count {
        records.rows[row][column] = Double(records.rows[row][column]).map { "\($0 / weight)" } ?? ""
      }
    }
    let form = testForm([
      indicator("m", .mean, ["y"]), indicator("t", .total, ["y"]), indicator("s", .share, ["q"]),
      indicator("r", .ratio, ["y/z"]),
    ])
    return RowIndex(try estimate(plan, form: form, records: records).table)
  }

  @Test("means, totals, shares, ratios, their degrees of freedom, limits and a test", arguments: ["brr", "fay", "jkn"])
  func everyRow(_ kind: String) throws {
    var checked = 0
    for centred in [false, true] {
      let rows = try Self.estimates(kind, isCentredOnEstimate: centred)
      for row in try fixture("replicates/expected_replicates.csv").rows
      where row[0] == kind && row[1] == (centred ? "TRUE" : "FALSE") {
        let domain = row[2].isEmpty ? "" : "g"
        let mean = rows.row("y", .mean, domain: domain, domainLevel: row[2])
        let test = row[2].isEmpty ? rows.row("q", .test, level: "rao_scott", domain: "g") : nil
        let values = [
          mean?.degreesOfFreedom, mean?.estimate, mean?.standardError,
          rows.row("y", .total, domain: domain, domainLevel: row[2])?.standardError,
          rows.row("q", .proportion, level: "2", domain: domain, domainLevel: row[2])?.standardError,
          rows.row("y/z", .ratio, domain: domain, domainLevel: row[2])?.standardError, mean?.lowerLimit,
          test?.testStatistic, test?.secondDegreesOfFreedom,
        ]
        for (value, expected) in zip(values, row.fields[3...].map(Double.init)) {
          #expect(
            expected.map { isClose(value, $0, 1e-9) } ?? (value == nil), "\(row.fields) found \(value as Any)")
          checked += 1
        }
      }
    }
    #expect(checked == 72)
  }

  @Test("multipliers of the weight give what the full weights give")
  func multipliers() throws {
    let full = try Self.estimates("fay", isCentredOnEstimate: false)
    let apart = try Self.estimates("fay", isCentredOnEstimate: false, isCombined: false)
    for level in ["", "a", "b", "c"] {
      let domain = level.isEmpty ? "" : "g"
      let expected = try #require(full.row("y", .mean, domain: domain, domainLevel: level)?.standardError)
      #expect(isClose(apart.row("y", .mean, domain: domain, domainLevel: level)?.standardError, expected, 1e-10))
    }
  }
}
