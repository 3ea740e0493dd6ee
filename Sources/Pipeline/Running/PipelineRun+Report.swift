internal import CivilCalendar
public import Diagnostics
public import Estimation
internal import FileSystem
internal import FormDefinition
internal import Reporting
internal import ResponseRates
internal import ResponseStore
internal import Responses

extension PipelineRun {
  /// Makes sure that the reports can be written before answers are taken in for them: their templates are there and have
  /// no error, and the programs that their formats need are there.
  ///
  /// - Throws: ``ExitCode/missingInput``, ``ExitCode/unusableInput``, ``ExitCode/missingProgram``.
  public func checkReport() throws(StageFailure) {
    for report in definition.reports {
      _ = try readUsableTemplate(at: definition.path(report.template), namedBy: definition.source)
    }
    let formats = Set(definition.reports.flatMap(\.formats))
    try checkPrograms(for: ReportFormat.allCases.filter(formats.contains))
  }

  /// Renders the reports of an estimation, with the estimates they rest on and the tables beside them.
  ///
  /// - Returns: the files, the main report first, and what the templates made of the figures.
  /// - Throws: ``ExitCode/missingInput`` when the pipeline names no report or the template is not there;
  ///   ``ExitCode/unusableInput`` when the template has errors.
  func reportFiles(
    of result: EstimationResult
  ) throws(StageFailure) -> (files: [RunFile], diagnostics: [Diagnostic]) {
    let (tables, (documents, diagnostics)) = try sideBySide {
      Self.tableFiles(of: result)
    } _: { () throws(StageFailure) in
      var files: [RunFile] = []
      var diagnostics: [Diagnostic] = []
      for (report, rendered) in try rendered(result) {
        for format in report.formats {
          files.append(RunFile(name: "\(report.name).\(format.rawValue)", bytes: try document(rendered, as: format)))
        }
        for finding in rendered.diagnostics where !diagnostics.contains(finding) { diagnostics.append(finding) }
      }
      return (files, diagnostics)
    }
    return (documents + tables, diagnostics)
  }

  /// The estimates and the tables beside them, as files.
  private static func tableFiles(of result: EstimationResult) -> [RunFile] {
    var files = [
      RunFile(name: "estimates.csv", bytes: Array(result.table.csv().utf8)),
      RunFile(name: "estimates.json", bytes: Array(result.table.json().utf8)),
    ]
    for table in result.tables {
      var file = RunFile(name: "\(table.name).csv", bytes: Array(table.csv().utf8))
      if table.isRestricted { file.mode = 0o600 }
      files.append(file)
    }
    return files
  }

  /// Where every figure of the reports comes from, and the command that computes it anew.
  ///
  /// - Returns: the tables of ``ReportDocument/originTable(pipeline:form:store:)`` below each other, the name of the
  ///   report in front, and what the templates made of the figures.
  /// - Throws: as ``reportFiles(of:)``; nothing is written.
  public func explainReport(
    of result: EstimationResult
  ) throws(StageFailure) -> (table: SideTable, diagnostics: [Diagnostic]) {
    var table: SideTable?
    var diagnostics: [Diagnostic] = []
    for (report, rendered) in try rendered(result) {
      let part = rendered.document.originTable(
        pipeline: definition.source, form: definition.path(definition.form),
        store: "sqlite:" + definition.path(definition.store))
      var whole = table ?? SideTable(name: part.name, title: part.title, columns: ["report"] + part.columns)
      for row in part.rows { whole.add([.text(report.name)] + row) }
      table = whole
      for finding in rendered.diagnostics where !diagnostics.contains(finding) { diagnostics.append(finding) }
    }
    guard let table else { throw noReport }
    return (table, diagnostics)
  }

  private var noReport: StageFailure {
    StageFailure(
      Diagnostic(.pipelineNoReport, at: SourcePosition(file: definition.source)), exitCode: .missingInput)
  }

