import Tabulation

/// The crossed levels of the raking questions that occur, and their places in the margins.
struct RakingCells: Sendable {
  /// The cell of each design unit.
  private(set) var cellOfUnit: [Int] = []
  /// By cell, then margin: the position among the margin's levels; nil for a level without a population figure.
  private(set) var levels: [[Int?]] = []
  /// Respondents of each cell.
  private(set) var counts: [Int] = []
  /// Σ of base weights of each cell: those of the sample, or of a replicate.
  var baseSums: [Double] = []
  /// By cell: the numbers that totals are known of; empty without such.
  private(set) var numbers: [[Double]] = []
  /// Whether a cell's respondents are left out.
  private(set) var isExcluded: [Bool] = []
  /// By margin: respondents by the name of a level without a population figure.
  private(set) var unmatched: [[String: Int]]

  /// Places the units of a scan in the margins.
  ///
  /// - Parameters:
  ///   - fields: by margin, the positions of its questions among the scan's raking questions.
  ///   - numberCount: how many of the records' numbers have a known total; when any has, each unit is a cell.
  init(_ table: CellTable, margins: [RakeMargin], fields: [[Int]], numberCount: Int = 0) {
    unmatched = margins.map { _ in [:] }
    let positions = margins.map { margin in
      Dictionary(margin.population.enumerated().map { ($1.level, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var cellNumbers: [[Int]: Int] = [:]
    for (index, unit) in table.units.enumerated() {
      let key = numberCount > 0 ? [index] : unit.rakingLevels
      let cell = cellNumbers[key, default: levels.count]
      if cell == levels.count {
        cellNumbers[key] = cell
        if numberCount > 0 { numbers.append(table.recordNumbers.prefix(numberCount).map { $0[index] ?? 0 }) }
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
