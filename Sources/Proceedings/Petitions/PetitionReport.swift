public import CivilCalendar
public import Diagnostics
public import FormDefinition
public import Responses
import TextEncoding

/// Petitions by theme, need, agency and outcome as of a day, from logs of the form `bm-05`.
///
/// A petition (a number in the log of one organisation) counts once, as the log with the latest last day up to the day
/// asked for has it. An answer after the day does not count; one that is missing when the deadline is past is overdue.
public struct PetitionReport: Sendable {
  /// The petitions in the order of organisation and number.
  public let petitions: [Petition]
  /// The needs of the themes; nil when nobody tied them.
  public let needs: NeedThemes?
  /// What should be looked at.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The day.
  public let asOf: CivilDay
  /// The codes of outcomes in the order of the form.
  let outcomes: [String]
  let form: String
  let isSimulated: Bool

  private static let around = ["org_name", "log_to"]
  private static let own = [
    "petition_code", "petition_theme", "petition_origin", "responsible_agency", "agency_level", "received_date",
    "deadline", "answered", "answer_date", "outcome",
  ]

  /// Reads all logs once.
  ///
  /// - Throws: ``ExitCode/unusableInput`` when the form lacks a question of `bm-05`, and what the source throws.
  public init(
    of records: some RecordSource, form: Form, needs: NeedThemes?, asOf: CivilDay
  ) throws(StageFailure) {
    let table = try RepeatTable(
      of: records, repeat: "petition", around: Self.around, own: Self.own, section: "petitions")
    let isSimulated = try records.isSimulated
    var newest: [[String]: (day: CivilDay, petition: Petition)] = [:]
    var laterLogs: Set<Int> = []
    for row in table.rows {
      guard let day = CivilDay(answer: row.around[1]) else { continue }
      if day > asOf {
        laterLogs.insert(row.record)
        continue
      }
      let key = [row.around[0].comparisonKey, row.own[0]]
      if let known = newest[key], known.day > day { continue }
      newest[key] = (day, Self.petition(row, asOf: asOf))
    }
    petitions = newest.values.map(\.petition).sorted(by: Petition.isBefore)
    self.needs = needs
    self.asOf = asOf
    self.form = form.identifier
    self.isSimulated = isSimulated
    let fields = records.layout.repeats.first { $0.name == "petition" }?.fields ?? []
    outcomes = fields.first { $0.name == "outcome" }?.choices ?? []
    if let needs {
      diagnostics += needs.findings(themes: fields.first { $0.name == "petition_theme" }?.choices ?? [])
    }
    if !laterLogs.isEmpty {
      diagnostics.append(Diagnostic(.laterReportsLeftOut, ["count": String(laterLogs.count), "day": asOf.iso]))
    }
    if petitions.isEmpty {
      diagnostics.append(Diagnostic(.noProceedings, ["key": "petitions"]))
    }
  }

  private static func petition(_ row: RepeatTable.Row, asOf: CivilDay) -> Petition {
    let deadline = CivilDay(answer: row.own[6])
    var answer = row.own[7] == "yes" ? CivilDay(answer: row.own[8]) : nil
    if let day = answer, day > asOf { answer = nil }
    let state: Petition.State
    if let answer {
      state = deadline.map { answer > $0 } ?? false ? .late : .onTime
    } else {
      state = deadline.map { $0 < asOf } ?? false ? .overdue : .waiting
    }
    return Petition(
      keeper: row.around[0], code: row.own[0], theme: row.own[1], origin: row.own[2], agency: row.own[3],
      level: row.own[4], receivedOn: CivilDay(answer: row.own[5]), deadline: deadline, answeredOn: answer,
      outcome: answer == nil ? "" : row.own[9], state: state)
  }
}

extension Petition {
  /// By keeper, then the numbers of the code one by one.
  static func isBefore(_ left: Petition, _ right: Petition) -> Bool {
    if left.keeper != right.keeper { return left.keeper < right.keeper }
    let numbers = (left.code.codeNumbers, right.code.codeNumbers)
    if numbers.0 != numbers.1 { return numbers.0.lexicographicallyPrecedes(numbers.1) }
    return left.code < right.code
  }
}
