import Tabulation

/// An item's answers by some levels of a domain: one table, whose covariances across levels count.
struct JointCells: Sendable {
  /// Slots: level by level, within each the slots of the estimate.
  let cells: SlotCells
  /// The levels, by position in the domain.
  let levels: [Int]
  /// The slots of one level.
  let slotCount: Int

  init(_ item: DenseCells, slots: [Int], count slotCount: Int, levels: [Int], in domain: DomainView) {
    self.levels = levels
    self.slotCount = slotCount
    var placeOfRow = [Int](repeating: -1, count: domain.rows.rows.count)
    for (place, level) in levels.enumerated() {
      for row in domain.rows.levels[level].rows { placeOfRow[row] = place }
    }
    let width = slotCount * levels.count
    var rows: [DomainRows.Row] = []
    var rowOfUnit: [Int: Int] = [:]
    var moments: [WeightMoments] = []
    for (number, domainRow) in domain.rows.rowOfClass.enumerated() where domainRow >= 0 && placeOfRow[domainRow] >= 0 {
      let recordClass = domain.classes[number]
      let row = rowOfUnit[recordClass.unit] ?? rows.count
      if row == rows.count {
        rowOfUnit[recordClass.unit] = row
        rows.append(DomainRows.Row(unit: recordClass.unit, weights: recordClass.weights))
        moments.append(contentsOf: repeatElement(WeightMoments(), count: width))
      } else {
        rows[row].weights.merge(recordClass.weights)
      }
      let step = recordClass.weights.pivot - rows[row].weights.pivot
      for (slot, target) in slots.enumerated() where target >= 0 && slot < item.slotCount {
        let cell = item.moments(class: number, slot: slot)
        guard cell.count > 0 else { continue }
        moments[row * width + placeOfRow[domainRow] * slotCount + target] += cell.moved(by: step)
      }
    }
    cells = SlotCells(design: domain.design, rows: rows, slotCount: width, moments: moments)
  }

  /// The cells with those of other levels left empty.
  func restricted(to places: [Int]) -> SlotCells {
    cells.restricted(to: places.flatMap { ($0 * slotCount)..<(($0 + 1) * slotCount) })
  }

  /// Σ of final weights of a level.
  func total(ofLevel place: Int) -> Double {
    cells.totals[(place * slotCount)..<((place + 1) * slotCount)].reduce(0, +)
  }
}

extension SlotCells {
  /// PSUs less strata among the respondents; nil without any.
  var degreesOfFreedom: Double? {
    var strata: Set<Int> = []
    var primaries: Set<Int> = []
    var records = 0
    for (index, row) in rows.enumerated() where design.factors[row.unit] > 0 {
      let respondents = min(respondentCount(ofRow: index), row.weights.positiveCount)
      if respondents == 0 { continue }
      strata.insert(design.stratumOfUnit[row.unit])
      records += respondents
      if !design.primaryOfUnit.isEmpty { primaries.insert(design.primaryOfUnit[row.unit]) }
    }
    if strata.isEmpty { return nil }
    return design.limited(
      Double((design.primaryOfUnit.isEmpty ? records : primaries.count) - strata.count),
      units: rows.indices.lazy.filter { respondentCount(ofRow: $0) > 0 }.map { rows[$0].unit })
  }

  /// The covariances of several smooth functions of the slots' totals, by rows; nil where a variance is undefined.
  ///
  /// Cov(a, b) = (V(a + b) − V(a) − V(b))/2, so that every rule of the design holds for covariances too.
  /// - Parameters:
  ///   - scores: by function, its derivative by each slot's total.
  ///   - value: all functions of some totals; what replicate weights are put into.
  /// - Complexity: O(functions² × (rows × slots, or replicates)).
  func covariances(of scores: [[Double]], value: ([Double]) -> [Double]?) -> [Double]? {
    let size = scores.count
    let estimates = value(totals)
    let replicateValues = replicateTotals.map(value)
    func variance(of members: [Int]) -> Double? {
      guard let replicates = design.replicates else {
        return self.variance(
          ofScores: (0..<slotCount).map { slot in members.reduce(0) { $0 + scores[$1][slot] } })
      }
      guard let estimates else { return nil }
      func sum(_ values: [Double]) -> Double { members.reduce(0) { $0 + values[$1] } }
      return replicates.variance(of: replicateValues.map { $0.map(sum) }, estimate: sum(estimates))
    }
    var matrix = [Double](repeating: 0, count: size * size)
    for index in 0..<size {
      guard let variance = variance(of: [index]) else { return nil }
      matrix[index * size + index] = variance
    }
    for first in 0..<size {
      for second in 0..<first {
        guard let sum = variance(of: [first, second]) else { return nil }
        let covariance = (sum - matrix[first * size + first] - matrix[second * size + second]) / 2
        matrix[first * size + second] = covariance
        matrix[second * size + first] = covariance
      }
    }
    return matrix
  }
}

extension SurveyDesign {
  /// Degrees of freedom as the design has them: B replicates differ in at most B − 1 ways, and of given replicates only
  /// the weights of the units are known.
  func limited(_ degreesOfFreedom: Double, units: some Sequence<Int>) -> Double {
    guard let replicates else { return degreesOfFreedom }
    if replicates.isGiven { return replicates.degreesOfFreedom(ofUnits: units) }
    return min(degreesOfFreedom, Double(max(0, replicates.count - 1)))
  }
}
