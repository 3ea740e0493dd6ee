public import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import Reporting

/// Checks the template of a report without any answers.
///
/// - Parameter path: a pipeline file, or a template's folder; names of questions are checked for every pipeline beside it
///   that uses the template.
/// - Returns: the findings: faults of syntax, unknown names, figures typed by hand, missing translations.
/// - Throws: ``ExitCode/missingInput`` when something is not there; ``ExitCode/unusableInput`` when a pipeline or form
///   cannot be read.
public func checkReport(at path: String) throws(StageFailure) -> [Diagnostic] {
  guard fileStatus(at: path)?.kind == .folder else {
    let definition = try PipelineDefinition.read(bytes: try readFile(at: path), source: path)
    guard !definition.reports.isEmpty else {
      throw StageFailure(Diagnostic(.pipelineNoReport, at: SourcePosition(file: path)), exitCode: .missingInput)
    }
    var found: [Diagnostic] = []
    for report in definition.reports {
      for finding in try check(definition, report, template: definition.path(report.template))
      where !found.contains(finding) {
        found.append(finding)
      }
    }
    return found
  }
  var found: [Diagnostic] = []
  var isUsed = false
  let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
  for pipeline in try pipelines(around: folder) {
    for report in pipeline.reports where isSame(pipeline.path(report.template), folder) {
      isUsed = true
      for finding in try check(pipeline, report, template: folder) where !found.contains(finding) {
        found.append(finding)
      }
    }
  }
  if isUsed { return found }
  let template = try readTemplate(at: folder, namedBy: folder)
  return Report.check(template, form: nil, language: nil)
    + [Diagnostic(.templateWithoutPipeline, at: SourcePosition(file: folder))]
}

private func check(
  _ definition: PipelineDefinition, _ report: ReportDefinition, template: String
) throws(StageFailure) -> [Diagnostic] {
  let form = try loadUsableForm(at: definition.path(definition.form))
  return Report.check(
    try readTemplate(at: template, namedBy: definition.source), form: form, language: report.language)
}

/// The pipelines of the project that a template's folder `reports/NAME` lies in; those that cannot be read are passed by.
private func pipelines(around template: String) throws(StageFailure) -> [PipelineDefinition] {
  let folder = join(join(template, "../.."), "pipelines")
  guard fileStatus(at: folder)?.kind == .folder else { return [] }
  var found: [PipelineDefinition] = []
  for name in try names(in: folder).sorted() where name.hasSuffix(".yaml") {
    let path = join(folder, name)
    if let bytes = try? readFile(at: path), let definition = try? PipelineDefinition.read(bytes: bytes, source: path) {
      found.append(definition)
    }
  }
  return found
}

/// Whether two paths lead to folders of the same last two names: `reports/NAME`.
private func isSame(_ first: String, _ second: String) -> Bool {
  let ends = [first, second].map { $0.split(separator: "/").filter { $0 != "." }.suffix(2) }
  return ends[0].elementsEqual(ends[1])
}
