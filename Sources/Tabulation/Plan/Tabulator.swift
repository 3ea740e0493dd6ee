public import Diagnostics
public import Responses

/// Counts what a plan names: the embedded scan, or another engine that groups the same records.
///
/// An engine with SQL can run the statements of ``TabulationPlan/sql(table:layout:)``.
public protocol Tabulator {
  /// The fields of the records counted.
  var layout: RecordLayout { get }
  /// Whether any of the records was simulated.
  var isSimulated: Bool { get throws(StageFailure) }
  /// Counts a plan's items by stratum, cluster, raking cell and domain.
  func cells(of plan: TabulationPlan) throws(StageFailure) -> CellTable
}

/// Counts by one scan of a source of records.
public struct EmbeddedTabulator<Source: RecordSource>: Tabulator {
  private let records: Source

  /// Counts these records.
  public init(_ records: Source) { self.records = records }

  /// The fields of the records.
  public var layout: RecordLayout { records.layout }

  /// Whether any of the records was simulated.
  public var isSimulated: Bool { get throws(StageFailure) { try records.isSimulated } }

  /// Counts a plan's items in one scan.
  public func cells(of plan: TabulationPlan) throws(StageFailure) -> CellTable { try plan.tabulate(records) }
}
