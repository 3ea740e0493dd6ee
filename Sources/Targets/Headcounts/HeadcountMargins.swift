internal import CivilCalendar
internal import Diagnostics
public import Estimation
public import Geography

/// A round broken down by everybody, qualification, sector and area, with what must not be given.
public struct HeadcountMargins: Sendable {
  let round: HeadcountRound
  let margins: [HeadcountMargin]
  private let minimumCount: Int

  /// Breaks a round down.
  ///
  /// Areas are those that both lists have in common, so that communes of either list are put together; without a
  /// crosswalk the codes as they were reported.
  /// - Complexity: O(rows · log rows).
  public init(_ round: HeadcountRound, crosswalk: Crosswalk?, minimumCount: Int) {
    self.round = round
    self.minimumCount = minimumCount
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
    margins = [
      HeadcountMargin("", rows: rows.map { ("", $0.1) }, minimumCount: minimumCount),
      HeadcountMargin("qualification", rows: rows.map { ($0.1.qualification, $0.1) }, minimumCount: minimumCount),
      HeadcountMargin("sector", rows: rows.map { ($0.1.sector, $0.1) }, minimumCount: minimumCount),
      HeadcountMargin("area", rows: rows.map { (area($0.1.commune, $0.0), $0.1) }, minimumCount: minimumCount),
    ]
  }

  private struct AreaKey: Hashable {
    var code: String
    var edition: Crosswalk.Edition
  }

  /// Whether a measure's count must not be given: the breakdown hides it, it is small itself, or what it leaves of a
  /// larger group that is given is small.
  func hides(_ measure: HeadcountMeasure, count: Int) -> Bool {
    func isSmall(_ count: Int) -> Bool { count > 0 && count < minimumCount }
    if isSmall(count) { return true }
    let levels = [("qualification", measure.qualification), ("sector", measure.sector)].compactMap { name, word in
      word.flatMap { word in margins.first { $0.name == name }?.level(word) }
    }
    if levels.contains(where: { $0.hidesPeople || measure.isOfWomen != nil && $0.hidesGender }) { return true }
    let whole = margins.first?.levels.first
    if measure.isOfWomen != nil, whole?.hidesGender == true { return true }
    let larger =
      levels.flatMap { [$0.people, $0.women, $0.men] } + (whole.map { [$0.people, $0.women, $0.men] } ?? [])
    return larger.contains { isSmall($0 - count) }
  }

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
      let isHidden = round.margins.first?.levels.first?.hidesPeople ?? true
      for margin in isHidden ? Array(round.margins.prefix(1)) : round.margins {
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
