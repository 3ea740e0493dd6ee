import Responses
import Tabulation

/// Best and worst choices from sets of options (MaxDiff): how often an option is named best less how often it is named
/// worst, out of the times it was shown (Finn & Louviere 1992; counts after Marley & Louviere 2005).
///
/// A set counts for a respondent who named a best and another worst option of it. Standard errors are those of a ratio of
/// sums over respondents, so that the sets of one person are not taken for independent answers.
struct MaxDiffMeasure: ItemMeasure {
  /// The options of all sets, in the order of first occurrence.
  private let names: [String]
  /// By set, by code from 1: the option; nil for choices that are no substantive answers.
  private let sets: [[Int?]]

  /// - Parameter fields: the question for the best option of each set; that for the worst has the same list.
  init(sets fields: [Field]) {
    var names: [String] = []
    sets = fields.map { field in
      let missing = Set(field.missingChoices)
      return [nil]
        + field.choices.indices.map { choice in
          if missing.contains(choice) { return nil }
          let name = field.choices[choice]
          if let known = names.firstIndex(of: name) { return known }
          names.append(name)
          return names.count - 1
        }
    }
    self.names = names
  }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .patterns(let cells) = cells else { return [] }
    let levels = domain.rows.patterns(cells, classes: domain.classes, design: domain.design)
    return levels.enumerated().map { level, cells in
      let answered = cells.filtered { pattern in sets.indices.contains { choice(pattern, $0) != nil } }
      let maker = PatternFigureMaker(
        cells: answered, intervals: domain.intervals, degreesOfFreedom: domain.degreesOfFreedom[level])
      let tallies = answered.patterns.map(tally)
      let replicates = answered.replicateSums.map(\.totals)
      let figures = names.enumerated().map { option, name in
        score(tallies.map { ($0.net[option], $0.shown[option]) }, name: name, maker, replicates)
      }
      return LevelFigures(count: answered.count, figures: figures)
    }
  }

  /// Σ w (best − worst)/Σ w shown.
  private func score(
    _ parts: [(net: Double, shown: Double)], name: String, _ maker: PatternFigureMaker, _ replicates: [[Double]]
  ) -> Figure {
    func value(_ weights: [Double]) -> (score: Double, shown: Double)? {
      let shown = zip(weights, parts).reduce(0) { $0 + $1.0 * $1.1.shown }
      return shown > 0 ? (zip(weights, parts).reduce(0) { $0 + $1.0 * $1.1.net } / shown, shown) : nil
    }
    guard let whole = value(maker.cells.totals) else { return maker.plain(.maxDiff, level: name, nil) }
    return maker.smooth(
      .maxDiff, level: name, whole.score, scores: parts.map { ($0.net - whole.score * $0.shown) / whole.shown },
      replicates: replicates.map { value($0)?.score }, bounds: -1...1)
  }

  /// The best and the worst option of a set; nil unless both were named and differ.
  private func choice(_ pattern: AnswerPattern, _ set: Int) -> (best: Int, worst: Int)? {
    let codes = (Int(pattern[2 * set]), Int(pattern[2 * set + 1]))
    guard codes.0 < sets[set].count, codes.1 < sets[set].count, let best = sets[set][codes.0],
      let worst = sets[set][codes.1], best != worst
    else { return nil }
    return (best, worst)
  }

  /// By option: times best less times worst, and times shown.
  private func tally(_ pattern: AnswerPattern) -> (net: [Double], shown: [Double]) {
    var net = [Double](repeating: 0, count: names.count)
    var shown = net
    for set in sets.indices {
      guard let choice = choice(pattern, set) else { continue }
      net[choice.best] += 1
      net[choice.worst] -= 1
      for case .some(let option) in sets[set] { shown[option] += 1 }
    }
    return (net, shown)
  }
}
