public import CivilCalendar
internal import DelimitedText
public import Diagnostics
internal import TextEncoding

/// What the drafting agency answered to the comments on one clause (tiếp thu, giải trình).
public struct ClauseResponse: Sendable, Hashable {
  /// The kind of answer.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Taken up (tiếp thu).
    case takenUp = "taken_up"
    /// Taken up in part.
    case partly
    /// Not taken up, with an explanation (giải trình).
    case explained
    /// Noted for later.
    case noted
  }

  /// The draft.
  public var document: String
  /// The number of the draft.
  public var draft: String
  /// The clause.
  public var clause: String
  /// The answer; nil while there is none.
  public var kind: Kind?
  /// What the agency wrote.
  public var explanation: String
  /// The agency.
  public var agency: String
  /// The day of the answer; nil when not stated.
  public var day: CivilDay?

  /// Creates an answer.
  public init(
    document: String, draft: String, clause: String, kind: Kind? = nil, explanation: String = "", agency: String = "",
    day: CivilDay? = nil
  ) {
    self.document = document
    self.draft = draft
    self.clause = clause
    self.kind = kind
    self.explanation = explanation
    self.agency = agency
    self.day = day
  }

  /// What tells clauses apart, however they are written.
  var key: ClauseKey { ClauseKey(document: document, draft: draft, clause: clause) }

  /// Reads the sheet that an official filled in; columns that are not needed are passed over.
  ///
  /// - Throws: ``ExitCode/unusableInput`` with everything that is wrong: a missing column, an unknown word, a day that is
  ///   none, a clause that stands twice.
  public static func read(bytes: [UInt8], source: String) throws(StageFailure) -> [ClauseResponse] {
    let table = DelimitedTable(bytes: bytes, source: source)
    var findings = table.diagnostics.filter { $0.severity == .error }
    let names = ["document", "draft", "clause", "response", "explanation", "agency", "responded_on"]
    let columns = names.map { table.column(named: $0) }
    for (name, column) in zip(names, columns) where column == nil {
      findings.append(Diagnostic(.proceedingsColumnMissing, at: table.headerPosition, ["column": name]))
    }
    let places = columns.compactMap(\.self)
    guard places.count == names.count else { throw StageFailure(findings, exitCode: .unusableInput) }
    var firstLines: [ClauseKey: Int] = [:]
    var responses: [ClauseResponse] = []
    for row in table.rows {
      let cells = places.map { row[$0].trimmingBlanks().composed }
      let response = ClauseResponse(
        document: cells[0], draft: cells[1], clause: cells[2], kind: Kind(rawValue: cells[3]), explanation: cells[4],
        agency: cells[5], day: CivilDay(iso: cells[6]))
      if response.kind == nil, !cells[3].isEmpty {
        let expected = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        findings.append(
          Diagnostic(.clauseResponseUnknown, at: table.position(of: row, field: places[3]), ["expected": expected]))
      }
      if response.day == nil, !cells[6].isEmpty {
        findings.append(
          Diagnostic(
            .proceedingsDayUnreadable, at: table.position(of: row, field: places[6]), ["column": names[6]]))
      }
      if let first = firstLines[response.key] {
        findings.append(
          Diagnostic(.clauseRepeated, at: table.position(of: row, field: places[2]), ["first": String(first)]))
        continue
      }
      firstLines[response.key] = row.line
      responses.append(response)
    }
    if !findings.isEmpty { throw StageFailure(findings, exitCode: .unusableInput) }
    return responses
  }
}

extension [ClauseResponse] {
  /// These answers, and older ones to clauses that have none here.
  public func merged(over older: [ClauseResponse]) -> [ClauseResponse] {
    let answered = Set(filter { $0.kind != nil || !$0.explanation.isEmpty }.map(\.key))
    let kept = older.filter { !answered.contains($0.key) }
    let known = Set(kept.map(\.key))
    return filter { answered.contains($0.key) || !known.contains($0.key) } + kept
  }
}

/// What tells clauses of drafts apart, however they are written.
struct ClauseKey: Sendable, Hashable {
  let document: String
  let draft: String
  let clause: ClauseName

  init(document: String, draft: String, clause: String) {
    self.document = document.comparisonKey
    self.draft = draft.comparisonKey
    self.clause = ClauseName(clause)
  }
}
