internal import CivilCalendar
internal import DelimitedText
public import Diagnostics

extension Crosswalk {
  private static let columns = [
    "old_province_code", "old_district_code", "old_commune_code", "new_province_code", "new_commune_code", "relation",
    "valid_from",
  ]

  /// Reads a crosswalk: CSV with comma or semicolon, one row per former commune or part of one.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong: a missing column, a code without its leading
  ///   zeros, an unknown relation, two days of change, a former commune that lies whole in one commune and also in
  ///   another, a split that has one part only, a present commune in two provinces.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> Crosswalk {
    let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let separator = firstLine.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    let table = DelimitedTable(bytes: bytes, source: source, separator: separator)
    var reader = CrosswalkReader(table: table)
    let missing = columns.filter { table.column(named: $0) == nil }
    for column in missing {
      reader.findings.append(
        Diagnostic(.crosswalkColumnMissing, at: table.headerPosition, ["column": column]))
    }
    if missing.isEmpty { for row in table.rows { reader.read(row) } }
    reader.checkSplits()
    if reader.pieces.isEmpty, reader.findings.isEmpty {
      reader.findings.append(Diagnostic(.crosswalkEmpty, at: table.headerPosition))
    }
    guard reader.findings.isEmpty, let day = reader.changeDay else {
      throw StageFailure(reader.findings, exitCode: .unusableInput)
    }
    return Crosswalk(changeDay: day, pieces: reader.pieces, names: reader.names)
  }
}

/// Reads the rows of a crosswalk one after the other.
private struct CrosswalkReader {
  let table: DelimitedTable
  var findings: [Diagnostic]
  var pieces: [Crosswalk.Piece] = []
  var names: [Crosswalk.Key: String] = [:]
  var changeDay: CivilDay?
  private var rows: [DelimitedRow] = []
  private var provinces: [String: String] = [:]

  init(table: DelimitedTable) {
    self.table = table
    findings = table.diagnostics.filter { $0.severity == .error }
  }

  mutating func read(_ row: DelimitedRow) {
    let count = findings.count
    let formerProvince = code(row, "old_province_code", digits: 2)
    let formerDistrict = code(row, "old_district_code", digits: 3)
    let presentProvince = code(row, "new_province_code", digits: 2)
    let presentCommune = code(row, "new_commune_code", digits: 5)
    // A district without communes stands for itself.
    let formerCommune =
      text(row, "old_commune_code").isEmpty ? formerDistrict : code(row, "old_commune_code", digits: 5)
    let relation = text(row, "relation")
    if !["whole", "part", "part_default"].contains(relation) {
      findings.append(
        Diagnostic(
          .crosswalkRelationUnknown, at: position(row, "relation"),
          ["found": relation, "expected": "whole, part, part_default"]))
    }
    if let day = CivilDay(iso: text(row, "valid_from")) {
      if let changeDay, changeDay != day {
        findings.append(
          Diagnostic(
            .crosswalkSeveralDays, at: position(row, "valid_from"), ["first": changeDay.iso, "found": day.iso])
        )
      }
      changeDay = changeDay ?? day
    } else {
      findings.append(Diagnostic(.crosswalkDayUnreadable, at: position(row, "valid_from")))
    }
    if let known = provinces[presentCommune], known != presentProvince {
      findings.append(
        Diagnostic(
          .crosswalkTwoProvinces, at: position(row, "new_province_code"),
          ["code": presentCommune, "first": known, "found": presentProvince]))
    }
    guard findings.count == count else { return }
    provinces[presentCommune] = presentProvince
    let piece = Crosswalk.Piece(
      formerCommune: formerCommune, formerDistrict: formerDistrict, formerProvince: formerProvince,
      presentCommune: presentCommune, presentProvince: presentProvince, isWhole: relation == "whole")
    let columns = [
      text(row, "old_commune_code").isEmpty ? "old_district" : "old_commune", "old_district", "old_province",
      "new_commune", "new_province",
    ]
    for (key, column) in zip(Crosswalk.keys(of: piece), columns) where names[key] == nil {
      let name = text(row, column)
      if !name.isEmpty { names[key] = name }
    }
    pieces.append(piece)
    rows.append(row)
  }

  /// Refuses former communes that lie whole in two places, splits of one part, and rows that stand twice.
  mutating func checkSplits() {
    var counts: [String: Int] = [:]
    for piece in pieces { counts[piece.formerCommune, default: 0] += 1 }
    var seen: Set<[String]> = []
    for (place, piece) in pieces.enumerated() {
      let isAlone = counts[piece.formerCommune] == 1
      if !seen.insert([piece.formerCommune, piece.presentCommune]).inserted {
        report(.crosswalkRowRepeated, place, piece)
      } else if piece.isWhole, !isAlone {
        report(.crosswalkWholeTwice, place, piece)
      } else if !piece.isWhole, isAlone {
        report(.crosswalkSinglePart, place, piece)
      }
    }
  }

  private mutating func report(_ code: DiagnosticCode, _ place: Int, _ piece: Crosswalk.Piece) {
    findings.append(
      Diagnostic(
        code, at: position(rows[place], "relation"), ["code": piece.formerCommune, "present": piece.presentCommune]))
  }

  private func text(_ row: DelimitedRow, _ column: String) -> String {
    table.column(named: column).map { row[$0].trimmingBlanks() } ?? ""
  }

  private func position(_ row: DelimitedRow, _ column: String) -> SourcePosition {
    table.position(of: row, field: table.column(named: column))
  }

  /// A code with all of its digits.
  private mutating func code(_ row: DelimitedRow, _ column: String, digits: Int) -> String {
    let code = text(row, column)
    if code.utf8.count != digits || !code.utf8.allSatisfy({ (48...57).contains($0) }) {
      findings.append(
        Diagnostic(
          .crosswalkCodeDigits, at: position(row, column),
          ["column": column, "expected": String(digits), "found": code]))
    }
    return code
  }
}
