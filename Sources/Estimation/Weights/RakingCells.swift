import Tabulation

/// The crossed levels of the raking questions that occur, and their places in the margins.
struct RakingCells: Sendable {
  /// The cell of each design unit.
  private(set) var cellOfUnit: [Int] = []
  /// By cell, then margin: the position among the margin's levels; nil for a level without a population figure.
  private(set) var levels: [[Int?]] = []
  /// Respondents of each cell.
  private(set) var counts: [Int] = []
  /// Σ of base weights of each cell.
  private(set) var baseSums: [Double] = []
  /// Whether a cell's respondents are left out.
  private(set) var isExcluded: [Bool] = []
  /// By margin: respondents by the name of a level without a population figure.
  private(set) var unmatched: [[String: Int]]

  /// Places the units of a scan in the margins.
  ///
  /// - Parameter fields: by margin, the positions of its questions among the scan's raking questions.
  init(_ table: CellTable, margins: [RakeMargin], fields: [[Int]]) {
    unmatched = margins.map { _ in [:] }
    let positions = margins.map { margin in
      Dictionary(margin.population.enumerated().map { ($1.level, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var numbers: [[Int]: Int] = [:]
    for unit in table.units {
      let cell = numbers[unit.rakingLevels, default: levels.count]
      if cell == levels.count {
        numbers[unit.rakingLevels] = cell
        levels.append([])
        counts.append(0)
        baseSums.append(0)
        isExcluded.append(false)
        for (index, margin) in margins.enumerated() {
          let name = Self.name(of: unit, margin: margin, fields: fields[index], names: table.rakingNames)
          let position = name.flatMap { positions[index][$0] }
          levels[cell].append(position)
          if position == nil, margin.unmatched == .exclude { isExcluded[cell] = true }
        }
      }
      for (index, margin) in margins.enumerated() where levels[cell][index] == nil {
        let name = Self.name(of: unit, margin: margin, fields: fields[index], names: table.rakingNames) ?? ""
        unmatched[index][name, default: 0] += unit.weights.count
      }
      counts[cell] += unit.weights.count
      baseSums[cell] += unit.weights.sum
      cellOfUnit.append(cell)
    }
  }

  /// The frame's name of a unit's level, crossed levels joined by `*`; nil when one of the questions has no answer.
  private static func name(of unit: DesignUnit, margin: RakeMargin, fields: [Int], names: [[String]]) -> String? {
    var parts: [String] = []
    for field in fields {
      let level = unit.rakingLevels[field]
      guard level > 0 else { return nil }
      let name = names[field][level - 1]
      parts.append(margin.map[name] ?? name)
    }
    let whole = parts.joined(separator: "*")
    return margin.map[whole] ?? whole
  }
}
