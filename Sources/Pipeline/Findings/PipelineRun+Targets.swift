internal import CivilCalendar
internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import Geography
internal import ResponseStore
internal import Responses
internal import Targets

/// What a pipeline's targets are read from.
struct TargetInputs: Sendable {
  let register: TargetRegister
  let observations: [Observation]
  let units: UnitList?
}

extension PipelineDefinition {
  /// Reads the register of targets, the lists of observations and the list of organisations.
  func readTargets() throws(StageFailure) -> TargetInputs? {
    guard let targets else { return nil }
    let register = try TargetRegister.read(
      bytes: try readFile(at: path(targets.register)), source: path(targets.register))
    var observations: [Observation] = []
    for file in targets.observations {
      observations += try Observation.read(bytes: try readFile(at: path(file)), source: path(file))
    }
    var units: UnitList?
    if let file = targets.headcounts?.units {
      units = try UnitList.read(bytes: try readFile(at: path(file)), source: path(file))
    }
    return TargetInputs(register: register, observations: observations, units: units)
  }
}

extension PipelineRun {
  /// Holds the targets against their figures: rows, the tables `targets` and `headcounts`, and what is to be said.
  func addTargets(to result: inout EstimationResult) throws(StageFailure) {
    guard let targets, let definition = definition.targets else { return }
    var observations = targets.observations
    for source in definition.estimates {
      if let observation = observation(of: source, in: result) {
        observations.append(observation)
      } else {
        let row = source.row.filter { !$0.isEmpty }.joined(separator: " ")
        result.diagnostics.append(
          Diagnostic(
            .pipelineTargetEstimate, at: SourcePosition(file: self.definition.source),
            ["measure": source.measure, "row": row]))
      }
    }
    if let source = definition.headcounts { observations += try headcounts(source, targets, &result) }
    let report = TargetReport(
      targets.register, observations: observations, crosswalk: crosswalk, asOf: asOf,
      level: min(0.999, max(0.5, plan.intervals.level)), minimumCount: plan.disclosure.minimumCount)
    result.table.rows += report.rows(form: form.identifier, wave: plan.wave)
    result.tables.append(report.table)
    result.diagnostics += report.diagnostics
  }

  /// The figure of a row of the estimates; nil when there is none or it is suppressed.
  private func observation(of source: TargetsDefinition.EstimateSource, in result: EstimationResult) -> Observation? {
    let found = result.table.rows.first { row in
      [row.indicator, row.item, row.statistic.rawValue, row.level, row.domain, row.domainLevel] == source.row
    }
    guard let row = found, let value = row.estimate else { return nil }
    let last = plan.period.map { min(CivilDay(number: $0.lastDay), asOf) } ?? asOf
    var observation = Observation(
      measure: source.measure, definition: source.definition, day: source.day ?? last, value: value,
      area: source.area, source: form.identifier, origin: .estimate)
    observation.standardError = row.standardError
    observation.isSimulated = row.flags.contains(.simulated)
    return observation
  }

  /// The figures of organisations' headcounts that targets ask for.
  private func headcounts(
    _ source: TargetsDefinition.HeadcountSource, _ targets: TargetInputs, _ result: inout EstimationResult
  ) throws(StageFailure) -> [Observation] {
    var form = form
    if let folder = source.form { form = try loadUsableForm(at: definition.path(folder)) }
    let reader = try HeadcountRecords(form: form, source: source.form ?? definition.form)
    let path = definition.path(source.store ?? definition.store)
    guard let store = try SQLiteResponseStore.openForReading(path: path) else {
      result.diagnostics.append(
        Diagnostic(.pipelineHeadcountStore, at: SourcePosition(file: definition.source), ["store": path]))
      return []
    }
    let records = try store.records(of: RecordLayout(form: form))
    let isSimulated = try records.isSimulated
    let reports = try reader.reports(records).filter { $0.day <= asOf }
    let (rounds, findings) = HeadcountRound.rounds(of: reports, units: targets.units)
    result.diagnostics += findings
    let margins = rounds.map {
      HeadcountMargins($0, crosswalk: crosswalk, minimumCount: plan.disclosure.minimumCount)
    }
    result.tables.append(HeadcountMargins.table(of: margins, isSimulated: isSimulated))
    var observations: [Observation] = []
    for (round, margins) in zip(rounds, margins) {
      if !round.missingUnits.isEmpty, !source.includesIncomplete {
        result.diagnostics.append(
          Diagnostic(.headcountRoundIncomplete, ["year": String(round.year), "definition": round.definition]))
        continue
      }
      let words = reader.words
      let isUnstated = round.definition == source.unstated
      let (made, problems) = margins.observations(
        for: isUnstated ? targets.register.targets(readAs: round.definition) : targets.register.targets,
        crosswalk: crosswalk, qualifications: words.qualifications, sectors: words.sectors)
      result.diagnostics += problems
      for var observation in made {
        observation.isSimulated = isSimulated
        for definition in isUnstated ? [round.definition, Target.notStated] : [round.definition]
        where targets.register.targets.contains(where: { $0.definition == definition }) {
          observation.definition = definition
          observations.append(observation)
        }
      }
      if isUnstated, targets.register.targets.contains(where: { $0.definition == Target.notStated }) {
        result.diagnostics.append(
          Diagnostic(.headcountDefinitionAssumed, ["year": String(round.year), "definition": round.definition]))
      }
    }
    return observations
  }
}