  /// Fills the templates of the reports with the same figures.
  private func rendered(
    _ result: EstimationResult
  ) throws(StageFailure) -> [(report: ReportDefinition, rendered: RenderedReport)] {
    guard !definition.reports.isEmpty else { throw noReport }
    var facts = try facts(of: result)
    var errors: [Diagnostic] = []
    var made: [(report: ReportDefinition, rendered: RenderedReport)] = []
    for report in definition.reports {
      let template = try readUsableTemplate(at: definition.path(report.template), namedBy: definition.source)
      facts.issuer = issuer(report.issuer)
      let rendered = Report.render(template: template, facts: facts, language: report.language)
      errors += rendered.diagnostics.filter { $0.severity == .error && !errors.contains($0) }
      made.append((report, rendered))
    }
    guard errors.isEmpty else { throw StageFailure(errors, exitCode: .unusableInput) }
    return made
  }

  private func document(_ rendered: RenderedReport, as format: ReportFormat) throws(StageFailure) -> [UInt8] {
    switch format {
    case .html: Array(rendered.html.utf8)
    case .docx: try wordDocument(of: rendered.document)
    case .pdf: try renderPDF(rendered.html, day: asOf)
    case .xlsx: try workbook(of: rendered.document)
    }
  }

  private func facts(of result: EstimationResult) throws(StageFailure) -> ReportFacts {
    var facts = ReportFacts(form: form, estimates: result.table)
    facts.tables = result.tables
    facts.weighting = WeightingFacts(
      result.weighting, respondentCount: result.respondentCount, plan: plan, frames: frames)
    facts.sample = plan.sample
    facts.wave = plan.wave
    facts.firstDay = plan.period.flatMap { CalendarDay(daysSince1970: $0.firstDay) }
    // A report dated within the period has no answers of the days to come.
    facts.lastDay = plan.period.flatMap {
      CalendarDay(daysSince1970: asOf.number < $0.firstDay ? $0.lastDay : min($0.lastDay, asOf.number))
    }
    facts.asOf = CalendarDay(daysSince1970: asOf.number)
    facts.minimumCount = plan.disclosure.minimumCount
    facts.confidenceLevel = plan.intervals.level
    facts.unitQuestion = definition.response?.options.questions.unit
    facts.milestones = try milestones()
    if let plan = definition.programme?.plan { facts.plan = plan }
    facts.variables = areaVariables(in: result.table)
    facts.words = try choiceWords()
    if let store = try SQLiteResponseStore.openForReading(path: definition.path(definition.store)) {
      let isSimulated = try store.records(of: RecordLayout(form: form)).isSimulated
      let hasSimulatedReturns = try hasSimulatedReturns(store)
      facts.isSimulated = isSimulated || hasSimulatedReturns
      // What comes after a freeze changes no figure, not even these counts; it has a count of its own.
      let freeze = try store.frozenWave(plan.wave, ofForm: form.identifier)
      facts.accounting = try store.sources(ofForm: form.identifier, before: freeze).reduce(into: IngestAccounting()) {
        $0 += $1.accounting
      }
      facts.late = freeze.map { lateThen ?? $0.late }
    }
    return facts
  }

  /// The steps on the way to the report, with the days of the round in which it is dated.
  private func milestones() throws(StageFailure) -> [ReportMilestone: CalendarDay] {
    guard let schedule = definition.schedule else { return [:] }
    let status = ScheduleStatus(
      pipeline: definition.name, schedule: schedule, asOf: asOf, facts: ReadinessFacts(makesReport: true),
      holidays: try definition.holidays(of: schedule))
    var days: [ReportMilestone: CalendarDay] = [:]
    for step in status.milestones {
      if let name = ReportMilestone(rawValue: step.kind.rawValue) {
        days[name] = CalendarDay(daysSince1970: step.day.number)
      }
    }
    return days
  }
}
