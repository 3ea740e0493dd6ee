import Diagnostics
import FormDefinition
import Hashing
import Responses

/// Decides what becomes of each record that was read, and hands it to the store.
struct RecordAdmission: ~Copyable {
  let layout: RecordLayout
  private var validator: RecordValidator
  let wordings: [RuleWording]
  /// The fields whose questions are shown only to who consented to them, by ordinal.
  let gated: Set<Int>
  private let period: IngestPeriod?
  private let periodField: Int?
  private let reviser: RecordReviser?
  let policy: ValidationPolicy
  /// What looks for doubtful records among those taken in; nil: nobody does.
  var quality: QualityWatch?
  private var hasher = SHA256()

  init(form: Form, layout: RecordLayout, options: IngestOptions) {
    self.layout = layout
    validator = RecordValidator(form: form, layout: layout, now: options.now)
    let byPath = Dictionary(
      form.placedQuestions.map { ($0.path, RuleWording($0.question)) }, uniquingKeysWith: { first, _ in first })
    wordings = (layout.fields + layout.repeats.flatMap(\.fields)).map { byPath[$0.path] ?? RuleWording() }
    gated = Self.gated(form, layout)
    period = options.period
    policy = options.policy
    reviser = options.revisions.map { RecordReviser($0, form: form, layout: layout) }
    periodField = options.period.flatMap { layout.index(of: $0.field) }
  }

  /// The rules of the form by which no record is judged.
  var unjudgedRules: [RecordValidator.UnjudgedRule] { validator.unjudged }

  /// Takes in a run of records.
  ///
  /// Declined records leave no trace but their count. Of the others, those with errors are quarantined, those after the
  /// period are withheld, the rest go to the writer, which knows the identical and conflicting ones.
  /// - Parameter keepsOriginals: whether the bytes of accepted records are kept.
  mutating func admit(
    _ run: consuming RecordRun, keepsOriginals: Bool, _ sources: inout OpenSources, _ writer: any RecordWriter,
    _ log: inout FindingLog
  ) throws(StageFailure) {
    let count = run.count
    guard count > 0 else { return }
    var run = run
    let revised = reviser?.apply(to: &run, sources)
    if let revised { run.replacing = revised.replacing }
    var breaches = validator.validate(&run.columns, repeats: &run.repeats, count: count, present: run.present)
    let unconsented = dropUnconsented(&breaches)
    let concealed = concealedAnswers(breaches, run.repeats)
    let consents = validator.consents(run.columns, count: count)
    var findings = gathered(run, breaches, sources, consents, accepted: revised?.accepted ?? [])
    let broken = Set(findings.filter { $0.diagnostic.severity == .error }.map(\.row))

    var keep = [Bool](repeating: true, count: count)
    var held: [HeldRecord] = []
    var findingIndex = 0
    findings.sort { $0.row < $1.row }
    let (digests, substance) =
      quality?.digests(of: run.columns, repeats: run.repeats, count: count)
      ?? (AnswerDigests.of(run.columns, layout: layout, repeats: run.repeats, count: count), [])
    deriveKeys(&run, digests, &sources)
    let erased = try writer.erased(run.keys, edits: run.edits)
    for row in 0..<count {
      let source = Int(run.sources[row])
      var own: [Diagnostic] = []
      while findingIndex < findings.count, findings[findingIndex].row == row {
        own.append(findings[findingIndex].diagnostic)
        findingIndex += 1
      }
      if let revised, !revised.isWanted[row] {
        keep[row] = false
        continue
      }
      sources.accountings[source].read += 1
      if let consents, !consents[row] {
        sources.accountings[source].declined += 1
        keep[row] = false
        // Whoever takes consent back has a record to be erased, which only a person may order.
        if run.edits[row] != nil {
          try log.add(Diagnostic(.editDeclined, at: Self.position(row, run, sources), record: Self.name(row, run)))
        }
        continue
      }
      if let erased, erased[row] {
        sources.accountings[source].rejected += 1
        keep[row] = false
        continue
      }
      var disposition: HeldRecord.Disposition?
      if broken.contains(row) {
        disposition = .quarantined
        sources.accountings[source].quarantined += 1
      } else if let late = lateness(of: row, run, sources) {
        own.append(late)
        disposition = .withheld
        sources.accountings[source].withheld += 1
      }
      let key = own.isEmpty ? "" : run.keys[row]
      for diagnostic in own { try log.add(diagnostic, key: key) }
      guard let disposition else { continue }
      keep[row] = false
      held.append(
        HeldRecord(
          disposition: disposition, key: run.keys[row], recordNumber: Int(run.numbers[row]),
          original: run.original(of: row), diagnostics: own, sourceIndex: source))
      // Diagnostics are many times larger than their records: do not let them pile up.
      if held.count == 1000 {
        try writer.hold(held)
        held = []
      }
    }
    if !held.isEmpty { try writer.hold(held) }
    try append(
      run, (digests, substance), keep, concealed, keepsOriginals: keepsOriginals, without: unconsented, &sources,
      writer, &log)
  }

