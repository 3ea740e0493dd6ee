internal import CivilCalendar
public import Diagnostics
public import Estimation
internal import FileSystem
internal import FormDefinition
internal import Reporting
internal import ResponseStore
internal import Responses

extension PipelineRun {
  /// Makes sure that a report can be written before answers are taken in for it: its template is there and has no error,
  /// and the programs that its formats need are there.
  ///
  /// - Throws: ``ExitCode/missingInput``, ``ExitCode/unusableInput``, ``ExitCode/missingProgram``.
  public func checkReport() throws(StageFailure) {
    guard let report = definition.report else { return }
    _ = try readUsableTemplate(at: definition.path(report.template), namedBy: definition.source)
    try checkPrograms(for: report.formats)
  }

  /// Renders the report of an estimation, with the estimates it rests on and the tables beside them.
  ///
  /// - Returns: the files, the report first, and what the template made of the figures.
  /// - Throws: ``ExitCode/missingInput`` when the pipeline names no report or the template is not there;
  ///   ``ExitCode/unusableInput`` when the template has errors.
  func reportFiles(
    of result: EstimationResult
  ) throws(StageFailure) -> (files: [RunFile], diagnostics: [Diagnostic]) {
    let report = try reportDefinition()
    let rendered = try render(report, result)
    var files: [RunFile] = []
    for format in report.formats {
      files.append(
        RunFile(name: "\(definition.name).\(format.rawValue)", bytes: try document(rendered, as: format)))
    }
    files.append(RunFile(name: "estimates.csv", bytes: Array(result.table.csv().utf8)))
    files.append(RunFile(name: "estimates.json", bytes: Array(result.table.json().utf8)))
    for table in result.tables {
      var file = RunFile(name: "\(table.name).csv", bytes: Array(table.csv().utf8))
      if table.isRestricted { file.mode = 0o600 }
      files.append(file)
    }
    return (files, rendered.diagnostics)
  }

  /// Where every figure of the report comes from, and the command that computes it anew.
  ///
  /// - Returns: the table of ``ReportDocument/originTable(pipeline:form:store:)``, and what the template made of the
  ///   figures.
  /// - Throws: as ``reportFiles(of:)``; nothing is written.
  public func explainReport(
    of result: EstimationResult
  ) throws(StageFailure) -> (table: SideTable, diagnostics: [Diagnostic]) {
    let report = try reportDefinition()
    let rendered = try render(report, result)
    let table = rendered.document.originTable(
      pipeline: definition.source, form: definition.path(definition.form),
      store: "sqlite:" + definition.path(definition.store))
    return (table, rendered.diagnostics)
  }

  private func reportDefinition() throws(StageFailure) -> ReportDefinition {
    guard let report = definition.report else {
      throw StageFailure(
        Diagnostic(.pipelineNoReport, at: SourcePosition(file: definition.source)), exitCode: .missingInput)
    }
    return report
  }

  private func render(_ report: ReportDefinition, _ result: EstimationResult) throws(StageFailure) -> RenderedReport {
    let template = try readUsableTemplate(at: definition.path(report.template), namedBy: definition.source)
    let rendered = Report.render(
      template: template, facts: try facts(of: result, report: report), language: report.language)
    let errors = rendered.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw StageFailure(errors, exitCode: .unusableInput) }
    return rendered
  }

  private func document(_ rendered: RenderedReport, as format: ReportFormat) throws(StageFailure) -> [UInt8] {
    switch format {
    case .html: Array(rendered.html.utf8)
    case .docx: try wordDocument(of: rendered.document)
    case .pdf: try renderPDF(rendered.html, day: asOf)
    case .xlsx: try workbook(of: rendered.document)
    }
  }

  private func facts(of result: EstimationResult, report: ReportDefinition) throws(StageFailure) -> ReportFacts {
    var facts = ReportFacts(form: form, estimates: result.table)
    facts.tables = result.tables
    facts.weighting = WeightingFacts(
      result.weighting, respondentCount: result.respondentCount, plan: plan, frames: frames)
    facts.sample = plan.sample
    facts.wave = plan.wave
    facts.firstDay = plan.period.flatMap { CalendarDay(daysSince1970: $0.firstDay) }
    facts.lastDay = plan.period.flatMap { CalendarDay(daysSince1970: $0.lastDay) }
    facts.asOf = CalendarDay(daysSince1970: asOf.number)
    facts.minimumCount = plan.disclosure.minimumCount
    facts.confidenceLevel = plan.intervals.level
    facts.issuer = issuer(report.issuer)
    if let plan = definition.programme?.plan { facts.plan = plan }
    facts.variables = areaVariables(in: result.table)
    facts.words = try choiceWords()
    if let store = try SQLiteResponseStore.openForReading(path: definition.path(definition.store)) {
      let isSimulated = try store.records(of: RecordLayout(form: form)).isSimulated
      let hasSimulatedReturns = try hasSimulatedReturns(store)
      facts.isSimulated = isSimulated || hasSimulatedReturns
      facts.accounting = try store.sources(ofForm: form.identifier).reduce(into: IngestAccounting()) {
        $0 += $1.accounting
      }
    }
    return facts
  }
}
