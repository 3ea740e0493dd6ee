public import Diagnostics
public import Estimation
public import FormDefinition
public import Responses

/// Opinions of the clauses of drafts, and what the drafting agency answered, from the form `pks-02`.
///
/// A respondent counts once per clause: of several comments on one clause the last. Who does not comment on a clause says
/// nothing of it and is not counted as agreeing.
public struct ConsultationReport: Sendable {
  /// The clauses by document, draft and name.
  public let clauses: [Clause]
  /// What the agency answered, by the position of the clause; nil while nothing is recorded.
  public let responses: [ClauseResponse?]
  /// What should be looked at.
  public private(set) var diagnostics: [Diagnostic] = []
  let form: String
  let isSimulated: Bool
  let disclosure: DisclosureRules

  private static let around = ["doc_reference", "doc_title", "doc_draft_number", "consent_quote"]
  private static let own = ["clause_reference", "clause_opinion", "clause_reason", "clause_wording"]

  /// Reads all comments once.
  ///
  /// - Parameters:
  ///   - recorded: what an official recorded of the agency's answers, and the file it is in.
  ///   - disclosure: how few comments are not told.
  /// - Throws: ``ExitCode/unusableInput`` when the form lacks a question of `pks-02`, and what the source throws.
  public init(
    of records: some RecordSource, form: Form, recorded: [ClauseResponse], source: String = "",
    disclosure: DisclosureRules
  ) throws(StageFailure) {
    let table = try RepeatTable(
      of: records, repeat: "clause", around: Self.around, own: Self.own, section: "consultation")
    let isSimulated = try records.isSimulated
    // The last comment of a respondent on a clause.
    var last: [ClauseKey: [Int: RepeatTable.Row]] = [:]
    var names: [ClauseKey: RepeatTable.Row] = [:]
    for row in table.rows {
      let document = row.around[0].isEmpty ? row.around[1] : row.around[0]
      let key = ClauseKey(document: document, draft: row.around[2], clause: row.own[0])
      if names[key] == nil { names[key] = row }
      last[key, default: [:]][row.record] = row
    }
    let found = names.map { key, first in
      (key: key, clause: Self.clause(first, comments: (last[key] ?? [:]).sorted { $0.key < $1.key }.map(\.value)))
    }.sorted {
      ($0.clause.document, $0.clause.draft, $0.key.clause.key) < (
        $1.clause.document, $1.clause.draft, $1.key.clause.key
      )
    }
    var clauses = found.map(\.clause)
    ClauseSuppression(disclosure).apply(to: &clauses)
    self.clauses = clauses
    let answers = Dictionary(recorded.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    responses = found.map { answers[$0.key] }
    self.form = form.identifier
    self.isSimulated = isSimulated
    self.disclosure = disclosure
    let known = Set(found.map(\.key))
    let place = source.isEmpty ? nil : SourcePosition(file: source)
    for response in recorded where !known.contains(response.key) {
      diagnostics.append(Diagnostic(.clauseUnknown, at: place))
    }
    if clauses.isEmpty { diagnostics.append(Diagnostic(.noProceedings, ["key": "consultation"])) }
  }

  private static func clause(_ first: RepeatTable.Row, comments: [RepeatTable.Row]) -> Clause {
    var clause = Clause(
      document: first.around[0].isEmpty ? first.around[1] : first.around[0], draft: first.around[2],
      name: first.own[0])
    for comment in comments {
      guard let opinion = Clause.Opinion(rawValue: comment.own[1]) else { continue }
      clause.counts[opinion, default: 0] += 1
      let texts = [comment.own[3], comment.own[2]].filter { !$0.isEmpty }
      if texts.isEmpty { continue }
      if comment.around[3] == "yes" {
        clause.reasons.append(texts.joined(separator: " – "))
      } else {
        clause.unquotedReasons += 1
      }
    }
    return clause
  }
}
