import Tabulation

/// The mean score of a question with one answer of an ordered list.
struct ScoreMeanMeasure: ItemMeasure {
  let scale: AnswerScale
  let isReversed: Bool

  var slotNames: [String] { scale.codes }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .coded(let cells) = cells else { return [] }
    let points = scale.codes.count
    let scores = (0..<points).map { Double(isReversed ? points - $0 : $0 + 1) }
    return domain.makers(cells, slots: scale.points, count: points).map { maker in
      LevelFigures(
        count: maker.cells.count,
        figures: [maker.mean(.mean, values: scores, .bounded(1...Double(max(1, points))))])
    }
  }
}
