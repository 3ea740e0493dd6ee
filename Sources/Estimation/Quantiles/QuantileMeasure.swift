import Tabulation

/// The quantiles of a number, or of the scores of an ordinal answer.
struct QuantileMeasure: ItemMeasure {
  let options: QuantileOptions
  /// For coded answers, by slot of the item: the score, nil outside the scale; empty for numbers.
  let scores: [Double?]

  var slotNames: [String] { ["<= q", "> q"] }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    distributions(cells, in: domain).enumerated().map { level, values in
      let quantiles = QuantileFigures(
        values: values, options: options, intervals: domain.intervals,
        degreesOfFreedom: domain.degreesOfFreedom[level])
      return LevelFigures(count: quantiles.count, figures: quantiles.figures)
    }
  }

  private func distributions(_ cells: ItemCells, in domain: DomainView) -> [LevelValues] {
    switch cells {
    case .values(let cells):
      let parts = cells.cells.lazy.map {
        (classNumber: $0.classNumber, value: cells.values[$0.value], moments: $0.moments)
      }
      return domain.rows.values(parts, classes: domain.classes, design: domain.design)
    case .coded(let cells):
      let parts = domain.classes.indices.lazy.flatMap { number in
        scores.enumerated().lazy.compactMap { slot, score in
          score.map { (classNumber: number, value: $0, moments: cells.moments(class: number, slot: slot)) }
        }
      }
      return domain.rows.values(parts, classes: domain.classes, design: domain.design)
    default: return []
    }
  }
}
