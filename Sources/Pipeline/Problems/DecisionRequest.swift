public import Diagnostics
internal import FormDefinition
internal import ResponseStore
internal import Responses

/// What a person decided about held records, to be carried out.
public struct DecisionRequest: Sendable {
  /// Where the decisions stand.
  public enum Decisions: Sendable, Hashable {
    /// A table that `problems export` wrote, with corrected answers and decisions.
    case table(String)
    /// The records with these numbers are taken in as they are.
    case accept([Int])
  }

  /// The folder or file of the form.
  public var form: String
  /// The path of the store.
  public var store: String
  /// What was decided.
  public var decisions: Decisions
  /// Why records are accepted, for the journal.
  public var reason: String?
  /// The file that maps columns to questions; nil: the form's own names.
  public var mapping: String?
  /// The pipeline file whose section `validation` says what becomes of records that break rules; nil: as usual.
  public var pipeline: String?
  /// How many seconds to wait for another writer.
  public var wait: Int

  /// Creates a request.
  public init(form: String, store: String, decisions: Decisions, reason: String?, mapping: String?, wait: Int) {
    self.form = form
    self.store = store
    self.decisions = decisions
    self.reason = reason
    self.mapping = mapping
    self.wait = wait
  }

  /// Carries the decisions out: nothing when the table or a number is wrong.
  ///
  /// Corrected answers are put into their records, which are held against the form again and taken in when nothing is
  /// wrong with them, or when they were accepted whatever is.
  /// - Throws: when the form is unusable, the store is missing or fails, or the table cannot be read.
  public func run() throws(StageFailure) -> RetryRequest.Report {
    let loaded = try loadUsableForm(at: form)
    let opened = try existingStore(at: store, wait: wait)
    let problems = try opened.problems(ofForm: loaded.identifier)
    var decided = ProblemDecisions()
    var diagnostics: [Diagnostic] = []
    switch decisions {
    case .table(let file):
      let sheet = try ProblemSheet(file: file, problems: problems)
      (decided, diagnostics) = (sheet.decisions, sheet.diagnostics)
    case .accept(let numbers):
      decided.accepted = Set(numbers)
      for number in decided.accepted.sorted() {
        let problem = problems.first { $0.number == number }
        if problem?.disposition == .quarantined { continue }
        let code: DiagnosticCode = problem == nil ? .storeProblemUnknown : .storeProblemWithheld
        diagnostics.append(Diagnostic(code, ["number": String(number)]))
      }
    }
    decided.reason = reason
    decided.replacing = Set(
      problems.filter { $0.findings.contains { $0.code == .recordConflicting } }.map(\.number))
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return RetryRequest.Report(
        released: 0, remaining: problems.count { $0.disposition == .quarantined }, diagnostics: diagnostics)
    }
    if !decided.rejected.isEmpty {
      _ = try opened.reject(decided.rejected.sorted(), form: loaded.identifier)
    }
    var request = RetryRequest(form: form, store: store, mapping: mapping, wait: wait)
    request.pipeline = pipeline
    request.decisions = decided
    var report = try request.run(loaded, opened)
    report.rejected = decided.rejected.count
    report.diagnostics = diagnostics + report.diagnostics
    return report
  }
}
