public import CivilCalendar
public import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import ResponseStore
internal import Responses

/// A wave of a pipeline whose figures are closed to further answers, or opened again.
public struct FreezeRequest: Sendable {
  /// What is done.
  public enum Change: Sendable, Hashable {
    /// No further answers enter the figures; a day other than today may be noted.
    case freeze(asOf: CivilDay?)
    /// Late answers enter them after all, for a reason.
    case unfreeze(reason: String)
  }

  /// The pipeline file, which names form, store and period.
  public var pipeline: String
  /// The wave's label; it must be that of the pipeline.
  public var wave: String
  /// What is done.
  public var change: Change
  /// How many seconds to wait for another writer.
  public var wait: Int

  /// Creates a request.
  public init(pipeline: String, wave: String, change: Change, wait: Int) {
    self.pipeline = pipeline
    self.wave = wave
    self.change = change
    self.wait = wait
  }

  /// What was done.
  public struct Report: Sendable {
    private let frozen: FrozenWave?
    private let release: LateRelease?
    /// What is to be said about it.
    public let diagnostics: [Diagnostic]

    init(frozen: FrozenWave?, release: LateRelease?, diagnostics: [Diagnostic]) {
      (self.frozen, self.release, self.diagnostics) = (frozen, release, diagnostics)
    }

    /// What was done, for a terminal.
    public func text(in language: InterfaceLanguage) -> String {
      if let frozen { return frozen.line(in: language) }
      guard let release else { return "" }
      return factLines([
        (language.pick("phiếu đến muộn nay được tính", "late records counted now"), release.released),
        (language.pick("phiếu đến muộn nay bị cách ly", "late records quarantined now"), release.quarantined),
        (language.pick("vẫn còn đến muộn", "late still"), release.late),
      ])
    }
  }

  /// Freezes or unfreezes; doing it again changes nothing.
  ///
  /// - Throws: ``ExitCode/usage`` when the wave is not the pipeline's, is frozen with other days, or the reason is empty;
  ///   ``ExitCode/missingInput`` when there is no store; ``ExitCode/locked``.
  public func run() throws(StageFailure) -> Report {
    let definition = try PipelineDefinition.read(bytes: try readFile(at: pipeline), source: pipeline)
    guard definition.plan.wave == wave else {
      let arguments = ["found": wave.printable, "expected": definition.plan.wave]
      throw StageFailure(
        Diagnostic(.storeWaveOther, at: SourcePosition(file: pipeline), arguments), exitCode: .usage)
    }
    let form = try loadUsableForm(at: definition.path(definition.form))
    try definition.checkQuestions(of: form)
    switch change {
    case .freeze(let day): return try freeze(definition, form, day)
    case .unfreeze(let reason): return try unfreeze(definition, form, reason)
    }
  }

  private func freeze(
    _ definition: PipelineDefinition, _ form: Form, _ day: CivilDay?
  ) throws(StageFailure) -> Report {
    let store = try existingStore(at: definition.path(definition.store), wait: wait)
    // A day is noted as its noon in Vietnam: it is that day for whoever reads it there.
    let moment = day.map { (Int64($0.number) * 24 + 5) * 3_600_000 }
    let (frozen, isNew) = try store.freeze(definition.waveSelection(of: form), as: wave, at: moment)
    let known = Diagnostic(
      .storeFrozenAlready, ["wave": wave.printable, "day": CivilDay(milliseconds: frozen.frozenAt).iso])
    return Report(frozen: frozen, release: nil, diagnostics: isNew ? [] : [known])
  }

  private func unfreeze(
    _ definition: PipelineDefinition, _ form: Form, _ reason: String
  ) throws(StageFailure) -> Report {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw StageFailure(Diagnostic(.storeThawReason), exitCode: .usage)
    }
    let store = try existingStore(at: definition.path(definition.store), wait: wait)
    guard let release = try store.unfreeze(wave, ofForm: form.identifier, reason: reason) else {
      return Report(
        frozen: nil, release: nil, diagnostics: [Diagnostic(.storeNotFrozen, ["wave": wave.printable])])
    }
    var diagnostics: [Diagnostic] = []
    if release.released > 0 { diagnostics.append(Diagnostic(.storeThawed, ["wave": wave.printable])) }
    if release.quarantined > 0 {
      diagnostics.append(Diagnostic(.storeLateQuarantined, ["count": String(release.quarantined)]))
    }
    return Report(frozen: nil, release: release, diagnostics: diagnostics)
  }
}

extension FrozenWave {
  /// How the wave is or was frozen, for people.
  func line(in language: InterfaceLanguage) -> String {
    let since = frozenAt.moment
    var line = language.pick(
      "kỳ \(wave.printable): chốt số liệu lúc \(since), \(records) phiếu",
      "wave \(wave.printable): frozen at \(since), records: \(records)")
    if erased > 0 {
      line += language.pick(", sau đó xóa \(erased) phiếu", ", erased since: \(erased)")
    }
    line += language.pick(", đến muộn: \(late)", ", late: \(late)")
    if let thawedAt {
      line += language.pick(
        "; bỏ chốt lúc \(thawedAt.moment): \(reason.printable)", "; unfrozen at \(thawedAt.moment): \(reason.printable)"
      )
    }
    return line + "\n"
  }

  /// The same for a program.
  var json: String {
    """
    {"wave": \(wave.quotedForJSON), "frozen_at": \(frozenAt.moment.quotedForJSON), "records": \(records), \
    "erased": \(erased), "late": \(late), "unfrozen_at": \(thawedAt.map(\.moment.quotedForJSON) ?? "null"), \
    "reason": \(reason.quotedForJSON)}
    """
  }
}

extension Int64 {
  /// A moment in milliseconds since 1970-01-01 UTC as text, in Vietnam's time.
  var moment: String { isoDateTime(milliseconds: self, offsetMinutes: 420) }
}
