internal import DelimitedText
public import Diagnostics

extension Observation {
  /// The columns of a list of observations. A further column `simulated` (`yes` or `no`) may mark figures that were made
  /// up for an example.
  public static let columns = [
    "measure", "definition", "date", "value", "standard_error", "geography_level", "geography_code",
    "geography_valid_from", "source",
  ]

  /// Reads a list of observations; an empty one is no error.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> [Observation] {
    var rows = CheckedRows(register: bytes, source: source)
    var observations: [Observation] = []
    if rows.has(columns) {
      for row in rows.table.rows { if let observation = rows.observation(row) { observations.append(observation) } }
    }
    if !rows.findings.isEmpty { throw StageFailure(rows.findings, exitCode: .unusableInput) }
    return observations
  }
}

/// Whether a figure was made up.
private enum SimulatedWord: String, CaseIterable {
  case yes, no
}

extension CheckedRows {
  /// The observation of a row; nil when something is wrong with it.
  fileprivate mutating func observation(_ row: DelimitedRow) -> Observation? {
    let count = findings.count
    let measure = required(row, "measure")
    let definition = required(row, "definition")
    let day = day(row, "date")
    if text(row, "date").isEmpty { bad(row, "date", expected: "yyyy-MM-dd") }
    let value = number(row, "value")
    if text(row, "value").isEmpty { bad(row, "value", expected: "40924") }
    let standardError = number(row, "standard_error")
    if let standardError, standardError < 0 { bad(row, "standard_error", expected: "≥ 0") }
    let area = area(row)
    let simulated = text(row, "simulated").isEmpty ? .no : word(row, "simulated", as: SimulatedWord.self)
    guard findings.count == count, let measure, let definition, let day, let value, let area else { return nil }
    var observation = Observation(
      measure: measure, definition: definition, day: day, value: value, area: area, source: text(row, "source"))
    observation.standardError = standardError
    observation.isSimulated = simulated == .yes
    observation.position = position(row, "value")
    return observation
  }
}
