internal import CivilCalendar
internal import Diagnostics
public import Estimation

extension HeadcountMargins {
  /// The round by qualification, sector, area and gender at once; nil where nothing of it is given.
  var cross: HeadcountCross? {
    guard !isHidden else { return nil }
    let rows = round.reports.flatMap { report in report.soundRows.map { (report.unit, $0) } }
    let crossed = rows.enumerated().map { number, entry in
      (levels: levelsOfRows.dropFirst().map { $0[number] }, unit: entry.0, row: entry.1)
    }
    return HeadcountCross(
      rows: crossed, shown: margins.dropFirst().map { Set($0.levels.filter { !$0.hidesPeople }.map(\.name)) },
      minimumCount: minimumCount, dominance: dominance)
  }

  /// The table `headcounts-cross` of several rounds: one row per year, definition, qualification, sector and area with
  /// people. Figures that must not be given are empty and flagged `suppressed`.
  public static func crossTable(of rounds: [HeadcountMargins], isSimulated: Bool) -> SideTable {
    var table = SideTable(
      name: "headcounts-cross",
      title: BilingualText(
        vi: "Số lượng trí thức theo trình độ, ngành, địa bàn và giới tính",
        en: "Headcounts by qualification, sector, locality and gender"),
      columns: ["year", "date", "definition"] + HeadcountCross.variables + ["people", "women", "men", "flag"])
    for round in rounds {
      for cell in round.cross?.cells ?? [] {
        var flags: [EstimateFlag] = []
        if cell.hidesGender { flags.append(.suppressed) }
        if !round.round.missingUnits.isEmpty { flags.append(.incomplete) }
        if isSimulated { flags.append(.simulated) }
        table.add(
          [.text(String(round.round.year)), .text(round.round.day.iso), .text(round.round.definition)]
            + cell.levels.map { .text($0) }
            + [
              .count(cell.hidesPeople ? nil : cell.people), .count(cell.hidesGender ? nil : cell.women),
              .count(cell.hidesGender ? nil : cell.men), .text(flags.map(\.rawValue).joined(separator: " ")),
            ])
      }
    }
    return table
  }

  /// The table `headcounts-units`: how each organisation's report adds up, and who is missing. It holds figures of single
  /// organisations, so it is for its owner alone.
  public static func unitTable(of rounds: [HeadcountMargins]) -> SideTable {
    var table = SideTable(
      name: "headcounts-units",
      title: BilingualText(vi: "Đối chiếu biểu của từng đơn vị", en: "Reports of organisations reconciled"),
      columns: [
        "year", "definition", "unit", "date", "rows", "people", "declared", "women", "declared_women", "repeated_rows",
        "impossible_rows", "state",
      ])
    table.isRestricted = true
    for round in rounds.map(\.round) {
      for report in round.reports {
        let sound = report.soundRows
        let people = sound.reduce(0) { $0.addingCapped($1.people) }
        let women = sound.reduce(0) { $0.addingCapped($1.women) }
        let kinds = Set(report.rows.map { [$0.qualification, $0.sector, $0.commune] })
        let agrees = (report.declaredPeople ?? people) == people && (report.declaredWomen ?? women) == women
        table.add([
          .text(String(round.year)), .text(round.definition), .text(report.unit), .text(report.day.iso),
          .count(report.rows.count), .count(people), .count(report.declaredPeople), .count(women),
          .count(report.declaredWomen), .count(report.rows.count - kinds.count),
          .count(report.rows.count - sound.count), .text(agrees ? "agrees" : "differs"),
        ])
      }
      for unit in round.missingUnits {
        table.add(
          [.text(String(round.year)), .text(round.definition), .text(unit), .text("")]
            + [SideTable.Cell](repeating: .count(nil), count: 7) + [.text("missing")])
      }
    }
    return table
  }
}
