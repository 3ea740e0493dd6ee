public import Diagnostics
internal import Estimation
internal import FileSystem
internal import FormDefinition
public import ResponseRates
internal import Responses

extension PipelineRun {
  /// Reads of the records what is asked about the response; nil when nothing is.
  func readResponse() throws(StageFailure) -> ResponseReading? {
    guard let section = definition.response else { return nil }
    return try definition.responseReading(section, form: form, plan: plan, records: try storedRecords(), compares: true)
  }

  /// Adds what is asked about the response.
  func addResponse(_ reading: ResponseReading, to result: inout EstimationResult) throws(StageFailure) {
    let report = ResponseReport(reading, invitations: try definition.invitations(), estimates: result)
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
    let reading = try responseReading(response, form: form, plan: plan, records: records, compares: false)
    return ResponseReport(reading, invitations: try invitations(), estimates: nil).units
  }

  /// Reads of records what is asked about the response.
  fileprivate func responseReading(
    _ section: ResponseDefinition, form: Form, plan: EstimationPlan, records: some RecordSource, compares: Bool
  ) throws(StageFailure) -> ResponseReading {
    var options = section.options
    options.quality = quality
    return try ResponseReading(plan: plan, form: form, records: records, compares: compares, options: options)
  }

  /// Who was invited; nil when the pipeline names no list.
  fileprivate func invitations() throws(StageFailure) -> InvitationList? {
    guard let file = response?.invitations.map(path) else { return nil }
    return try InvitationList.read(bytes: try readFile(at: file), source: file)
  }
}
