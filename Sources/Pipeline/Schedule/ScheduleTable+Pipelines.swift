public import CivilCalendar
public import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
internal import ResponseRates
internal import ResponseStore
internal import Responses

/// Every pipeline file of the folder `pipelines/`, in the order of their names.
///
/// - Throws: ``ExitCode/missingInput`` when there is no such folder.
public func pipelineFiles(in folder: String = "pipelines") throws(StageFailure) -> [String] {
  guard fileStatus(at: folder)?.kind == .folder else {
    throw StageFailure(Diagnostic(.fileMissing, at: SourcePosition(file: folder)), exitCode: .missingInput)
  }
  return try names(in: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { join(folder, $0) }
}

/// What is due when for pipelines, and what is ready, as of a day.
///
/// - Returns: the table, and the failure of each pipeline that could not be looked at; the others are in the table.
public func scheduleTable(ofPipelines files: [String], asOf: CivilDay) -> (
  table: ScheduleTable, failures: [StageFailure]
) {
  var statuses: [ScheduleStatus] = []
  var unscheduled: [String] = []
  var retention: [RetentionStatus] = []
  var failures: [StageFailure] = []
  for file in files {
    do {
      let definition = try PipelineDefinition.read(bytes: try readFile(at: file), source: file)
      retention += try definition.retentionStatuses(asOf: asOf)
      guard let schedule = definition.schedule else {
        unscheduled.append(definition.name)
        continue
      }
      var facts = try definition.readinessFacts()
      facts.missingFiles = definition.missingFiles
      if let rate = schedule.responseRate { facts.lateUnitCount = try definition.lateUnitCount(rate) }
      statuses.append(
        ScheduleStatus(
          pipeline: definition.name, schedule: schedule, asOf: asOf, facts: facts,
          holidays: try definition.holidays(of: schedule)))
    } catch {
      failures.append(error)
    }
  }
  return (ScheduleTable(statuses: statuses, unscheduled: unscheduled, retention: retention), failures)
}

extension PipelineDefinition {
  /// How the announced ends of the wave's personal data stand; records are counted only when a day is over.
  func retentionStatuses(asOf: CivilDay) throws(StageFailure) -> [RetentionStatus] {
    var statuses: [RetentionStatus] = []
    for step in RetentionDates.Step.allCases {
      guard let day = retention.days[step] else { continue }
      var status = RetentionStatus(pipeline: name, step: step, day: day, asOf: asOf)
      if status.daysLeft < 0, plan.period != nil,
        let store = try SQLiteResponseStore.openForReading(path: path(store))
      {
        let wave = waveSelection(of: try loadUsableForm(at: path(form)))
        status.recordsLeft = try store.remaining(of: wave, identified: step == .deidentify)
      }
      statuses.append(status)
    }
    return statuses
  }

  /// The days off that a schedule goes by.
  func holidays(of schedule: ScheduleDefinition) throws(StageFailure) -> PublicHolidays {
    guard let file = schedule.holidayFile else { return PublicHolidays() }
    return try PublicHolidays.read(bytes: try readFile(at: path(file)), source: path(file))
  }

  /// The files and folders that the pipeline names and that are not there, save for answers, which may still come.
  var missingFiles: [String] {
    var named = frames.map(\.file)
    for case .files(_, let mapping?) in sources { named.append(mapping) }
    named += reports.map(\.template)
    named += [response?.invitations, proceedings?.petitions?.needs, programme?.folder, programme?.agencies]
      .compactMap(\.self)
    var missing: [String] = []
    for file in named where fileStatus(at: path(file)) == nil && !missing.contains(file) { missing.append(file) }
    return missing
  }

  /// The units invited of which fewer than a share has answered (RR2); nil when nobody counts them, or their list is not
  /// there.
  func lateUnitCount(_ rate: Double) throws(StageFailure) -> Int? {
    guard let list = response?.invitations, fileStatus(at: path(list)) != nil,
      let store = try SQLiteResponseStore.openForReading(path: path(store))
    else { return nil }
    let form = try loadUsableForm(at: path(form))
    let units = try unitResponse(form: form, records: try store.records(of: RecordLayout(form: form)))
    return units.count { $0.invited > 0 && ($0.rates.rate(.responseRate2) ?? 0) < rate }
  }

  /// What is known of the pipeline's answers and report.
  func readinessFacts() throws(StageFailure) -> ReadinessFacts {
    var facts = ReadinessFacts(makesReport: !reports.isEmpty)
    let form = try loadUsableForm(at: path(form))
    var lastIntake: Int64 = 0
    if let store = try SQLiteResponseStore.openForReading(path: path(store)) {
      let records = try store.records(of: RecordLayout(form: form))
      let wave = waveSelection(of: form)
      facts.recordCount = try records.recordCount(of: wave)
      facts.isSimulated = try records.isSimulated
      let intake = try store.intake(of: wave)
      facts.quarantinedCount = intake.quarantined
      facts.hasLostAnswers = try outdatedReportDay(form: form, store: store) != nil
      lastIntake = intake.last ?? 0
    }
    if let written = reportWritten {
      facts.reportDay = CivilDay(milliseconds: Int64(written) * 1000)
      facts.hasNewerAnswers = lastIntake / 1000 > Int64(written)
    }
    return facts
  }
}
