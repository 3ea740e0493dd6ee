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
    _ = try readTemplate(at: definition.path(report.template))
    try checkPrograms(for: report.formats)
  }

  /// Renders the report of an estimation and writes it with the estimates it rests on.
  ///
  /// - Returns: the paths written, the report first, and what the template made of the figures.
  /// - Throws: ``ExitCode/missingInput`` when the pipeline names no report or the template is not there;
  ///   ``ExitCode/unusableInput`` when the template has errors; ``ExitCode/cannotWrite``.
  public func writeReport(
    of result: EstimationResult
  ) throws(StageFailure) -> (paths: [String], diagnostics: [Diagnostic]) {
    guard let report = definition.report else {
      throw StageFailure(
        Diagnostic(.pipelineNoReport, at: SourcePosition(file: definition.source)), exitCode: .missingInput)
    }
    let template = try readTemplate(at: definition.path(report.template))
    let rendered = Report.render(
      template: template, facts: try facts(of: result, report: report), language: report.language)
    let errors = rendered.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw StageFailure(errors, exitCode: .unusableInput) }
    let folder = definition.path(report.output)
    try createFolders(at: folder)
    var written: [String] = []
    func write(_ bytes: [UInt8], as name: String, mode: UInt32 = 0o644) throws(StageFailure) {
      try writeAtomically(bytes, to: join(folder, name), mode: mode)
      written.append(join(folder, name))
    }
    for format in report.formats {
      try write(try document(rendered, as: format), as: "\(definition.name).\(format.rawValue)")
    }
    try write(Array(result.table.csv().utf8), as: "estimates.csv")
    try write(Array(result.table.json().utf8), as: "estimates.json")
    for table in result.tables {
      try write(Array(table.csv().utf8), as: "\(table.name).csv", mode: table.isRestricted ? 0o600 : 0o644)
    }
    return (written, rendered.diagnostics)
  }

  private func document(_ rendered: RenderedReport, as format: ReportFormat) throws(StageFailure) -> [UInt8] {
    switch format {
    case .html: Array(rendered.html.utf8)
    case .docx: try wordDocument(of: rendered.document)
    case .pdf: try renderPDF(rendered.html, day: asOf)
    case .xlsx: try workbook(of: rendered.document)
    }
  }

  private func readTemplate(at path: String) throws(StageFailure) -> ReportTemplate {
    guard fileStatus(at: path)?.kind == .folder else {
      throw StageFailure(
        Diagnostic(.pipelineTemplateMissing, at: SourcePosition(file: definition.source), ["template": path]),
        exitCode: .missingInput)
    }
    var files: [String: [UInt8]] = [:]
    for name in try names(in: path) where fileStatus(at: join(path, name))?.kind == .file {
      files[name] = try readFile(at: join(path, name))
    }
    let template = ReportTemplate.read(files: files, source: path)
    guard template.isUsable else {
      throw StageFailure(template.diagnostics.filter { $0.severity == .error }, exitCode: .unusableInput)
    }
    return template
  }

  private func facts(of result: EstimationResult, report: ReportDefinition) throws(StageFailure) -> ReportFacts {
    var facts = ReportFacts(form: form, estimates: result.table)
    facts.weighting = WeightingFacts(
      result.weighting, respondentCount: result.respondentCount, plan: plan, frames: frames)
    facts.sample = plan.sample
    facts.wave = plan.wave
    facts.firstDay = plan.period.flatMap { CalendarDay(daysSince1970: $0.firstDay) }
    facts.lastDay = plan.period.flatMap { CalendarDay(daysSince1970: $0.lastDay) }
    facts.asOf = CalendarDay(daysSince1970: asOf.number)
    facts.minimumCount = plan.disclosure.minimumCount
    facts.confidenceLevel = plan.intervals.level
    facts.issuer = report.issuer
    if let store = try SQLiteResponseStore.openForReading(path: definition.path(definition.store)) {
      facts.isSimulated = try store.records(of: RecordLayout(form: form)).isSimulated
      facts.accounting = try store.sources(ofForm: form.identifier).reduce(into: IngestAccounting()) {
        $0 += $1.accounting
      }
    }
    return facts
  }
}
