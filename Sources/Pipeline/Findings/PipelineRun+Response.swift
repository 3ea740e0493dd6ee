public import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
public import ResponseRates
internal import Responses

extension PipelineRun {
  /// Adds what is asked about the response.
  func addResponse(to result: inout EstimationResult, records: some RecordSource) throws(StageFailure) {
    guard let section = definition.response else { return }
    let report = try definition.responseReport(section, form: form, plan: plan, estimates: result, records: records)
    result.table.rows += report.rows
    result.tables += report.tables
    result.diagnostics += report.diagnostics
  }

  /// The response of each unit that was invited: what is to be known before a report leaves the house.
  ///
  /// - Returns: no unit when the pipeline names no list of invitations.
  /// - Throws: ``ExitCode/missingInput`` when there is no store yet, or no list.
  public func unitResponse() throws(StageFailure) -> [ResponseDomain] {
    try definition.unitResponse(form: form, records: try storedRecords())
  }
}

extension PipelineDefinition {
  /// The response of each unit that was invited; no unit without a list of invitations.
  func unitResponse(form: Form, records: some RecordSource) throws(StageFailure) -> [ResponseDomain] {
    guard let response, response.invitations != nil else { return [] }
    return try responseReport(response, form: form, plan: plan, estimates: nil, records: records).units
  }

  /// What is asked about the response; without estimates nothing is compared with them.
  func responseReport(
    _ section: ResponseDefinition, form: Form, plan: EstimationPlan, estimates: EstimationResult?,
    records: some RecordSource
  ) throws(StageFailure) -> ResponseReport {
    var options = section.options
    options.quality = quality
    let invitations: InvitationList?
    if let file = section.invitations.map(path) {
      invitations = try InvitationList.read(bytes: try readFile(at: file), source: file)
    } else {
      invitations = nil
    }
    return try ResponseReport(
      invitations: invitations, plan: plan, form: form, records: records, estimates: estimates, options: options)
  }
}
