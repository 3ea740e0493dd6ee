import Responses
import Tabulation

/// Shares of a question with several answers: each substantive choice among those who chose something substantive.
struct MultipleMeasure: ItemMeasure {
  let field: Field
  /// Whether shares are wanted; otherwise the number of people behind each choice.
  var hasShares = true

  var slotNames: [String] { ["chosen", "other"] }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .multiple(let cells) = cells else { return [] }
    let missing = Set(field.missingChoices)
    let base = field.choices.count + 1
    var levels: [LevelFigures] = []
    for choice in field.choices.indices where !missing.contains(choice) {
      let binary = Self.binary(cells, choice: choice, base: base, in: domain)
      if levels.isEmpty { levels = binary.map { LevelFigures(count: $0.cells.count, figures: []) } }
      for (level, maker) in binary.enumerated() {
        if hasShares {
          levels[level].figures.append(maker.share(.proportion, level: field.choices[choice], slots: [0]))
        }
        if !hasShares || domain.weightsCountPeople {
          levels[level].figures.append(maker.people(level: field.choices[choice], slot: 0))
        }
        levels[level].publishedCounts.append(maker.cells.counts[0])
      }
    }
    return levels
  }

  /// Chosen (slot 0) against not chosen (slot 1): those who chose something less those who chose this.
  private static func binary(
    _ cells: DenseCells, choice: Int, base: Int, in domain: DomainView
  ) -> [FigureMaker] {
    var slots = [Int](repeating: -1, count: cells.slotCount)
    slots[choice + 1] = 0
    slots[base] = 1
    let overlapping = domain.rows.cells(cells, slots: slots, count: 2, classes: domain.classes, design: domain.design)
    return overlapping.enumerated().map { level, cells in
      FigureMaker(
        cells.separatingFirstFromSecond(), intervals: domain.intervals,
        degreesOfFreedom: domain.degreesOfFreedom[level])
    }
  }
}
