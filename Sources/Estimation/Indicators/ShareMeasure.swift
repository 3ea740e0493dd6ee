import FormDefinition
import Responses
import Tabulation

/// Shares of a question with one answer, and the number of people behind each when weights stand for people.
struct ShareMeasure: ItemMeasure {
  let scale: AnswerScale
  /// Whether shares are wanted, or the numbers of people only.
  let hasShares: Bool

  var slotNames: [String] { scale.codes }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .coded(let cells) = cells else { return [] }
    return domain.makers(cells, slots: scale.points, count: scale.codes.count).map { maker in
      var figures: [Figure] = []
      if hasShares {
        figures += scale.codes.enumerated().map { maker.share(.proportion, level: $1, slots: [$0]) }
      }
      if domain.weightsCountPeople || !hasShares {
        figures += scale.codes.enumerated().map { maker.people(level: $1, slot: $0) }
      }
      return LevelFigures(count: maker.cells.count, publishedCounts: maker.cells.counts, figures: figures)
    }
  }
}
