/// Whether an estimate can be relied on.
///
/// Shares follow the presentation standards for proportions of the National Center for Health Statistics (Parker et al.
/// 2017, Vital Health Stat 2(175)), whatever interval the plan asks for; other estimates the rule of its earlier reports
/// on the relative standard error.
enum Reliability {
  /// The interval of the standards: 95 %, Korn & Graubard's with at most n effective respondents.
  private static let intervals = IntervalMaker(level: 0.95, proportion: .betaCapped, isCompleteCensus: false)

  /// `unreliable`, `review`, or nil for an estimate that can be relied on.
  static func flag(of figure: Figure) -> EstimateFlag? {
    if let effective = figure.effectiveCount, effective < 30 { return .unreliable }
    if figure.isShare { return flag(ofShare: figure) }
    guard isPositive(figure.statistic), let estimate = figure.estimate, let standardError = figure.standardError
    else { return nil }
    return standardError >= 0.30 * abs(estimate) && standardError > 0 ? .unreliable : nil
  }

  /// In this order: n or the effective n below 30: unreliable; width of the interval 0.30 or more: unreliable, 0.05 or
  /// less: reliable; in between wider than 130 % of the share: unreliable. What is reliable so far is for review with
  /// fewer than 8 degrees of freedom or a share of 0 or 1.
  private static func flag(ofShare figure: Figure) -> EstimateFlag? {
    guard let share = figure.estimate else { return nil }
    let count = Double(figure.count)
    let isExtreme = share <= 0 || share >= 1
    let standardError = figure.standardError ?? 0
    let effective =
      isExtreme || standardError < 1e-10 ? count : min(count, share * (1 - share) / (standardError * standardError))
    if count < 30 || effective < 30 { return .unreliable }
    // Everybody was asked: nothing varies.
    if let limits = figure.limits, limits.lowerBound == limits.upperBound { return nil }
    if let bound = widthBound(figure, share), bound < 0.30, bound <= max(0.05, 1.3 * share) {
      return (figure.degreesOfFreedom ?? 0) < 8 ? .review : nil
    }
    if let limits = intervals.proportion(
      share, standardError: figure.standardError, degreesOfFreedom: figure.degreesOfFreedom, count: figure.count,
      recordCount: figure.count)
    {
      let width = limits.upperBound - limits.lowerBound
      if width >= 0.30 { return .unreliable }
      if width > 0.05, share > 0, width > 1.3 * share { return .unreliable }
    }
    return isExtreme || (figure.degreesOfFreedom ?? 0) < 8 ? .review : nil
  }

  /// What the interval of the standards is not wider than; nil where that is not known.
  ///
  /// Clopper & Pearson's interval is wider than the normal one by less than 3/n for n of 30 and more. Most shares are
  /// told to be reliable so, without quantiles of the beta distribution, which take most of the time otherwise.
  static func widthBound(_ figure: Figure, _ share: Double) -> Double? {
    guard share > 0, share < 1, let standardError = figure.standardError, standardError > 1e-10,
      let own = intervals.quantile(figure.degreesOfFreedom), let simple = intervals.quantile(Double(figure.count - 1))
    else { return nil }
    let spread = share * (1 - share)
    let size = min(Double(figure.count), spread / (standardError * standardError) * (simple / own) * (simple / own))
    guard size >= 30 else { return nil }
    return 2 * 1.96 * (spread / size).squareRoot() + 3 / size
  }

  /// Whether the relative standard error of a statistic means something: it is not a difference and has a true zero.
  private static func isPositive(_ statistic: Statistic) -> Bool {
    switch statistic {
    case .mean, .total, .ratio, .importance, .provision, .borda, .median, .quantile: true
    default: false
    }
  }
}
