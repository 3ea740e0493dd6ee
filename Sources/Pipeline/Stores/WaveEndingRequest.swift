public import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import ResponseStore
internal import Responses

/// A wave of a pipeline whose announced day has come.
public struct WaveEndingRequest: Sendable {
  /// What is done with its records.
  public enum Ending: Sendable, Hashable {
    /// They are cut off from their people.
    case deidentify
    /// They are removed.
    case purge
  }

  /// The pipeline file, which names form, store and period.
  public var pipeline: String
  /// The wave's label; it must be that of the pipeline.
  public var wave: String
  /// What is done.
  public var ending: Ending
  /// Questions that stay although they would go.
  public var kept: [String]
  /// Questions that go although they would stay.
  public var removed: [String]
  /// Whether only to count.
  public var isDryRun: Bool
  /// How many seconds to wait for another writer.
  public var wait: Int

  /// Creates a request.
  public init(
    pipeline: String, wave: String, ending: Ending, kept: [String] = [], removed: [String] = [], isDryRun: Bool,
    wait: Int
  ) {
    self.pipeline = pipeline
    self.wave = wave
    self.ending = ending
    self.kept = kept
    self.removed = removed
    self.isDryRun = isDryRun
    self.wait = wait
  }

  /// What was done, and what remains to be looked at.
  public struct Report: Sendable {
    /// The accepted records concerned.
    public let records: Int
    /// The earlier versions of edited records removed.
    public let superseded: Int
    /// The held records removed.
    public let held: Int
    /// The records without a date, which were left.
    public let undated: Int
    /// The questions whose answers went.
    public let removed: [String]
    /// Copies, estimates, records left.
    public let diagnostics: [Diagnostic]
    /// Whether nothing was changed.
    public let isDryRun: Bool

    /// What was done, for a terminal.
    public func text(in language: InterfaceLanguage) -> String {
      var facts: [(name: String, value: Any)] = [
        (language.pick("phiếu của kỳ", "records of the wave"), records),
        (language.pick("bản cũ của phiếu đã sửa, đã bỏ", "earlier versions removed"), superseded),
        (language.pick("phiếu giữ riêng đã bỏ", "held records removed"), held),
        (language.pick("phiếu không có ngày, giữ nguyên", "records without a date, left"), undated),
      ]
      if !removed.isEmpty {
        facts.append((language.pick("câu hỏi đã bỏ", "questions removed"), removed.joined(separator: " ")))
      }
      return factLines(facts)
        + (isDryRun ? language.pick("chạy thử: không thay đổi gì\n", "dry run: nothing was changed\n") : "")
    }
  }

  /// Ends the wave.
  ///
  /// - Throws: ``ExitCode/usage`` when the wave is not the pipeline's, or the pipeline does not say which records are of
  ///   the wave; ``ExitCode/locked`` as erasing does.
  public func run() throws(StageFailure) -> Report {
    let definition = try PipelineDefinition.read(bytes: try readFile(at: pipeline), source: pipeline)
    let position = SourcePosition(file: pipeline)
    guard definition.plan.wave == wave else {
      let arguments = ["found": wave, "expected": definition.plan.wave]
      throw StageFailure(Diagnostic(.storeWaveOther, at: position, arguments), exitCode: .usage)
    }
    guard let period = definition.plan.period else {
      throw StageFailure(Diagnostic(.storeWavePeriod, at: position), exitCode: .usage)
    }
    let form = try loadUsableForm(at: definition.path(definition.form))
    let treatments = try treatments(of: form)
    let selection = WaveSelection(
      form: form.identifier, field: period.field, firstDay: period.firstDay, lastDay: period.lastDay)
    let store = try existingStore(at: definition.path(definition.store), wait: wait)
    let result =
      switch ending {
      case .deidentify: try store.deidentify(selection, treatments: treatments, isDryRun: isDryRun)
      case .purge: try store.purge(selection, isDryRun: isDryRun)
      }
    return report(result, form, treatments)
  }

  private func report(_ result: WaveEnding, _ form: Form, _ treatments: [String: FieldTreatment]) -> Report {
    var diagnostics: [Diagnostic] = []
    let count = result.records + result.superseded + result.held
    if count == 0 { diagnostics.append(Diagnostic(.storeWaveEmpty, ["wave": wave])) }
    if result.heldLeft > 0 { diagnostics.append(Diagnostic(.storeHeldRemain, ["count": String(result.heldLeft)])) }
    if count > 0 {
      diagnostics += result.copies.map { copy in
        Diagnostic(.storeWaveCopies, at: SourcePosition(file: copy.path), ["file": copy.path])
      }
      if ending == .purge { diagnostics.append(Diagnostic(.storeEstimatesOutdated, ["form": form.identifier])) }
    }
    let removed =
      ending == .purge
      ? [] : form.placedQuestions.map(\.question.name).filter { treatments[$0] == .remove }
    return Report(
      records: result.records, superseded: result.superseded, held: result.held, undated: result.undated,
      removed: removed, diagnostics: diagnostics, isDryRun: isDryRun)
  }

  /// What becomes of each question: free texts, files, places and what a device says about its owner go.
  private func treatments(of form: Form) throws(StageFailure) -> [String: FieldTreatment] {
    var treatments: [String: FieldTreatment] = [:]
    for placed in form.placedQuestions { treatments[placed.question.name] = Self.treatment(of: placed.question.type) }
    for (names, treatment) in [(kept, FieldTreatment.keep), (removed, .remove)] {
      for name in names {
        guard treatments[name] != nil else {
          let arguments = ["name": name, "form": form.identifier]
          throw StageFailure(Diagnostic(.storeWaveQuestion, arguments), exitCode: .usage)
        }
        treatments[name] = treatment
      }
    }
    return treatments
  }

  private static func treatment(of type: QuestionType) -> FieldTreatment {
    switch type {
    case .text, .geography, .attachment, .barcode: .remove
    case .hidden, .calculate: .keepNumbers
    case .dateTime: .day
    case .metadata(let kind):
      switch kind {
      case .start, .end: .day
      case .today: .keep
      default: .remove
      }
    default: .keep
    }
  }
}
