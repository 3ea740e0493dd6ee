import Tabulation

/// The sums behind one figure, kept for those who follow it by hand.
struct Working: Sendable {
  /// By answer (slot), or one group for a number.
  var groups: [Group] = []
  /// By stratum of the design.
  var strata: [StratumSums] = []
  /// What the second stage adds to the variance.
  var secondStage = 0.0
  /// What strata of a single PSU multiply the variance of the others with; 1 unless they are averaged.
  var averaging = 1.0
  /// The linearised variance; nil where there is none.
  var variance: Double?
  /// Regression coefficients of the score on the calibration's columns; empty without calibration.
  var coefficients: [Double] = []
  /// What the replicates give; nil without them.
  var replicates: ReplicateSums?

  /// Records with one score.
  struct Group: Sendable {
    var count = 0
    /// Σ w.
    var total = 0.0
    /// Σ w².
    var squares = 0.0
    /// What the statistic averages: the score of an answer, 1 or 0; nil for other functions of the shares.
    var value: Double?
    /// Of a number y (x and y of a ratio): Σ w y; empty for answers.
    var products: [Double] = []
    /// The linearised score u of each record; for a number its intercept.
    var score: Double?
    /// For a number: what y (x and y) is multiplied with in the score.
    var slopes: [Double] = []
    /// Σ z and Σ z², z = w u less what calibration explains.
    var scoreSum: Double?
    var scoreSquares: Double?
  }

  /// One stratum.
  struct StratumSums: Sendable {
    /// The respondents of the estimate.
    var respondents: Int
    /// The sampled PSUs of the whole design.
    var primaryCount: Int
    /// n_h/N_h.
    var fraction: Double
    /// Σ z over the PSUs.
    var sum: Double
    /// Σ (z − z̄)² over the PSUs.
    var squares: Double
    /// What it adds to the variance.
    var contribution: Double
    /// By group: n, Σ w, Σ w²; empty where z depends on more than the answer.
    var groups: [Group] = []
  }
}

extension SurveyDesign {
  /// The parts of the linearised variance, by stratum.
  func working(_ scores: [UnitScores], adjustments: [Double]) -> Working {
    let parts = varianceParts(scores, adjustments)
    var respondents = [Double](repeating: 0, count: strata.count)
    for score in scores { respondents[stratumOfUnit[score.unit]] += score.spread.count }
    var working = Working()
    var whole = Spread()
    for spread in parts.strata { whole.merge(spread) }
    working.strata = strata.indices.map { index in
      let spread = parts.strata[index]
      let count = Double(strata[index].primaryCount)
      let share = 1 - strata[index].fraction
      var contribution = 0.0
      if count > 1 {
        contribution = share * count / (count - 1) * spread.squares
      } else if singlePSU == .centered {
        contribution = share * (spread.mean - whole.mean) * (spread.mean - whole.mean)
      }
      return Working.StratumSums(
        respondents: Int(respondents[index]), primaryCount: strata[index].primaryCount,
        fraction: strata[index].fraction, sum: spread.sum, squares: spread.squares, contribution: contribution)
    }
    working.secondStage = parts.secondVariance
    let single = singleStrataCount
    if singlePSU == .average, single > 0, single < strata.count {
      working.averaging = Double(strata.count) / Double(strata.count - single)
    }
    working.variance = variance(scores, adjustments: adjustments)
    return working
  }
}

extension SlotCells {
  /// The sums behind a function of the slots' totals with some scores; nil unless they are to be kept.
  ///
  /// - Parameter scores: the linearised scores by slot; empty for functions without.
  func working(ofScores scores: [Double]) -> Working? {
    guard design.keepsWorking else { return nil }
    var working = Working()
    let adjustments = scores.isEmpty ? [] : adjustments(for: scores)
    if !scores.isEmpty {
      working = design.working(unitScores(scores, adjustments), adjustments: adjustments)
      working.coefficients = coefficients(for: scores)
    }
    working.groups = (0..<slotCount).map { slot in
      Working.Group(
        count: counts[slot], total: totals[slot], score: scores.isEmpty ? nil : scores[slot],
        scoreSum: scores.isEmpty ? nil : 0, scoreSquares: scores.isEmpty ? nil : 0)
    }
    let keepsStrata = !scores.isEmpty && adjustments.isEmpty && design.primaryOfUnit.isEmpty
    if keepsStrata {
      for stratum in working.strata.indices {
        working.strata[stratum].groups = Array(repeating: Working.Group(), count: slotCount)
      }
    }
    for (index, row) in rows.enumerated() {
      let factor = design.factors[row.unit]
      let pivot = row.weights.pivot
      for slot in 0..<slotCount {
        let cell = moments[index * slotCount + slot]
        guard cell.count > 0 else { continue }
        let total = cell.count * pivot + cell.delta
        let squares = cell.deltaSquares + pivot * (2 * cell.delta + cell.count * pivot)
        working.groups[slot].squares += factor * factor * squares
        if keepsStrata {
          let stratum = design.stratumOfUnit[row.unit]
          working.strata[stratum].groups[slot].count += Int(cell.count)
          working.strata[stratum].groups[slot].total += factor * total
          working.strata[stratum].groups[slot].squares += factor * factor * squares
        }
        guard !scores.isEmpty else { continue }
        let weightFactor = factor * scores[slot] - (adjustments.isEmpty ? 0 : adjustments[row.unit])
        working.groups[slot].scoreSum? += weightFactor * total
        working.groups[slot].scoreSquares? += weightFactor * weightFactor * squares
      }
    }
    return working
  }
}
