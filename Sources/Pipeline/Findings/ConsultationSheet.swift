public import Diagnostics
internal import FileSystem
internal import Proceedings
internal import Responses

extension PipelineRun {
  /// Writes the sheet in which an official records the drafting agency's answers, the owner's alone (mode 0600).
  ///
  /// What the pipeline's own sheet and the file itself hold already is carried over, so that writing again loses nothing;
  /// where both have an answer to a clause, the file's counts.
  /// - Returns: what should be looked at.
  /// - Throws: ``ExitCode/usage`` when the pipeline has no consultation; ``ExitCode/missingInput`` when there is no store
  ///   yet; ``ExitCode/unusableInput`` when a sheet cannot be read; ``ExitCode/cannotWrite``.
  public func writeConsultationSheet(to file: String) throws(StageFailure) -> [Diagnostic] {
    guard let section = definition.proceedings?.consultation else {
      throw StageFailure(
        Diagnostic(.pipelineNoConsultation, at: SourcePosition(file: definition.source)), exitCode: .usage)
    }
    let records = try periodRecords()
    let own = try consultationReport(section, records: records)
    var recorded = own.recorded
    if fileStatus(at: file) != nil {
      recorded = try ClauseResponse.read(bytes: try readFile(at: file), source: file).merged(over: recorded)
    }
    let report = try consultationReport(recorded, source: file, records: records)
    try createFolders(at: parentFolder(of: file))
    try writeAtomically(Array(report.sheet(recorded: recorded).utf8), to: file, mode: 0o600)
    return report.diagnostics
  }
}
