import Tabulation

/// The sums of two numbers x and y over the records of one level of a domain.
struct NumberPairLevelCells: Sendable {
  let design: SurveyDesign
  /// One per class of records: its design unit, the pivot of its weights, and its sums.
  let classes: [(unit: Int, pivot: Double, cell: NumberPairCell)]

  /// The respondents with both values.
  var count: Int { classes.reduce(0) { $0 + $1.cell.first.count } }

  /// Σ of final weights of those with both values.
  var total: Double { classes.reduce(0) { $0 + design.factors[$1.unit] * Self.weights($1) } }

  /// Σ of final weight times x, and times y.
  var weightedSums: (first: Double, second: Double) {
    classes.reduce((0, 0)) { sums, part in
      let factor = design.factors[part.unit]
      let weights = Self.weights(part)
      return (
        sums.0 + factor * (weights * part.cell.first.pivot + part.cell.first.product),
        sums.1 + factor * (weights * part.cell.second.pivot + part.cell.second.product)
      )
    }
  }

  /// By replicate: Σ of replicate weight times x, and times y; empty without replicates.
  var replicateSums: [(first: Double, second: Double)] {
    guard let replicates = design.replicates else { return [] }
    var firsts = [Double](repeating: 0, count: replicates.count)
    var seconds = firsts
    for part in classes {
      let weights = Self.weights(part)
      let (x, y) = (part.cell.first, part.cell.second)
      replicates.add(weights * x.pivot + x.product, unit: part.unit, to: &firsts, from: 0)
      replicates.add(weights * y.pivot + y.product, unit: part.unit, to: &seconds, from: 0)
    }
    return zip(firsts, seconds).map { ($0, $1) }
  }

  /// The effective number of respondents (Kish 1965), (Σw)²/Σw²; nil without weight.
  var effectiveCount: Double? {
    let squares = classes.reduce(0) { sum, part in
      let factor = design.factors[part.unit]
      let moments = part.cell.first.weightMoments
      return sum + factor * factor
        * (moments.deltaSquares + part.pivot * (2 * moments.delta + moments.count * part.pivot))
    }
    return (total / squares * total).ifFinite
  }

  /// Σ w (βx + γy)² with final weights.
  func squares(first beta: Double, second gamma: Double) -> Double {
    classes.reduce(0) { sum, part in
      let cell = part.cell
      let level = beta * cell.first.pivot + gamma * cell.second.pivot
      let linear = beta * cell.first.product + gamma * cell.second.product
      let quadratic =
        beta * beta * cell.first.weightedSquares + 2 * beta * gamma * cell.weightedProduct
        + gamma * gamma * cell.second.weightedSquares
      return sum + design.factors[part.unit] * (level * (level * Self.weights(part) + 2 * linear) + quadratic)
    }
  }

  /// The variance of Σ w (βx + γy) over the records with both values, the score being 0 for all others.
  ///
  /// - Complexity: O(classes + units).
  func variance(first beta: Double, second gamma: Double) -> Double? {
    let adjustments = adjustments(beta, gamma)
    return design.variance(unitScores(beta, gamma, adjustments), adjustments: adjustments)
  }

  /// The scores of the records by design unit.
  func unitScores(_ beta: Double, _ gamma: Double, _ adjustments: [Double]) -> [UnitScores] {
    var byUnit: [Int: UnitScores] = [:]
    for part in classes {
      let factor = design.factors[part.unit]
      let adjustment = adjustments.isEmpty ? 0 : adjustments[part.unit]
      let level = factor * (beta * part.cell.first.pivot + gamma * part.cell.second.pivot) - adjustment
      let step = part.pivot - design.units[part.unit].weights.pivot
      byUnit[part.unit, default: UnitScores(unit: part.unit, spread: Spread(), moments: WeightMoments())].spread.merge(
        Self.spread(part.cell, pivot: part.pivot, level: level, first: factor * beta, second: factor * gamma))
      byUnit[part.unit]?.moments += part.cell.first.weightMoments.moved(by: step)
    }
    return byUnit.values.sorted { $0.unit < $1.unit }
  }

  /// The spread of z = level w + first w x′ + second w y′.
  private static func spread(
    _ cell: NumberPairCell, pivot: Double, level: Double, first: Double, second: Double
  ) -> Spread {
    guard cell.first.count > 0 else { return Spread() }
    let count = Double(cell.first.count)
    let moments = cell.first.weightMoments
    let (x, y) = (cell.first, cell.second)
    let weight = max(0, moments.deltaSquares - moments.delta * moments.delta / count)
    let squares =
      level * level * weight + first * first * (x.productSquares - x.product * x.product / count)
      + second * second * (y.productSquares - y.product * y.product / count)
    let products =
      level * first * (x.deltaProduct - moments.delta * x.product / count)
      + level * second * (y.deltaProduct - moments.delta * y.product / count)
      + first * second * (cell.jointProduct - x.product * y.product / count)
    return Spread(
      count: count,
      mean: level * (pivot + moments.delta / count) + (first * x.product + second * y.product) / count,
      squares: max(0, squares + 2 * products))
  }

  /// What calibration subtracts from the scores, by design unit; empty without calibration.
  func adjustments(_ beta: Double, _ gamma: Double) -> [Double] {
    guard let calibration = design.calibration else { return [] }
    var weighted = [Double](repeating: 0, count: calibration.cellCount)
    var counted = weighted
    for part in classes {
      let raking = calibration.cell(ofUnit: part.unit)
      let (x, y) = (part.cell.first, part.cell.second)
      let level = beta * x.pivot + gamma * y.pivot
      weighted[raking] += level * Self.weights(part) + beta * x.product + gamma * y.product
      counted[raking] += level * Double(x.count) + beta * x.unweighted + gamma * y.unweighted
    }
    return calibration.adjustments(weighted: weighted, counted: counted)
  }

  /// Σ of base weights of a class.
  private static func weights(_ part: (unit: Int, pivot: Double, cell: NumberPairCell)) -> Double {
    let moments = part.cell.first.weightMoments
    return moments.count * part.pivot + moments.delta
  }
}

extension DomainRows {
  /// The sums of two numbers by level of the domain.
  func numberPairs(_ cells: NumberPairCells, classes: [RecordClass], design: SurveyDesign) -> [NumberPairLevelCells] {
    var parts = [[(unit: Int, pivot: Double, cell: NumberPairCell)]](repeating: [], count: levels.count)
    var levelOfRow = [Int](repeating: 0, count: rows.count)
    for (level, description) in levels.enumerated() {
      for row in description.rows { levelOfRow[row] = level }
    }
    for (number, row) in rowOfClass.enumerated() where row >= 0 && cells[number].first.count > 0 {
      parts[levelOfRow[row]].append((classes[number].unit, classes[number].weights.pivot, cells[number]))
    }
    return parts.map { NumberPairLevelCells(design: design, classes: $0) }
  }
}
