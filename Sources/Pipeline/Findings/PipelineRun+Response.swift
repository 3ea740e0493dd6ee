public import Diagnostics
internal import Estimation
internal import FileSystem
public import ResponseRates
internal import Responses

extension PipelineRun {
  /// Adds what is asked about the response.
  func addResponse(to result: inout EstimationResult, records: some RecordSource) throws(StageFailure) {
    guard let definition = definition.response else { return }
    let report = try responseReport(definition, result, records)
    result.table.rows += report.rows
    result.tables += report.tables
    result.diagnostics += report.diagnostics
  }

  /// The response of each unit that was invited: what is to be known before a report leaves the house.
  ///
  /// - Returns: no unit when the pipeline names no list of invitations.
  /// - Throws: ``ExitCode/missingInput`` when there is no store yet, or no list.
  public func unitResponse() throws(StageFailure) -> [ResponseDomain] {
    guard let definition = definition.response, definition.invitations != nil else { return [] }
    let records = try storedRecords()
    return try responseReport(definition, nil, records).units
  }

  private func responseReport(
    _ section: ResponseDefinition, _ result: EstimationResult?, _ records: some RecordSource
  ) throws(StageFailure) -> ResponseReport {
    var options = section.options
    options.quality = definition.quality
    let invitations: InvitationList?
    if let file = section.invitations.map(definition.path) {
      invitations = try InvitationList.read(bytes: try readFile(at: file), source: file)
    } else {
      invitations = nil
    }
    return try ResponseReport(
      invitations: invitations, plan: plan, form: form, records: records, estimates: result, options: options)
  }
}
