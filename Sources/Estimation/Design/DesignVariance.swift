import Tabulation

/// The scores z of the records of one design unit that an estimate looks at, and the records it does not look at.
struct UnitScores {
  /// The design unit.
  var unit: Int
  /// The spread of z over the records looked at; z includes the calibration's adjustment.
  var spread: Spread
  /// The weights of the records looked at, about the unit's pivot.
  var moments: WeightMoments
}

extension SurveyDesign {
  /// The linearised variance of a total of scores z.
  ///
  /// Σ_h (1−f_h) n_h/(n_h−1) Σ_i (z_hi − z̄_h)², z_hi being the sum of the scores of PSU i; with second-stage population
  /// sizes plus Σ_i f_h (1−f_i) m_i/(m_i−1) Σ_j (z_ij − z̄_i)² (Särndal, Swensson & Wretman 1992, ch. 4; Lumley 2010).
  /// Records not among `scores` have the score 0, or under calibration the negative adjustment times their weight.
  ///
  /// - Parameters:
  ///   - scores: at most one element per unit.
  ///   - adjustments: by unit, what calibration subtracts from each base-weight multiple; empty without calibration.
  /// - Returns: nil where it is undefined: a single PSU and no rule for it.
  /// - Complexity: O(units of the design).
  func variance(_ scores: [UnitScores], adjustments: [Double] = []) -> Double? {
    let parts = varianceParts(scores, adjustments)
    guard let first = firstStageVariance(parts.strata, isPresent: presence(scores, adjustments)) else { return nil }
    return (first + parts.secondVariance).ifFinite
  }

  /// The spread of the PSUs' scores by stratum, those without a record in the estimate included, and what the second
  /// stage adds.
  func varianceParts(
    _ scores: [UnitScores], _ adjustments: [Double]
  ) -> (strata: [Spread], secondVariance: Double) {
    var stage = primaryOfUnit.isEmpty ? recordStage(scores, adjustments) : clusterStage(scores, adjustments)
    for stratum in strata.indices {
      let rest = Double(strata[stratum].primaryCount) - stage.strata[stratum].count
      stage.strata[stratum].merge(Spread(count: rest))
    }
    return stage
  }

  /// Sums records, each its own PSU, in their strata.
  private func recordStage(
    _ scores: [UnitScores], _ adjustments: [Double]
  ) -> (strata: [Spread], secondVariance: Double) {
    var spreads = Array(repeating: Spread(), count: strata.count)
    for score in scores { spreads[stratumOfUnit[score.unit]].merge(score.spread) }
    forEachRest(scores, adjustments) { unit, spread in spreads[stratumOfUnit[unit]].merge(spread) }
    return (spreads, 0)
  }

  /// Sums records in their clusters, and clusters in their strata.
  private func clusterStage(
    _ scores: [UnitScores], _ adjustments: [Double]
  ) -> (strata: [Spread], secondVariance: Double) {
    var totals = [Double](repeating: 0, count: primaries.count)
    var seconds = [Spread](repeating: Spread(), count: secondStage == .none ? 0 : primaries.count)
    var secondTotals = [Double](repeating: 0, count: secondStage == .clusters ? primaryOfSecondary.count : 0)
    func add(_ unit: Int, _ spread: Spread) {
      let primary = primaryOfUnit[unit]
      totals[primary] += spread.sum
      switch secondStage {
      case .none: break
      case .records: seconds[primary].merge(spread)
      case .clusters: secondTotals[secondaryOfUnit[unit]] += spread.sum
      }
    }
    for score in scores { add(score.unit, score.spread) }
    forEachRest(scores, adjustments, add)
    for (secondary, total) in secondTotals.enumerated() {
      seconds[primaryOfSecondary[secondary]].merge(Spread(count: 1, mean: total))
    }
    var spreads = Array(repeating: Spread(), count: strata.count)
    var secondVariance = 0.0
    for (primary, total) in totals.enumerated() {
      let description = primaries[primary]
      spreads[description.stratum].merge(Spread(count: 1, mean: total))
      guard secondStage != .none, description.secondaryCount > 1, description.fraction < 1 else { continue }
      let count = Double(description.secondaryCount)
      var second = seconds[primary]
      second.merge(Spread(count: count - second.count))
      secondVariance +=
        strata[description.stratum].fraction * (1 - description.fraction) * count / (count - 1) * second.squares
    }
    return (spreads, secondVariance)
  }

  /// Hands over the scores of the records that are not among `scores`; nothing without calibration, where they are 0.
  private func forEachRest(
    _ scores: [UnitScores], _ adjustments: [Double], _ body: (_ unit: Int, _ spread: Spread) -> Void
  ) {
    if adjustments.isEmpty { return }
    var looked = [WeightMoments](repeating: WeightMoments(), count: units.count)
    for score in scores { looked[score.unit] += score.moments }
    for unit in units.indices where adjustments[unit] != 0 {
      let all = units[unit].weights.moments
      let rest = WeightMoments(
        count: all.count - looked[unit].count, delta: all.delta - looked[unit].delta,
        deltaSquares: max(0, all.deltaSquares - looked[unit].deltaSquares))
      body(unit, Spread(rest, pivot: units[unit].weights.pivot, times: -adjustments[unit]))
    }
  }

  /// Whether each stratum has a record in the estimate. The rules for single PSUs look at those alone, as R does, where a
  /// domain without records of a stratum has lost the stratum; of a calibrated sample R keeps all.
  func presence(_ scores: [UnitScores], _ adjustments: [Double]) -> [Bool] {
    if !adjustments.isEmpty { return Array(repeating: true, count: strata.count) }
    var isPresent = Array(repeating: false, count: strata.count)
    for score in scores where score.spread.count > 0 { isPresent[stratumOfUnit[score.unit]] = true }
    return isPresent
  }

  /// The variance between PSUs, with the rule for strata of a single one.
  private func firstStageVariance(_ spreads: [Spread], isPresent: [Bool]) -> Double? {
    var variance = 0.0
    var undefinedCount = 0
    var whole = Spread()
    if singlePSU == .centered {
      for (stratum, spread) in spreads.enumerated() where isPresent[stratum] { whole.merge(spread) }
    }
    for (stratum, spread) in spreads.enumerated() where isPresent[stratum] {
      let count = Double(strata[stratum].primaryCount)
      let share = 1 - strata[stratum].fraction
      if count > 1 {
        variance += share * count / (count - 1) * spread.squares
      } else if share > 0 {
        switch singlePSU {
        case .error, .average: undefinedCount += 1
        case .certainty: break
        case .centered: variance += share * (spread.mean - whole.mean) * (spread.mean - whole.mean)
        }
      }
    }
    if undefinedCount == 0 {
      return strata.count == 1 && strata[0].primaryCount < 2 && !isCompleteCensus ? nil : variance
    }
    let count = isPresent.count(where: \.self)
    guard singlePSU == .average, undefinedCount < count else { return nil }
    return variance * Double(count) / Double(count - undefinedCount)
  }
}
