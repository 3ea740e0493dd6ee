import DelimitedText
import Estimation

/// What becomes of a row of expected values.
enum ReferenceReading {
  /// It is compared with a number of the estimates made under a setting.
  case compared(ReferenceSetting, tolerance: Double, value: (RowIndex) -> Double?)
  /// It is not, and why.
  case leftOut(Omission)
}

/// Why an expected value is not compared here.
enum Omission: String, CaseIterable {
  case elsewhere = "compared by another suite"
  case undefinedInR = "R gives none, or an interval without width"
  case likelihood = "the likelihood interval is not offered"
  case ties = "interpolated quantiles of equal values with unequal weights follow the order of records in R"
  case saddlepoint = "the saddlepoint approximation is not offered"
  case covariance = "covariances between estimates are not published"
  case paired = "differences of two numbers of one record are not offered"
  case moments = "the variance of a number is not offered"
}

/// Reads the rows of `api/expected.csv` that speak of intervals, quantiles, ratios, differences and tests.
struct APIReference {
  /// Design and question of the shares without variance.
  let constantShares: Set<[String]>

  init(_ rows: [DelimitedRow]) {
    constantShares = Set(
      rows.filter { $0[0] == "ciprop" && $0[7] == "se" && (Double($0[8]) ?? 0) < 1e-10 }.map { [$0[1], $0[3]] })
  }

  func reading(of row: DelimitedRow) -> ReferenceReading {
    switch row[0] {
    case "ciprop", "ciprop_domain": proportion(row)
    case "quantile": quantile(row)
    case "chisq": independence(row)
    case "ratio":
      .compared(ReferenceSetting(design: row[1]), tolerance: 1e-9) { Self.number(row[7], of: $0.row(row[3], .ratio)) }
    case "ttest", "domain_diff": difference(row)
    case "ci_extreme": .leftOut(.undefinedInR)
    case "domain_cov", "propvcov", "joint": .leftOut(.covariance)
    case "contrast_paired": .leftOut(.paired)
    case "var": .leftOut(.moments)
    default: .leftOut(.elsewhere)
    }
  }

  private static let proportionKinds: [String: ProportionInterval] = [
    "logit": .logit, "xlogit": .logit, "beta": .beta, "mean": .mean, "asin": .asin, "wilson": .wilson,
  ]

  private func proportion(_ row: DelimitedRow) -> ReferenceReading {
    var setting = ReferenceSetting(design: row[1])
    let parts = row[6].split(separator: ",").map(String.init)
    let kind = parts.first ?? ""
    if row[7] != "estimate", row[7] != "se", constantShares.contains([row[1], row[3]]) {
      return .leftOut(.undefinedInR)
    }
    if kind == "likelihood" { return .leftOut(.likelihood) }
    setting.proportion = Self.proportionKinds[kind] ?? .logit
    setting.level = parts.last.flatMap { Double($0.replacing("level=", with: "")) } ?? 0.95
    // R fits the logit by iteration.
    return .compared(setting, tolerance: kind == "logit" ? 1e-6 : 1e-9) { rows in
      let condition = row[3].dropFirst(2).dropLast()
      let parts = condition.split(separator: "'")
      let question = parts.count == 2 ? String(parts[0].dropLast(2)) : String(condition)
      let code = parts.count == 2 ? String(parts[1]) : "Yes"
      let found = rows.row(
        question, .proportion, level: code, domain: row[5].isEmpty ? "" : "elementary",
        domainLevel: row[5].isEmpty ? "" : "No")
      return Self.number(row[7], of: found)
    }
  }

  private func quantile(_ row: DelimitedRow) -> ReferenceReading {
    let parts = row[6].split(separator: ",").map { String($0.split(separator: "=")[1]) }
    guard let rule = WeightedQuantileRule(rawValue: parts[1]), let interval = QuantileInterval(rawValue: parts[2])
    else {
      return .leftOut(.elsewhere)
    }
    if rule == .hf7, row[1].hasPrefix("strat") { return .leftOut(.ties) }
    var setting = ReferenceSetting(design: row[1])
    setting.rule = rule
    setting.quantileInterval = interval
    return .compared(setting, tolerance: 1e-9) { rows in
      let isMedian = parts[0] == "0.5"
      return Self.number(
        row[7], of: rows.row(row[3], isMedian ? .median : .quantile, level: isMedian ? "" : parts[0]))
    }
  }

  private static let tests: [String: ComparisonTest] = [
    "F": .raoScott, "Chisq": .raoScottChiSquared, "Wald": .wald, "adjWald": .adjustedWald,
  ]

  private func independence(_ row: DelimitedRow) -> ReferenceReading {
    guard let test = Self.tests[row[6]] else { return .leftOut(.saddlepoint) }
    var setting = ReferenceSetting(design: row[1])
    setting.test = test
    return .compared(setting, tolerance: 1e-9) { rows in
      let names = row[3].split(separator: "*").map(String.init)
      let found = names.indices.compactMap { index in
        rows.row(names[index], .test, level: test.rawValue, domain: names[1 - index])
      }.first
      return Self.number(row[7], of: found)
    }
  }

  private func difference(_ row: DelimitedRow) -> ReferenceReading {
    var setting = ReferenceSetting(design: row[1])
    setting.test = row[0] == "ttest" ? .t : .difference
    let parts = row[5].split(separator: "=").map(String.init)
    let domain = parts.first ?? String(row[3].split(separator: "~")[1])
    let item = String(row[3].split(separator: "~")[0])
    return .compared(setting, tolerance: 1e-9) { rows in
      let levels = parts.count == 2 ? parts[1].split(separator: "-").map(String.init) : ["Yes", "No"]
      // R subtracts in the order written, ours in the order of the form.
      let direct = rows.row(item, .difference, domain: domain, domainLevel: levels.joined(separator: "-"))
      if let direct { return Self.number(row[7], of: direct) }
      let turned = rows.row(item, .difference, domain: domain, domainLevel: levels.reversed().joined(separator: "-"))
      let opposite = ["ci_low": "ci_high", "ci_high": "ci_low"]
      let value = Self.number(opposite[row[7]] ?? row[7], of: turned)
      return ["estimate", "t", "ci_low", "ci_high"].contains(row[7]) ? value.map { -$0 } : value
    }
  }

  /// The number of a row that a name of the expected values speaks of.
  static func number(_ name: String, of row: EstimateRow?) -> Double? {
    switch name {
    case "estimate": row?.estimate
    case "se": row?.standardError
    case "ci_low": row?.lowerLimit
    case "ci_high": row?.upperLimit
    case "t", "F", "X2": row?.testStatistic
    case "df", "ndf": row?.degreesOfFreedom
    case "ddf": row?.secondDegreesOfFreedom
    case "p": row?.pValue
    default: nil
    }
  }
}
