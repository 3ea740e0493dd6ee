import Distributions

/// What the interval of a proportion is made from.
struct ProportionFacts: Sendable {
  /// The proportion, 0…1.
  var proportion: Double
  var standardError: Double
  /// PSUs less strata of the domain.
  var degreesOfFreedom: Double?
  /// The respondents of the base.
  var count: Int
  /// The records of the domain, those without an answer included: R's `nrow(design)`.
  var recordCount: Int

  /// Whether the variance says nothing: nobody or everybody, or the share is fixed by the design.
  var isDegenerate: Bool { proportion <= 0 || proportion >= 1 || standardError < 1e-10 }

  /// p(1−p)/V, the size of the simple random sample of the same variance.
  var effectiveCount: Double {
    proportion * (1 - proportion) / (standardError * standardError)
  }
}

extension IntervalMaker {
  /// The interval of a proportion, of the kind the plan names.
  ///
  /// - Returns: nil without a standard error, or where the kind needs degrees of freedom and there are none; never a
  ///   limit outside 0…1.
  func proportion(
    _ proportion: Double, standardError: Double?, degreesOfFreedom: Double?, count: Int, recordCount: Int
  ) -> ClosedRange<Double>? {
    guard let standardError, count > 0 else { return nil }
    let facts = ProportionFacts(
      proportion: min(1, max(0, proportion)), standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      count: count, recordCount: recordCount)
    if isCompleteCensus, standardError < 1e-10 { return facts.proportion...facts.proportion }
    switch self.proportion {
    case .wilsonPlain: return wilsonPlain(facts)
    case .clopperPearson: return clopperPearson(facts)
    case .wilson where facts.isDegenerate: return wilsonPlain(facts)
    case _ where facts.isDegenerate: return clopperPearson(facts)
    case .logit: return logit(facts)
    case .beta: return kornGraubard(facts, records: recordCount, cap: .infinity)
    case .betaCapped: return kornGraubard(facts, records: count, cap: Double(count))
    case .wilson: return wilson(facts)
    case .asin: return asin(facts)
    case .mean:
      return symmetric(
        facts.proportion, standardError: standardError, degreesOfFreedom: degreesOfFreedom, bounds: 0...1)
    }
  }

  /// expit(logit p ± t se/(p(1−p))) (R's `xlogit`).
  private func logit(_ facts: ProportionFacts) -> ClosedRange<Double>? {
    let spread = facts.proportion * (1 - facts.proportion)
    guard let width = halfWidth(facts.standardError / spread, facts.degreesOfFreedom) else { return nil }
    let logit = ElementaryFunctions.logarithm(facts.proportion / (1 - facts.proportion))
    func expit(_ value: Double) -> Double { 1 / (1 + ElementaryFunctions.exponential(-value)) }
    return Self.range(expit(logit - width), expit(logit + width), within: 0...1)
  }

  /// sin²(arcsin √p ± t se/(2√(p(1−p)))), the angle cut to 0…π/2.
  private func asin(_ facts: ProportionFacts) -> ClosedRange<Double>? {
    let spread = (facts.proportion * (1 - facts.proportion)).squareRoot()
    guard let width = halfWidth(facts.standardError / (2 * spread), facts.degreesOfFreedom) else { return nil }
    let angle = ElementaryFunctions.arcsine(facts.proportion.squareRoot())
    let low = ElementaryFunctions.sine(max(0, angle - width))
    let high = ElementaryFunctions.sine(min(Double.pi / 2, angle + width))
    return Self.range(low * low, high * high, within: 0...1)
  }

  /// Clopper–Pearson's with the effective number of respondents n* = p(1−p)/V (t_{n−1}/t_df)² (Korn & Graubard 1998).
  func kornGraubard(_ facts: ProportionFacts, records: Int, cap: Double) -> ClosedRange<Double>? {
    guard let own = quantile(facts.degreesOfFreedom), let simple = studentQuantile(Double(records - 1))
    else { return nil }
    let size = min(cap, facts.effectiveCount * (simple / own) * (simple / own))
    return Self.clopperPearson(successes: facts.proportion * size, size: size, tail: tail)
  }

  /// Wilson's score interval with n* = p(1−p)/V and the quantile of t (R's `svyciprop(method = "wilson")`).
  private func wilson(_ facts: ProportionFacts) -> ClosedRange<Double>? {
    quantile(facts.degreesOfFreedom).flatMap {
      Self.wilson(facts.proportion, size: facts.effectiveCount, quantile: $0)
    }
  }

  /// Wilson's score interval of p n of n (Wilson 1927).
  private func wilsonPlain(_ facts: ProportionFacts) -> ClosedRange<Double>? {
    StandardNormal.quantile(1 - tail).flatMap {
      Self.wilson(facts.proportion, size: Double(facts.count), quantile: $0)
    }
  }

  /// (p + q²/2n ∓ q √(p(1−p)/n + q²/4n²))/(1 + q²/n).
  private static func wilson(_ proportion: Double, size: Double, quantile: Double) -> ClosedRange<Double>? {
    let share = quantile * quantile / size
    let centre = proportion + share / 2
    let width = (share * (proportion * (1 - proportion) + share / 4)).squareRoot()
    // Where the root is exact, rounding must not move a limit off 0 or 1.
    let low = proportion <= 0 ? 0 : (centre - width) / (1 + share)
    let high = proportion >= 1 ? 1 : (centre + width) / (1 + share)
    return range(low, high, within: 0...1)
  }

  /// Clopper–Pearson's interval of p n of n (Clopper & Pearson 1934).
  private func clopperPearson(_ facts: ProportionFacts) -> ClosedRange<Double>? {
    let size = Double(facts.count)
    return Self.clopperPearson(successes: facts.proportion * size, size: size, tail: tail)
  }

  /// Clopper–Pearson's interval for `successes` of `size`, neither necessarily whole.
  static func clopperPearson(successes: Double, size: Double, tail: Double) -> ClosedRange<Double>? {
    guard size > 0 else { return nil }
    let low = successes <= 0 ? 0 : BetaDistribution.quantile(tail, successes, size - successes + 1)
    let high = successes >= size ? 1 : BetaDistribution.quantile(1 - tail, successes + 1, size - successes)
    guard let low, let high else { return nil }
    return range(low, high, within: 0...1)
  }
}
