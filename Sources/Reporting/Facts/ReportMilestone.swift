/// A step on the way to the report, as a template names it.
public enum ReportMilestone: String, Sendable, Hashable, CaseIterable {
  /// The last day whose answers count.
  case dataCutoff = "data_cutoff"
  /// The units deliver to the union.
  case unitDue = "unit_due"
  /// The union's report is ready.
  case unionDue = "union_due"
  /// The report leaves the house.
  case finalDue = "final_due"
}
