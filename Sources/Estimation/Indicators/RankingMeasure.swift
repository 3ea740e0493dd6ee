import Responses
import Tabulation

/// Preferences in order: each option's mean Borda score and the share that put it among the first places.
///
/// With K options a first place scores K − 1, the last 0; options a respondent did not place share the mean score of the
/// places left over, (K − m − 1)/2 after m placed ones, so that each respondent gives away the same sum.
struct RankingMeasure: ItemMeasure {
  let field: Field
  /// The number of places: the length of the list, or the number of questions.
  let placeCount: Int
  /// The places that count as "top".
  let topCount: Int
  /// Whether the people who put an option among the top places are counted too.
  let countsPeople: Bool

  /// Places, then `-m`: not placed by those who placed m options.
  var slotNames: [String] { (1...max(1, placeCount)).map(String.init) + (1...max(1, placeCount)).map { "-\($0)" } }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .ranking(let options) = cells else { return [] }
    let missing = Set(field.missingChoices)
    let substantive = field.choices.indices.filter { !missing.contains($0) && $0 < options.count }
    var levels: [LevelFigures] = []
    for option in substantive {
      let makers = domain.makers(options[option], slots: [-1] + Array(0..<(2 * placeCount)), count: 2 * placeCount)
      if levels.isEmpty { levels = makers.map { LevelFigures(count: $0.cells.count, figures: []) } }
      for (level, maker) in makers.enumerated() {
        let name = field.choices[option]
        levels[level].figures += [
          maker.mean(
            .borda, level: name, values: scores(optionCount: substantive.count),
            .bounded(0...Double(max(0, substantive.count - 1)))),
          maker.share(.topShare, level: name, slots: 0..<min(topCount, placeCount)),
        ]
        if countsPeople {
          levels[level].figures.append(maker.people(level: name, slots: Array(0..<min(topCount, placeCount))))
        }
        levels[level].publishedCounts.append(maker.cells.counts.prefix(topCount).reduce(0, +))
      }
    }
    return levels
  }

  private func scores(optionCount: Int) -> [Double] {
    let placed = (0..<placeCount).map { Double(max(0, optionCount - 1 - $0)) }
    let unplaced = (1...max(1, placeCount)).prefix(placeCount).map { Double(max(0, optionCount - $0 - 1)) / 2 }
    return placed + unplaced
  }
}
