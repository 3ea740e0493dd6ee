/// Makes the figures of one item in one level of a domain from its slot cells.
struct FigureMaker: Sendable {
  let cells: SlotCells
  let intervals: IntervalMaker
  let degreesOfFreedom: Double?
  /// Σ of final weights of the base.
  let total: Double
  private let count: Int
  private let effectiveCount: Double?

  init(_ cells: SlotCells, intervals: IntervalMaker, degreesOfFreedom: Double?) {
    self.cells = cells
    self.intervals = intervals
    self.degreesOfFreedom = degreesOfFreedom
    total = cells.total
    count = cells.count
    effectiveCount = cells.effectiveCount
  }

  /// The weighted share of each slot; empty without weight.
  var shares: [Double] { Self.shares(cells.totals) }

  /// A statistic that cannot be estimated, or has no standard error.
  func plain(_ statistic: Statistic, level: String = "", _ estimate: Double?) -> Figure {
    Figure(
      statistic: statistic, level: level, estimate: estimate, count: count, effectiveCount: effectiveCount,
      degreesOfFreedom: degreesOfFreedom, working: cells.working(ofScores: []))
  }

  /// A smooth function of the slots' totals.
  ///
  /// - Parameters:
  ///   - scores: its derivative by each slot's total (Taylor linearisation, Woodruff 1971).
  ///   - value: the function itself; nil where it does not exist.
  func smooth(
    _ statistic: Statistic, level: String = "", scores: [Double], _ shape: IntervalShape,
    value: ([Double]) -> Double?
  ) -> Figure {
    let estimate = value(cells.totals)
    var figure = plain(statistic, level: level, estimate)
    guard let estimate else { return figure }
    let replicates = cells.replicateTotals.map(value)
    if cells.design.replicates?.isBootstrap == true { figure.replicates = replicates }
    figure.working = cells.working(ofScores: scores)
    figure.working?.replicates = cells.design.replicates?.sums(of: replicates, estimate: estimate)
    guard let variance = variance(of: estimate, scores: scores, replicates) else { return figure }
    let standardError = variance.squareRoot()
    figure.standardError = standardError
    figure.designEffect = DesignEffect.ratio(
      variance, total: total, count: count, isWithoutReplacement: cells.design.comparesWithoutReplacement,
      elementVariance: elementVariance(scores))
    switch shape {
    case .share:
      figure.isShare = true
      figure.limits = intervals.proportion(
        estimate, standardError: standardError, degreesOfFreedom: degreesOfFreedom, count: count,
        recordCount: cells.recordCount)
    case .bounded(let bounds):
      figure.limits = intervals.symmetric(
        estimate, standardError: standardError, degreesOfFreedom: degreesOfFreedom, bounds: bounds)
    case .unbounded:
      figure.limits = intervals.symmetric(
        estimate, standardError: standardError, degreesOfFreedom: degreesOfFreedom)
    }
    return figure
  }

  /// The variance of a smooth function: from its values in the replicates, or linearised when there are none.
  private func variance(of estimate: Double, scores: [Double], _ values: [Double?]) -> Double? {
    guard let replicates = cells.design.replicates else { return cells.variance(ofScores: scores) }
    return replicates.variance(of: values, estimate: estimate)
  }

  /// The mean of a value per slot.
  func mean(_ statistic: Statistic, level: String = "", values: [Double], _ shape: IntervalShape = .unbounded) -> Figure
  {
    guard let mean = Self.mean(values, cells.totals) else { return plain(statistic, level: level, nil) }
    let total = total
    var figure = smooth(statistic, level: level, scores: values.map { ($0 - mean) / total }, shape) { totals in
      Self.mean(values, totals)
    }
    if let working = figure.working {
      for slot in working.groups.indices { figure.working?.groups[slot].value = values[slot] }
    }
    return figure
  }

  /// Σ t v / Σ t; nil without weight.
  static func mean(_ values: [Double], _ totals: [Double]) -> Double? {
    let total = totals.reduce(0, +)
    return total > 0 ? zip(totals, values).reduce(0) { $0 + $1.0 * $1.1 } / total : nil
  }

  /// The share of each slot in the sum of all; empty without weight.
  static func shares(_ totals: [Double]) -> [Double] {
    let total = totals.reduce(0, +)
    return total > 0 ? totals.map { $0 / total } : []
  }

  /// The share of some slots together.
  func share(_ statistic: Statistic, level: String = "", slots: some Sequence<Int>) -> Figure {
    var values = [Double](repeating: 0, count: cells.slotCount)
    for slot in slots { values[slot] = 1 }
    guard total > 0 else { return plain(statistic, level: level, nil) }
    // All in one place is exactly 1, whatever the order of summation.
    var figure = mean(statistic, level: level, values: values, .share)
    figure.estimate = figure.estimate.map { min(1, max(0, $0)) }
    return figure
  }

  /// The weighted number of people in a slot.
  func people(level: String, slot: Int) -> Figure { people(level: level, slots: [slot]) }

  /// The weighted number of people in some slots together.
  func people(level: String, slots: [Int]) -> Figure {
    var scores = [Double](repeating: 0, count: cells.slotCount)
    for slot in slots { scores[slot] = 1 }
    return smooth(
      .total, level: level, scores: scores, .bounded(0...Double.greatestFiniteMagnitude)
    ) { totals in slots.reduce(0) { $0 + totals[$1] } }
  }

  /// Σ w (u − ū)²/W over the base.
  private func elementVariance(_ scores: [Double]) -> Double {
    guard total > 0 else { return 0 }
    let mean = zip(cells.totals, scores).reduce(0) { $0 + $1.0 * $1.1 } / total
    return zip(cells.totals, scores).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / total
  }
}

/// The variance of an estimate divided by that of a simple random sample of the same size (Kish 1965; R's `deff`).
enum DesignEffect {
  /// V / [W² s²/n (1 − n/W)], s² = n/(n−1) Σ w (u − ū)²/W; for a sample of comparison drawn with replacement the
  /// factor 1 − n/W is left out.
  ///
  /// - Returns: nil where the comparison does not exist: no spread, one respondent, or fewer people than respondents.
  static func ratio(
    _ variance: Double, total: Double, count: Int, isWithoutReplacement: Bool, elementVariance: Double
  ) -> Double? {
    guard count > 1, total > 0, elementVariance > 0 else { return nil }
    let size = Double(count)
    var reference = total * total * elementVariance / (size - 1)
    if isWithoutReplacement {
      guard total > size else { return nil }
      reference *= 1 - size / total
    }
    return (variance / reference).ifFinite
  }
}
