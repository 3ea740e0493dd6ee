import Tabulation

/// What is computed of one item: from its cells to its figures in every level of a domain.
protocol ItemMeasure: Sendable {
  /// The figures of the item by level of a domain.
  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures]
  /// The names of the slots that totals are of: answer codes, pairs of them, `chosen` and `other`, places; empty for
  /// measures without slots.
  var slotNames: [String] { get }
}

extension ItemMeasure {
  var slotNames: [String] { [] }
}

/// A domain with what the estimates in it need.
struct DomainView: Sendable {
  let rows: DomainRows
  let classes: [RecordClass]
  let design: SurveyDesign
  let intervals: IntervalMaker
  /// By level.
  let degreesOfFreedom: [Double?]
  /// Whether Σw stands for people: weights or a frame were given.
  let weightsCountPeople: Bool

  /// A figure maker per level for an item's cells, with the item's slots merged as `slots` says (-1: outside the base).
  func makers(_ cells: DenseCells, slots: [Int], count: Int) -> [FigureMaker] {
    rows.cells(cells, slots: slots, count: count, classes: classes, design: design).enumerated().map { level, cells in
      FigureMaker(cells, intervals: intervals, degreesOfFreedom: degreesOfFreedom[level])
    }
  }
}

extension DomainView {
  /// The final weight that all records of some rows have; nil when they differ or there are none.
  func commonWeight(of range: Range<Int>) -> Double? {
    var smallest = Double.infinity
    var largest = -Double.infinity
    for row in rows.rows[range] where row.weights.count > 0 {
      let factor = design.factors[row.unit]
      smallest = min(smallest, factor * row.weights.minimum, factor * row.weights.maximum)
      largest = max(largest, factor * row.weights.minimum, factor * row.weights.maximum)
    }
    guard largest.isFinite, smallest.isFinite, largest - smallest <= 1e-9 * abs(largest) else { return nil }
    return largest
  }
}
