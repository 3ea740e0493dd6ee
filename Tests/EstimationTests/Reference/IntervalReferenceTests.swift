import DelimitedText
import Distributions
import Foundation
import Testing

@testable import Estimation

/// The folder of reference values that are kept elsewhere.
private let referenceFolder = ProcessInfo.processInfo.environment["YKIEN_REFERENCE"]

/// Intervals of shares and adjusted p values on whole grids.
///
/// The committed tables are R's, by these lines (R 4.2):
///
///     number <- function(x) ifelse(is.na(x), "NA", sprintf("%.17g", x))
///     p <- list(spread = c(.003, .012, .02, .04, .11, .35, .8), ties = c(.04, .01, .04, .2, .01),
///       gaps = c(.02, NA, .3, .001, NA), one = .4, all = c(1, 1, 1))
///     a <- do.call(rbind, lapply(names(p), function(k) data.frame(case = k, i = seq_along(p[[k]]),
///       p = number(p[[k]]), bonferroni = number(p.adjust(p[[k]], "bonferroni")),
///       holm = number(p.adjust(p[[k]], "holm")), BH = number(p.adjust(p[[k]], "BH")))))
///     write.csv(a, "padjust.csv", row.names = FALSE, quote = FALSE)
///     g <- expand.grid(p = c(.004, .15, .62, .97), deff = c(.8, 1.3, 3), n = c(18, 150, 2400), df = c(2, 17, 90),
///       level = c(.9, .95))
///     g <- g[g$df < g$n, ]; g$var <- with(g, deff * p * (1 - p) / n); t <- (1 - g$level) / 2
///     ne <- with(g, p * (1 - p) / var * (qt(t, n - 1) / qt(t, df))^2); nc <- pmin(g$n, ne)
///     g$low <- qbeta(t, ne * g$p, ne * (1 - g$p) + 1); g$high <- qbeta(1 - t, ne * g$p + 1, ne * (1 - g$p))
///     g$cap_low <- qbeta(t, nc * g$p, nc * (1 - g$p) + 1)
///     g$cap_high <- qbeta(1 - t, nc * g$p + 1, nc * (1 - g$p))
///     write.csv(lapply(g, number), "korn_graubard.csv", row.names = FALSE, quote = FALSE)
@Suite("Grids of intervals and of adjusted p values equal R's")
struct IntervalReferenceTests {
  private static func kept(_ name: String) throws -> DelimitedTable {
    let path = "\(referenceFolder ?? "")/intervals/\(name)"
    return DelimitedTable(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), source: name)
  }

  private static func numbers(_ table: DelimitedTable, _ name: String) throws -> [Double?] {
    let column = try #require(table.column(named: name))
    return table.rows.map { Double($0[column]) }
  }

  /// Relative, however small: tails of 10⁻⁷⁸ count too.
  private static func agrees(_ value: Double?, _ expected: Double?, _ tolerance: Double = 1e-9) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= tolerance * abs(expected)
  }

  /// Compares every row of a grid of Korn & Graubard's intervals; the count of rows.
  private static func compareKornGraubard(
    _ table: DelimitedTable, level: String?, limits: [String], capped: [String]
  ) throws -> Int {
    let facts = try ["p", "var", "n", "df"].map { try numbers(table, $0).compactMap(\.self) }
    let levels = try level.map { try numbers(table, $0) }
    let expected = try (limits + capped).map { try numbers(table, $0) }
    for row in table.rows.indices {
      var found: [Double?] = []
      for kind in [ProportionInterval.beta, .betaCapped] {
        let interval = IntervalMaker(level: levels?[row] ?? 0.95, proportion: kind, isCompleteCensus: false).proportion(
          facts[0][row], standardError: facts[1][row].squareRoot(), degreesOfFreedom: facts[3][row],
          count: Int(facts[2][row]), recordCount: Int(facts[2][row]))
        found += [interval?.lowerBound, interval?.upperBound]
      }
      for (place, value) in found.enumerated() {
        #expect(agrees(value, expected[place][row]), "\(table.rows[row].fields) found \(value as Any)")
      }
    }
    return table.rows.count
  }

  /// Compares every p value of a table; the count of rows.
  private static func compareAdjustments(_ table: DelimitedTable) throws -> Int {
    let kinds: [(String, PValueAdjustment)] = [
      ("bonferroni", .bonferroni), ("holm", .holm), ("BH", .benjaminiHochberg),
    ]
    for (_, rows) in Dictionary(grouping: table.rows, by: { $0[0] }) {
      for (name, kind) in kinds {
        let column = try #require(table.column(named: name))
        let found = kind.adjusted(rows.map { Double($0[2]) })
        for (row, value) in zip(rows, found) {
          #expect(agrees(value, Double(row[column]), 1e-12), "\(name) \(row.fields) found \(value as Any)")
        }
      }
    }
    return table.rows.count
  }

  @Test("Korn and Graubard's intervals, their size capped and not, 192 cases")
  func kornGraubard() throws {
    let table = try fixture("intervals/korn_graubard.csv")
    #expect(
      try Self.compareKornGraubard(
        table, level: "level", limits: ["low", "high"], capped: ["cap_low", "cap_high"]) == 192)
  }

  @Test("p values after Bonferroni, Holm, and Benjamini and Hochberg, with ties and gaps")
  func adjustments() throws {
    #expect(try Self.compareAdjustments(fixture("intervals/padjust.csv")) == 21)
  }

  @Test("the grid of Korn and Graubard's intervals kept elsewhere", .enabled(if: referenceFolder != nil))
  func keptKornGraubard() throws {
    let table = try Self.kept("expected_korn_graubard.csv")
    #expect(
      try Self.compareKornGraubard(
        table, level: nil, limits: ["kg_low", "kg_high"], capped: ["kg_cap_low", "kg_cap_high"]) == 216)
  }

  @Test("the grid of adjusted p values kept elsewhere", .enabled(if: referenceFolder != nil))
  func keptAdjustments() throws {
    #expect(try Self.compareAdjustments(Self.kept("expected_padjust.csv")) == 56)
  }

  @Test("Wilson's and Clopper–Pearson's intervals kept elsewhere", .enabled(if: referenceFolder != nil))
  func keptSimple() throws {
    let table = try Self.kept("expected_ci.csv")
    let facts = try ["x", "n", "level"].map { try Self.numbers(table, $0).compactMap(\.self) }
    let limits = try ["wilson_low", "wilson_high", "clopper_low", "clopper_high"].map { try Self.numbers(table, $0) }
    for row in table.rows.indices {
      let (count, share) = (Int(facts[1][row]), facts[0][row] / facts[1][row])
      for (place, kind) in [ProportionInterval.wilsonPlain, .clopperPearson].enumerated() {
        let found = IntervalMaker(level: facts[2][row], proportion: kind, isCompleteCensus: false).proportion(
          share, standardError: 0.1, degreesOfFreedom: 1, count: count, recordCount: count)
        let expected = (limits[2 * place][row] ?? .nan, limits[2 * place + 1][row] ?? .nan)
        #expect(abs((found?.lowerBound ?? 9) - expected.0) < 1e-12, "\(table.rows[row].fields)")
        #expect(abs((found?.upperBound ?? 9) - expected.1) < 1e-12, "\(table.rows[row].fields)")
      }
    }
    #expect(table.rows.count == 282)
  }

  @Test("quantiles and tails kept elsewhere", .enabled(if: referenceFolder != nil))
  func keptDistributions() throws {
    let rows = try Self.kept("expected_distributions.csv").rows
    for row in rows {
      let values = row.fields.map { $0 == "Inf" ? Double.infinity : Double($0) ?? .nan }
      let found =
        switch row[0] {
        case "qt": StudentT.quantile(values[1], degreesOfFreedom: values[2])
        case "qnorm": StandardNormal.quantile(values[1])
        case "pf_upper": FDistribution.upperTail(values[1], numerator: values[2], denominator: values[3])
        case "pchisq_upper": ChiSquared.upperTail(values[1], degreesOfFreedom: values[2])
        case "qbeta": BetaDistribution.quantile(values[1], values[2], values[3])
        default: StudentT.upperTail(values[1], degreesOfFreedom: values[2])
        }
      #expect(Self.agrees(found, values[4]), "\(row.fields) found \(found as Any)")
    }
    #expect(rows.count == 31)
  }
}
