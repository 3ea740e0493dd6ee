import Tabulation

/// The records of one level of a domain by pattern of answers, ready for estimates that are functions of the patterns'
/// totals.
struct PatternLevelCells: Sendable {
  let design: SurveyDesign
  /// The patterns that occur in the level and belong to the base.
  private(set) var patterns: [AnswerPattern] = []
  /// Respondents by pattern.
  private(set) var counts: [Int] = []
  /// Σ of final weights by pattern.
  private(set) var totals: [Double] = []
  /// Σ of squared final weights by pattern.
  private(set) var squares: [Double] = []
  private var parts: [Part] = []

  /// The records of one class with one pattern.
  struct Part: Sendable {
    var unit: Int
    /// The weight its moments are taken about.
    var pivot: Double
    var pattern: Int
    var moments: WeightMoments
  }

  init(design: SurveyDesign) { self.design = design }

  /// Adds a class's records with a pattern, `index` being where the pattern stands here.
  mutating func add(_ part: Part, pattern: AnswerPattern) {
    while patterns.count <= part.pattern {
      patterns.append(pattern)
      counts.append(0)
      totals.append(0)
      squares.append(0)
    }
    let factor = design.factors[part.unit]
    let moments = part.moments
    counts[part.pattern] += Int(moments.count)
    totals[part.pattern] += factor * (moments.count * part.pivot + moments.delta)
    squares[part.pattern] +=
      factor * factor * (moments.deltaSquares + part.pivot * (2 * moments.delta + moments.count * part.pivot))
    parts.append(part)
  }

  /// The records whose pattern belongs to a base.
  func filtered(_ isIncluded: (AnswerPattern) -> Bool) -> PatternLevelCells {
    var places = [Int](repeating: -1, count: patterns.count)
    var next = 0
    for index in patterns.indices where isIncluded(patterns[index]) {
      places[index] = next
      next += 1
    }
    if next == patterns.count { return self }
    var cells = PatternLevelCells(design: design)
    // In the order of the patterns, so that each new one takes the next place.
    for part in parts.sorted(by: { $0.pattern < $1.pattern }) where places[part.pattern] >= 0 {
      var moved = part
      moved.pattern = places[part.pattern]
      cells.add(moved, pattern: patterns[part.pattern])
    }
    return cells
  }

  /// The respondents.
  var count: Int { counts.reduce(0, +) }

  /// Σ of final weights.
  var total: Double { totals.reduce(0, +) }

  /// The effective number of respondents (Kish 1965), (Σw)²/Σw²; nil without weight.
  var effectiveCount: Double? { (total / squares.reduce(0, +) * total).ifFinite }

  /// By replicate: Σ of replicate weights and Σ of their squares by pattern; empty without replicates.
  ///
  /// - Complexity: O(replicates × (parts + patterns)).
  var replicateSums: [(totals: [Double], squares: [Double])] {
    guard let replicates = design.replicates else { return [] }
    var totals = [Double](repeating: 0, count: patterns.count * replicates.count)
    var squares = totals
    for part in parts {
      let moments = part.moments
      let start = part.pattern * replicates.count
      replicates.add(moments.count * part.pivot + moments.delta, unit: part.unit, to: &totals, from: start)
      let square = moments.deltaSquares + part.pivot * (2 * moments.delta + moments.count * part.pivot)
      replicates.addSquares(square, unit: part.unit, to: &squares, from: start)
    }
    return (0..<replicates.count).map { replicate in
      (
        patterns.indices.map { totals[$0 * replicates.count + replicate] },
        patterns.indices.map { squares[$0 * replicates.count + replicate] }
      )
    }
  }

  /// The variance of Σ w u, the score u being the same for all records of a pattern and 0 outside.
  ///
  /// - Complexity: O(classes × patterns that occur in them + units).
  func variance(ofScores scores: [Double]) -> Double? {
    let adjustments = adjustments(for: scores)
    var byUnit: [Int: UnitScores] = [:]
    for part in parts {
      let adjustment = adjustments.isEmpty ? 0 : adjustments[part.unit]
      let factor = design.factors[part.unit] * scores[part.pattern] - adjustment
      let spread = Spread(part.moments, pivot: part.pivot, times: factor)
      let moments = part.moments.moved(by: part.pivot - design.units[part.unit].weights.pivot)
      byUnit[part.unit, default: UnitScores(unit: part.unit, spread: Spread(), moments: WeightMoments())].spread.merge(
        spread)
      byUnit[part.unit]?.moments += moments
    }
    return design.variance(byUnit.values.sorted { $0.unit < $1.unit }, adjustments: adjustments)
  }

  private func adjustments(for scores: [Double]) -> [Double] {
    guard let calibration = design.calibration else { return [] }
    var weighted = [Double](repeating: 0, count: calibration.cellCount)
    var counted = weighted
    for part in parts {
      let cell = calibration.cell(ofUnit: part.unit)
      let score = scores[part.pattern] * (design.trimming.isEmpty ? 1 : design.trimming[part.unit])
      weighted[cell] += score * (part.moments.count * part.pivot + part.moments.delta)
      counted[cell] += score * part.moments.count
    }
    return calibration.adjustments(weighted: weighted, counted: counted)
  }
}

extension DomainRows {
  /// The patterns of answers by level of the domain.
  func patterns(_ cells: PatternCells, classes: [RecordClass], design: SurveyDesign) -> [PatternLevelCells] {
    var levelOfRow = [Int](repeating: 0, count: rows.count)
    for (level, description) in levels.enumerated() {
      for row in description.rows { levelOfRow[row] = level }
    }
    var places = [[Int: Int]](repeating: [:], count: levels.count)
    var result = levels.map { _ in PatternLevelCells(design: design) }
    for cell in cells.cells where rowOfClass[cell.number] >= 0 {
      let level = levelOfRow[rowOfClass[cell.number]]
      let place = places[level][cell.pattern] ?? places[level].count
      places[level][cell.pattern] = place
      let recordClass = classes[cell.number]
      result[level].add(
        PatternLevelCells.Part(
          unit: recordClass.unit, pivot: recordClass.weights.pivot, pattern: place, moments: cell.moments),
        pattern: cells.patterns[cell.pattern])
    }
    return result
  }
}
