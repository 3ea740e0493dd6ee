public import CivilCalendar
public import Diagnostics
internal import Geography

/// The headcounts of a calendar year under one definition, one report per organisation.
///
/// Of several reports of an organisation in a year the one of the latest day counts, of one day the last one taken in.
public struct HeadcountRound: Sendable, Hashable {
  /// The calendar year of the days counted.
  public let year: Int
  /// Who is counted.
  public let definition: String
  /// The reports, one per organisation, in the order they were taken in.
  public let reports: [HeadcountReport]
  /// The organisations of the list that have no report of this year and definition; empty without a list.
  public let missingUnits: [String]

  /// The latest day of the reports.
  public var day: CivilDay { reports.map(\.day).max() ?? CivilDay(number: 0) }

  /// Sorts reports into rounds and says what does not add up.
  ///
  /// - Parameters:
  ///   - reports: in the order they were taken in.
  ///   - units: those that are to report; nil when nobody says.
  /// - Returns: rounds by year and definition; reports of organisations that are not on the list, and those with a
  ///   definition of their own, are in none.
  /// - Complexity: O(rows · log rows).
  public static func rounds(
    of reports: [HeadcountReport], units: UnitList?
  ) -> (rounds: [HeadcountRound], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let expected = units.map { Set($0.units) }
    var latest: [String: [Int: HeadcountReport]] = [:]
    for report in reports {
      diagnostics += report.remarks
      if let expected, !expected.contains(report.unit) {
        diagnostics.append(Diagnostic(.headcountUnitNotListed, record: report.record))
        continue
      }
      let year = report.day.parts.year
      if let known = latest[report.unit]?[year] {
        diagnostics.append(
          Diagnostic(
            .headcountUnitRepeated, record: known.day > report.day ? report.record : known.record,
            ["year": String(year)]))
        if known.day > report.day { continue }
      }
      latest[report.unit, default: [:]][year] = report
    }
    var chosen: [RoundKey: [HeadcountReport]] = [:]
    for report in reports where latest[report.unit]?[report.day.parts.year]?.record == report.record {
      guard let definition = report.definition else {
        diagnostics.append(Diagnostic(.headcountOwnDefinition, record: report.record))
        continue
      }
      chosen[RoundKey(year: report.day.parts.year, definition: definition), default: []].append(report)
    }
    let rounds = chosen.keys.sorted().map { key in
      let own = chosen[key] ?? []
      let present = Set(own.map(\.unit))
      return HeadcountRound(
        year: key.year, definition: key.definition, reports: own,
        missingUnits: (units?.units ?? []).filter { !present.contains($0) })
    }
    return (rounds, diagnostics + rounds.flatMap(\.remarks) + differences(rounds))
  }

  private struct RoundKey: Hashable, Comparable {
    var year: Int
    var definition: String

    static func < (left: RoundKey, right: RoundKey) -> Bool {
      (left.year, left.definition) < (right.year, right.definition)
    }
  }

  /// What to say about a round as a whole.
  private var remarks: [Diagnostic] {
    var remarks: [Diagnostic] = []
    if !missingUnits.isEmpty {
      remarks.append(
        Diagnostic(
          .headcountUnitsMissing,
          [
            "year": String(year), "definition": definition, "count": String(missingUnits.count),
            "total": String(missingUnits.count + reports.count),
            "units": missingUnits.prefix(10).joined(separator: ", ") + (missingUnits.count > 10 ? ", …" : ""),
          ]))
    }
    if let first = reports.map(\.day).min(), first != day {
      remarks.append(
        Diagnostic(
          .headcountDaysDiffer,
          ["year": String(year), "definition": definition, "first": first.iso, "last": day.iso]))
    }
    return remarks
  }

  private static func differences(_ rounds: [HeadcountRound]) -> [Diagnostic] {
    Set(rounds.map(\.year)).sorted().compactMap { year in
      let definitions = rounds.filter { $0.year == year }.map(\.definition)
      guard definitions.count > 1 else { return nil }
      return Diagnostic(
        .headcountDefinitionsDiffer, ["year": String(year), "definitions": definitions.joined(separator: ", ")])
    }
  }
}

extension HeadcountReport {
  /// What does not add up inside the report.
  var remarks: [Diagnostic] {
    var codes: [DiagnosticCode] = []
    let (people, women) = totals
    if let declaredPeople, declaredPeople != people { codes.append(.headcountTotalDiffers) }
    if let declaredWomen, declaredWomen != women { codes.append(.headcountWomenDiffer) }
    if rows.contains(where: { $0.people < 0 || $0.women < 0 || $0.women > $0.people }) {
      codes.append(.headcountRowImpossible)
    }
    var combinations: Set<[String]> = []
    if !rows.allSatisfy({ combinations.insert([$0.qualification, $0.sector, $0.commune]).inserted }) {
      codes.append(.headcountRowRepeated)
    }
    return codes.map { Diagnostic($0, record: record) }
  }

  /// The sums of the rows; numbers too large for a sum stay at the largest.
  private var totals: (people: Int, women: Int) {
    rows.reduce((0, 0)) { ($0.0.addingCapped($1.people), $0.1.addingCapped($1.women)) }
  }

  /// The rows that can be: no negative number, no more women than people.
  var soundRows: [Row] { rows.filter { $0.women >= 0 && $0.people >= $0.women } }
}

extension Int {
  /// The sum, or the largest or smallest number where it does not fit.
  func addingCapped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
