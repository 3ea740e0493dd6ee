import Diagnostics

/// The same estimate in R, for those who check it there (package survey).
struct RecipeAccount {
  let row: EstimateRow
  let prepared: PreparedEstimation
  /// The answers in order; pairs of them for needs.
  let scale: [String]

  var section: Explanation.Section {
    var section = Explanation.Section("r", BilingualText(vi: "Kiểm tra bằng R", en: "The same in R"))
    guard let call else {
      section.notes = [
        BilingualText(
          vi: "Gói survey của R không có thống kê này.", en: "R's package survey does not have this statistic.")
      ]
      return section
    }
    section.code = ["library(survey)"] + design + [call]
    section.notes = [
      BilingualText(
        vi: "d: mỗi phiếu một dòng, câu trả lời là mã, mã thiếu là NA; các nhóm của biến tổng thể phải trùng tên.",
        en: "d: one row per record, answers as codes, missing codes NA; levels named as in the frame.")
    ]
    return section
  }

  // MARK: Design

  private var design: [String] {
    let plan = prepared.plan
    var parts = [
      plan.clusters.isEmpty ? "ids = ~1" : "ids = ~" + plan.clusters.map(Self.name).joined(separator: " + ")
    ]
    if let strata = plan.strata { parts.append("strata = ~\(Self.name(strata))") }
    parts.append(plan.weights.map { "weights = ~\(Self.name($0))" } ?? "weights = rep(1, nrow(d))")
    if !plan.populationSizes.isEmpty {
      parts.append("fpc = ~" + plan.populationSizes.map(Self.name).joined(separator: " + "))
    }
    if !plan.clusters.isEmpty { parts.append("nest = TRUE") }
    var lines = ["s <- svydesign(\(parts.joined(separator: ", ")), data = d)"]
    lines += weighting
    if let replicates = plan.replicates { lines.append(Self.replication(replicates)) }
    if plan.singlePSU != .error { lines.insert(Self.singlePSU(plan.singlePSU), at: 0) }
    if let condition { lines.append("s <- subset(s, \(condition))") }
    return lines
  }

  private var weighting: [String] {
    let plan = prepared.plan
    func frequencies(_ margin: RakeMargin) -> String {
      let levels = margin.population.map { $0.level.quotedForJSON }.joined(separator: ", ")
      let counts = margin.population.map { SignificantDigits.text($0.count) }.joined(separator: ", ")
      let name = margin.variables.map(Self.name).joined(separator: ".")
      return "data.frame(\(name) = c(\(levels)), Freq = c(\(counts)))"
    }
    var lines: [String] = []
    if let target = plan.calibrate {
      let terms =
        target.margins.map { $0.variables.map(Self.name).joined(separator: ":") }
        + target.totals.map { Self.name($0.question) }
      let kind = target.method == .logit ? "logit" : target.method == .raking ? "raking" : "linear"
      let bounds = target.bounds.map {
        ", bounds = c(\(SignificantDigits.text($0.lowerBound)), \(SignificantDigits.text($0.upperBound)))"
      }
      lines.append(
        "s <- calibrate(s, ~\(terms.joined(separator: " + ")), population = <totals above>, calfun = \"\(kind)\"\(bounds ?? ""))"
      )
    } else if let margin = plan.postStratify {
      lines.append(
        "s <- postStratify(s, ~interaction(\(margin.variables.map(Self.name).joined(separator: ", ")), sep = \"*\"), \(frequencies(margin)))"
      )
    } else if !plan.rake.isEmpty {
      let formulas = plan.rake.map { "~" + $0.variables.map(Self.name).joined(separator: " + ") }
      let frames = plan.rake.map(frequencies)
      if plan.raking.variance == .sweeps {
        lines.append("s <- rake(s, list(\(formulas.joined(separator: ", "))), list(\(frames.joined(separator: ", "))))")
      } else {
        lines.append(
          "s <- calibrate(s, list(\(formulas.joined(separator: ", "))), list(\(frames.joined(separator: ", "))), calfun = \"raking\")"
        )
      }
    }
    if let trim = plan.trim {
      lines.append(
        "s <- trimWeights(s, lower = \(SignificantDigits.text(trim.lower)) * mean(weights(s)), upper = \(trim.upper.isFinite ? SignificantDigits.text(trim.upper) : "Inf") * mean(weights(s)), strict = \(trim.isStrict ? "TRUE" : "FALSE"))"
      )
    }
    return lines
  }

  private static func replication(_ plan: ReplicatePlan) -> String {
    switch plan.type {
    case .jackknife: "s <- as.svrepdesign(s, type = \"JK1\")"
    case .stratifiedJackknife: "s <- as.svrepdesign(s, type = \"JKn\")"
    case .raoWu: "s <- as.svrepdesign(s, type = \"subbootstrap\", replicates = \(plan.count))  # other random numbers"
    case .cantyDavison:
      "s <- as.svrepdesign(s, type = \"bootstrap\", replicates = \(plan.count))  # other random numbers"
    case .columns:
      "s <- svrepdesign(weights = weights(s), repweights = \"\(plan.columns.joined(separator: "|"))\", type = \"other\", combined.weights = TRUE, data = d)"
    }
  }

