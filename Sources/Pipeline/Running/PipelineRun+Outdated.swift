internal import CivilCalendar
public import Diagnostics
internal import FormDefinition
internal import ResponseStore

extension PipelineDefinition {
  /// The day of the report that was written before records it counted were erased or changed; nil when there is none.
  func outdatedReportDay(form: Form, store: SQLiteResponseStore) throws(StageFailure) -> CivilDay? {
    guard let written = reportWritten, let changed = try store.estimatesOutdated(ofForm: form.identifier),
      changed / 1000 > Int64(written)
    else { return nil }
    return CivilDay(milliseconds: Int64(written) * 1000)
  }
}

extension PipelineRun {
  /// What is to be said when the report that was published counts records that were erased or changed since.
  ///
  /// - Parameter isReplaced: whether the report is written anew now.
  public func outdatedReport(isReplaced: Bool) throws(StageFailure) -> [Diagnostic] {
    guard let store = try SQLiteResponseStore.openForReading(path: definition.path(definition.store)),
      let day = try definition.outdatedReportDay(form: form, store: store)
    else { return [] }
    let code: DiagnosticCode = isReplaced ? .pipelineReportReplaced : .pipelineReportOutdated
    return [Diagnostic(code, at: SourcePosition(file: definition.source), ["day": day.iso])]
  }
}
