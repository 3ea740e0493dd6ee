internal import DelimitedText
public import Diagnostics
internal import TextEncoding

extension InvitationList {
  /// Reads a list from CSV.
  ///
  /// A list of units has the columns `unit` and `invited`, and may have `label`, `sector`, `locality`, `expected`, what
  /// is known of invitations without an answer (`refused`, `noncontact`, `other`, `unknown`, `ineligible`), and the
  /// answers where records do not name their unit (`complete`, `partial`). A list of tokens has `token` and
  /// `disposition` (AAPOR's I, P, R, NC, O, UH, UO, NE; blank while open), and may have `unit`, `label`, `sector`,
  /// `locality`. Further columns are passed over.
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> InvitationList {
    var reader = InvitationReader(DelimitedTable(bytes: bytes, source: source))
    let list = reader.table.column(named: "token") == nil ? reader.unitList() : reader.tokenList()
    if !reader.findings.isEmpty { throw StageFailure(reader.findings, exitCode: .unusableInput) }
    return list
  }
}

/// Reads the rows of a list, collecting what is wrong.
private struct InvitationReader {
  let table: DelimitedTable
  var findings: [Diagnostic]

  /// The most people a list may invite in one row: beyond it a number is a slip, and sums stay exact.
  private static let mostPeople = 1_000_000_000
  private static let dispositions: [(column: String, disposition: Disposition)] = [
    ("complete", .interview), ("partial", .partial), ("refused", .refusal), ("noncontact", .nonContact),
    ("other", .other), ("unknown", .unknownUnit), ("ineligible", .notEligible),
  ]

  init(_ table: DelimitedTable) {
    self.table = table
    findings = table.diagnostics.filter { $0.severity == .error }
  }

  mutating func unitList() -> InvitationList {
    let unit = required("unit")
    let invited = required("invited")
    let expected = table.column(named: "expected")
    let stated = Self.dispositions.compactMap { name, disposition in
      table.column(named: name).map { (name: name, column: $0, disposition: disposition) }
    }
    var list = InvitationList(units: [])
    list.statesAnswers = table.column(named: "complete") != nil
    guard let unit, let invited else { return list }
    var firstLines: [String: Int] = [:]
    for row in table.rows {
      let name = row[unit].trimmingBlanks().composed
      if let first = firstLines[name.comparisonKey] {
        report(.invitedUnitRepeated, row, unit, ["unit": name, "first": String(first)])
        continue
      }
      firstLines[name.comparisonKey] = row.line
      var entry = Self.unit(named: name, row, table)
      entry.invited = count(row, invited, "invited") ?? 0
      for place in stated {
        entry.stated[place.disposition] = Double(count(row, place.column, place.name, isOptional: true) ?? 0)
      }
      if let expected { entry.expected = count(row, expected, "expected", isOptional: true).map(Double.init) }
      list.units.append(entry)
    }
    return list
  }

  mutating func tokenList() -> InvitationList {
    let token = required("token")
    let disposition = required("disposition")
    var list = InvitationList(units: [])
    guard let token, let disposition else { return list }
    let unit = table.column(named: "unit")
    var places: [String: Int] = [:]
    var firstLines: [String: Int] = [:]
    for row in table.rows {
      let name = row[token].trimmingBlanks()
      // An invitation without a token is one that no answer names.
      if let first = firstLines[name], !name.isEmpty {
        report(.tokenRepeated, row, token, ["first": String(first)])
        continue
      }
      firstLines[name] = row.line
      let code = row[disposition].trimmingBlanks()
      let outcome = Disposition(rawValue: code.uppercased())
      if outcome == nil, !code.isEmpty {
        let expected = Disposition.allCases.map(\.rawValue).joined(separator: ", ")
        report(.dispositionUnknown, row, disposition, ["expected": expected])
      }
      let unitName = unit.map { row[$0].trimmingBlanks().composed } ?? ""
      let place = places[unitName.comparisonKey] ?? list.units.count
      if place == list.units.count {
        places[unitName.comparisonKey] = place
        list.units.append(Self.unit(named: unitName, row, table))
      }
      list.units[place].invited += 1
      list.tokens.append(InvitationList.Token(token: name, unit: place, disposition: outcome))
    }
    return list
  }

  private static func unit(named name: String, _ row: DelimitedRow, _ table: DelimitedTable) -> InvitationList.Unit {
    func text(_ column: String) -> String {
      table.column(named: column).map { row[$0].trimmingBlanks().composed } ?? ""
    }
    return InvitationList.Unit(
      name: name, label: text("label"), sector: text("sector"), locality: text("locality"), invited: 0)
  }

  private mutating func required(_ name: String) -> Int? {
    if let column = table.column(named: name) { return column }
    findings.append(Diagnostic(.invitationColumnMissing, at: table.headerPosition, ["column": name]))
    return nil
  }

  private mutating func count(
    _ row: DelimitedRow, _ column: Int, _ name: String, isOptional: Bool = false
  ) -> Int? {
    let text = row[column].trimmingBlanks()
    if isOptional, text.isEmpty { return nil }
    if let number = Int(text), (0...Self.mostPeople).contains(number) { return number }
    report(.invitationCountUnreadable, row, column, ["column": name])
    return nil
  }

  private mutating func report(
    _ code: DiagnosticCode, _ row: DelimitedRow, _ column: Int, _ arguments: [String: String]
  ) {
    findings.append(Diagnostic(code, at: table.position(of: row, field: column), arguments))
  }
}