  private static func singlePSU(_ rule: SinglePSURule) -> String {
    let name =
      switch rule {
      case .error: "fail"
      case .certainty: "certainty"
      case .centered: "adjust"
      case .average: "average"
      }
    return "options(survey.lonely.psu = \"\(name)\")"
  }

  /// The domain's condition; nil for the whole.
  private var condition: String? {
    if row.domain.isEmpty { return nil }
    let names = row.domain.split(separator: "*").map(String.init)
    let levels = row.domainLevel.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    return zip(names, levels).map { "\(Self.name($0)) == \($1.quotedForJSON)" }.joined(separator: " & ")
  }

  // MARK: Statistic

  private var call: String? {
    let item = Self.name(row.item)
    let pair = row.item.split(separator: "|").map { Self.name(String($0)) }
    let level = row.level.quotedForJSON
    switch row.statistic {
    case .proportion:
      if scale == ["chosen", "other"] { return share("as.numeric(\(item)_has_\(row.level))") }
      return share("I(\(item) == \(level))")
    case .mean: return "svymean(~as.numeric(\(item)), s, na.rm = TRUE); degf(s)"
    case .total where row.level.isEmpty: return "svytotal(~\(item), s, na.rm = TRUE); degf(s)"
    case .total where !scale.isEmpty: return "svytotal(~I(\(item) == \(level)), s, na.rm = TRUE); degf(s)"
    case .ratio:
      let parts = row.item.split(separator: "/").map { Self.name(String($0)) }
      guard parts.count == 2 else { return nil }
      return "svyratio(~\(parts[0]), ~\(parts[1]), s, na.rm = TRUE); degf(s)"
    case .median, .quantile:
      let share = row.statistic == .median ? "0.5" : row.level
      let rule = prepared.plan.quantiles.rule == .math ? "math" : "school"
      return "svyquantile(~as.numeric(\(item)), s, \(share), qrule = \"\(rule)\", na.rm = TRUE)"
    case .importance where pair.count == 2: return "svymean(~\(pair[0]), subset(s, !is.na(\(pair[1]))), na.rm = TRUE)"
    case .provision where pair.count == 2: return "svymean(~\(pair[1]), subset(s, !is.na(\(pair[0]))), na.rm = TRUE)"
    case .gap where pair.count == 2: return "svymean(~I(\(pair[0]) - \(pair[1])), s, na.rm = TRUE); degf(s)"
    case .weightedGap where pair.count == 2:
      return "svymean(~I(\(pair[0]) * (\(pair[0]) - \(pair[1]))), s, na.rm = TRUE); degf(s)"
    case .pni where pair.count == 2, .borich where pair.count == 2:
      return contrast(pair, "(\(pair[0]) - \(pair[1])) * \(pair[0])")
    case .pniModified where pair.count == 2: return contrast(pair, "(\(pair[0]) - \(pair[1])) / \(pair[1])")
    case .consensus: return consensus(item)
    default: return nil
    }
  }

  private func share(_ term: String) -> String {
    let kinds: [ProportionInterval: String] = [
      .logit: "xlogit", .beta: "beta", .asin: "asin", .mean: "mean", .wilson: "wilson",
    ]
    let level = SignificantDigits.text(prepared.plan.intervals.level)
    guard let kind = kinds[prepared.plan.intervals.proportion] else {
      return "svymean(~\(term), s, na.rm = TRUE); degf(s)"
    }
    return "svyciprop(~\(term), s, method = \"\(kind)\", level = \(level)); svymean(~\(term), s, na.rm = TRUE); degf(s)"
  }

  private func contrast(_ pair: [String], _ expression: String) -> String {
    "svycontrast(svymean(~\(pair[0]) + \(pair[1]), s, na.rm = TRUE), quote(\(expression))); degf(s)"
  }

  /// R's delta method on the shares of the answers.
  private func consensus(_ item: String) -> String? {
    guard scale.count > 1 else { return nil }
    let shares = scale.map { "`factor(\(item))\($0)`" }
    let mean = zip(1..., shares).map { "\($0) * \($1)" }.joined(separator: " + ")
    let terms = zip(1..., shares).map { "\($1) * log2(1 - sqrt((\($0) - (\(mean)))^2) / \(scale.count - 1))" }
    return
      "svycontrast(svymean(~factor(\(item)), s, na.rm = TRUE), quote(1 + \(terms.joined(separator: " + ")))); degf(s)"
  }

  /// A name of R; others in backquotes.
  private static func name(_ name: String) -> String {
    let isPlain =
      name.first?.isLetter == true
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") }
    return isPlain ? name : "`\(name.filter { $0 != "`" && $0 != "\\" })`"
  }
}
