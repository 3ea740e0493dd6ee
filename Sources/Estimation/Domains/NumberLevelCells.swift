import Tabulation

/// The sums of a number over the records of one level of a domain.
struct NumberLevelCells: Sendable {
  let design: SurveyDesign
  /// One per class of records: its design unit, the pivot of its weights, and its sums.
  let classes: [(unit: Int, pivot: Double, cell: NumberCell)]

  /// The respondents with a value.
  var count: Int { classes.reduce(0) { $0 + $1.cell.count } }

  /// The largest values without signs in falling order, and the sum of all, each respondent counting once.
  var contributions: (largest: [Double], sum: Double) {
    var largest = LargestValues()
    var sum = 0.0
    for part in classes {
      for size in part.cell.largest.sizes { largest.add(size) }
      sum += Double(part.cell.count) * part.cell.pivot + part.cell.unweighted
    }
    return (largest.sizes.filter { $0 > 0 }, sum)
  }

  /// Σ of final weights of those with a value.
  var total: Double {
    classes.reduce(0) { sum, part in
      let moments = part.cell.weightMoments
      return sum + design.factors[part.unit] * (moments.count * part.pivot + moments.delta)
    }
  }

  /// Σ of final weight times value.
  var weightedSum: Double {
    classes.reduce(0) { sum, part in
      let moments = part.cell.weightMoments
      let weights = moments.count * part.pivot + moments.delta
      return sum + design.factors[part.unit] * (weights * part.cell.pivot + part.cell.product)
    }
  }

  /// The effective number of respondents (Kish 1965), (Σw)²/Σw²; nil without weight.
  var effectiveCount: Double? {
    var squares = 0.0
    for part in classes {
      let factor = design.factors[part.unit]
      let moments = part.cell.weightMoments
      squares +=
        factor * factor * (moments.deltaSquares + part.pivot * (2 * moments.delta + moments.count * part.pivot))
    }
    return (total / squares * total).ifFinite
  }

  /// By replicate: Σ of replicate weights of those with a value, and Σ of weight times value; empty without replicates.
  var replicateSums: [(total: Double, weighted: Double)] {
    guard let replicates = design.replicates else { return [] }
    var totals = [Double](repeating: 0, count: replicates.count)
    var weighted = totals
    for part in classes {
      let moments = part.cell.weightMoments
      let weight = moments.count * part.pivot + moments.delta
      replicates.add(weight, unit: part.unit, to: &totals, from: 0)
      replicates.add(weight * part.cell.pivot + part.cell.product, unit: part.unit, to: &weighted, from: 0)
    }
    return zip(totals, weighted).map { ($0, $1) }
  }

  /// Σ w (y − centre)² with final weights.
  func squares(about centre: Double) -> Double {
    classes.reduce(0) { sum, part in
      let difference = part.cell.pivot - centre
      let moments = part.cell.weightMoments
      let weights = moments.count * part.pivot + moments.delta
      return sum + design.factors[part.unit]
        * (part.cell.weightedSquares + difference * (2 * part.cell.product + difference * weights))
    }
  }

  /// The variance of Σ w (α + β y) over the records with a value, the score being 0 for all others.
  ///
  /// - Complexity: O(classes + units).
  func variance(intercept alpha: Double, slope beta: Double) -> Double? {
    variance(coefficients: classes.map { _ in (alpha, beta) })
  }

  /// The same with α and β of each class's own.
  func variance(coefficients: [(alpha: Double, beta: Double)]) -> Double? {
    let adjustments = adjustments(coefficients)
    return design.variance(unitScores(coefficients, adjustments), adjustments: adjustments)
  }

  /// The scores of the records by design unit.
  func unitScores(_ coefficients: [(alpha: Double, beta: Double)], _ adjustments: [Double]) -> [UnitScores] {
    var byUnit: [Int: UnitScores] = [:]
    for (part, (alpha, beta)) in zip(classes, coefficients) {
      let factor = design.factors[part.unit]
      let adjustment = adjustments.isEmpty ? 0 : adjustments[part.unit]
      let level = factor * (alpha + beta * part.cell.pivot) - adjustment
      let spread = Self.spread(part.cell, pivot: part.pivot, level: level, slope: factor * beta)
      let step = part.pivot - design.units[part.unit].weights.pivot
      let moments = part.cell.weightMoments.moved(by: step)
      byUnit[part.unit, default: UnitScores(unit: part.unit, spread: Spread(), moments: WeightMoments())].spread.merge(
        spread)
      byUnit[part.unit]?.moments += moments
    }
    return byUnit.values.sorted { $0.unit < $1.unit }
  }

  /// The spread of z = w (level + slope y′) = level w + slope q.
  private static func spread(_ cell: NumberCell, pivot: Double, level: Double, slope: Double) -> Spread {
    guard cell.count > 0 else { return Spread() }
    let count = Double(cell.count)
    let moments = cell.weightMoments
    let weightSpread = max(0, moments.deltaSquares - moments.delta * moments.delta / count)
    let jointSpread = cell.deltaProduct - moments.delta * cell.product / count
    let productSpread = max(0, cell.productSquares - cell.product * cell.product / count)
    return Spread(
      count: count, mean: level * (pivot + moments.delta / count) + slope * cell.product / count,
      squares: max(
        0, level * level * weightSpread + 2 * level * slope * jointSpread + slope * slope * productSpread))
  }

  /// What calibration subtracts from the scores, by design unit; empty without calibration.
  func adjustments(_ coefficients: [(alpha: Double, beta: Double)]) -> [Double] {
    guard let calibration = design.calibration else { return [] }
    var weighted = [Double](repeating: 0, count: calibration.cellCount)
    var counted = weighted
    for (part, (alpha, beta)) in zip(classes, coefficients) {
      let raking = calibration.cell(ofUnit: part.unit)
      let trimming = design.trimming.isEmpty ? 1 : design.trimming[part.unit]
      let moments = part.cell.weightMoments
      let level = alpha + beta * part.cell.pivot
      weighted[raking] +=
        trimming * (level * (moments.count * part.pivot + moments.delta) + beta * part.cell.product)
      counted[raking] += trimming * (level * moments.count + beta * part.cell.unweighted)
    }
    return calibration.adjustments(weighted: weighted, counted: counted)
  }
}

extension DomainRows {
  /// The sums of a number by level of the domain.
  func numbers(_ cells: NumberCells, classes: [RecordClass], design: SurveyDesign) -> [NumberLevelCells] {
    var parts = [[(unit: Int, pivot: Double, cell: NumberCell)]](repeating: [], count: levels.count)
    var levelOfRow = [Int](repeating: 0, count: rows.count)
    for (level, description) in levels.enumerated() {
      for row in description.rows { levelOfRow[row] = level }
    }
    for (number, row) in rowOfClass.enumerated() where row >= 0 && cells[number].count > 0 {
      parts[levelOfRow[row]].append((classes[number].unit, classes[number].weights.pivot, cells[number]))
    }
    return parts.map { NumberLevelCells(design: design, classes: $0) }
  }
}
