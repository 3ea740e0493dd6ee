internal import CivilCalendar
public import Diagnostics
public import Estimation
internal import FileSystem
internal import Hashing
public import Ingest
internal import ResponseStore

/// A run stage by stage: each does its work only when something it depends on has changed since the last run.
public struct StagedRun {
  /// The pipeline.
  public let run: PipelineRun
  private let isForced: Bool
  private let last: RunManifest?
  private var manifest: RunManifest

  /// Looks at the last run and at the inputs as they are now.
  ///
  /// - Parameters:
  ///   - program: the program's name and version.
  ///   - isForced: whether every stage is to run.
  public init(_ run: PipelineRun, program: String, isForced: Bool = false) throws(StageFailure) {
    self.run = run
    self.isForced = isForced
    last = try run.reportFolder?.newestManifest()
    manifest = RunManifest(
      pipeline: run.definition.name, program: program, asOf: run.asOf.iso, wave: run.definition.plan.wave)
    manifest.inputs = try run.inputs()
    manifest.sources = try run.sourceFiles()
    manifest.seeds = run.seeds
  }

  /// Whether answers must be looked for.
  public func ingestDecision() throws(StageFailure) -> StageDecision {
    .ingest(last, now: manifest, answers: try run.answersDigest(), isForced: isForced)
  }

  /// Whether the figures and the report must be made anew, given what the store holds now.
  public mutating func reportDecision() throws(StageFailure) -> StageDecision {
    manifest.answers = try run.answersDigest()
    manifest.freeze = try run.frozenWave().map { RunManifest.Freeze($0) }
    let folder = run.reportFolder?.newest
    let lost = last?.outputs.first { output in folder.map { !RunFolder.holds([output], in: $0) } ?? true }
    return .report(last, now: manifest, isForced: isForced, changedOutput: lost?.path)
  }

  /// Takes the answers of all sources in.
  public mutating func takeIn(
    _ decision: StageDecision, isDryRun: Bool = false, wait: Int = 5, progress: ((IngestProgress) -> Void)? = nil
  ) throws(StageFailure) -> IngestReport? {
    guard decision.runs else {
      note("ingest", decision, since: nil)
      return nil
    }
    let start = ContinuousClock.now
    let intake = try run.takeIn(isDryRun: isDryRun, wait: wait, progress: progress)
    note("ingest", decision, since: start)
    return intake
  }

  /// The files of the newest report, the report first; empty when there is none.
  public var newestPaths: [String] {
    guard let folder = run.reportFolder?.newest, let last else { return [] }
    return (last.outputs.map(\.path) + [RunManifest.fileName]).map { join(folder, $0) }
  }

  /// Notes that the ingest was no part of this run.
  public mutating func leaveOutIngest() {
    manifest.sources = last?.sources ?? []
  }

  /// Estimates.
  public mutating func estimate(_ decision: StageDecision) throws(StageFailure) -> EstimationResult {
    let start = ContinuousClock.now
    let result = try run.estimate()
    note("estimate", decision, since: start)
    manifest.counts = ["respondents": result.respondentCount, "estimates": result.table.rows.count]
    return result
  }

  /// Writes the report of an estimation into a folder of its own.
  ///
  /// - Returns: the folder, the paths in it, the report first, and what the template made of the figures.
  public mutating func writeReport(
    of result: EstimationResult, _ decision: StageDecision
  ) throws(StageFailure) -> (folder: String, paths: [String], diagnostics: [Diagnostic]) {
    let start = ContinuousClock.now
    let (files, diagnostics) = try run.reportFiles(of: result)
    manifest.outputs = files.map(\.entry)
    note("report", decision, since: start)
    guard let output = run.reportFolder else { return ("", [], diagnostics) }
    let folder = try output.write(files, manifest: manifest, day: run.asOf)
    for table in result.tables where table.isRestricted && !table.rows.isEmpty {
      try run.noteCopy(.report, at: join(folder, "\(table.name).csv"))
    }
    return (folder, (files.map(\.name) + [RunManifest.fileName]).map { join(folder, $0) }, diagnostics)
  }

  private mutating func note(_ name: String, _ decision: StageDecision, since start: ContinuousClock.Instant?) {
    let elapsed = start.map { ContinuousClock.now - $0 } ?? .zero
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    manifest.stages.append(
      RunManifest.Stage(
        name: name, reason: decision.reason.code, ran: decision.runs, seconds: (seconds * 1000).rounded() / 1000))
  }
}

extension PipelineRun {
  /// Where the pipeline's reports lie; nil when it makes none.
  var reportFolder: RunFolder? { definition.reportFolder }

  /// Where random numbers start.
  var seeds: [String: UInt64] {
    var seeds: [String: UInt64] = [:]
    for case .simulate(_, let seed, _) in definition.sources { seeds["simulate"] = seed }
    if let replicates = plan.replicates, replicates.type != .columns { seeds["replicates"] = replicates.seed }
    return seeds
  }
}

extension PipelineDefinition {
  /// Where the reports lie; nil when there are none.
  var reportFolder: RunFolder? { reports.first.map { RunFolder(path: path($0.output)) } }

  /// When the newest report was written, seconds since 1970; nil when there is none.
  var reportWritten: Int? {
    reportFolder?.newest.flatMap { fileStatus(at: join($0, RunManifest.fileName))?.modified }
  }
}