  private mutating func append(
    _ run: RecordRun, _ digests: (all: [UInt8], substance: [UInt64]), _ keep: [Bool],
    _ concealed: [Int: [ConcealedAnswer]], keepsOriginals: Bool,
    without unconsented: Set<Int>, _ sources: inout OpenSources, _ writer: any RecordWriter, _ log: inout FindingLog
  ) throws(StageFailure) {
    let isWhole = keep.allSatisfy { $0 }
    let rows = isWhole ? Array(0..<run.count) : run.numbers.indices.filter { keep[$0] }
    guard !rows.isEmpty else { return }
    var batch = RecordBatch(
      layout: layout, columns: run.columns, keys: run.keys, recordNumbers: run.numbers,
      digests: digests.all, sourceIndexes: run.sources, repeats: run.repeats)
    batch.edits = run.edits
    batch.concealed = concealed
    batch.replacing = run.replacing
    if !isWhole { batch = batch.selecting(keep) }
    let originals = keepsOriginals ? rows.map { unconsented.contains($0) ? [] : run.original(of: $0) } : nil
    let outcomes = try writer.append(batch, originals: originals)
    if quality != nil {
      let counts = outcomes.map { $0.isTakenIn && $0 != .superseded }
      let substance = isWhole || digests.substance.isEmpty ? digests.substance : rows.map { digests.substance[$0] }
      quality?.add(batch, substance: substance, isCounted: counts.contains(false) ? counts : nil)
    }
    var held: [HeldRecord] = []
    for (row, outcome) in zip(rows, outcomes) {
      let source = Int(run.sources[row])
      var finding = Self.finding(of: outcome, edit: run.edits[row], at: Self.position(row, run, sources))
      finding?.record = Self.name(row, run)
      if let finding { try log.add(finding, key: run.keys[row]) }
      if outcome.isTakenIn {
        sources.accountings[source].accepted += 1
      } else if outcome == .identical {
        sources.accountings[source].identical += 1
      } else {
        sources.accountings[source].quarantined += 1
        held.append(
          HeldRecord(
            disposition: .quarantined, key: run.keys[row], recordNumber: Int(run.numbers[row]),
            original: run.original(of: row), diagnostics: finding.map { [$0] } ?? [], sourceIndex: source))
      }
    }
    if !held.isEmpty { try writer.hold(held) }
  }

  /// What is to be said about what became of a record.
  private static func finding(of outcome: RecordOutcome, edit: RecordEdit?, at place: SourcePosition) -> Diagnostic? {
    let original = ["original": edit?.named.first?.printable ?? ""]
    switch outcome {
    case .identical: return nil
    case .accepted: return edit == nil ? nil : Diagnostic(.editApplied, at: place, original)
    case .acceptedWithoutOriginal: return Diagnostic(.editOfUnknown, at: place, original)
    case .superseded: return Diagnostic(.recordSuperseded, at: place)
    case .conflicting: return Diagnostic(.recordConflicting, at: place)
    case .editedAlready: return Diagnostic(.editOutdated, at: place, original)
    case .replacing: return Diagnostic(.recordReplaced, at: place)
    }
  }

  static func position(_ row: Int, _ run: RecordRun, _ sources: OpenSources) -> SourcePosition {
    let line = Int(run.lines[row])
    return SourcePosition(
      file: sources.descriptions[Int(run.sources[row])].label, line: line == 0 ? nil : line)
  }

  /// The name of a record in findings: its ordinal.
  static func name(_ row: Int, _ run: RecordRun) -> String { String(run.numbers[row]) }

  private func lateness(of row: Int, _ run: RecordRun, _ sources: OpenSources) -> Diagnostic? {
    guard let period, let periodField else { return nil }
    let day: Int
    switch run.columns[periodField] {
    case .integer(let column) where column.states[row] == 0:
      day = Int(column.values[row])
    case .dateTime(let column) where column.states[row] == 0:
      let local = column.milliseconds[row] + Int64(column.offsetMinutes[row]) * 60_000
      day = Int((local - (local < 0 ? 86_399_999 : 0)) / 86_400_000)
    default: return nil
    }
    guard day > period.lastDay else { return nil }
    return Diagnostic(
      .recordLate, at: Self.position(row, run, sources), record: Self.name(row, run), field: period.field,
      ["last": isoDate(day: period.lastDay)])
  }

  /// Gives records without a key one: the SHA-256 of their typed answers, their source and their ordinal among equals.
  private mutating func deriveKeys(_ run: inout RecordRun, _ digests: [UInt8], _ sources: inout OpenSources) {
    guard zip(run.keys.ends, [0] + run.keys.ends).contains(where: { $0 == $1 }) else { return }
    var keys = TextColumn()
    var start = 0
    for row in 0..<run.count {
      let end = Int(run.keys.ends[row])
      if end > start {
        keys.append(run.keys.bytes[start..<end])
      } else {
        let answers = Array(digests[(row * AnswerDigests.byteCount)..<((row + 1) * AnswerDigests.byteCount)])
        let ordinal = sources.repeated[answers, default: 0]
        sources.repeated[answers] = ordinal + 1
        hasher.update(answers)
        hasher.update(Array(sources.descriptions[Int(run.sources[row])].label.utf8))
        hasher.update(Array(":\(ordinal)".utf8))
        keys.append(Array("sha256:\(hexadecimal(hasher.finish()))".utf8))
      }
      start = end
    }
    run.keys = keys
  }
}
