public import CivilCalendar
public import Diagnostics
public import Estimation
internal import FileSystem
public import FormDefinition
internal import Geography
public import Ingest
internal import ResponseStore
internal import Responses
internal import Simulation

/// A pipeline with its form, ready to be run stage by stage.
public struct PipelineRun: Sendable {
  /// What the pipeline file says.
  public let definition: PipelineDefinition
  /// The form.
  public let form: Form
  /// The day the report is dated.
  public let asOf: CivilDay
  /// The frames of the margins, in the order of the plan.
  let frames: [PopulationFrame]
  /// How to estimate, margins with their population.
  let plan: EstimationPlan
  /// The lists of localities; nil when the pipeline names none.
  let crosswalk: Crosswalk?
  /// The targets with the files of their figures; nil when the pipeline names none.
  let targets: TargetInputs?
  /// How many records were late when the report was made that is made again; nil: as many as there are now.
  var lateThen: Int?

  /// The programme with its register of bodies; nil when the pipeline names none.
  let programme: ProgrammeInputs?

  /// Reads a pipeline file, its form and its frames.
  ///
  /// - Throws: everything that is wrong with them, before anything is run.
  public init(path: String, asOf: CivilDay) throws(StageFailure) {
    let definition = try PipelineDefinition.read(bytes: try readFile(at: path), source: path)
    self.definition = definition
    self.asOf = asOf
    form = try loadUsableForm(at: definition.path(definition.form))
    try definition.checkQuestions(of: form)
    (frames, plan) = try definition.readFrames()
    crosswalk = try definition.readCrosswalk()
    targets = try definition.readTargets()
    programme = try definition.readProgramme()
  }

  /// Takes the answers of all sources in.
  ///
  /// - Parameters:
  ///   - isDryRun: whether to undo everything again.
  ///   - wait: how many seconds to wait for another writer of the store.
  public func takeIn(
    isDryRun: Bool = false, wait: Int = 5, progress: ((IngestProgress) -> Void)? = nil
  ) throws(StageFailure) -> IngestReport {
    let layout = RecordLayout(form: form)
    let writer = try openWriter(
      definition.path(definition.store), form: form, layout: layout, isDryRun: isDryRun, wait: wait)
    var total = IngestReport()
    total.isDryRun = isDryRun
    let store = definition.path(definition.store)
    let doubts = isDryRun ? nil : try DoubtSearch(form: form, layout: layout, store: store)
    var watch = doubts.map { _ in QualityWatch(form: form, layout: layout, rules: definition.quality) }
    for source in definition.sources {
      var options = IngestOptions(isDryRun: isDryRun, now: Clock.now)
      options.policy = definition.validation
      options.period = plan.period.map { IngestPeriod(field: $0.field, lastDay: $0.lastDay) }
      switch source {
      case .files(let pattern, let mapping):
        if let mapping { options.mapping = try readMapping(at: definition.path(mapping)) }
        let found = try paths(matching: pattern, from: definition.baseFolder)
        if found.isEmpty {
          let position = SourcePosition(file: definition.source)
          total.diagnostics.append(Diagnostic(.pipelineNoFiles, at: position, ["pattern": pattern]))
          continue
        }
        let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
        session.quality = watch.take()
        total.add(try session.ingest(paths: found, progress: progress))
        watch = session.quality
      case .simulate(let records, let seed, let values):
        let session = try IngestSession(form: form, layout: layout, writer: writer, options: options)
        let simulator = AnswerSimulator(form: form, seed: seed, options: simulationOptions(values))
        let label = "simulate(records: \(records), seed: \(seed))"
        session.quality = watch.take()
        total.add(try session.ingest(bytes: simulator.csv(count: records), label: label, kind: .table))
        watch = session.quality
      }
    }
    try doubts?.report(watch, in: &total)
    try takeInReturns(to: &total, isDryRun: isDryRun, wait: wait, progress: progress)
    return total
  }

  /// Estimates from what the store holds.
  ///
  /// - Throws: ``ExitCode/missingInput`` when there is no store yet.
  public func estimate() throws(StageFailure) -> EstimationResult {
    let (response, (estimated, records)) = try sideBySide { () throws(StageFailure) in
      try readResponse()
    } _: { () throws(StageFailure) in
      try estimateRecords()
    }
    var result = estimated
    if let response { try addResponse(response, to: &result) }
    try addProceedings(to: &result, records: PeriodRecords(source: records, period: plan.period))
    try addProgramme(to: &result)
    return result
  }

  /// Estimates from the records all that goes before the response.
  private func estimateRecords() throws(StageFailure) -> (EstimationResult, AreaRecords<SQLiteRecordSource>) {
    let records = try storedRecords()
    let subject = try subject(records)
    var result = try Estimation.estimate(subject.plan, form: subject.form, records: subject.records)
    addAreas(to: &result, records.tally)
    if let groups = subject.groups { try addGroups(groups, to: &result) }
    if let answers = subject.answers { try addTexts(answers, to: &result, records: records) }
    if let trends = definition.trends { try addTrends(trends, subject.former, to: &result) }
    try addTargets(to: &result)
    return (result, records)
  }

  /// Tells how estimates of one item come about from what the store holds.
  ///
  /// - Throws: ``ExitCode/missingInput`` when there is no store yet; ``ExitCode/usage`` when the table has no such row.
  public func explain(_ request: ExplanationRequest) throws(StageFailure) -> Explanation {
    let subject = try subject(try storedRecords())
    return try Estimation.explain(request, subject.plan, form: subject.form, records: subject.records)
  }

  /// What the store holds of the form.
  func storedRecords() throws(StageFailure) -> AreaRecords<SQLiteRecordSource> {
    try records(ofStore: definition.store)
  }

  /// The records of a store, by its path from the base folder.
  func records(ofStore store: String) throws(StageFailure) -> AreaRecords<SQLiteRecordSource> {
    let records = try openedStore(store).records(of: RecordLayout(form: form))
    return AreaRecords(records, derivation: areaDerivation(layout: records.layout))
  }

  /// A store that must be there, by its path from the base folder.
  func openedStore(_ store: String) throws(StageFailure) -> SQLiteResponseStore {
    let path = definition.path(store)
    if let store = try SQLiteResponseStore.openForReading(path: path) { return store }
    let arguments = ["store": path, "pipeline": definition.source]
    throw StageFailure(
      Diagnostic(.pipelineStoreMissing, at: SourcePosition(file: path), arguments), exitCode: .missingInput)
  }

  /// Simulated interviews lie inside the period, and never after the day of the report.
  private func simulationOptions(_ values: [String: [String]]) -> SimulationOptions {
    var options = SimulationOptions()
    if let period = plan.period {
      options = SimulationOptions(firstDay: period.firstDay, lastDay: max(period.firstDay, period.lastDay))
    }
    options.values = values
    return options
  }
}

extension IngestReport {
  /// Adds another session's report.
  mutating func add(_ other: IngestReport) {
    sources += other.sources
    total += other.total
    diagnostics += other.diagnostics
    findingCounts.merge(other.findingCounts, uniquingKeysWith: +)
  }
}
