import Tabulation

/// The mean or the total of a number.
struct NumberMeasure: ItemMeasure {
  /// `mean` or `total`.
  let statistic: Statistic

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .number(let cells) = cells else { return [] }
    let levels = domain.rows.numbers(cells, classes: domain.classes, design: domain.design)
    return levels.enumerated().map { level, cells in
      let maker = NumberFigureMaker(
        cells: cells, intervals: domain.intervals, degreesOfFreedom: domain.degreesOfFreedom[level])
      return LevelFigures(
        count: cells.count, contributions: cells.contributions,
        figures: [statistic == .total ? maker.total : maker.mean])
    }
  }
}
