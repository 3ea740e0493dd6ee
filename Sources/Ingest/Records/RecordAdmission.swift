import Diagnostics
import FormDefinition
import Hashing
import Responses

/// Decides what becomes of each record that was read, and hands it to the store.
struct RecordAdmission: ~Copyable {
  let layout: RecordLayout
  /// What holds records against the form; each thread has a copy of its own.
  private(set) var examiner: RecordExaminer
  private let period: IngestPeriod?
  private let periodField: Int?
  private let reviser: RecordReviser?
  /// What looks for doubtful records among those taken in; nil: nobody does.
  var quality: QualityWatch? {
    didSet { examiner.digester = quality?.digester ?? AnswerDigester(layout: layout) }
  }
  private var hasher = SHA256()

  init(form: Form, layout: RecordLayout, options: IngestOptions) {
    self.layout = layout
    examiner = RecordExaminer(form: form, layout: layout, options: options)
    period = options.period
    reviser = options.revisions.map { RecordReviser($0, form: form, layout: layout) }
    periodField = options.period.flatMap { layout.index(of: $0.field) }
  }

  /// The rules of the form by which no record is judged.
  var unjudgedRules: [RecordValidator.UnjudgedRule] { examiner.unjudgedRules }

  /// Takes in a run of records.
  ///
  /// Declined records leave no trace but their count. Of the others, those with errors are quarantined, those after the
  /// period are withheld, the rest go to the writer, which knows the identical and conflicting ones.
  /// - Parameter keepsOriginals: whether the bytes of accepted records are kept.
  mutating func admit(
    _ run: consuming RecordRun, keepsOriginals: Bool, _ sources: inout OpenSources, _ writer: any RecordWriter,
    _ log: inout FindingLog
  ) throws(StageFailure) {
    guard run.count > 0 else { return }
    var run = run
    let revised = reviser?.apply(to: &run, sources)
    if let revised { run.replacing = revised.replacing }
    let examined = examiner.examine(run, labels: sources.labels, accepted: revised?.accepted ?? [])
    try admit(examined, wanted: revised?.isWanted, keepsOriginals: keepsOriginals, &sources, writer, &log)
  }

  /// Takes in a run of records that was examined.
  ///
  /// - Parameter wanted: which of the records are taken in at all; nil: all.
  mutating func admit(
    _ examined: consuming ExaminedRun, wanted: [Bool]? = nil, keepsOriginals: Bool, _ sources: inout OpenSources,
    _ writer: any RecordWriter, _ log: inout FindingLog
  ) throws(StageFailure) {
    var examined = examined
    let count = examined.run.count
    var keep = [Bool](repeating: true, count: count)
    var held: [HeldRecord] = []
    var findingIndex = 0
    deriveKeys(&examined.run, examined.digests, &sources)
    let run = examined.run
    let findings = examined.findings
    let consents = examined.consents
    let broken = examined.broken
    let erased = try writer.erased(run.keys, edits: run.edits)
    for row in 0..<count {
      let source = Int(run.sources[row])
      var own: [Diagnostic] = []
      while findingIndex < findings.count, findings[findingIndex].row == row {
        own.append(findings[findingIndex].diagnostic)
        findingIndex += 1
      }
      if let wanted, !wanted[row] {
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
    try append(examined, keep, keepsOriginals: keepsOriginals, &sources, writer, &log)
  }

  private mutating func append(
    _ examined: ExaminedRun, _ keep: [Bool], keepsOriginals: Bool, _ sources: inout OpenSources,
    _ writer: any RecordWriter, _ log: inout FindingLog
  ) throws(StageFailure) {
    let run = examined.run
    let substance = examined.substance
    let isWhole = keep.allSatisfy { $0 }
    let rows = isWhole ? Array(0..<run.count) : run.numbers.indices.filter { keep[$0] }
    guard !rows.isEmpty else { return }
    var batch = RecordBatch(
      layout: layout, columns: run.columns, keys: run.keys, recordNumbers: run.numbers,
      digests: examined.digests, sourceIndexes: run.sources, repeats: run.repeats)
    batch.edits = run.edits
    batch.concealed = examined.concealed
    batch.replacing = run.replacing
    if !isWhole { batch = batch.selecting(keep) }
    let originals = keepsOriginals ? rows.map { examined.unconsented.contains($0) ? [] : run.original(of: $0) } : nil
    let outcomes = try writer.append(batch, originals: originals)
    if quality != nil {
      let counts = outcomes.map { $0.isTakenIn && $0 != .superseded }
      let substance = isWhole || substance.isEmpty ? substance : rows.map { substance[$0] }
      quality?.add(batch, substance: substance, isCounted: counts.contains(false) ? counts : nil)
    }
    var held: [HeldRecord] = []
    for (row, outcome) in zip(rows, outcomes) {
      let source = Int(run.sources[row])
      if outcome == .accepted, run.edits[row] == nil {
        sources.accountings[source].accepted += 1
        continue
      }
      if outcome == .late {
        // The store keeps it, typed.
        sources.accountings[source].withheld += 1
        try log.add(
          Diagnostic(.recordOfFrozenWave, at: Self.position(row, run, sources), record: Self.name(row, run)),
          key: run.keys[row])
        continue
      }
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
    case .identical, .late: return nil
    case .accepted: return edit == nil ? nil : Diagnostic(.editApplied, at: place, original)
    case .acceptedWithoutOriginal: return Diagnostic(.editOfUnknown, at: place, original)
    case .superseded: return Diagnostic(.recordSuperseded, at: place)
    case .conflicting: return Diagnostic(.recordConflicting, at: place)
    case .editedAlready: return Diagnostic(.editOutdated, at: place, original)
    case .replacing: return Diagnostic(.recordReplaced, at: place)
    }
  }

  private static func position(_ row: Int, _ run: RecordRun, _ sources: OpenSources) -> SourcePosition {
    run.position(of: row, sources.descriptions[Int(run.sources[row])].label)
  }

  private static func name(_ row: Int, _ run: RecordRun) -> String { run.name(of: row) }

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
