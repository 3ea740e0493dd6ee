import Responses
import Tabulation

/// The worth of each option among people who put options in order.
struct PlackettLuceMeasure: ItemMeasure {
  private let names: [String]
  /// By code from 1: the option from 0; nil for choices that are no substantive answers.
  private let options: [Int?]

  init(field: Field) {
    let missing = Set(field.missingChoices)
    var names: [String] = []
    options =
      [nil]
      + field.choices.indices.map { choice in
        if missing.contains(choice) { return nil }
        names.append(field.choices[choice])
        return names.count - 1
      }
    self.names = names
  }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .patterns(let cells) = cells else { return [] }
    let levels = domain.rows.patterns(cells, classes: domain.classes, design: domain.design)
    return levels.enumerated().map { level, cells in
      let placed = cells.filtered { !order(of: $0).isEmpty }
      let maker = PatternFigureMaker(
        cells: placed, intervals: domain.intervals, degreesOfFreedom: domain.degreesOfFreedom[level])
      let orders = placed.patterns.map(order)
      let model = PlackettLuce(orders: orders, weights: placed.totals, optionCount: names.count)
      let replicates = placed.replicateSums.map { sums in
        model.flatMap {
          PlackettLuce(orders: orders, weights: sums.totals, optionCount: names.count, start: $0.worths)?.worths
        }
      }
      let figures = names.enumerated().map { option, name in
        maker.smooth(
          .plackettLuce, level: name, model?.worths[option], scores: model?.scores.map { $0[option] },
          replicates: replicates.map { $0?[option] }, bounds: 0...1)
      }
      return LevelFigures(count: placed.count, figures: figures)
    }
  }

  /// The options placed, best first; one named twice keeps its first place.
  private func order(of pattern: AnswerPattern) -> [Int] {
    var order: [Int] = []
    for code in pattern where Int(code) < options.count {
      if let option = options[Int(code)], !order.contains(option) { order.append(option) }
    }
    return order
  }
}
