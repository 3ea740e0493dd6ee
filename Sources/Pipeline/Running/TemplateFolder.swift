internal import Diagnostics
internal import FileSystem
internal import Reporting

/// Reads the files of a template's folder, whatever is wrong with them.
///
/// - Throws: ``ExitCode/missingInput`` when there is no such folder.
func readTemplate(at path: String, namedBy source: String) throws(StageFailure) -> ReportTemplate {
  guard fileStatus(at: path)?.kind == .folder else {
    throw StageFailure(
      Diagnostic(.pipelineTemplateMissing, at: SourcePosition(file: source), ["template": path]),
      exitCode: .missingInput)
  }
  var files: [String: [UInt8]] = [:]
  for name in try names(in: path) where fileStatus(at: join(path, name))?.kind == .file {
    files[name] = try readFile(at: join(path, name))
  }
  return ReportTemplate.read(files: files, source: path)
}

/// Reads a template that a report can be made with.
///
/// - Throws: ``ExitCode/missingInput``; ``ExitCode/unusableInput`` with its errors.
func readUsableTemplate(at path: String, namedBy source: String) throws(StageFailure) -> ReportTemplate {
  let template = try readTemplate(at: path, namedBy: source)
  guard template.isUsable else {
    throw StageFailure(template.diagnostics.filter { $0.severity == .error }, exitCode: .unusableInput)
  }
  return template
}
