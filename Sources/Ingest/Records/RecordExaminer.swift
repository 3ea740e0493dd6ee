import Diagnostics
import FormDefinition
import Responses

/// Records that were held against their form: what can be said about them without knowing any others.
struct ExaminedRun: Sendable {
  var run: RecordRun
  /// What was found, in the order of the records.
  var findings: [(row: Int, diagnostic: Diagnostic)]
  /// The records with errors.
  var broken: Set<Int>
  /// The answers to questions that were not shown, by record.
  var concealed: [Int: [ConcealedAnswer]]
  /// The records with answers that came without a consent.
  var unconsented: Set<Int>
  /// Whether each respondent consented; nil when nobody is asked.
  var consents: [Bool]?
  /// The digests of the answers, and words of the substantive ones.
  var digests: [UInt8]
  var substance: [UInt64]
}

/// Holds runs of records against their form.
///
/// A value for each thread: what rules remember from run to run changes no verdict.
struct RecordExaminer: Sendable {
  let layout: RecordLayout
  let wordings: [RuleWording]
  /// The fields whose questions are shown only to who consented to them, by ordinal.
  let gated: Set<Int>
  let policy: ValidationPolicy
  /// What makes the digests.
  var digester: AnswerDigester
  private var validator: RecordValidator

  init(form: Form, layout: RecordLayout, options: IngestOptions) {
    self.layout = layout
    validator = RecordValidator(form: form, layout: layout, now: options.now)
    let byPath = Dictionary(
      form.placedQuestions.map { ($0.path, RuleWording($0.question)) }, uniquingKeysWith: { first, _ in first })
    wordings = (layout.fields + layout.repeats.flatMap(\.fields)).map { byPath[$0.path] ?? RuleWording() }
    gated = Self.gated(form, layout)
    policy = options.policy
    digester = AnswerDigester(layout: layout)
  }

  /// The rules of the form by which no record is judged.
  var unjudgedRules: [RecordValidator.UnjudgedRule] { validator.unjudged }

  /// Examines a run.
  ///
  /// - Parameters:
  ///   - labels: what the sources of the records are called.
  ///   - accepted: the records that a person takes in whatever rules about answers they break.
  mutating func examine(_ run: consuming RecordRun, labels: [String], accepted: Set<Int> = []) -> ExaminedRun {
    var run = run
    let count = run.count
    var breaches = validator.validate(&run.columns, repeats: &run.repeats, count: count, present: run.present)
    let unconsented = dropUnconsented(&breaches)
    let concealed = concealedAnswers(breaches, run.repeats)
    let consents = validator.consents(run.columns, count: count)
    var findings = gathered(run, breaches, labels, consents, accepted: accepted)
    let broken = Set(findings.filter { $0.diagnostic.severity == .error }.map(\.row))
    findings.sort { $0.row < $1.row }
    let (digests, substance) = digester.digests(of: run.columns, repeats: run.repeats, count: count)
    return ExaminedRun(
      run: run, findings: findings, broken: broken, concealed: concealed, unconsented: unconsented, consents: consents,
      digests: digests, substance: substance)
  }
}
