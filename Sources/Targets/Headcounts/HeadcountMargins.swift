internal import CivilCalendar
internal import Diagnostics
public import Estimation
public import Geography

/// A round broken down by everybody, qualification, sector and area, with what must not be given.
public struct HeadcountMargins: Sendable {
  let round: HeadcountRound
  let margins: [HeadcountMargin]
  /// By margin the level of each sound row, in the order of reports and rows.
  let levelsOfRows: [[String]]
  let minimumCount: Int
  let dominance: DominanceRule?

  /// Breaks a round down.
  ///
  /// Areas are those that both lists have in common, so that communes of either list are put together; without a
  /// crosswalk the codes as they were reported.
  /// - Parameter dominance: when a total says too much of one organisation; nil: never.
  /// - Complexity: O(rows · log rows).
  public init(
    _ round: HeadcountRound, crosswalk: Crosswalk?, minimumCount: Int, dominance: DominanceRule? = nil
  ) {
    self.round = round
    self.minimumCount = minimumCount
    self.dominance = dominance
    let units = round.reports.flatMap { report in report.soundRows.map { _ in report.unit } }
    let rows = round.reports.flatMap { report in report.soundRows.map { (report.edition, $0) } }
    var areas: [AreaKey: String] = [:]
    func area(_ code: String, _ edition: Crosswalk.Edition) -> String {
      guard let crosswalk else { return code }
      let key = AreaKey(code: code, edition: edition)
      if let known = areas[key] { return known }
      let found = crosswalk.commonArea(of: code, .commune, in: edition, namedBy: .present)?.label ?? "?"
      areas[key] = found
      return found
    }
    let names = ["", "qualification", "sector", "area"]
    let levels = [
      rows.map { _ in "" }, rows.map(\.1.qualification), rows.map(\.1.sector), rows.map { area($0.1.commune, $0.0) },
    ]
    margins = zip(names, levels).map { name, levels in
      HeadcountMargin(
        name, rows: zip(levels, rows).map { (level: $0, row: $1.1) }, units: units, minimumCount: minimumCount,
        dominance: dominance)
    }
    levelsOfRows = levels
  }

  private struct AreaKey: Hashable {
    var code: String
    var edition: Crosswalk.Edition
  }

  /// What is given of the round in its table.
  var protection: HeadcountProtection {
    var given: [HeadcountGroup] = []
    for (margin, levels) in zip(margins, levelsOfRows) where !isHidden {
      var areas: [String: Set<Int>] = [:]
      if margin.name == "area" {
        for (row, level) in levels.enumerated() { areas[level, default: []].insert(row) }
      }
      for level in margin.levels {
        func add(_ people: Int, isOfWomen: Bool?, _ byUnit: [String: Int]) {
          let measure = HeadcountMeasure(
            qualification: margin.name == "qualification" ? level.name : nil,
            sector: margin.name == "sector" ? level.name : nil, isOfWomen: isOfWomen)
          given.append(HeadcountGroup(measure: measure, area: areas[level.name], people: people, byUnit: byUnit))
        }
        if !level.hidesPeople { add(level.people, isOfWomen: nil, level.peopleByUnit) }
        if !level.hidesGender {
          add(level.women, isOfWomen: true, level.womenByUnit)
          add(level.men, isOfWomen: false, level.menByUnit)
        }
      }
    }
    return HeadcountProtection(given: given, minimumCount: minimumCount, dominance: dominance)
  }

  /// Whether nothing of the round is given, there being too few people.
  var isHidden: Bool { margins.first?.levels.first?.hidesPeople ?? true }

  /// The table `headcounts` of several rounds: one row per year, definition and level of a breakdown.
  ///
  /// Figures that must not be given are empty and flagged `suppressed`.
  public static func table(of rounds: [HeadcountMargins], isSimulated: Bool) -> SideTable {
    var table = SideTable(
      name: "headcounts", title: BilingualText(vi: "Số lượng trí thức", en: "Headcounts"),
      columns: [
        "year", "date", "definition", "by", "level", "people", "women", "men", "units", "units_missing", "flag",
      ])
    for round in rounds {
      // Nothing of a round of few people is given.
      for margin in round.isHidden ? Array(round.margins.prefix(1)) : round.margins {
        for level in margin.levels { table.add(round.cells(of: level, margin.name, isSimulated: isSimulated)) }
      }
    }
    return table
  }

  private func cells(of level: HeadcountMargin.Level, _ name: String, isSimulated: Bool) -> [SideTable.Cell] {
    var flags: [EstimateFlag] = []
    if level.hidesGender { flags.append(.suppressed) }
    if !round.missingUnits.isEmpty { flags.append(.incomplete) }
    if isSimulated { flags.append(.simulated) }
    return [
      .text(String(round.year)), .text(round.day.iso), .text(round.definition), .text(name), .text(level.name),
      .count(level.hidesPeople ? nil : level.people), .count(level.hidesGender ? nil : level.women),
      .count(level.hidesGender ? nil : level.men), .count(name.isEmpty ? round.reports.count : nil),
      .count(name.isEmpty ? round.missingUnits.count : nil), .text(flags.map(\.rawValue).joined(separator: " ")),
    ]
  }
}
