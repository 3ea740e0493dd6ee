public import Diagnostics
public import Estimation
public import FormDefinition
public import Responses

/// What a report of the response needs of the records: it can be read while the estimates are being made.
public struct ResponseReading: Sendable {
  let plan: EstimationPlan
  let form: Form
  let options: ResponseOptions
  let scan: RecordScan
  let comparison: DoubtComparison
  let isSimulated: Bool

  /// Reads the records once, and once more for each estimation without doubtful interviews.
  ///
  /// - Parameters:
  ///   - plan: how the estimates are made, margins with their population.
  ///   - compares: whether there will be estimates to compare with; else doubtful interviews are counted only.
  /// - Throws: ``ExitCode/unusableInput`` when a question of the options is not there, and what the source throws.
  /// - Complexity: O(records × questions).
  public init(
    plan: EstimationPlan, form: Form, records: some RecordSource, compares: Bool,
    options: ResponseOptions = ResponseOptions()
  ) throws(StageFailure) {
    self.plan = plan
    self.form = form
    self.options = options
    scan = try RecordScan(records, form: form, period: plan.period, options: options)
    comparison = try DoubtComparison(plan: plan, form: form, records: records, scan: scan, compares: compares)
    isSimulated = try records.isSimulated
  }
}
