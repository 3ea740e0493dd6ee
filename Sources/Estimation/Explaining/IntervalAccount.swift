import Diagnostics
import Distributions

/// How the limits of an estimate come about, as an explanation tells it.
struct IntervalAccount {
  let row: EstimateRow
  let figure: Figure
  /// The records of the domain level.
  let recordCount: Int
  let options: IntervalOptions
  let isCompleteCensus: Bool

  var section: Explanation.Section {
    var section = Explanation.Section("interval", BilingualText(vi: "Khoảng tin cậy", en: "Interval"))
    section.add("level", BilingualText(vi: "mức tin cậy", en: "confidence level"), options.level)
    guard let estimate = row.estimate, let standardError = row.standardError, row.lowerLimit != nil else {
      section.notes = [BilingualText(vi: "Không có khoảng tin cậy.", en: "There is no interval.")]
      return section
    }
    let maker = IntervalMaker(options, isCompleteCensus: isCompleteCensus)
    let quantile = maker.quantile(row.degreesOfFreedom)
    section.add("df", BilingualText(vi: "bậc tự do", en: "degrees of freedom"), row.degreesOfFreedom)
    let isNormal = options.distribution == .normal
    section.add(
      isNormal ? "z" : "t",
      BilingualText(
        vi: isNormal ? "phân vị chuẩn" : "phân vị t", en: isNormal ? "normal quantile" : "t quantile"), quantile)
    if figure.isShare {
      addShare(estimate, standardError, maker, quantile, &section)
    } else if row.statistic == .median || row.statistic == .quantile {
      formula("q at F ± t se(F) (Woodruff 1952), se = (high - low)/(2t)", &section)
    } else {
      formula("estimate ± t se", &section)
      section.add("half_width", "t se", quantile.map { $0 * standardError })
    }
    section.add("ci_low", BilingualText(vi: "cận dưới", en: "lower limit"), row.lowerLimit)
    section.add("ci_high", BilingualText(vi: "cận trên", en: "upper limit"), row.upperLimit)
    return section
  }

  private func formula(_ text: String, _ section: inout Explanation.Section) {
    section.add("formula", BilingualText(vi: "công thức", en: "formula"), .word(text))
  }

  private func addShare(
    _ share: Double, _ standardError: Double, _ maker: IntervalMaker, _ quantile: Double?,
    _ section: inout Explanation.Section
  ) {
    let facts = ProportionFacts(
      proportion: share, standardError: standardError, degreesOfFreedom: row.degreesOfFreedom,
      count: figure.count, recordCount: recordCount)
    if isCompleteCensus, standardError < 1e-10 { return formula("p (everybody was sampled)", &section) }
    let spread = share * (1 - share)
    var kind = options.proportion
    if facts.isDegenerate, kind != .wilsonPlain { kind = kind == .wilson ? .wilsonPlain : .clopperPearson }
    section.add("kind", BilingualText(vi: "loại khoảng", en: "kind"), .word(kind.rawValue))
    switch kind {
    case .logit:
      formula("expit(logit p ± t se/(p (1 - p)))", &section)
      section.add("logit", "logit p", ElementaryFunctions.logarithm(share / (1 - share)))
      section.add("half_width", "t se/(p (1 - p))", quantile.map { $0 * standardError / spread })
    case .beta, .betaCapped:
      let records = kind == .beta ? recordCount : figure.count
      formula("Clopper-Pearson of n* = p (1 - p)/V (t_{n-1}/t_df)²; n = \(records) (Korn & Graubard 1998)", &section)
      let simple = maker.studentQuantile(Double(records - 1))
      section.add("t_simple", "t_{n-1}", simple)
      let ratio = simple.flatMap { simple in quantile.map { simple / $0 } }
      let size = ratio.map { min(kind == .beta ? .infinity : Double(figure.count), facts.effectiveCount * $0 * $0) }
      if let size { addBeta(successes: share * size, size: size, &section) }
    case .clopperPearson:
      formula("Clopper & Pearson 1934 of p n of n", &section)
      addBeta(successes: share * Double(figure.count), size: Double(figure.count), &section)
    case .wilson:
      formula("(p + t²/2n* ∓ t √(p (1 - p)/n* + t²/4n*²))/(1 + t²/n*), n* = p (1 - p)/V", &section)
      section.add("n_star", "n*", facts.effectiveCount)
    case .wilsonPlain:
      formula("(p + q²/2n ∓ q √(p (1 - p)/n + q²/4n²))/(1 + q²/n), q normal (Wilson 1927)", &section)
      section.add("q", "q", StandardNormal.quantile(1 - maker.tail))
    case .asin:
      formula("sin²(arcsin √p ± t se/(2 √(p (1 - p))))", &section)
      section.add(
        "half_width", "t se/(2 √(p (1 - p)))", quantile.map { $0 * standardError / (2 * spread.squareRoot()) })
    case .mean:
      formula("p ± t se", &section)
      section.add("half_width", "t se", quantile.map { $0 * standardError })
    }
  }

  /// The parameters of the beta distributions whose quantiles are the limits.
  private func addBeta(successes: Double, size: Double, _ section: inout Explanation.Section) {
    section.add("n_star", "n*", size)
    section.add("successes", "x = p n*", successes)
    section.add("tail", BilingualText(vi: "xác suất đuôi", en: "tail"), (1 - options.level) / 2)
    section.notes.append(
      BilingualText(
        vi: "Cận dưới: phân vị đuôi của beta(x, n* - x + 1); cận trên: phân vị 1 - đuôi của beta(x + 1, n* - x).",
        en:
          "Lower limit: the tail quantile of beta(x, n* - x + 1); upper: the 1 - tail quantile of beta(x + 1, n* - x).")
    )
  }
}

extension Explanation.Section {
  /// A number whose name is a symbol.
  fileprivate mutating func add(_ key: String, _ symbol: String, _ value: Double?) {
    add(key, BilingualText(vi: symbol, en: symbol), value)
  }
}
