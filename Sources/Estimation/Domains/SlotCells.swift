import Tabulation

/// The records of one level of a domain by slot of an item, ready for estimates that are functions of slot totals.
///
/// Slots are answers (or pairs of answers, or places); who did not answer is in none of them.
struct SlotCells: Sendable {
  let design: SurveyDesign
  /// One per design unit.
  let rows: [DomainRows.Row]
  let slotCount: Int
  /// By row, then slot: moments of weights about the row's pivot.
  let moments: [WeightMoments]
  /// Respondents by slot.
  let counts: [Int]
  /// Σ of final weights by slot.
  let totals: [Double]
  /// Σ of squared final weights over all slots.
  let squareTotal: Double
  /// By replicate, then slot: Σ of replicate weights; empty without replicates.
  let replicateTotals: [[Double]]

  /// Takes moments by row, then slot.
  init(design: SurveyDesign, rows: [DomainRows.Row], slotCount: Int, moments: [WeightMoments]) {
    self.design = design
    self.rows = rows
    self.slotCount = slotCount
    self.moments = moments
    var counts = [Int](repeating: 0, count: slotCount)
    var totals = [Double](repeating: 0, count: slotCount)
    var squareTotal = 0.0
    let replicateCount = design.replicates?.count ?? 0
    var bySlot = [Double](repeating: 0, count: slotCount * replicateCount)
    for (index, row) in rows.enumerated() {
      let factor = design.factors[row.unit]
      let pivot = row.weights.pivot
      for slot in 0..<slotCount {
        let cell = moments[index * slotCount + slot]
        counts[slot] += Int(cell.count)
        let weight = cell.count * pivot + cell.delta
        totals[slot] += factor * weight
        if cell.count > 0 {
          design.replicates?.add(weight, unit: row.unit, to: &bySlot, from: slot * replicateCount)
        }
        squareTotal +=
          factor * factor * (cell.deltaSquares + pivot * (2 * cell.delta + cell.count * pivot))
      }
    }
    self.counts = counts
    self.totals = totals
    self.squareTotal = squareTotal
    replicateTotals = (0..<replicateCount).map { replicate in
      (0..<slotCount).map { bySlot[$0 * replicateCount + replicate] }
    }
  }

  /// Of two slots, the second holding the records of the first too: the first, and the second without the first.
  func separatingFirstFromSecond() -> SlotCells {
    var separate = moments
    for row in rows.indices {
      let chosen = moments[2 * row]
      let base = moments[2 * row + 1]
      separate[2 * row + 1] = WeightMoments(
        count: base.count - chosen.count, delta: base.delta - chosen.delta,
        deltaSquares: max(0, base.deltaSquares - chosen.deltaSquares))
    }
    return SlotCells(design: design, rows: rows, slotCount: 2, moments: separate)
  }

  /// The respondents in some slot.
  var count: Int { counts.reduce(0, +) }

  /// The same slots, all but some emptied.
  func restricted(to kept: some Sequence<Int>) -> SlotCells {
    var restricted = [WeightMoments](repeating: WeightMoments(), count: moments.count)
    for slot in kept {
      for row in rows.indices { restricted[row * slotCount + slot] = moments[row * slotCount + slot] }
    }
    return SlotCells(design: design, rows: rows, slotCount: slotCount, moments: restricted)
  }

  /// The respondents of one row.
  func respondentCount(ofRow row: Int) -> Int {
    (0..<slotCount).reduce(0) { $0 + Int(moments[row * slotCount + $1].count) }
  }

  /// The records of the level, those without an answer included.
  var recordCount: Int { rows.reduce(0) { $0 + $1.weights.count } }

  /// Σ of final weights over all slots.
  var total: Double { totals.reduce(0, +) }

  /// The effective number of respondents (Kish 1965), (Σw)²/Σw²; nil without weight.
  var effectiveCount: Double? { (total / squareTotal * total).ifFinite }

  /// The variance of Σ w u, the score u being the same for all records of a slot and 0 outside.
  ///
  /// - Complexity: O(rows × slots + units).
  func variance(ofScores scores: [Double]) -> Double? {
    let adjustments = adjustments(for: scores)
    return design.variance(unitScores(scores, adjustments), adjustments: adjustments)
  }

  /// The scores of the records by design unit.
  func unitScores(_ scores: [Double], _ adjustments: [Double]) -> [UnitScores] {
    rows.enumerated().map { index, row in
      var touched = UnitScores(unit: row.unit, spread: Spread(), moments: WeightMoments())
      let adjustment = adjustments.isEmpty ? 0 : adjustments[row.unit]
      let step = row.weights.pivot - design.units[row.unit].weights.pivot
      for slot in 0..<slotCount {
        let cell = moments[index * slotCount + slot]
        let factor = design.factors[row.unit] * scores[slot] - adjustment
        touched.spread.merge(Spread(cell, pivot: row.weights.pivot, times: factor))
        if !adjustments.isEmpty { touched.moments += cell.moved(by: step) }
      }
      return touched
    }
  }

  /// What calibration subtracts from the scores, by design unit; empty without calibration.
  func adjustments(for scores: [Double]) -> [Double] {
    guard let calibration = design.calibration else { return [] }
    let sums = cellSums(of: scores, calibration)
    return calibration.adjustments(weighted: sums.weighted, counted: sums.counted)
  }

  /// The coefficients of the score's regression on the calibration's columns; empty without calibration.
  func coefficients(for scores: [Double]) -> [Double] {
    guard let calibration = design.calibration else { return [] }
    return calibration.coefficients(weighted: cellSums(of: scores, calibration).weighted)
  }

  /// By calibration cell: Σ w₀ u and Σ u.
  private func cellSums(of scores: [Double], _ calibration: Calibration) -> (weighted: [Double], counted: [Double]) {
    var weighted = [Double](repeating: 0, count: calibration.cellCount)
    var counted = weighted
    for (index, row) in rows.enumerated() {
      let raking = calibration.cell(ofUnit: row.unit)
      let trimming = design.trimming.isEmpty ? 1 : design.trimming[row.unit]
      for slot in 0..<slotCount {
        let cell = moments[index * slotCount + slot]
        let score = scores[slot] * trimming
        weighted[raking] += score * (cell.count * row.weights.pivot + cell.delta)
        counted[raking] += score * cell.count
      }
    }
    return (weighted, counted)
  }
}

extension DomainRows {
  /// The cells of an item by level of the domain, with the item's slots merged into those of an estimate.
  ///
  /// - Parameter slots: by slot of the item, the slot of the estimate; -1 for records outside its base.
  func cells(_ cells: DenseCells, slots: [Int], count slotCount: Int, classes: [RecordClass], design: SurveyDesign)
    -> [SlotCells]
  {
    var moments = [WeightMoments](repeating: WeightMoments(), count: rows.count * slotCount)
    for (number, row) in rowOfClass.enumerated() where row >= 0 {
      let step = classes[number].weights.pivot - rows[row].weights.pivot
      for (slot, target) in slots.enumerated() where target >= 0 && slot < cells.slotCount {
        let cell = cells.moments(class: number, slot: slot)
        if cell.count > 0 { moments[row * slotCount + target] += cell.moved(by: step) }
      }
    }
    return levels.map { level in
      SlotCells(
        design: design, rows: Array(rows[level.rows]), slotCount: slotCount,
        moments: Array(moments[(level.rows.lowerBound * slotCount)..<(level.rows.upperBound * slotCount)]))
    }
  }
}
